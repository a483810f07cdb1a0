from datetime import date

import pytest

from include.platforms.dates import day_of, newest_first

DAY = date(2024, 3, 5)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("2024-03-05", id="ISO"),
        pytest.param("2024-03-05 10:00:00", id="with a time"),
        pytest.param("2024-03-05 10:00:00.0", id="with a fraction"),
        pytest.param("2024-03-05T10:00:00.1234567+08:00", id="seven digits of a second"),
        pytest.param("2024-03-04T16:00:00.000+00:00", id="midnight in Shanghai, told in UTC"),
        pytest.param("2024-03-04T16:00:00Z", id="Z"),
        pytest.param("2024年3月5日", id="Chinese"),
        pytest.param("2024/3/5", id="slashes"),
        pytest.param("20240305", id="compact"),
        pytest.param("20240305101500", id="compact with a time"),
        pytest.param(20240305, id="compact number"),
        pytest.param(1709568000, id="seconds"),
        pytest.param(1709568000000, id="milliseconds"),
        pytest.param("1709568000000", id="milliseconds as text"),
        pytest.param("/Date(1709568000000+0800)/", id=".NET"),
        pytest.param("Mon, 04 Mar 2024 16:00:00 GMT", id="RFC 822, GMT"),
        pytest.param("Mon, 04 Mar 2024 16:00:00 -0000", id="RFC 5322, -0000"),
        pytest.param("Tue, 05 Mar 2024 00:30:00 +0800", id="RFC 822, +0800"),
        pytest.param("Tue, 05 Mar 2024 23:00:00", id="RFC 822 without a zone"),
        pytest.param("Tue Mar 05 23:00:00 CST 2024", id="China Standard Time"),
    ],
)
def test_d13_a_day_in_any_spelling_is_the_day_in_shanghai(value):
    assert day_of(value) == DAY


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(None, id="null"),
        pytest.param("", id="empty"),
        pytest.param(0, id="zero"),
        pytest.param(True, id="true"),
        pytest.param("2024-13-05", id="no month"),
        pytest.param("20241350", id="no month, compact"),
        pytest.param("0001-01-01T00:00:00", id="a database's null"),
        pytest.param("9999-12-31T23:59:59Z", id="beyond the calendar"),
        pytest.param("置顶", id="words"),
        pytest.param("9" * 400, id="digits"),
        pytest.param({"time": 1709568000000}, id="an object"),
    ],
)
def test_d13_what_is_no_day_is_none(value):
    assert day_of(value) is None


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param([9, 8, 8, 5], True, id="newest first"),
        pytest.param([1, 9, 8, 8, 5, 4], True, id="one is pinned"),
        pytest.param([5, None, 4], True, id="undated between"),
        pytest.param([], True, id="none"),
        pytest.param([3, 4, 5, 6], False, id="oldest first"),
        pytest.param([3, 9, 1, 8, 2, 7], False, id="by relevance"),
    ],
)
def test_whether_entries_stand_newest_first(days, expected):
    assert newest_first([date(2024, 3, day) if day else None for day in days]) is expected
