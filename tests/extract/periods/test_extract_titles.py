"""The period of a title."""

import pytest
from extract.claims.figures import told

from include.extract.periods.titles import TitlePeriod, title_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        pytest.param("青溪县2015年统计公报\n综合\n", TitlePeriod("2015年", None), id="communiqué"),
        pytest.param("2019年上半年经济运行情况\n", TitlePeriod("2019年上半年", None), id="part of a year"),
        pytest.param(
            "关于2018年预算执行情况和2019年预算草案的报告\n", TitlePeriod("2018年", "2019年"), id="results and goals"
        ),
        pytest.param("2018年政府工作报告\n", TitlePeriod(None, "2018年"), id="a report's year is what it plans for"),
        pytest.param("2018年，经济运行情况良好。\n", TitlePeriod(), id="a sentence is no title"),
        pytest.param("在2018年工作会议上的讲话\n", TitlePeriod(), id="a speech"),
        pytest.param("\n" * 20 + "2018年统计公报\n", TitlePeriod(), id="too far down"),
    ],
)
def test_titles(text, period):
    assert title_period(text, text) == period


def test_a_title_dates_what_nothing_else_dates():
    text = "青溪县2015年国民经济和社会发展统计公报\n二、农业\n粮食种植面积42万亩，比上年减少1万亩。\n"
    assert told(text, "period") == ["2015年", "2015年"]
