"""The stage against the warehouse: fingerprints, links and clusters of what came in, within the caller's transaction.

The caller holds the deduplication lock. What is written depends on the open speeches alone, not on the order or the
grouping in which they came: candidates and links on the two speeches, clusters on all links of a component.
"""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import delete, func, insert, select
from sqlalchemy.engine import Connection

from include.deduplicate.candidates import FEWEST_SHARED, is_candidate
from include.deduplicate.compare import compare
from include.deduplicate.store_clusters import write_clusters
from include.deduplicate.store_graph import JOINING, chunks, components, neighbours
from include.deduplicate.texts import shelf
from include.load.tables import cluster, fingerprint, link, speech

Pair = tuple[str, str]


def link_new_speeches(connection: Connection) -> dict[str, int]:
    """Fingerprint, compare and cluster the open speeches that have no cluster yet.

    Clusters that lost a speech (closed since) are formed anew as well. Returns how many `speeches` were new, pairs
    `compared`, `links` written, and speeches `clustered` (anew).
    """
    fresh = _fresh(connection)
    take = shelf(lambda speech_id: _text(connection, speech_id))
    _write_fingerprints(connection, ((one, take(one).fingerprint) for one in _unprinted(connection, fresh)))
    compared = _unlinked(connection, _candidates(connection, fresh))
    links = [found for a, b in compared if (found := compare(take(a), take(b)))]
    if links:
        connection.execute(insert(link), [found.to_dict() | {"reasons": list(found.reasons)} for found in links])
    affected = components(connection, {*fresh, *_drop_closed(connection)})
    write_clusters(connection, affected)
    return {"speeches": len(fresh), "compared": len(compared), "links": len(links), "clustered": len(affected)}


def _fresh(connection: Connection) -> list[str]:
    """Open speeches without a cluster: new ones, and closed ones that were opened again."""
    clustered = select(cluster.c.speech_id)
    query = select(speech.c.speech_id).where(speech.c.closed_load.is_(None), speech.c.speech_id.not_in(clustered))
    return list(connection.scalars(query.order_by(speech.c.speech_id)))


def _text(connection: Connection, speech_id: str) -> str:
    return str(connection.scalar(select(speech.c.text).where(speech.c.speech_id == speech_id)))


def _unprinted(connection: Connection, ids: Sequence[str]) -> Iterator[str]:
    """Those of some speeches that have no fingerprint yet."""
    for chunk in chunks(ids):
        printed = select(fingerprint.c.speech_id).where(fingerprint.c.speech_id.in_(chunk)).distinct()
        yield from sorted(set(chunk) - set(connection.scalars(printed)))


def _write_fingerprints(connection: Connection, prints: Iterable[tuple[str, frozenset[int]]]) -> None:
    for speech_id, hashes in prints:
        if hashes:
            rows = [{"speech_id": speech_id, "hash": value} for value in sorted(hashes)]
            connection.execute(insert(fingerprint), rows)


def _candidates(connection: Connection, fresh: Sequence[str]) -> list[Pair]:
    """The pairs of a fresh speech and any open one that share enough of their fingerprints."""
    found: dict[Pair, int] = {}
    mine, theirs = fingerprint.alias("mine"), fingerprint.alias("theirs")
    for chunk in chunks(fresh):
        query = (
            select(mine.c.speech_id, theirs.c.speech_id, func.count())
            .join(theirs, theirs.c.hash == mine.c.hash)
            .join(speech, speech.c.speech_id == theirs.c.speech_id)
            .where(mine.c.speech_id.in_(chunk), theirs.c.speech_id != mine.c.speech_id, speech.c.closed_load.is_(None))
            .group_by(mine.c.speech_id, theirs.c.speech_id)
            .having(func.count() >= FEWEST_SHARED)
        )
        found |= {(min(one, other), max(one, other)): shared for one, other, shared in connection.execute(query)}
    sizes = _sizes(connection, sorted({one for pair in found for one in pair}))
    return sorted(pair for pair, shared in found.items() if is_candidate(shared, min(sizes[one] for one in pair)))


def _sizes(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """Speech id → hashes in its fingerprint."""
    sizes: dict[str, int] = {}
    for chunk in chunks(ids):
        query = select(fingerprint.c.speech_id, func.count()).where(fingerprint.c.speech_id.in_(chunk))
        sizes.update(iter(connection.execute(query.group_by(fingerprint.c.speech_id))))
    return sizes


def _unlinked(connection: Connection, pairs: Sequence[Pair]) -> list[Pair]:
    """Those pairs that have no link yet: a speech that was opened again keeps its old ones."""
    linked: set[Pair] = set()
    for chunk in chunks(sorted({a for a, _ in pairs})):
        linked |= {(a, b) for a, b in connection.execute(select(link.c.a, link.c.b).where(link.c.a.in_(chunk)))}
    return [pair for pair in pairs if pair not in linked]


def _drop_closed(connection: Connection) -> set[str]:
    """Take closed speeches out of their clusters; returns the open ones that were linked with them."""
    query = select(cluster.c.speech_id).join(speech, speech.c.speech_id == cluster.c.speech_id)
    closed = list(connection.scalars(query.where(speech.c.closed_load.is_not(None))))
    for chunk in chunks(closed):
        connection.execute(delete(cluster).where(cluster.c.speech_id.in_(chunk)))
    return neighbours(connection, closed, JOINING)
