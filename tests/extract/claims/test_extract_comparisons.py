"""What a change is against: named in the clause, carried from a change before it, or told by the period."""

import pytest
from extract.claims.figures import told


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        pytest.param("投资增速不低于10%。", "yoy", id="a bound is no comparison"),
        pytest.param("2021年，进出口总额比2019年增长32.1%。", "other", id="a year further back"),
        pytest.param("2019年，进出口总额比2018年增长12.1%。", "yoy", id="the year before by name"),
        pytest.param(
            "与2015年相比，财政收入由3亿元增加到6亿元，增长1倍。", "other", id="base named once for the sentence"
        ),
        pytest.param("财政收入由2010年的3亿元增加到2015年的6亿元，增长1倍。", "other", id="base in 由"),
        pytest.param("3月份，工业增加值增速比1—2月加快1.4个百分点。", "mom", id="the months just before"),
        pytest.param("上半年，投资增速比一季度提高0.4个百分点。", "other", id="a quarter further back"),
        pytest.param("到2025年，单位能耗累计下降13.5%。", "other", id="累计 over years"),
        pytest.param("1—6月，投资累计增长13.5%。", "yoy", id="累计 within a year"),
        pytest.param("“十四五”时期，研发投入增长50%。", "other", id="a plan's years"),
        pytest.param("今年以来，财政收入增长5%。", "yoy", id="今年以来 is within a year"),
        pytest.param("财政收入高于序时进度4.4个百分点。", "other", id="高于"),
        pytest.param("投资增速低于目标2.5个百分点。", "plan", id="below the goal"),
        pytest.param("投资增速距目标2.5个百分点。", "plan", id="away from the goal"),
        pytest.param("零售额增速滞后全市1.4个百分点。", "other", id="behind the rest"),
        pytest.param("财政收入超序时进度4.4个百分点。", "plan", id="ahead of the plan"),
        pytest.param("支出比2018年初预算增长7%。", "other", id="年初预算 is no year's start"),
        pytest.param("投资增速高于全省（1.7%）2个百分点。", "other", id="past a figure in parentheses"),
        pytest.param("2011年，出口由2010年的3亿元增至5亿元，年均增长8%。", "other", id="年均 whatever its base"),
        pytest.param("从环比看，投资增长7%。", "mom", id="从环比看"),
    ],
)
def test_comparisons(text, compared):
    assert told(text, "compared_to")[-1] == compared


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        pytest.param("存款余额比年初增加30亿元，增长6.4%。", ["ytd", "ytd"], id="the rate restates the amount"),
        pytest.param("存款余额比年初增加30亿元，同比增长6.4%。", ["ytd", "yoy"], id="a base of its own"),
        pytest.param("存款余额比年初增加30亿元，贷款余额增长6.4%。", ["ytd", "yoy"], id="another indicator"),
    ],
)
def test_a_rate_shares_the_base_of_the_amount_before_it(text, compared):
    assert told(text, "compared_to") == compared


def test_the_gap_to_a_plan_that_is_named_with_its_amount():
    text = "财政收入达到9亿元，比“十五”计划目标8亿元超过1亿元。"
    assert told(text, "measure", "compared_to", "status") == [
        ("level", None, "actual"),
        ("level", None, "target"),
        ("change", "plan", "actual"),
    ]
