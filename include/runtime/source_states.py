"""Gathers what a run saw of each of its sources, judges it and keeps the outcome: in the state, for the warehouse."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from include.discover.coverage import listing_key
from include.runtime import source_history
from include.runtime.health import LISTING, WELL, Health, LinkEnds, Seen, judge
from include.runtime.ledger_tables import listed_entry
from include.runtime.state import State
from include.runtime.state_tables import attempt, listing_read
from include.settings import TIMEZONE
from include.sources.schema import Source

MAPPED_TASK = re.compile(r"ingest_source\.(?:discover|fetch)_(\d+)")  # Airflow's name for one source's instance


def settle(
    state: State,
    run_id: str,
    sources: Sequence[Source],
    failed_tasks: Iterable[str],
    failed_checks: Sequence[Mapping[str, Any]],
) -> list[dict[str, Any]]:
    """A row of `source_state` for each of the run's sources, in their order, which is that of the mapped tasks.

    Keeps each change of state. May be called again: by a retry, or when a part of the run was cleared. A run that
    asked the site nothing carries the present state on; a source of which nothing at all is known has no row.
    """
    now = datetime.now(UTC)
    today = now.astimezone(ZoneInfo(TIMEZONE)).date()
    listings = {row["source"]: row for row in state.source_runs(run_id)}
    pages, links, tasks = _listing_pages(state, run_id), link_ends(state, run_id), _by_source(sources, failed_tasks)
    rows = []
    for source in sources:
        seen = Seen(
            listings.get(source.name),
            pages.get(source.name, 0),
            links.get(source.name, LinkEnds()),
            newest_listed(state, source, today),
            tasks.get(source.name, ()),
            [row for row in failed_checks if row["source"] == source.name],
        )
        if found := _noted(state, run_id, source, seen, judge(seen, source.quiet_days, today), now):
            rows.append(_row(run_id, source.name, seen, *found))
    return rows


def link_ends(state: State, run_id: str) -> dict[str, LinkEnds]:
    """How the links of a run ended, by source: the last attempt at each counts."""
    columns = (attempt.c.source, attempt.c.page_id, attempt.c.outcome, attempt.c.reason, attempt.c.transient)
    query = select(*columns, attempt.c.requested_at).where(attempt.c.run_id == run_id).order_by(attempt.c.attempt)
    last = {(row["source"], row["page_id"]): row for row in state.read(query)}
    of_source: dict[str, list[Any]] = {}
    for row in last.values():
        of_source.setdefault(row["source"], []).append(row)
    return {
        source: LinkEnds(
            Counter((row["outcome"], row["reason"]) for row in rows),
            Counter(row["reason"] or row["outcome"] for row in rows if row["transient"]),
            max(datetime.fromisoformat(row["requested_at"]) for row in rows),
        )
        for source, rows in of_source.items()
    }


def newest_listed(state: State, source: Source, today: date) -> date | None:
    """The newest day that the ledger has of a source's listings; one in the future is a slip of the site's."""
    table, keys = listed_entry.c, [listing_key(source, section) for section in source.sections]
    newest = select(func.max(table.listed_on).label("day"))
    (row,) = state.read(newest.where(table.listing.in_(keys), table.listed_on <= today.isoformat()))
    return date.fromisoformat(row["day"]) if row["day"] else None


def _noted(
    state: State, run_id: str, source: Source, seen: Seen, health: Health, now: datetime
) -> tuple[Health, datetime] | None:
    """The state that holds after the run, and since when; what it found is kept where it is news."""
    asked_at, kept = _asked_at(seen), source_history.present(state, source.name)
    failed = bool(seen.failed_tasks or seen.failed_checks)
    spared = health.state in WELL and not seen.tells_of_the_listing
    nothing_new = (asked_at is None and not failed) or (spared and kept is not None and kept["about"] == LISTING)
    if not nothing_new:
        return health, source_history.note(state, source.name, run_id, health, asked_at or now)
    if kept is None:
        return None
    return Health(*(kept[name] for name in Health._fields)), source_history.moment(kept["since"])


def _asked_at(seen: Seen) -> datetime | None:
    """When the run last asked the site, or was kept from it."""
    times = [seen.links.asked_at] if seen.links.asked_at else []
    if seen.listing is not None and seen.tells_of_the_listing:
        times.append(source_history.moment(seen.listing["noted_at"]))
    return max(times, default=None)


def _row(run_id: str, source: str, seen: Seen, health: Health, since: datetime) -> dict[str, Any]:
    listing = seen.listing or {"entries": 0, "links": 0, "skipped": {}, "stopped": {}}
    return {
        "run_id": run_id,
        "source": source,
        "state": health.state,
        "since": since,
        "reason": health.reason,
        "message": health.message,
        "asked_at": _asked_at(seen),
        "newest_listed": seen.newest_listed,
        "listing_pages": seen.listing_pages,
        **{name: listing[name] for name in ("entries", "links", "skipped", "stopped")},
    }


def _listing_pages(state: State, run_id: str) -> dict[str, int]:
    rows = state.read(select(listing_read.c.source, listing_read.c.pages).where(listing_read.c.run_id == run_id))
    return {row["source"]: row["pages"] for row in rows}


def _by_source(sources: Sequence[Source], failed_tasks: Iterable[str]) -> dict[str, list[str]]:
    """The failed instances of discover and fetch, by the source that each was mapped to."""
    found: dict[str, list[str]] = {}
    for name in failed_tasks:
        match = MAPPED_TASK.fullmatch(name)
        if match and int(match[1]) < len(sources):
            found.setdefault(sources[int(match[1])].name, []).append(name)
    return found
