from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from include.discover.coverage import Span, day_after, newest_gap, settled_until, settles_at

DAY = timedelta(days=1)
START = date(2024, 1, 1)


def days(first, last):
    return Span(START + first * DAY, START + last * DAY)


@pytest.mark.parametrize(
    ("covered", "gap"),
    [
        pytest.param([], (0, 9), id="nothing covered"),
        pytest.param([(0, 9)], None, id="all covered"),
        pytest.param([(-5, 4), (5, 20)], None, id="covered by two"),
        pytest.param([(5, 20)], (0, 4), id="the older days"),
        pytest.param([(0, 4)], (5, 9), id="the newer days"),
        pytest.param([(0, 2), (4, 6)], (7, 9), id="the newest of two gaps"),
        pytest.param([(0, 2), (6, 9), (4, 4)], (5, 5), id="between"),
        pytest.param([(20, 30)], (0, 9), id="covered elsewhere"),
    ],
)
def test_the_newest_run_of_days_that_nothing_covers(covered, gap):
    assert newest_gap(days(0, 9), [days(*span) for span in covered]) == (days(*gap) if gap else None)


@given(st.lists(st.tuples(st.integers(-3, 12), st.integers(-3, 12)).map(sorted), max_size=5))
def test_the_newest_gap_is_what_counting_days_gives(covered):
    missing = [n for n in range(10) if not any(first <= n <= last for first, last in covered)]
    gap = newest_gap(days(0, 9), [days(*span) for span in covered])
    if not missing:
        assert gap is None
        return
    lowest = max(missing)
    while lowest - 1 in missing:
        lowest -= 1
    assert gap == days(lowest, max(missing))


def test_the_night_after_the_third_day_settles_a_day():
    zone, day = ZoneInfo("Asia/Shanghai"), date(2024, 3, 5)
    assert settles_at(day) == datetime(2024, 3, 9, tzinfo=zone).timestamp()
    assert settled_until(settles_at(day)) == day
    assert settled_until(settles_at(day) - 1) == day - DAY


def test_the_last_days_of_the_calendar_do_no_harm():
    assert settles_at(date.max) == float("inf")
    assert day_after("9999-12-31") == "9999-12-31"
    assert day_after("2024-02-29") == "2024-03-01"
