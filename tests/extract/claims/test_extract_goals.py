"""Words that make a goal, and the same words where they make none."""

import pytest
from extract.claims.figures import told

from include.extract.facts import SpeechFacts
from include.extract.observations import extract


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        pytest.param("到2025年，森林覆盖率达到62%。", ["target"], id="a later year"),
        pytest.param("产值由2020年的3亿元增长到2025年的5亿元。", ["actual"] * 2, id="增长到2025年 is reached"),
        pytest.param("明年，生产总值预期增长8%。", ["target"], id="预期增长"),
        pytest.param("人均预期寿命达到78岁。", ["actual"], id="预期寿命"),
        pytest.param("会议要求，全年投资增长10%。", ["target"], id="要求 leads"),
        pytest.param("落实上级有关要求，整改问题30件。", ["actual"], id="要求 is a noun"),
        pytest.param("财政收入预算安排5亿元。", ["target"], id="预算安排"),
        pytest.param("支出预算为5亿元，实际支出6亿元。", ["target", "actual"], id="budgeted and spent"),
        pytest.param("人大会批准的收入预算为6亿元，实际完成7亿元。", ["target", "actual"], id="approved and reached"),
        pytest.param(
            "收入年初预算合计12亿元，执行中调整为11亿元，实际完成13亿元。",
            ["target", "target", "actual"],
            id="adjusted",
        ),
        pytest.param(
            "年初全市支出合计41亿元，支出预算调整为55亿元，实际支出54亿元。", ["target"] * 2 + ["actual"], id="年初合计"
        ),
        pytest.param("支出预算由3亿元变动为4亿元。", ["target"] * 2, id="from one budget to another"),
        pytest.param("计划总投资亿元以上项目126个，完成投资5亿元。", ["actual"] * 2, id="计划总投资 in a name"),
        pytest.param("安排预算内资金，支持项目29个。", ["actual"], id="预算内资金"),
        pytest.param(
            "经过不懈努力，到2018年底，全县累计减贫4.3万人。", ["actual"], id="reached by a year that is over"
        ),
        pytest.param("今年要争取上级资金5亿元、债券2.4亿元。", ["target"] * 2, id="to be won"),
        pytest.param("今年，我县将大力推进36个园区建设。", ["target"], id="will this year"),
        pytest.param("今年以来，投资增长3%。", ["actual"], id="so far this year"),
        pytest.param("4月底，64项计划开工项目有31项，开工率48.4%。", ["actual"] * 3, id="计划 in a name"),
        pytest.param("计划开工项目50个。", ["target"], id="计划 leads"),
        pytest.param(
            "要统一思想，全年实现产值18亿元，增长7%；农民人均纯收入5200元，增长9%；劳务收入4亿元，增长8%。",
            ["target"] * 6,
            id="a list of goals goes on behind semicolons",
        ),
        pytest.param(
            "要确保投资增长9%；去年完成投资5亿元，增长7%。", ["target"] + ["actual"] * 2, id="a result behind a goal"
        ),
        pytest.param("要确保投资增长9%；上半年，全县投资5亿元。", ["target", "actual"], id="half a year behind a goal"),
        pytest.param("展望未来五年，引进企业500家。", ["target"], id="the years ahead"),
        pytest.param("9月底前完成危房改造1260户。", ["target"], id="by a day"),
        pytest.param("9月底前完成了危房改造1260户。", ["actual"], id="was done by a day"),
        pytest.param("完成投资5亿元，占规划投资的70%。", ["actual"] * 2, id="规划投资 is a noun"),
        pytest.param("规划投资35亿元，新建农田40万亩。", ["target"] * 2, id="规划 leads"),
        pytest.param("粮食产量达到15万吨，这是县里确定的工作目标。", ["target"], id="said behind"),
        pytest.param(
            "城镇登记失业率为3.8%，控制在预期目标4.5%以内。", ["actual", "target"], id="the goal's own figure"
        ),
        pytest.param("投资增速低于年度目标2.4个百分点。", ["actual"], id="gap to a goal"),
        pytest.param("力争规模工业增加值同比增长10%。", ["target"], id="同比 in a goal"),
        pytest.param("补助标准由520元提高到550元。", ["actual"] * 2, id="raised"),
        pytest.param("今年要把补助标准由520元提高到550元。", ["actual", "target"], id="a goal starts from what is"),
    ],
)
def test_goals(text, statuses):
    assert told(text, "status") == statuses


def test_a_year_before_the_text_s_own_is_no_goal():
    text = "到2019年，森林覆盖率达到62%。"
    assert [found.status for found in extract(text, facts=SpeechFacts(content_year=2022))] == ["actual"]


def test_won_in_a_review_is_a_result():
    text = "一、2019年工作回顾\n争取上级资金5亿元、债券2.4亿元，新增绿地6万亩。\n"
    assert told(text, "status") == ["actual"] * 3


def test_ensured_in_a_review_tells_what_was_done_for():
    text = "一、2016年工作回顾\n拨付资金5000万元，确保3.2万名学生入学。\n"
    assert set(told(text, "status")) == {"actual"}
