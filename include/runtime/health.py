"""How a source is, judged by what one run saw of it. A pure function: rows in, one word and its reason out.

| state | the source |
| --- | --- |
| red | is broken or down, keeps failing, or a check holds its rows: somebody must look |
| declined | does not want us: it declines its listing, or every link that was asked for |
| parked | is left alone for now: a long Retry-After, its hours, a robots.txt that cannot be had |
| quiet | is well, and has listed nothing new for longer than is usual for it |
| fresh | is well |
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

RED, DECLINED, PARKED, QUIET, FRESH = STATES = ("red", "declined", "parked", "quiet", "fresh")  # the worst first
WELL = frozenset({QUIET, FRESH})
LISTING = "listing"  # what a state may be about; and the reason of links that were lost
LOST_LINKS = "lost_links"
LISTING_STATES = {"broken": RED, "down": RED, "declined": DECLINED, "parked": PARKED}


@dataclass(frozen=True, slots=True)
class LinkEnds:
    """How the links of one source ended in a run, by the last attempt at each."""

    outcomes: Mapping[tuple[str, str | None], int] = field(default_factory=dict)  # by outcome and reason
    transient: Mapping[str, int] = field(default_factory=dict)  # by reason: worth another try when the tries were over
    asked_at: datetime | None = None  # the last request, UTC


@dataclass(frozen=True, slots=True)
class Seen:
    """What one run saw of one source. `listing` is its row in `source_run`; None where discover left none."""

    listing: Mapping[str, Any] | None
    listing_pages: int
    links: LinkEnds
    newest_listed: date | None  # of all that any run saw listed, not of this run's window
    failed_tasks: Sequence[str] = ()  # discover and fetch only
    failed_checks: Sequence[Mapping[str, Any]] = ()

    @property
    def tells_of_the_listing(self) -> bool:
        """Whether the listing was asked, or could not be: a run that the ledger spared the walk knows nothing new."""
        return self.listing is not None and (self.listing["status"] != "ok" or self.listing_pages > 0)


class Health(NamedTuple):
    """The state, what it was read off (listing, links, checks, tasks or dates), and why, in a word and in words."""

    state: str
    about: str
    reason: str | None = None
    message: str | None = None


def judge(seen: Seen, quiet_days: int, today: date) -> Health:
    """The state of a source after a run; `today` is the local day on which it ran, whatever its window."""
    return (
        _of_listing(seen.listing)
        or _of_links(seen.links)
        or _of_checks(seen.failed_checks)
        or _of_tasks(seen.failed_tasks)
        or _of_dates(seen, quiet_days, today)
    )


def _of_listing(listing: Mapping[str, Any] | None) -> Health | None:
    if listing is None or listing["status"] not in LISTING_STATES:
        return None
    return Health(LISTING_STATES[listing["status"]], LISTING, listing["reason"], listing["message"])


def _of_links(links: LinkEnds) -> Health | None:
    ends = {end: count for end, count in links.outcomes.items() if end[0] != "skipped" or end[1] == "robots"}
    asked = sum(ends.values())
    if lost := sum(links.transient.values()):
        message = f"{lost} of {asked} links could not be had, to the last try ({_counts(links.transient)})"
        return Health(RED, "links", LOST_LINKS, message)
    declined = _by_reason(ends, ("declined", "skipped"))
    if asked and declined.total() == asked:
        return Health(DECLINED, "links", _most(declined), f"all {asked} links were declined ({_counts(declined)})")
    if parked := _by_reason(ends, ("parked",)):
        return Health(PARKED, "links", _most(parked), f"{parked.total()} of {asked} links wait ({_counts(parked)})")
    return None


def _of_checks(checks: Sequence[Mapping[str, Any]]) -> Health | None:
    if not checks:
        return None
    failing = "; ".join(f"{row['check_name']}: {row['failed']} of {row['checked']} rows fail" for row in checks)
    return Health(RED, "checks", "held", f"its rows are held by a check ({failing})")


def _of_tasks(tasks: Sequence[str]) -> Health | None:
    return Health(RED, "tasks", "task", f"task {', '.join(tasks)} failed; its log says why") if tasks else None


def _of_dates(seen: Seen, quiet_days: int, today: date) -> Health:
    newest = seen.newest_listed
    if newest and (age := (today - newest).days) > quiet_days:
        message = f"its newest entry is of {newest}, {age} days ago; up to {quiet_days} are usual"
        return Health(QUIET, "dates", "no_new_entry", message)
    if newest is None and seen.listing is not None and seen.tells_of_the_listing and not seen.listing["entries"]:
        return Health(QUIET, "dates", "no_entry", "its listings show nothing")
    if seen.listing is None:
        return Health(FRESH, "dates")
    # a listing that is well may carry a remark: that the walk ended at the page limit
    return Health(FRESH, "dates", seen.listing["reason"], seen.listing["message"] if seen.listing["reason"] else None)


def _by_reason(ends: Mapping[tuple[str, str | None], int], outcomes: Sequence[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for (outcome, reason), count in ends.items():
        if outcome in outcomes:
            counts[reason or outcome] += count
    return counts


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda reason: (-counts[reason], reason))


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{reason} {count}" for reason, count in sorted(counts.items()))
