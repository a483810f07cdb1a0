"""Scopes: the sentences to read, each with its paragraph, its headings and what these say about status."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from include.extract.claims.status import heading_status
from include.records import Segment


@dataclass(frozen=True, slots=True)
class Scope:
    """One stretch to read (a sentence, or a heading of its own line) and what stands above it, nearest first."""

    start: int
    end: int
    paragraph: int  # index of the paragraph among the segments, -1 for a heading
    heading: int | None
    headings: tuple[tuple[int, int], ...]
    status: str | None
    section: int | None  # the nearest heading of the first two levels
    resets: bool  # a heading of the first level stands between this stretch and the last


def _above(segments: list[Segment], index: int | None) -> tuple[tuple[int, int], ...]:
    """The spans of a segment's headings, nearest first."""
    found: list[tuple[int, int]] = []
    while index is not None and len(found) < 4:
        found.append((segments[index].start, segments[index].end))
        index = segments[index].parent
    return tuple(found)


def _status(folded: str, segments: list[Segment], index: int | None) -> str | None:
    """What the nearest telling heading says; a run-in heading of the third level names a point and is not asked."""
    while index is not None:
        heading = segments[index]
        if heading.level < 3 and (answer := heading_status(folded[heading.start : heading.end])):
            return answer
        index = heading.parent
    return None


def _section(segments: list[Segment], index: int | None) -> int | None:
    while index is not None and segments[index].level > 2:
        index = segments[index].parent
    return index


def scopes(folded: str, segments: list[Segment]) -> Iterator[Scope]:
    """The stretches in text order; a heading that a sentence covers is read with the sentence."""
    sentences = sorted((s for s in segments if s.kind == "sentence"), key=lambda s: s.start)
    starts = [sentence.start for sentence in sentences]
    paragraph, top, last_top, done = -1, None, None, 0
    for index, segment in enumerate(segments):
        if segment.kind == "paragraph":
            paragraph = index
        if segment.kind == "heading":
            top = index if segment.level == 1 else top
            at = bisect_right(starts, segment.start) - 1
            if at >= 0 and sentences[at].end > segment.start:
                continue
        if segment.kind == "paragraph" or segment.end <= done:
            continue
        headings = _above(segments, segment.parent)
        own = paragraph if segment.kind == "sentence" else -index - 2
        status, section = _status(folded, segments, segment.parent), _section(segments, segment.parent)
        yield Scope(segment.start, segment.end, own, segment.parent, headings, status, section, top != last_top)
        last_top, done = top, segment.end
