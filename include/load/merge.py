"""How staged content meets what the warehouse holds: insert what is new, close what is gone, touch nothing else.

Every function is insensitive to the order in which runs land: the current version of a page is the one that was
fetched last, whichever load brings it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select, update

from include.database import insert_missing, upsert
from include.load import tables
from include.load.staged import StagedRun
from include.records import Fetched

CHUNK = 500  # ids in one IN (…): SQLite allows 32,766 parameters, PostgreSQL plans short lists better


def pages(connection: Connection, released: Sequence[Mapping[str, Any]], load_id: str) -> set[str]:
    """Write the page rows; gives the ids of those whose staged version is now the current one."""
    held = _rows(connection, tables.page, tables.page.c.page_id, [page["page_id"] for page in released])
    fetched_at = {row["page_id"]: _utc(row["fetched_at"]) for row in held}
    first_load = {row["page_id"]: row["first_load"] for row in held}
    newest = [
        page
        for page in released
        if page["page_id"] not in fetched_at
        or fetched_at[page["page_id"]] <= _utc(datetime.fromisoformat(page["fetched_at"]))
    ]
    upsert(connection, tables.page, [_page_row(page, first_load.get(page["page_id"], load_id)) for page in newest])
    return {page["page_id"] for page in newest}


def speeches(connection: Connection, released: Sequence[Mapping[str, Any]], current: set[str], load_id: str) -> None:
    """Write the speeches of each page; close those that its current version no longer has.

    A speech of a version that is not the newest arrives closed.
    """
    held = _rows(connection, tables.speech, tables.speech.c.page_id, sorted(current))
    first_load = {row["speech_id"]: row["first_load"] for row in held}
    staged = {s["speech_id"] for page in released for s in page["speeches"]}
    gone = [row["speech_id"] for row in held if row["closed_load"] is None and row["speech_id"] not in staged]
    for table in (tables.speech, tables.observation, tables.commitment):
        _close(connection, table, table.c.speech_id, gone, load_id)
    rows = [
        _speech_row(page, speech, first_load.get(speech["speech_id"], load_id))
        for page in released
        for speech in page["speeches"]
    ]
    upsert(connection, tables.speech, [row for row in rows if row["page_id"] in current])
    insert_missing(
        connection, tables.speech, [{**row, "closed_load": load_id} for row in rows if row["page_id"] not in current]
    )


def segments(connection: Connection, staged: StagedRun) -> None:
    """Write outlines and words; both are read off an immutable text, so a new reading replaces the old one."""
    parts: list[dict[str, Any]] = []
    terms: list[dict[str, Any]] = []
    for page in staged.released:
        for speech_id, outline in staged.outlines[page["page_id"]].items():
            parts += [{"speech_id": speech_id, "position": n, **part} for n, part in enumerate(outline)]
            counts = staged.terms[page["page_id"]][speech_id]
            terms += [{"speech_id": speech_id, "term": term, "count": count} for term, count in counts.items()]
    for table, rows in ((tables.segment, parts), (tables.term, terms)):
        for chunk in chunks(sorted({row["speech_id"] for row in rows})):
            connection.execute(delete(table).where(table.c.speech_id.in_(chunk)))
        insert_missing(connection, table, rows)


def statements(connection: Connection, staged: StagedRun, current: set[str], load_id: str) -> None:
    """Write observations and commitments of the pages that are current."""
    of_page = [(page, staged.statements[page["page_id"]]) for page in staged.released if page["page_id"] in current]
    speech_ids = sorted({s["speech_id"] for page, _ in of_page for s in page["speeches"]})
    for table, key in ((tables.observation, "observation_id"), (tables.commitment, "commitment_id")):
        rows = [
            {**_with_days(row), "rules_version": staged.rules_version}
            for _, statement in of_page
            for row in statement[f"{table.name}s"]
        ]
        _merge_readings(connection, table, key, rows, speech_ids, load_id)


def quarantine(connection: Connection, staged: StagedRun, load_id: str) -> None:
    """Write what could not be read; a page that now lands leaves quarantine."""
    landed = [page["page_id"] for page in staged.released]
    _close(connection, tables.quarantine, tables.quarantine.c.page_id, landed, load_id)
    rows = [
        {
            **{name: value for name, value in row.items() if name != "kind"},
            "rules_version": staged.rules_version,
            "first_load": load_id,
            "closed_load": None,
        }
        for row in staged.quarantined
    ]
    insert_missing(connection, tables.quarantine, rows)


def sightings(connection: Connection, attempts: Iterable[Fetched]) -> None:
    """Move `last_seen` of the pages that a fetch found unchanged."""
    seen = [
        {"id": a.page_id, "at": datetime.fromisoformat(a.requested_at)} for a in attempts if a.outcome == "unchanged"
    ]
    if seen:
        page = tables.page.c
        statement = update(tables.page).where(page.page_id == bindparam("id"), page.last_seen < bindparam("at"))
        connection.execute(statement.values(last_seen=bindparam("at")), seen)


def _merge_readings(
    connection: Connection, table: Table, key: str, rows: list[dict[str, Any]], speech_ids: list[str], load_id: str
) -> None:
    """Close the open readings that are no longer made, or made otherwise; insert the new ones."""
    held = {
        row[key]: row for row in _rows(connection, table, table.c.speech_id, speech_ids) if row["closed_load"] is None
    }
    staged = {row[key]: row for row in rows}
    same = {k for k, row in staged.items() if k in held and _content(held[k]) == _content(row)}
    _close(connection, table, table.c[key], sorted(held.keys() - same), load_id)
    fresh = [{**row, "first_load": load_id, "closed_load": None} for k, row in staged.items() if k not in same]
    insert_missing(connection, table, fresh)


def _with_days(row: Mapping[str, Any]) -> dict[str, Any]:
    """A staged reading as its table takes it: ISO days become dates."""
    days = {name: date.fromisoformat(row[name]) for name in ("period_first", "period_last") if row.get(name)}
    return {**row, **days}


def _content(row: Mapping[str, Any]) -> dict[str, Any]:
    """A reading without the load columns; tuples and lists are the same thing in JSON."""
    bookkeeping = ("first_load", "closed_load", "rules_version")
    return {k: list(v) if isinstance(v, tuple) else v for k, v in row.items() if k not in bookkeeping}


def _page_row(page: Mapping[str, Any], first_load: str) -> dict[str, Any]:
    taken = (
        *("page_id", "url", "body_sha256", "title", "title_from", "published_from", "source_line", "source_from"),
        *("charset", "text", "stripped", "flags", "repairs", "attachments", "parts"),
    )
    seen = datetime.fromisoformat(page["fetched_at"])
    return {
        **{name: page.get(name) for name in taken},
        "published_on": date.fromisoformat(page["published_on"]) if page["published_on"] else None,
        "fetched_at": seen,
        "last_seen": seen,
        "first_load": first_load,
    }


def _speech_row(page: Mapping[str, Any], speech: Mapping[str, Any], first_load: str) -> dict[str, Any]:
    identity = {"page_id": page["page_id"], "body_sha256": page["body_sha256"]}
    return {**identity, **speech, "first_load": first_load, "closed_load": None}


def _rows(connection: Connection, table: Table, column: Any, ids: Sequence[str]) -> list[dict[str, Any]]:  # noqa: ANN401
    found: list[dict[str, Any]] = []
    for chunk in chunks(ids):
        found += [dict(row) for row in connection.execute(select(table).where(column.in_(chunk))).mappings()]
    return found


def _close(connection: Connection, table: Table, column: Any, ids: Sequence[str], load_id: str) -> None:  # noqa: ANN401
    for chunk in chunks(ids):
        open_rows = column.in_(chunk) & table.c.closed_load.is_(None)
        connection.execute(update(table).where(open_rows).values(closed_load=load_id))


def chunks(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    """The ids in lists that an IN (…) takes."""
    return (ids[at : at + CHUNK] for at in range(0, len(ids), CHUNK))


def _utc(moment: datetime) -> datetime:
    # SQLite keeps no time zone and PostgreSQL gives its session's; every moment in the warehouse is UTC
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
