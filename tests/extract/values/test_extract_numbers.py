"""Numerals without a unit."""

import pytest

from include.extract.values.numbers import about_two, parse_arabic, parse_chinese, scaled


@pytest.mark.parametrize(
    ("words", "value"),
    [
        pytest.param("三十六", 36, id="tens"),
        pytest.param("十五", 15, id="leading ten"),
        pytest.param("两千零八", 2008, id="zero inside"),
        pytest.param("三亿五千万", 350_000_000, id="myriads"),
        pytest.param("二零一九", 2019, id="digit by digit"),
        pytest.param("零", 0, id="zero"),
    ],
)
def test_chinese_numerals_have_a_value(words, value):
    assert parse_chinese(words) == value


def test_separators_do_not_change_an_arabic_numeral():
    assert parse_arabic("1,234,567.5") == 1234567.5


def test_scaling_is_decimal_not_binary():
    assert scaled(1207.3, 1e8) == 120_730_000_000
    assert scaled(None, 1e8) is None


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("一两", id="about one or two"),
        pytest.param("三五", id="about three to five"),
        pytest.param("亿" * 21, id="too long"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_words_are_no_numeral(words):
    assert parse_chinese(words) is None


def test_a_number_that_no_float_holds_is_none():
    assert parse_arabic("9" * 400) is None
    assert parse_arabic("12。5") == 12.5


def test_neighbouring_digits_stand_for_two_numerals():
    assert about_two("三四百") == ("三百", "四百")
    assert about_two("三百四") is None
    assert about_two("三五百") is None
