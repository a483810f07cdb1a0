import pytest

from include.segment.extents import extent
from include.segment.lines import lines
from include.segment.markers import find_markers


@pytest.mark.parametrize(
    ("text", "heading", "own"),
    [
        pytest.param("一、稳住工业，扩大投资", "一、稳住工业，扩大投资", True, id="a-line-of-its-own"),
        pytest.param(
            "第二，要稳住工业，扩大投资。", "第二，要稳住工业，扩大投资。", True, id="own-line-with-full-stop"
        ),
        pytest.param("第二，稳住工业，扩大投资。今年要开工。", "第二，稳住工业", False, id="run-in"),
        pytest.param("1.稳住工业。今年要开工。", "1.稳住工业", False, id="run-in-sentence"),
        pytest.param("一、稳住工业 今年以来，形势向好。", "一、稳住工业", False, id="lost-line-break"),
        pytest.param("2、完成投资3.5亿元", "2、完成投资3.5亿元", False, id="a-line-with-a-figure-is-a-sentence-too"),
        pytest.param("2、完成投资12,345万元，超计划", "2、完成投资12,345万元", False, id="comma-in-a-number"),
        pytest.param("一、2016年工作回顾", "一、2016年工作回顾", True, id="a-year-is-no-figure"),
        pytest.param("1.扶持企业；", "1.扶持企业", False, id="an-item-of-a-list"),
    ],
)
def test_extent(text, heading, own):
    (line,) = lines(text)
    marker = find_markers(text, [line])[0]
    end, is_own, _ = extent(text, marker, line, line.end)
    assert (text[marker.start : end], is_own) == (heading, own)


def test_the_gap_ends_the_sentence():
    text = "一、稳住工业，扩大投资 今年以来，形势向好。"
    (line,) = lines(text)
    assert extent(text, find_markers(text, [line])[0], line, line.end).gap == text.index(" ")
