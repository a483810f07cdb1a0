"""A batch of texts without a warehouse: links, clusters, canonical copies, and what glued pages are made of."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from include.deduplicate.alignment import align
from include.deduplicate.candidates import candidate_pairs
from include.deduplicate.clusters import COPY_KINDS, canonical, clusters, glued, members
from include.deduplicate.compare import compare
from include.deduplicate.texts import Text, shelf
from include.records import CopyLink


@dataclass(frozen=True)
class Part:
    """A stretch [start, end) of a glued page that is another speech."""

    of: str  # the speech it is
    start: int
    end: int
    link: CopyLink


@dataclass(frozen=True)
class Batch:
    """What is known of the texts of a batch, by speech id."""

    cluster: Mapping[str, str]
    canonical: Mapping[str, str]  # cluster id → the copy to quote
    link: Mapping[str, CopyLink]  # speech → its link to the canonical copy, or else to the nearest in its cluster
    parts: Mapping[str, tuple[Part, ...]]  # glued page → its parts in the order of the page


def link_batch(texts: Mapping[str, str]) -> Batch:
    """Compare texts (speech id → text) with one another; the result does not depend on their order."""
    take = shelf(texts.__getitem__)
    pairs = candidate_pairs({speech: take(speech).fingerprint for speech in sorted(texts)})
    links = [link for a, b in pairs if (link := compare(take(a), take(b)))]
    cluster_of = clusters(texts, links)
    groups: dict[str, list[str]] = defaultdict(list)
    for speech, cluster in sorted(cluster_of.items()):
        groups[cluster].append(speech)
    known = {member.id: member for member in members(texts, links)}
    quoted = {cluster: canonical([known[one] for one in group]) for cluster, group in groups.items()}
    inside = _inside(links, glued(texts, links))
    parts = _parts(inside, {speech: take(speech) for pair in inside for speech in pair[:2]}, cluster_of)
    return Batch(cluster_of, quoted, _nearest(links, cluster_of, quoted), parts)


def _nearest(
    links: Iterable[CopyLink], cluster_of: Mapping[str, str], quoted: Mapping[str, str]
) -> dict[str, CopyLink]:
    """Speech → the link that says best what kind of copy it is; canonical copies have none."""
    found: dict[str, tuple[bool, float, CopyLink]] = {}
    for link in links:
        cluster = cluster_of[link.a]
        if link.kind not in COPY_KINDS or cluster != cluster_of[link.b]:
            continue
        for speech, other in ((link.a, link.b), (link.b, link.a)):
            rank = (other == quoted[cluster], link.score, link)
            if speech != quoted[cluster] and (speech not in found or rank[:2] > found[speech][:2]):
                found[speech] = rank
    return {speech: link for speech, (_, _, link) in found.items()}


def _inside(links: Iterable[CopyLink], pages: Collection[str]) -> list[tuple[str, str, CopyLink]]:
    """(glued page, what stands in it, their link), the best links first; glued pages stand in none themselves."""
    found = []
    for link in sorted(links, key=lambda link: (-link.score, link.a, link.b)):
        for page, part in ((link.a, link.b), (link.b, link.a)):
            says_so = (link.kind, link.direction) in (("part_of", page), ("truncated", part))
            if says_so and page in pages and part not in pages:
                found.append((page, part, link))
    return found


def _parts(
    inside: Iterable[tuple[str, str, CopyLink]], texts: Mapping[str, Text], cluster_of: Mapping[str, str]
) -> dict[str, tuple[Part, ...]]:
    """Glued page → its parts: the best links first, one of each cluster, none over another."""
    parts: dict[str, list[Part]] = defaultdict(list)
    for page, speech, link in inside:
        first, last = align(texts[speech], texts[page]).span_large
        offsets = texts[page].offsets
        part = Part(speech, offsets[first], offsets[last - 1] + 1, link)
        if all(cluster_of[speech] != cluster_of[old.of] and not _overlap(part, old) for old in parts[page]):
            parts[page].append(part)
    return {page: tuple(sorted(found, key=lambda part: part.start)) for page, found in parts.items()}


def _overlap(one: Part, other: Part) -> bool:
    """Whether two parts share more than a tenth of the shorter one."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > min(one.end - one.start, other.end - other.start) / 10
