"""Fuzzy alignment of two normal forms: which windows of the smaller stand where in the larger."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from include.deduplicate.texts import Text

WINDOW = 40  # characters compared at a time: short enough for texts put into another order
SLACK = 12  # how far a window's ends may have moved
ALIKE = 0.55  # unrelated windows reach about 0.3, heavily reworded ones stay above 0.6
STRETCH = 1.25  # a copy with sentences put in is at most so much longer
COMMON = 16  # five characters that stand more often than this in one text place nothing


@dataclass(frozen=True)
class Block:
    """A window [start, end) of the smaller form that stands at `at` in the larger."""

    start: int
    end: int
    at: int
    kept: int  # characters that are the same, in order


@dataclass(frozen=True)
class Alignment:
    """What the smaller text shares with the larger. Offsets count characters of the normal forms."""

    small: Text
    large: Text
    blocks: tuple[Block, ...]

    @cached_property
    def found(self) -> int:
        """How many characters of the smaller form are found in the larger."""
        return sum(block.end - block.start for block in self.blocks)

    @cached_property
    def covered_small(self) -> float:
        """Share of the smaller form that is found in the larger, 0–1."""
        return self.found / max(len(self.small.han), 1)

    @cached_property
    def covered_large(self) -> float:
        """Share of the larger form that is found in the smaller, 0–1."""
        covered, reached = 0, 0
        for start, end in sorted((block.at, block.at + block.end - block.start) for block in self.blocks):
            covered += max(end - max(start, reached), 0)
            reached = max(reached, end)
        return min(covered / max(len(self.large.han), 1), 1.0)

    @cached_property
    def span_large(self) -> tuple[int, int]:
        """The stretch of the larger form where most of the smaller stands; a stray sentence elsewhere is left out."""
        blocks = sorted(self.blocks, key=lambda block: block.at)
        reach = int(STRETCH * len(self.small.han)) + WINDOW
        best, first = (0, 0, 0), 0
        for last, block in enumerate(blocks):
            while block.at - blocks[first].at > reach:
                first += 1
            best = max(best, (last - first, -first, last))
        if not blocks:
            return 0, 0
        start, end = blocks[-best[1]], blocks[best[2]]
        return max(start.at, 0), min(end.at + end.end - end.start, len(self.large.han))


def align(a: Text, b: Text) -> Alignment:
    """Align two texts; the result does not depend on which comes first."""
    small, large = sorted((a, b), key=lambda text: (len(text.han), text.han, text.id))
    places, found = _shared_grams(small, large)
    shifts, edges = found.tolist(), [*range(0, len(small.han), WINDOW), len(small.han)]
    bounds = np.searchsorted(places, edges).tolist()
    blocks: list[Block] = []
    for (start, end), (low, high) in zip(pairwise(edges), pairwise(bounds), strict=True):
        shift = _vote(shifts[low:high])
        if shift is None and blocks and blocks[-1].end == start:
            shift = blocks[-1].at - blocks[-1].start  # nothing says where: it may carry on from the last one
        block = None if shift is None else _place(small, large, start, end, shift)
        if block:
            blocks.append(block)
    return Alignment(small, large, tuple(blocks))


def _shared_grams(small: Text, large: Text) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Place in the smaller form and shift to the larger one of every five characters that both have."""
    here, there = small.index, large.index
    _, at_here, at_there = np.intersect1d(here.distinct, there.distinct, assume_unique=True, return_indices=True)
    rare = (here.times[at_here] <= COMMON) & (there.times[at_there] <= COMMON)
    at_here, at_there = at_here[rare], at_there[rare]
    # Every place in the one with every place in the other: pair number k of a hash is (k // times, k % times).
    times = there.times[at_there]
    pairs = here.times[at_here] * times
    hashes = np.repeat(np.arange(len(pairs)), pairs)
    number = np.arange(len(hashes)) - np.repeat(np.cumsum(pairs) - pairs, pairs)
    places = here.places[here.first[at_here][hashes] + number // times[hashes]]
    shifts = there.places[there.first[at_there][hashes] + number % times[hashes]] - places
    order = np.argsort(places, kind="stable")
    return places[order], shifts[order]


def _vote(shifts: list[int]) -> int | None:
    """The shift that most five characters agree on, give or take two."""
    if not shifts:
        return None
    if 2 * shifts.count(shifts[0]) > len(shifts):
        return shifts[0]
    votes = Counter(shifts)
    near = {shift: sum(votes[shift + step] for step in (-2, -1, 0, 1, 2)) for shift in votes}
    return max(near, key=lambda shift: (near[shift], votes[shift], -shift))


def _place(small: Text, large: Text, start: int, end: int, shift: int) -> Block | None:
    window, length = small.han[start:end], end - start
    if large.han.startswith(window, max(start + shift, 0)):
        return Block(start, end, start + shift, length)
    kept = LCSseq.similarity(window, large.han[max(start + shift - SLACK, 0) : max(end + shift + SLACK, 0)])
    return Block(start, end, start + shift, kept) if kept >= ALIKE * length else None
