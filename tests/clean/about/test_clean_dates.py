from datetime import date

import pytest

from include.clean.about.dates import are_apart, compact_date, date_in_url, first_date

TODAY = date(2024, 5, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("发布时间：2021年3月5日 09:30", "2021-03-05"),
        ("2021-03-05", "2021-03-05"),
        ("2021/3/5 8:00", "2021-03-05"),
        pytest.param("2017——04——12 21:37", "2017-04-12", id="D13 long dashes"),
        ("2021.03.05", "2021-03-05"),
        ("2021-03-05T20:30:00Z", "2021-03-06"),
        ("2021-03-05T20:30:00+08:00", "2021-03-05"),
        ("1614912000", "2021-03-05"),
        pytest.param("1970-01-01", None, id="D13 1970"),
        pytest.param("2031-01-01", None, id="D13 future"),
        pytest.param("2024-05-03 00:00", None, id="D13 the day after tomorrow"),
        ("2021-02-30", None),
        ("3月5日", None),
        ("电话 2021-1234567", None),
        ("２０２１年０３月０５日", "2021-03-05"),
        ("二〇二一年三月五日", "2021-03-05"),
        ("二○二一年十二月二十一日", "2021-12-21"),
        ("二零二一年三月三十日", "2021-03-30"),
        ("二〇二一年十三月五日", None),
        ("1614912000000", "2021-03-05"),
        (None, None),
    ],
)
def test_dates(text, day):
    assert first_date(text, TODAY) == day


def test_compact_dates_are_read_only_where_a_date_is_expected():
    assert compact_date("20210305093000", TODAY) == "2021-03-05"
    assert first_date("20210305093000", TODAY) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("http://a.example/art/2021/3/5/art_1_2.html", "2021-03-05"),
        ("http://a.example/zw/202103/t20210305_77.html", "2021-03-05"),
        ("http://a.example/2021-03/05/content_9.htm", "2021-03-05"),
        ("http://a.example/c3/20210305_1.html", "2021-03-05"),
        ("http://a.example/post_2021.html", None),
        ("http://a.example/8820210305991.html", None),
    ],
)
def test_dates_in_urls(url, day):
    assert date_in_url(url, TODAY) == day


def test_full_width_digits_are_read_in_compact_dates():
    assert compact_date("２０２１０３０５", TODAY) == "2021-03-05"


@pytest.mark.parametrize(
    ("day", "other", "apart"),
    [
        ("2021-03-05", "2021-03-12", False),
        ("2021-03-05", "2021-03-13", True),
        ("2021-03-05", "2019-03-05", True),
        ("2021-03-05", None, False),
        (None, "2021-03-05", False),
    ],
)
def test_a_listing_may_be_some_days_off(day, other, apart):
    assert are_apart(day, other) is apart
