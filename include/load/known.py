"""What the warehouse holds already, for the stages that ask before they work."""

from sqlalchemy import Connection, select

from include.load import tables


def known_bodies(connection: Connection) -> dict[str, str]:
    """Page id → SHA-256 of the bytes that were last landed or quarantined for it.

    A page fetched again with these bytes is unchanged. A page that was fetched but never landed is not in here,
    so no 304 can hide it.
    """
    page, quarantine = tables.page.c, tables.quarantine.c
    known = {row.page_id: row.body_sha256 for row in connection.execute(select(page.page_id, page.body_sha256))}
    refused = select(quarantine.page_id, quarantine.body_sha256).where(quarantine.closed_load.is_(None))
    return known | {row.page_id: row.body_sha256 for row in connection.execute(refused)}
