"""Lands one run in one transaction: all of it or nothing, and the same input only once."""

from datetime import UTC, datetime

from sqlalchemy import Connection, select

from include.database import hold_lock, insert_missing, upsert
from include.discover.canonical import CANONICALISER_VERSION
from include.load import merge, tables
from include.load.accounts import fetch_rows, listing_rows
from include.load.gone import mark_gone
from include.load.page_keys import check_page_keys
from include.load.staged import StagedRun

WRITER_LOCK = 20260401  # any number that nothing else in the database uses


def load_run(connection: Connection, staged: StagedRun) -> str:
    """Write everything that `staged` holds; gives the load's id. The caller owns the transaction.

    Does nothing when this load was committed before, e.g. by a try whose reply was lost. ConfigurationError where
    the warehouse was written with other rules for page ids.
    """
    hold_lock(connection, WRITER_LOCK)
    load_id = staged.load_id
    if connection.scalar(select(tables.load.c.load_id).where(tables.load.c.load_id == load_id)):
        return load_id
    check_page_keys(connection)
    _write_run(connection, staged, load_id)
    _write_fetches(connection, staged)
    current = merge.pages(connection, staged.released, load_id)
    merge.speeches(connection, staged.released, current, load_id)
    merge.segments(connection, staged)
    merge.statements(connection, staged, current, load_id)
    merge.quarantine(connection, staged, load_id)
    merge.sightings(connection, staged.attempts)
    mark_gone(connection, staged.attempts)
    insert_missing(connection, tables.check_result, [{"load_id": load_id, **check} for check in staged.checks])
    return load_id


def _write_run(connection: Connection, staged: StagedRun, load_id: str) -> None:
    upsert(connection, tables.source, staged.sources)
    insert_missing(
        connection,
        tables.run,
        [
            {
                "run_id": staged.run_id,
                "run_type": staged.run_type,
                "partition_key": staged.partition_key,
                "window_first": staged.window_first,
                "window_last": staged.window_last,
                "started_at": staged.started_at,
            }
        ],
    )
    row = {
        "load_id": load_id,
        "run_id": staged.run_id,
        "committed_at": datetime.now(UTC),
        "observations_staged": staged.observation_count,
        "rules_version": staged.rules_version,
        "canonicaliser_version": CANONICALISER_VERSION,
    }
    insert_missing(connection, tables.load, [row])


def _write_fetches(connection: Connection, staged: StagedRun) -> None:
    bodies = {a.body_sha256: a for a in staged.attempts if a.body_sha256 and a.outcome in ("fetched", "unchanged")}
    rows = [
        {"body_sha256": sha, "bytes": attempt.body_bytes or 0, "media_type": attempt.media_type}
        for sha, attempt in bodies.items()
    ]
    rows += [
        {"body_sha256": part.body_sha256, "bytes": part.body_bytes or 0, "media_type": part.media_type_found}
        for attempt in bodies.values()
        for part in attempt.parts
        if part.body_sha256
    ]
    insert_missing(connection, tables.body, rows)
    upsert(connection, tables.listing, listing_rows(staged))
    upsert(connection, tables.fetch, fetch_rows(staged))
