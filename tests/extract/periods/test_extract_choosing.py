"""Which period of a sentence or a heading a figure takes."""

import pytest
from extract.claims.figures import told

from include.extract.periods.choosing import heading_period, is_past, listed_periods


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        pytest.param("2016年，产值5亿元，比2010年增长8%。", ["2016年"] * 2, id="a base is no period"),
        pytest.param(
            "2016年产值5亿元，比2010年的3亿元增加2亿元。", ["2016年", "2010年", "2016年"], id="the base's own amount"
        ),
        pytest.param("2014年底贫困人口8万人，发生率由12%下降到4%。", ["2014年底"] * 3, id="no origin named"),
        pytest.param("贫困人口由2014年底的8万人减少到2018年底的1万人。", ["2014年底", "2018年底"], id="from and to"),
        pytest.param(
            "2015年，与2010年相比，产值由3亿元增加到5亿元。",
            ["2010年", "2015年"],
            id="the base is where it starts from",
        ),
        pytest.param(
            "过去五年，产值由2011年的3亿元增加到2016年的5亿元，累计投资9亿元。",
            ["2011年", "2016年", "过去五年"],
            id="累计",
        ),
        pytest.param(
            "2020年，产值3亿元，五年年均增长7%，税收1亿元。", ["2020年", "五年", "2020年"], id="for one clause"
        ),
        pytest.param("1—5月，事故7起，去年同期为9起，死亡3人。", ["1—5月", "去年同期", "1—5月"], id="an aside"),
        pytest.param(
            "上半年完成税收3亿元（一季度1亿元），增长8%。", ["上半年", "一季度", "上半年"], id="in parentheses"
        ),
        pytest.param("上半年完成税收3亿元，为全年任务的51%。", ["上半年"] * 2, id="of the year's task"),
        pytest.param("一、二季度工业增加值分别增长5.2%和6.8%。", ["一季度", "二季度"], id="a list with one unit"),
        pytest.param(
            "2018年、2019年，投资分别完成3亿元和4亿元。", ["2018年", "2019年"], id="a list in the clause before"
        ),
        pytest.param("力争投资增长8%，到2010年产值突破9亿元。", ["2010年"] * 2, id="a goal's time behind it"),
    ],
)
def test_periods_of_a_sentence(text, periods):
    assert told(text, "period") == periods


@pytest.mark.parametrize(
    ("heading", "status", "period"),
    [
        pytest.param("2018年预算执行情况和2019年预算草案", "actual", "2018年", id="results take the first"),
        pytest.param("2018年预算执行情况和2019年预算草案", "target", "2019年", id="goals take the last"),
        pytest.param("过去五年的工作", "target", None, id="nothing past for a goal"),
        pytest.param("工业", "actual", None, id="none"),
    ],
)
def test_periods_of_a_heading(heading, status, period):
    assert heading_period(heading, heading, 0, len(heading), status) == period


def test_past_periods_and_lists():
    assert [is_past(words) for words in ("去年", "1—6月", "截至目前", "今年", "2020年")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert listed_periods("一、二、三月") == ["一月", "二月", "三月"]
    assert listed_periods("2018年") == ["2018年"]
