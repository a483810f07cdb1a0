"""Page ids are made of canonical URLs: a warehouse must not mix ids that two versions of those rules made."""

from sqlalchemy import Connection, select, union_all

from include.discover.canonical import CANONICALISER_VERSION, canonical_url
from include.errors import ConfigurationError, PermanentError
from include.load import tables

FIRST_VERSION = 1  # of loads from before the version was written down
AT_A_TIME = 1000  # rows in memory; a large warehouse holds half a million addresses


def check_page_keys(connection: Connection) -> None:
    """ConfigurationError where the present rules would give pages of this warehouse other ids.

    Only a warehouse whose newest load was made with another version is looked through; where all of its addresses
    are canonical still, the load goes on and the version is that of the rules from then on.
    """
    written = _newest_version(connection)
    if written in (None, CANONICALISER_VERSION):
        return
    page, quarantine = tables.page.c, tables.quarantine.c
    addresses = union_all(select(page.url), select(quarantine.url).where(quarantine.closed_load.is_(None)))
    rows = connection.execute(addresses, execution_options={"yield_per": AT_A_TIME}).scalars()
    if other := next((url for url in rows if _canonical(url) != url), None):
        raise ConfigurationError(
            f"the warehouse was written with version {written} of the rules for canonical URLs, this code has version "
            f"{CANONICALISER_VERSION}, and pages of it would get other ids, e.g. {other} → {_canonical(other)}. "
            "Name a new warehouse (JIANGHUA_WAREHOUSE), migrate it and backfill, or go back to the release that wrote "
            "this one; nothing was changed"
        )


def _newest_version(connection: Connection) -> int | None:
    load = tables.load.c
    row = connection.execute(
        select(load.canonicaliser_version).order_by(load.committed_at.desc(), load.load_id).limit(1)
    ).first()
    return None if row is None else row.canonicaliser_version or FIRST_VERSION


def _canonical(url: str) -> str | None:
    try:
        return canonical_url(url)
    except PermanentError:
        return None
