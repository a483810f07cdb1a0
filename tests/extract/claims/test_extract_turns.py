"""What a sentence opens for those behind it."""

import pytest

from include.extract.claims import turns


@pytest.mark.parametrize(
    ("sentence", "opens"),
    [
        pytest.param("主要预期目标是:生产总值增长8%。", True, id="goals"),
        pytest.param("今年,我们将继续办好十件实事:", True, id="tasks on the lines below"),
        pytest.param("下面,我就经济工作讲三点意见:", False, id="points of a speech"),
        pytest.param("一年来的主要工作和成效是:", False, id="results on the lines below"),
        pytest.param("今年这10件民生实事包括:新建学校2所。", True, id="promised deeds"),
        pytest.param("去年的10件民生实事包括:新建学校2所。", False, id="last year's deeds"),
        pytest.param("我们重点抓了以下工作:", False, id="what was worked on"),
        pytest.param("2022年预算安排情况:收入72亿元;支出98亿元。", True, id="a budget's figures"),
        pytest.param("2017年主要目标任务:完成投资180亿元。", True, id="tasks that say 完成"),
        pytest.param("圆满完成了县人大确定的目标任务:生产总值增长8%。", False, id="goals that were met"),
    ],
)
def test_goals(sentence, opens):
    assert turns.opens_goals(sentence) is opens


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("去年,全县减贫3200人。", True, id="last year"),
        pytest.param("今年要确保1100人脱贫。", False, id="a goal"),
        pytest.param("投资比去年增长8%。", None, id="a comparison tells nothing"),
    ],
)
def test_results(sentence, told):
    assert turns.tells_results(sentence) is told


@pytest.mark.parametrize(
    ("sentence", "opens"),
    [
        pytest.param("今年经济工作的总体要求是:稳中求进。", True, id="what is required"),
        pytest.param("今年我县将继续办好十件民生实事。", True, id="deeds to be done"),
        pytest.param("去年办好了十件民生实事。", False, id="deeds done"),
        pytest.param("工作报告还提出,改造企业36家。", True, id="what a report proposes"),
        pytest.param("工作报告提出,过去五年产值翻了一番。", False, id="what a report looks back on"),
        pytest.param("2005年的努力促进了预期目标的实现。", False, id="a goal reached"),
    ],
)
def test_plans(sentence, opens):
    assert turns.opens_plans(sentence) is opens


@pytest.mark.parametrize(
    ("sentence", "urges", "facts"),
    [
        pytest.param("一要抓产业。", True, False, id="must be done"),
        pytest.param("主要任务十分艰巨。", False, False, id="主要"),
        pytest.param("共签约项目129个。", False, True, id="a fact"),
    ],
)
def test_urging_and_facts(sentence, urges, facts):
    assert (turns.urges(sentence), turns.states_facts(sentence)) == (urges, facts)


@pytest.mark.parametrize(
    ("sentence", "opens"),
    [
        pytest.param("完成收入5亿元(预计数,下同)。", True, id="expected from here on"),
        pytest.param("生产总值同比(下同)增长4.5%。", False, id="only the comparison is the same"),
    ],
)
def test_estimates(sentence, opens):
    assert turns.opens_estimates(sentence) is opens
