"""What the warehouse holds already, for the stages that ask before they work."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, select, true

from include.load import tables
from include.load.merge import chunks


def known_bodies(connection: Connection, page_ids: Iterable[str] | None = None) -> dict[str, str]:
    """Page id → SHA-256 of the bytes that were last landed or quarantined for it: of `page_ids`, or of all pages.

    A page fetched again with these bytes is unchanged. A page that was fetched but never landed is not in here,
    so no 304 can hide it. Ask for the pages at hand: all pages of a large warehouse fill a hundred megabytes.
    """
    page, quarantine = tables.page.c, tables.quarantine.c
    if page_ids is None:
        return _known(connection, true(), true())
    known: dict[str, str] = {}
    for chunk in chunks(sorted(set(page_ids))):
        known |= _known(connection, page.page_id.in_(chunk), quarantine.page_id.in_(chunk))
    return known


def _known(connection: Connection, landed: ColumnElement[bool], refused: ColumnElement[bool]) -> dict[str, str]:
    page, quarantine = tables.page.c, tables.quarantine.c
    queries = (
        select(page.page_id, page.body_sha256).where(landed),
        select(quarantine.page_id, quarantine.body_sha256).where(refused, quarantine.closed_load.is_(None)),
    )
    return {row.page_id: row.body_sha256 for query in queries for row in connection.execute(query)}
