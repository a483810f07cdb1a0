"""How periods carry: paragraph, heading, section, title."""

import pytest
from extract.claims.figures import told

REPORT = """青溪县2016年政府工作报告
一、过去一年的工作
2015年，完成产值5亿元。去年新建学校3所。
新建公路9公里。
6月末，贷款余额2亿元。
改造小区4个。
二、2016年工作安排
新建学校6所。
"""


def test_a_report():
    assert told(REPORT, "quote", "period") == [
        ("5亿元", "2015年"),
        ("3所", "去年"),
        ("9公里", "2015年"),  # 去年 does not take the place of the year that was named
        ("2亿元", "6月末"),
        ("4个", "2015年"),  # nor does a month's end
        ("6所", "2016年"),
    ]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        pytest.param(
            "2015年，产值5亿元。\n全年新建学校3所，改造小区2个。\n",
            ["2015年", "全年", "全年"],
            id="全年 in its sentence",
        ),
        pytest.param(
            "一、2015年工作\n高新技术产业产值达到5亿元，近3年增长20%。新建学校3所。\n",
            ["2015年", "近3年", "2015年"],
            id="近3年 is not carried",
        ),
        pytest.param("从前两个月的指标来看，完成投资5亿元。\n", ["前两个月"], id="从…来看 is no source"),
        pytest.param("一、2015年工作回顾\n提出了产值增长8%的目标。\n", [None], id="a review's year is not for a goal"),
        pytest.param("上半年，产值5亿元。要新建学校3所。\n", ["上半年", None], id="nothing past for a goal"),
        pytest.param(
            "第四季度全县经济工作会议上的讲话\n完成税收5亿元。\n", [None], id="a meeting's time is not the figure's"
        ),
        pytest.param(
            "报告提出今年发展的主要预期目标——产值增长8%，税收增长6%。\n",
            ["今年"] * 2,
            id="of listed goals",
        ),
        pytest.param(
            "上半年，用电量增长6%。货运量6月份增长9.4%，较4月提升2.1个百分点。\n",
            ["上半年", "6月份", "6月份"],
            id="how the figure before moved",
        ),
        pytest.param(
            "据统计局发布：前三季度，全县完成产值52亿元。商业增加值9亿元。\n", ["前三季度"] * 2, id="behind a colon"
        ),
        pytest.param(
            "2019年，产值5亿元。\n首先，为了便于比较，回顾一下一季度各乡镇完成的数据：\n税收1亿元。\n存款3亿元。\n",
            ["2019年", "一季度", "2019年"],
            id="a line that leads a paragraph in",
        ),
        pytest.param(
            "今年以来，运行平稳。在二季度全市考核中表现突出。新开工项目36个。\n", ["今年以来"], id="an assessment"
        ),
        pytest.param(
            "二、目标\n到2010年，产值达到9亿元。税收达到2亿元。\n", ["2010年"] * 2, id="a goal's time carries"
        ),
    ],
)
def test_carrying(text, periods):
    assert told(text, "period") == periods


def test_the_period_is_spelt_as_in_the_text():
    assert told("截止 2009年底，沼气用户达到12万户。", "period") == ["截止 2009年底"]
