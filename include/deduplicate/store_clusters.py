"""Clusters in the warehouse: formed anew for whole components of linked speeches, each with its canonical copy."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import delete, exists, insert, or_, select
from sqlalchemy.engine import Connection

from include.deduplicate.clusters import Member, canonical, clusters, members
from include.deduplicate.store_graph import JOINING, chunks, open_speeches
from include.load.tables import cluster, link, listing, page, source, speech
from include.records import CopyLink


def write_clusters(connection: Connection, ids: Sequence[str]) -> None:
    """Replace the cluster rows of some open speeches, which must be whole components of copy links."""
    links = _links(connection, ids)
    known = _members(connection, ids, links)
    # What stands in a glued page may lie in another component: it says that the page is glued, no more.
    around = known.keys() | {one for link in links for one in (link.a, link.b)}
    groups: dict[str, list[Member]] = defaultdict(list)
    for speech_id, cluster_id in clusters(around, links).items():
        if speech_id in known:
            groups[cluster_id].append(known[speech_id])
    for chunk in chunks(ids):
        connection.execute(delete(cluster).where(cluster.c.speech_id.in_(chunk)))
    rows = [
        {"speech_id": member.id, "cluster_id": cluster_id, "canonical": member.id == canonical(group)}
        for cluster_id, group in sorted(groups.items())
        for member in group
    ]
    if rows:
        connection.execute(insert(cluster), rows)


def _links(connection: Connection, ids: Sequence[str]) -> list[CopyLink]:
    """The links of some open speeches with open ones, editions left out."""
    found: dict[tuple[str, str], CopyLink] = {}
    for chunk in chunks(ids):
        touching = or_(link.c.a.in_(chunk), link.c.b.in_(chunk))
        for row in connection.execute(select(link).where(link.c.kind.in_(JOINING), touching)).mappings():
            found[row["a"], row["b"]] = CopyLink(**{**row, "reasons": tuple(row["reasons"])})
    current = open_speeches(connection, {one for pair in found for one in pair})
    return [found[pair] for pair in sorted(found) if current.issuperset(pair)]


def _members(connection: Connection, ids: Sequence[str], links: Sequence[CopyLink]) -> dict[str, Member]:
    """Speech id → what decides whether it is the copy to quote."""
    known = {one.id: one for one in members(ids, links)}
    official = exists().where(
        listing.c.page_id == speech.c.page_id, listing.c.source == source.c.source, source.c.official.is_(True)
    )
    columns = (speech.c.speech_id, speech.c.flags, page.c.published_on, official.label("official"))
    for chunk in chunks(ids):
        query = select(*columns).join(page, page.c.page_id == speech.c.page_id).where(speech.c.speech_id.in_(chunk))
        for row in connection.execute(query):
            member = known[row.speech_id]
            known[row.speech_id] = replace(
                member,
                official=bool(row.official),
                masked=member.masked or "masked" in row.flags,
                complete=member.complete and "truncated" not in row.flags,
                published_on=row.published_on.isoformat() if row.published_on else None,
            )
    return known
