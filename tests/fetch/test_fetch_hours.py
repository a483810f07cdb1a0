from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from include.fetch.hours import is_open
from include.sources.parts import Hours

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("start", "end", "at", "is_it"),
    [
        pytest.param("08:00", "18:00", "08:00", True, id="C10 the start"),
        pytest.param("08:00", "18:00", "17:59", True, id="C10 within"),
        pytest.param("08:00", "18:00", "18:00", False, id="C10 the end"),
        pytest.param("08:00", "18:00", "03:00", False, id="C10 before"),
        pytest.param("22:00", "06:00", "23:30", True, id="C10 over midnight, before it"),
        pytest.param("22:00", "06:00", "00:00", True, id="C10 over midnight, at it"),
        pytest.param("22:00", "06:00", "05:59", True, id="C10 over midnight, behind it"),
        pytest.param("22:00", "06:00", "12:00", False, id="C10 over midnight, by day"),
        pytest.param("00:00", "00:00", "12:00", True, id="C10 all day"),
    ],
)
def test_c10_when_a_source_may_be_asked(start, end, at, is_it):
    hour, minute = map(int, at.split(":"))
    moment = datetime(2024, 3, 5, hour, minute, tzinfo=SHANGHAI).timestamp()
    assert is_open(Hours(start=start, end=end), moment) is is_it


def test_without_hours_any_time_is_right():
    assert is_open(None, 0.0)
