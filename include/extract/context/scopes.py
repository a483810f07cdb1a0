"""Scopes: the sentences to read, each with its paragraph, its headings and what these say about status."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from include.extract.claims.headings import following_status, heading_status, names_work, title_status
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
    passage: tuple[int, int]  # the span of the paragraph; of the stretch itself where it is a heading
    part: tuple[int, int]  # from the nearest heading to the next one, headings of the third level not counted


def _above(segments: list[Segment], index: int | None) -> tuple[tuple[int, int], ...]:
    """The spans of a segment's headings, nearest first."""
    found: list[tuple[int, int]] = []
    while index is not None and len(found) < 4:
        found.append((segments[index].start, segments[index].end))
        index = segments[index].parent
    return tuple(found)


def _tops(folded: str, segments: list[Segment]) -> dict[int, str | None]:
    """What each heading of the first level says, by itself or by the one before it."""
    found: dict[int, str | None] = {}
    last = None
    for index, segment in enumerate(segments):
        if segment.kind == "heading" and segment.level == 1:
            words = folded[segment.start : segment.end]
            found[index] = following_status(words, last)
            last = found[index] or ("actual" if names_work(words) else last)
    return found


def _status(folded: str, segments: list[Segment], index: int | None, tops: dict[int, str | None]) -> str | None:
    """What the headings above say; a run-in heading of the third level names a point and is not asked."""
    words: list[str] = []
    top = None
    while index is not None:
        heading = segments[index]
        if heading.level < 3:
            words.append(folded[heading.start : heading.end])
        index, top = heading.parent, index
    return heading_status(words) or (tops.get(top) if top is not None else None)


def _section(segments: list[Segment], index: int | None) -> int | None:
    while index is not None and segments[index].level > 2:
        index = segments[index].parent
    return index


def _under(
    folded: str, segments: list[Segment], parent: int | None, tops: dict[int, str | None]
) -> tuple[tuple[tuple[int, int], ...], str | None, int | None]:
    """What is the same for all stretches under one heading: the headings above, their status, the section."""
    return _above(segments, parent), _status(folded, segments, parent, tops), _section(segments, parent)


def _parts(segments: list[Segment], length: int) -> Iterator[tuple[int, int]]:
    """The spans between headings of the first two levels, the one before the first of them included."""
    bounds = sorted({s.start for s in segments if s.kind == "heading" and s.level < 3})
    return zip([0, *bounds], [*bounds, length + 1], strict=True)


def scopes(folded: str, segments: list[Segment]) -> Iterator[Scope]:
    """The stretches in text order; a heading that a sentence covers is read with the sentence."""
    sentences = sorted((s for s in segments if s.kind == "sentence"), key=lambda s: s.start)
    starts = [sentence.start for sentence in sentences]
    paragraph, top, last_top, done = -1, None, None, 0
    titled, tops = title_status(folded), _tops(folded, segments)
    parts = _parts(segments, len(folded))
    part = next(parts)
    under = cache(lambda parent: _under(folded, segments, parent, tops))
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
        own = paragraph if segment.kind == "sentence" else -index - 2
        headings, status, section = under(segment.parent)
        while segment.start >= part[1]:
            part = next(parts)
        around = segments[paragraph] if segment.kind == "sentence" and paragraph >= 0 else segment
        yield Scope(
            segment.start, segment.end, own, segment.parent, headings, status or titled, section, top != last_top,
            (around.start, around.end), part,
        )  # fmt: skip
        last_top, done = top, segment.end
