"""Ratios and what only looks like one."""

import pytest

from include.extract.values.ratios import ratios


def read(text):
    return [(text[part.start : part.end], part.value) for part in ratios(text, lambda start, end: True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("结构为7.1:48.3:44.6", [("7.1", 7.1), ("48.3", 48.3), ("44.6", 44.6)], id="three parts"),
        pytest.param("占12:40:48", [("12", 12), ("40", 40), ("48", 48)], id="a whole without a name"),
        pytest.param("比例为12.3 : 40 : 47.7", [("12.3", 12.3), ("40", 40), ("47.7", 47.7)], id="spaces"),
        pytest.param("轻重工业比由38:62", [("38", 38), ("62", 62)], id="two parts with a name"),
        pytest.param(
            "比由9:47:44调整为8:46:46",
            [("9", 9), ("47", 47), ("44", 44), ("8", 8), ("46", 46), ("46", 46)],
            id="changed",
        ),
        pytest.param("比由X:X调整为31:X", [("X", None), ("X", None), ("31", 31), ("X", None)], id="masked"),
        pytest.param("收入比为2.45:1", [("2.45:1", 2.45)], id="to one"),
        pytest.param("比例为8.5%:91.5%", [("8.5%", 8.5), ("91.5%", 91.5)], id="per cent"),
        pytest.param("于20:30开始", [], id="time of day"),
        pytest.param("代码1:2:3", [], id="no whole"),
        pytest.param("比例" + ":".join("123456789"), [], id="too long a chain"),
    ],
)
def test_ratios(text, expected):
    assert read(text) == expected


def test_a_whole_that_is_a_date_is_none():
    assert list(ratios("占12:40:48", lambda start, end: False)) == []
