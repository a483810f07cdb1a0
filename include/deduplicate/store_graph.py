"""Walks over the links in the warehouse: which speeches must be clustered anew when some come or go."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from sqlalchemy import or_, select
from sqlalchemy.engine import Connection

from include.deduplicate.clusters import COPY_KINDS
from include.load.tables import link, speech

CHUNK = 400  # ids in one query: databases bound its length
PART_OF = frozenset({"part_of"})
JOINING = COPY_KINDS | PART_OF  # the kinds that bear upon clusters


def chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids, some at a time."""
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


def components(connection: Connection, ids: Collection[str]) -> list[str]:
    """The open speeches whose clusters some speeches bear upon.

    These are the speeches, the pages glued from them and what stands in them, and whatever copy links join with
    any of these over any number of steps.
    """
    seen = set(ids) | neighbours(connection, ids, PART_OF)
    waiting = seen
    while waiting:
        waiting = neighbours(connection, waiting, COPY_KINDS) - seen
        seen = seen | waiting
    return sorted(seen)


def neighbours(connection: Connection, ids: Iterable[str], kinds: Collection[str]) -> set[str]:
    """The open speeches at either end of the links of some speeches."""
    ends: set[str] = set()
    for chunk in chunks(sorted(ids)):
        touching = or_(link.c.a.in_(chunk), link.c.b.in_(chunk))
        rows = connection.execute(select(link.c.a, link.c.b).where(link.c.kind.in_(kinds), touching))
        ends.update(one for row in rows for one in row)
    return open_speeches(connection, ends)


def open_speeches(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of some speeches that are current."""
    found: set[str] = set()
    for chunk in chunks(sorted(ids)):
        query = select(speech.c.speech_id).where(speech.c.speech_id.in_(chunk), speech.c.closed_load.is_(None))
        found.update(connection.scalars(query))
    return found
