"""Which listed dates a run takes. One function decides, for nightly, backfilled and manual runs alike."""

from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from include.errors import ConfigurationError
from include.settings import LOOKBACK_DAYS, TIMEZONE


class Window(NamedTuple):
    """Both days inclusive, dates in Asia/Shanghai."""

    first: date
    last: date


def window_of(run_type: str, partition_key: str | None, params: dict[str, Any], now: datetime) -> Window:
    """The window of a run.

    A manual run takes its parameters `from_date` and `to_date` as one window. A backfilled run takes the day of
    its partition key and no other. A nightly run takes its day and looks back `LOOKBACK_DAYS`, because sites
    publish late; so does a manual run that names neither dates nor a day, for yesterday.
    """
    first, last = _day(params.get("from_date")), _day(params.get("to_date"))
    if first or last:
        window = Window(first or last, last or first)  # type: ignore[arg-type]
        if window.first > window.last:
            raise ConfigurationError(f"from_date {window.first} lies after to_date {window.last}")
        return window
    day = _day(partition_key)
    if day and run_type != "scheduled":
        return Window(day, day)
    day = day or now.astimezone(ZoneInfo(TIMEZONE)).date() - timedelta(days=1)
    return Window(day - timedelta(days=LOOKBACK_DAYS), day)


def _day(value: str | None) -> date | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ConfigurationError(f"{value!r} is no date of the form YYYY-MM-DD") from None
