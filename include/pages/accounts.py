"""What the pages say about runs: the balance that the report prints, read again from the rows."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, and_, func, or_, select

from include.load import balance, tables
from include.pages.sources import states_of_run
from include.runtime.report import summarise

LATEST_RUNS = 20
SHOWN_LINKS = 100  # of those that did not land
SHOWN_QUARANTINE = 100


def latest_runs(connection: Connection) -> list[dict[str, Any]]:
    """The runs that landed last, newest first, each with its `total` and its `observations`."""
    query = select(tables.run).order_by(tables.run.c.started_at.desc()).limit(LATEST_RUNS)
    runs = [dict(row) for row in connection.execute(query).mappings()]
    return [{**run, **_summary(connection, run["run_id"])} for run in runs]


def run_account(connection: Connection, run_id: str) -> dict[str, Any] | None:
    """One run, whole: its row, loads, account and state by source, checks and the links that did not land.

    None where the warehouse has no such run.
    """
    row = connection.execute(select(tables.run).where(tables.run.c.run_id == run_id)).mappings().one_or_none()
    if row is None:
        return None
    load = tables.load.c
    loads = connection.execute(select(tables.load).where(load.run_id == run_id).order_by(load.committed_at))
    states = states_of_run(connection, run_id)
    return {
        **row,
        **_summary(connection, run_id, planned=tuple(states)),
        "states": states,
        "loads": loads.mappings().all(),
        **_checks(connection, run_id),
        "not_landed": _not_landed(connection, run_id),
    }


def open_quarantine(connection: Connection) -> tuple[Sequence[RowMapping], int]:
    """The pages in quarantine, the newest first, and how many there are in all."""
    quarantine, load = tables.quarantine.c, tables.load.c
    is_open = quarantine.closed_load.is_(None)
    query = (
        select(tables.quarantine, load.committed_at, load.run_id)
        .join(tables.load, load.load_id == quarantine.first_load)
        .where(is_open)
        .order_by(load.committed_at.desc(), quarantine.source, quarantine.url)
        .limit(SHOWN_QUARANTINE)
    )
    total = connection.scalar(select(func.count()).select_from(tables.quarantine).where(is_open)) or 0
    return connection.execute(query).mappings().all(), total


def _summary(connection: Connection, run_id: str, planned: Sequence[str] = ()) -> dict[str, Any]:
    return summarise(
        planned=planned,
        source_runs=(),
        links=balance.links_by_source(connection, run_id),
        observations=balance.observations(connection, run_id),
        failed_tasks=(),
        failed_checks=(),
    )


def _checks(connection: Connection, run_id: str) -> dict[str, Any]:
    found = balance.checks(connection, run_id)
    return {"checks": len(found), "failed_checks": [row for row in found if not row["passed"]]}


def _not_landed(connection: Connection, run_id: str) -> Sequence[RowMapping]:
    """Links without an attempt, or whose last one brought nothing; at most one more than are shown."""
    listing, fetch, quarantine = tables.listing.c, tables.fetch.c, tables.quarantine.c
    later = tables.fetch.alias()
    is_last = ~(
        select(later.c.attempt)
        .where(
            later.c.run_id == fetch.run_id,
            later.c.source == fetch.source,
            later.c.page_id == fetch.page_id,
            later.c.attempt > fetch.attempt,
        )
        .exists()
    )
    same = and_(listing.run_id == fetch.run_id, listing.source == fetch.source, listing.page_id == fetch.page_id)
    landed = or_(fetch.outcome == "unchanged", and_(fetch.outcome == "fetched", fetch.disposition == "accepted"))
    refused = and_(quarantine.page_id == fetch.page_id, quarantine.body_sha256 == fetch.body_sha256)
    query = (
        select(
            *(listing.source, listing.title, listing.url),
            *(fetch.outcome, fetch.disposition, fetch.status, fetch.attempt),
            func.coalesce(fetch.reason, quarantine.reason).label("reason"),
            func.coalesce(fetch.message, quarantine.message).label("message"),
        )
        .select_from(tables.listing.outerjoin(tables.fetch, same).outerjoin(tables.quarantine, refused))
        .where(listing.run_id == run_id, is_last, ~func.coalesce(landed, False))
        .order_by(listing.source, fetch.outcome, listing.url)
        .limit(SHOWN_LINKS + 1)
    )
    return connection.execute(query).mappings().all()
