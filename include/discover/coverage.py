"""Which days of a listing need another look.

A walk has *passed* a day when it read a page whose newest date lies before it. That day is *settled* when the walk
began LOOKBACK_DAYS after it ended: sites publish late. A settled day that was passed is never looked at again; for
any other day, each run looks once.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from include.discover.canonical import CANONICALISER_VERSION
from include.ids import digest
from include.settings import LOOKBACK_DAYS, TIMEZONE
from include.sources.schema import Source

READING_VERSION = 1  # to be raised when the platforms or discover read listings differently
DAY = timedelta(days=1)


class Span(NamedTuple):
    """Days, both included."""

    first: date
    last: date


def listing_key(source: Source, section: str) -> str:
    """The key of one listing in the ledger: a hash of all that decides what it gives.

    A source file that is changed in any of this, or code that reads differently, begins a new ledger.
    """
    where = (source.name, source.base_url, section, *sorted(source.hosts))
    how = (source.platform, source.listing_rules, source.only, source.encoding)
    return digest("listing", READING_VERSION, CANONICALISER_VERSION, *where, *how)


def local_day(moment: float) -> date:
    """The day in Asia/Shanghai of a time in seconds since 1970."""
    return datetime.fromtimestamp(moment, ZoneInfo(TIMEZONE)).date()


def settles_at(day: date) -> float:
    """From when on a look at a day is the last one that is needed, in seconds since 1970."""
    if day > date.max - (LOOKBACK_DAYS + 1) * DAY:
        return float("inf")
    return datetime.combine(day + (LOOKBACK_DAYS + 1) * DAY, time.min, ZoneInfo(TIMEZONE)).timestamp()


def day_after(day: str) -> str:
    """The next ISO day; of the last there is, itself."""
    return (date.fromisoformat(day) + DAY).isoformat() if day < date.max.isoformat() else day


def settled_until(moment: float) -> date:
    """The last day that a walk settles which began at `moment`."""
    return local_day(moment) - (LOOKBACK_DAYS + 1) * DAY


def newest_gap(window: Span, covered: Iterable[Span]) -> Span | None:
    """The newest run of days of `window` that none of the spans covers; None where they cover it all."""
    last, lower = window.last, window.first
    spans = sorted(covered, key=lambda span: span.last, reverse=True)
    while covering := [span for span in spans if span.first <= last <= span.last]:
        reach = min(span.first for span in covering)
        if reach <= window.first:
            return None
        last = reach - DAY
    lower = max([lower, *(span.last + DAY for span in spans if span.last < last)])
    return Span(lower, last)
