import time

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from include.segment.numbers import numbers


def found(text):
    return [text[start:end] for start, end in numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("共14,502人", ["14,502人"], id="thousands"),
        pytest.param("共14，502人", ["14，502人"], id="full-width-comma"),
        pytest.param("占31.6%", ["31.6%"], id="percent"),
        pytest.param("占３１．６％", ["３１．６％"], id="full-width"),
        pytest.param("升2.7个百分点", ["2.7个百分点"], id="points"),
        pytest.param("1—6月", ["1—6月"], id="months"),
        pytest.param("7.25亿元", ["7.25亿元"], id="scale"),
        pytest.param("6亿多元", ["6亿多元"], id="more-than"),
        pytest.param("装机5万千瓦，线路220千伏", ["5万千瓦", "220千伏"], id="thousand-inside-a-unit"),
        pytest.param("完成 10.43 亿元", ["10.43 亿元"], id="space-before-the-unit"),
        pytest.param("居第 7 位、第8位", ["第 7 位", "第8位"], id="rank"),
        pytest.param("2013-2015年", ["2013-2015年"], id="years"),
        pytest.param("2015年底、6月末、8月上旬", ["2015年底", "6月末", "8月上旬"], id="ends-of-dates"),
        pytest.param("2015年度假区", ["2015年"], id="a-word-that-opens-like-an-end"),
        pytest.param("8日上午9时30分", ["8日", "9时30分"], id="time-of-day"),
        pytest.param("约8%—10%", ["8%—10%"], id="range"),
        pytest.param("三百二十万亩", ["三百二十万亩"], id="numerals"),
        pytest.param("二十五家、百分之十二、三分之二", ["二十五家", "百分之十二", "三分之二"], id="numerals-and-parts"),
        pytest.param("十四五时期千方百计，十分重要，万众一心，一心一意", [], id="set-phrases-of-numerals"),
        pytest.param("X亿元、××个、XX.X%", ["X亿元", "××个", "XX.X%"], id="masked"),
        pytest.param("□□户、X个季度", ["□□户", "X个季度"], id="masked-otherwise"),
        pytest.param("XX县", [], id="masked-name"),
        pytest.param("20XX年底", ["20XX年底"], id="masked-year"),
        pytest.param("18万人口", ["18万"], id="unit-that-opens-a-word"),
        pytest.param("35微克/立方米", ["35微克/立方米"], id="compound-unit"),
        pytest.param("养了37槽，", ["37槽"], id="a-unit-of-no-list"),
        pytest.param("PM2.5浓度25，CO2和5G", ["25"], id="names-with-a-figure"),
        pytest.param("12，34", ["12", "34"], id="comma-between-numbers"),
        pytest.param("8.3：45.5：46.2", ["8.3", "45.5", "46.2"], id="ratio"),
        pytest.param("五位一体", [], id="set-phrase"),
    ],
)
def test_numbers(text, expected):
    assert found(text) == expected


@limits(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("13.,，%％-至万亿元人年月第百分之一十XX× \ud800\x00　。是Ab"), max_size=60))
def test_numbers_stand_in_order_and_never_overlap(text):
    end = 0
    for span in numbers(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@pytest.mark.parametrize("piece", ["1", "1,1", "1-", "X", "万", "一", "第 ", "1.", "亿元", "\ud800"])
def test_time_grows_with_the_text_only(piece):
    began = time.monotonic()
    list(numbers(piece * (20_000 // len(piece))))
    assert time.monotonic() - began < 3
