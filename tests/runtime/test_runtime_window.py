"""Which listed dates a run takes, for every kind of run."""

from datetime import UTC, date, datetime

import pytest

from include.errors import ConfigurationError
from include.runtime.window import window_of
from include.settings import LOOKBACK_DAYS

NOON = datetime(2024, 3, 10, 4, tzinfo=UTC)  # noon in Shanghai


def days(window):
    return window.first.isoformat(), window.last.isoformat()


@pytest.mark.parametrize(
    ("run_type", "key", "params", "expected"),
    [
        pytest.param("scheduled", "2024-03-09", {}, ("2024-03-06", "2024-03-09"), id="nightly-looks-back"),
        pytest.param("scheduled", "2024-03-01", {}, ("2024-02-27", "2024-03-01"), id="nightly-over-a-leap-day"),
        pytest.param("backfill", "2024-03-05", {}, ("2024-03-05", "2024-03-05"), id="backfill-its-own-day"),
        pytest.param("manual", "2024-03-05", {}, ("2024-03-05", "2024-03-05"), id="manual-of-a-partition"),
        pytest.param(
            "manual", None, {"from_date": "2022-01-01", "to_date": "2023-12-31"}, ("2022-01-01", "2023-12-31"),
            id="manual-window",
        ),
        pytest.param("manual", None, {"from_date": "2024-03-02"}, ("2024-03-02", "2024-03-02"), id="from-only"),
        pytest.param("manual", None, {"to_date": "2024-03-02"}, ("2024-03-02", "2024-03-02"), id="to-only"),
        pytest.param(
            "manual", None, {"from_date": "2024-03-02", "to_date": "2024-03-02"}, ("2024-03-02", "2024-03-02"),
            id="one-day",
        ),
        pytest.param(
            "manual", "2024-03-05", {"from_date": "2024-03-02"}, ("2024-03-02", "2024-03-02"), id="dates-before-key"
        ),
        pytest.param("manual", None, {"from_date": None, "to_date": ""}, ("2024-03-06", "2024-03-09"), id="no-dates"),
    ],
)  # fmt: skip
def test_the_window_of_a_run(run_type, key, params, expected):
    assert days(window_of(run_type, key, params, NOON)) == expected


def test_the_look_back_is_the_setting():
    window = window_of("scheduled", "2024-03-09", {}, NOON)
    assert (window.last - window.first).days == LOOKBACK_DAYS


@pytest.mark.parametrize(
    ("now", "yesterday"),
    [
        pytest.param(datetime(2024, 3, 9, 15, 59, tzinfo=UTC), date(2024, 3, 8), id="23:59-in-shanghai"),
        pytest.param(datetime(2024, 3, 9, 16, 0, tzinfo=UTC), date(2024, 3, 9), id="midnight-in-shanghai"),
        pytest.param(datetime(2024, 3, 9, 23, 30, tzinfo=UTC), date(2024, 3, 9), id="utc-is-still-the-day-before"),
    ],
)
def test_yesterday_is_shanghais(now, yesterday):
    assert window_of("manual", None, {}, now).last == yesterday


def test_from_after_to_is_named():
    params = {"from_date": "2024-03-05", "to_date": "2024-03-04"}
    with pytest.raises(ConfigurationError, match="2024-03-05 lies after to_date 2024-03-04"):
        window_of("manual", None, params, NOON)


@pytest.mark.parametrize("bad", ["2024-02-30", "01.03.2024", "2024-3-1", "昨天"])
@pytest.mark.parametrize("field", ["from_date", "to_date"])
def test_a_bad_date_is_named(field, bad):
    with pytest.raises(ConfigurationError, match=bad):
        window_of("manual", None, {field: bad}, NOON)


@pytest.mark.parametrize("bad", ["2024-03-011", "2024-03-01 bis 2024-03-05", "2024-03-01/2024-03-05"])
def test_what_follows_a_date_is_not_dropped(bad):
    with pytest.raises(ConfigurationError, match="2024-03-01"):
        window_of("manual", None, {"from_date": bad}, NOON)
