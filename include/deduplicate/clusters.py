"""Clusters of copies from links, without chains over what does not match directly, and the canonical copy of each.

A cluster has a hub that every member matches directly; a member must also match at least half of the others, but
for two cut copies of one hub, which need not overlap. So A~B and B~C put A and C together only where they match too.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from include.records import CopyLink

COPY_KINDS = frozenset({"exact", "near", "masked", "truncated", "spun"})  # edition and part_of join nothing
MAJORITY = 0.5  # share of the other members that a member must match directly
_LAST = "9999-12-31"  # undated copies come last

Links = Mapping[str, Mapping[str, CopyLink]]  # speech → the speech that it is a copy of → their link


@dataclass(frozen=True)
class Member:
    """What decides which copy of a cluster is quoted."""

    id: str
    official: bool = False  # published by a government site
    masked: bool = False  # figures or names blanked out
    complete: bool = True  # no cut copy
    published_on: str | None = None  # YYYY-MM-DD


def clusters(ids: Iterable[str], links: Iterable[CopyLink]) -> dict[str, str]:
    """Speech id → cluster id, the smallest id in it. The same whatever the order of `ids` and `links`.

    Links of kinds that are no copies, and links of speeches that are not among `ids`, join nothing.
    """
    known, links = set(ids), list(links)
    pages = glued(known, links)
    neighbours = _neighbours(known, links, pages)
    cluster_of: dict[str, str] = {}
    for component in _components(neighbours):
        for group in _split(component, neighbours, pages):
            cluster_of.update(dict.fromkeys(group, min(group)))
    return cluster_of


def members(ids: Collection[str], links: Collection[CopyLink]) -> list[Member]:
    """Speeches with what their links say of them: a masked copy is masked; a cut one or a glued page not complete."""
    copies = {(link.direction, link.kind) for link in links}
    pages = glued(ids, links)
    return [
        Member(one, masked=(one, "masked") in copies, complete=(one, "truncated") not in copies and one not in pages)
        for one in ids
    ]


def canonical(group: Collection[Member]) -> str:
    """The id of the copy to quote: official before others, then unmasked, complete, earliest, smallest id.

    Raises ValueError where there is no member.
    """
    return min(group, key=_rank).id


def _rank(member: Member) -> tuple[bool, bool, bool, str, str]:
    return (not member.official, member.masked, not member.complete, member.published_on or _LAST, member.id)


def glued(ids: Collection[str], links: Iterable[CopyLink]) -> set[str]:
    """Those speeches that are pages glued from others, as their `part_of` links with speeches among `ids` say."""
    parts = (link for link in links if link.kind == "part_of" and link.a in ids and link.b in ids)
    return {link.direction for link in parts if link.direction}


def _neighbours(ids: set[str], links: Iterable[CopyLink], pages: set[str]) -> Links:
    """The links that join. A glued page joins only what is as a whole the same page, never one of its parts."""
    neighbours: dict[str, dict[str, CopyLink]] = {speech: {} for speech in sorted(ids)}
    for link in sorted(links, key=lambda link: (link.a, link.b)):
        if link.kind not in COPY_KINDS or link.a not in ids or link.b not in ids:
            continue
        if link.kind != "truncated" or not pages & {link.a, link.b}:
            neighbours[link.a][link.b] = neighbours[link.b][link.a] = link
    return neighbours


def _components(neighbours: Links) -> list[set[str]]:
    """Speeches that any chain of links joins; within each the clusters are found."""
    components, seen = [], set[str]()
    for first in neighbours:
        if first in seen:
            continue
        component, waiting = {first}, [first]
        while waiting:
            new = neighbours[waiting.pop()].keys() - component
            component |= new
            waiting.extend(new)
        seen |= component
        components.append(component)
    return components


def _split(component: set[str], neighbours: Links, pages: set[str]) -> list[set[str]]:
    """Clusters of a component: its best linked speech (no glued page) gathers its own, then the best of the rest."""
    found, rest = [], set(component)
    while rest:
        hub = min(rest, key=lambda speech: (speech in pages, -_weight(speech, rest, neighbours), speech))
        group = _gather(hub, rest, neighbours)
        found.append(group)
        rest -= group
    return found


def _weight(speech: str, rest: set[str], neighbours: Links) -> float:
    """The sum of a speech's scores; rounded, so that the order of adding cannot show."""
    return round(sum(link.score for other, link in neighbours[speech].items() if other in rest), 6)


def _gather(hub: str, rest: set[str], neighbours: Links) -> set[str]:
    linked = {other for other in neighbours[hub] if other in rest}
    support = {one: sum(other in linked for other in neighbours[one]) for one in linked}
    group = {hub}
    for speech in sorted(linked, key=lambda one: (-support[one], -neighbours[hub][one].score, one)):
        others = [other for other in group - {hub} if not _both_cut(hub, speech, other, neighbours)]
        matched = sum(other in neighbours[speech] for other in others)
        if matched >= MAJORITY * len(others):
            group.add(speech)
    return group


def _both_cut(hub: str, one: str, other: str, neighbours: Links) -> bool:
    """Whether two speeches are cut copies of the hub that do not match each other."""
    if other in neighbours[one]:
        return False
    links = (neighbours[hub][one], one), (neighbours[hub][other], other)
    return all(link.kind == "truncated" and link.direction == speech for link, speech in links)
