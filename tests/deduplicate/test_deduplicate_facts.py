import pytest

from include.deduplicate.facts import compare_facts
from include.deduplicate.texts import Text

FULL = "去年全县粮食总产量达到35.2万吨,外贸出口总额突破4.6亿元,新建农村公路里程120公里,城镇新增就业岗位3600个。"


def compared(one: str, other: str):
    return compare_facts(Text("a", one).facts, Text("b", other).facts)


def test_the_same_figures_agree():
    facts = compared(FULL, "据悉," + FULL)
    assert (facts.agreeing, facts.conflicting, facts.other_edition) == (4, 0, False)


def test_other_figures_make_another_edition():
    facts = compared(FULL, FULL.replace("35.2", "36.9").replace("4.6", "5.1").replace("120", "88"))
    assert (facts.agreeing, facts.conflicting, facts.other_edition) == (1, 3, True)


def test_one_changed_figure_makes_none():
    assert not compared(FULL, FULL.replace("35.2", "53.2")).other_edition


def test_masks_are_silent_and_counted():
    masked = FULL.replace("35.2", "X").replace("4.6", "××").replace("120", "*")
    facts = compared(masked, FULL)
    assert (facts.conflicting, facts.masked_in_a, facts.masked_in_b) == (0, 3, 0)


def test_chinese_numerals_count_too():
    one = "建设水库大坝四十二座,修复渠道堤防六十五处,培训技术骨干三百八十名,走访困难家庭二百一十户"
    other = one.replace("四十二", "五十一").replace("六十五", "七十").replace("三百八十", "四百二十")
    assert compared(one, other).other_edition


def test_years_are_told_apart_from_figures():
    facts = compared("我们回顾过去工作的2019年" + FULL, "我们回顾过去工作的2020年" + FULL)
    assert facts.years == (("2019", "2020"),)
    assert facts.conflicting == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("在全县经济工作会议上通报3月5日的情况", "在全县经济工作会议上通报4月8日的情况", id="dates"),
        pytest.param("抓好项目建设工作1.加快审批", "抓好项目建设工作2.加快审批", id="list-numbers"),
        pytest.param("参加了这次重要会议〔1〕的同志", "参加了这次重要会议〔9〕的同志", id="notes"),
        pytest.param("召开第12次常务会议研究工作", "召开第13次常务会议研究工作", id="ordinals"),
    ],
)
def test_what_is_no_figure_is_not_compared(one, other):
    facts = compared(one, other)
    assert (facts.agreeing, facts.conflicting) == (0, 0)


def test_a_context_that_counts_several_things_is_left_out():
    one = "甲镇今年实际完成投资3亿元,乙镇今年实际完成投资5亿元"
    assert "今年实际完成投资|元" not in {key[-10:] for key in Text("a", one).facts.figures}
