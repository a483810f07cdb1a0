"""Pages that a site took away: marked, never deleted; what was read from them stays as it is."""

from collections.abc import Iterable

from sqlalchemy import Connection, func, select, update

from include.load import tables
from include.load.merge import chunks
from include.records import Fetched

# A soft 404 is a 404 in all but its status: the detector names a page so only where it has no paragraphs of text
GONE = ("http_404", "http_410", "soft_404")
THERE = ("fetched", "unchanged")


def mark_gone(connection: Connection, attempts: Iterable[Fetched]) -> None:
    """Set `page.gone_since` of the pages that were asked for: the first answer that they are gone since the last
    one that brought a body; empty where the newest answer brought one.

    Read off the rows of `fetch`, which must be written before, so that the order in which runs land does not matter.
    """
    asked = {a.page_id for a in attempts if a.reason in GONE or a.outcome in THERE}
    page, absent, there = tables.page.c, tables.fetch.alias("absent").c, tables.fetch.alias("there").c
    back = select(there.page_id).where(
        there.page_id == absent.page_id, there.outcome.in_(THERE), there.requested_at >= absent.requested_at
    )
    since = select(func.min(absent.requested_at)).where(
        absent.page_id == page.page_id, absent.outcome == "failed", absent.reason.in_(GONE), ~back.exists()
    )
    for chunk in chunks(sorted(asked)):
        connection.execute(
            update(tables.page).where(page.page_id.in_(chunk)).values(gone_since=since.scalar_subquery())
        )
