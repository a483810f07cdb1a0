"""Candidates: the pairs of speeches whose fingerprints make a comparison worth while."""

from collections import Counter
from collections.abc import Iterator, Mapping

FEWEST_SHARED = 3  # hashes; fewer are chance
SHARE = 0.1  # of the smaller fingerprint; heavily reworded previews still share a quarter


def is_candidate(shared: int, smaller: int) -> bool:
    """Whether `shared` hashes, of a smaller fingerprint of `smaller`, are worth a comparison.

    The answer rests on the two speeches alone, never on what else is known: links do not depend on arrival.
    """
    return shared >= max(FEWEST_SHARED, SHARE * smaller)


def candidate_pairs(fingerprints: Mapping[str, frozenset[int]]) -> Iterator[tuple[str, str]]:
    """The pairs (smaller id first) worth comparing among speech id → fingerprint."""
    index: dict[int, list[str]] = {}
    for speech in sorted(fingerprints):
        hashes = fingerprints[speech]
        shared = Counter(other for value in hashes for other in index.get(value, ()))
        for other in sorted(shared):
            if is_candidate(shared[other], min(len(hashes), len(fingerprints[other]))):
                yield other, speech
        for value in hashes:
            index.setdefault(value, []).append(speech)
