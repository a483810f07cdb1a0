"""How two aligned texts relate: the same text, a cut copy, a part of a glued page, or none of these."""

from itertools import pairwise

from include.deduplicate.alignment import Alignment
from include.deduplicate.boundaries import another_begins, at_paragraph_end

COPIED = 0.6  # share of the smaller text that must be found in the larger
OPENING = 0.4  # … where it is the larger text's opening in one piece (a preview)
DENSE = 0.8  # share of such an opening that must be found
WHOLE = 0.75  # a text of which less is found has much besides
COMPLETE = 0.8  # a part must be found this completely to be a part rather than a cut copy
EDGE = 0.05  # share of a text that may stand before its beginning: titles, editors' lines
ANOTHER, SHORTEST = 0.15, 200  # share of a page, and characters, that may be another speech rather than furniture
QUOTED = 0.3  # what stands amid a text and is a smaller share of it is quoted there
FOREIGN = 0.25  # share of the smaller text that, as one stretch of other prose, makes it a text of its own
PROSE = 60  # Chinese characters a line from which on a stretch is prose; furniture has short lines


def relation_of(alignment: Alignment) -> str | None:
    """`whole`: both are the same text; `cut` or `part`: the larger has much besides; None: neither copies the other."""
    covered = alignment.covered_small
    if covered < COPIED and not (covered >= OPENING and _is_opening(alignment)):
        return None
    if alignment.covered_large >= WHOLE:
        return "whole"
    before, behind = _besides(alignment)
    if covered >= COMPLETE and _is_part(alignment, before, behind):
        return "part"
    is_quoted = before and alignment.covered_large < QUOTED
    return None if is_quoted or _has_other_prose(alignment) else "cut"


def _is_opening(alignment: Alignment) -> bool:
    first, last = alignment.span_large
    length = len(alignment.large.han)
    return first <= EDGE * length and alignment.covered_large * length >= DENSE * (last - first)


def _besides(alignment: Alignment) -> tuple[bool, bool]:
    """Whether so much stands before and behind what is found that it may be another speech."""
    length, (first, last) = len(alignment.large.han), alignment.span_large
    least = max(ANOTHER * length, SHORTEST)
    return first >= least, length - last >= least


def _is_part(alignment: Alignment, before: bool, behind: bool) -> bool:
    """Whether what is found stands among other speeches: between paragraphs, and before it or behind it one begins."""
    large, (first, last) = alignment.large, alignment.span_large
    start, end = large.offsets[first], large.offsets[last - 1] + 1
    if (before and not at_paragraph_end(large.plain, start)) or (behind and not at_paragraph_end(large.plain, end)):
        return False
    return before or (behind and another_begins(large.plain, end))


def _has_other_prose(alignment: Alignment) -> bool:
    small = alignment.small
    edges = [0, *(edge for block in alignment.blocks for edge in (block.start, block.end)), len(small.han)]
    start, end = max(list(pairwise(edges))[::2], key=lambda gap: gap[1] - gap[0])
    if end - start < max(FOREIGN * len(small.han), SHORTEST):
        return False
    stretch = small.plain[small.offsets[start] : small.offsets[end - 1] + 1]
    return (end - start) / (stretch.count("\n") + 1) >= PROSE
