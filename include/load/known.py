"""What the warehouse holds already, for the stages that ask before they work."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from include.load import tables
from include.load.merge import chunks


def known_bodies(connection: Connection, page_ids: Iterable[str]) -> dict[str, str]:
    """Page id → SHA-256 of the bytes that were last landed or quarantined for it, of those pages that have any.

    A page fetched again with these bytes is unchanged. A page that was fetched but never landed is not in here,
    so no 304 can hide it; nor is one that landed `incomplete`: its other pages may be had by now.
    """
    page, quarantine = tables.page.c, tables.quarantine.c
    known: dict[str, str] = {}
    for chunk in chunks(sorted(set(page_ids))):
        landed = select(page.page_id, page.body_sha256, page.flags).where(page.page_id.in_(chunk))
        refused = select(quarantine.page_id, quarantine.body_sha256).where(
            quarantine.page_id.in_(chunk), quarantine.closed_load.is_(None)
        )
        whole = [row for row in connection.execute(landed) if "incomplete" not in (row.flags or ())]
        known |= {row.page_id: row.body_sha256 for row in (*whole, *connection.execute(refused))}
    return known
