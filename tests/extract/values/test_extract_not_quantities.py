"""Numbers that are no quantities."""

import pytest

from include.extract.values.folding import fold
from include.extract.values.not_quantities import excluded_spans, is_own_point, is_specification, is_threshold


def left(text):
    """The digits of a text that are not excluded."""
    folded = fold(text)
    for start, end in excluded_spans(folded):
        folded = folded[:start] + " " * (end - start) + folded[end:]
    return [word for word in folded.split() if any(char.isdigit() for char in word)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2012.3.5印发", id="dotted date"),
        pytest.param("20:30收看", id="time"),
        pytest.param("下午3点开会", id="hour"),
        pytest.param("前3季度，1—2季度", id="quarters"),
        pytest.param("第3次会议，第2、4、5项", id="ordinals"),
        pytest.param("四届5次全会", id="sessions"),
        pytest.param("5A级景区、4K、8K、5G、3D", id="grades and standards"),
        pytest.param("COVID-19、PM2.5、H7N9、G20、K12+300", id="names in letters"),
        pytest.param("“2+26”、1+3+N", id="sums as names"),
        pytest.param("注[1]、〔2〕", id="footnotes"),
        pytest.param("318国道、12345市民热线、119联动", id="numbered names"),
    ],
)
def test_names_dates_and_ordinals_are_excluded(text):
    assert left(text) == []


def test_a_span_of_years_is_no_date():
    assert left("使用年限延长到14年，") != []


@pytest.mark.parametrize(
    ("text", "before", "counted", "expected"),
    [
        pytest.param("以上项目", "引进5亿元", False, True, id="a noun behind"),
        pytest.param("以上，", "达到5亿元", False, False, id="a pause behind"),
        pytest.param("以上返乡青年", "培训", True, False, id="what was done"),
        pytest.param("以上自然村12个", "改造", True, True, id="another count behind"),
        pytest.param("以上养殖场", "规模", True, True, id="no verb before"),
    ],
)
def test_thresholds(text, before, counted, expected):
    assert is_threshold(text, 0, before, counted=counted) == expected


def test_own_points_and_sizes():
    assert is_own_point("5个方面", 1)
    assert not is_own_point("5个项目", 1)
    assert is_specification("110千伏变电站", 5, "千伏", "建成")
    assert not is_specification("用电110千瓦时，", 8, "千瓦时", "用电")
