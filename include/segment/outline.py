"""The outline of a text: its headings with their level and the heading each stands under."""

from collections.abc import Iterator
from typing import NamedTuple

from include.segment.characters import CLOSERS, TERMINATORS
from include.segment.extents import extent
from include.segment.lines import Span, lines
from include.segment.markers import Marker, find_markers
from include.segment.unmarked import breaks_region, is_plain, opens_notes, unmarked_level

# the deeper a form usually stands, the higher; 第一， stands on top or below 一、 and （一）
RANKS = {"part": 0, "unmarked": 0, "han": 1, "bracket": 2, "ordinal": 3, "counted": 3, "digit": 4, "digit_bracket": 5}
LIST_RANK = 6
DEEPEST = 3
_CLOSES = frozenset(TERMINATORS + CLOSERS)


class Heading(NamedTuple):
    """A heading of the text. `own` says that it has its line to itself and is no sentence;
    `gap` is the offset at which its sentence ends although no full stop says so."""

    start: int
    end: int
    level: int
    parent: int | None  # its place in the list of headings
    own: bool
    opens_line: bool
    form: str
    gap: int | None


class _Found(NamedTuple):
    start: int
    end: int
    form: str
    own: bool
    opens_line: bool
    gap: int | None = None


def outline(text: str) -> list[Heading]:
    """The headings of `text` in text order."""
    headings: list[Heading] = []
    for region in regions(text):
        markers = find_markers(text, region)
        found = sorted([*_unmarked(text, region), *_marked(text, region, markers)])
        _nest(found, headings, _ranks(markers))
    return headings


def regions(text: str) -> Iterator[list[Span]]:
    """The lines of each stretch in which numbering runs on: a page of several speeches has several.

    Notes under the text belong to none."""
    region: list[Span] = []
    in_notes = False
    for line in lines(text):
        words = text[line.start : line.end]
        if breaks_region(words):
            if region:
                yield region
            region, in_notes = [], False
        in_notes = in_notes or opens_notes(words)
        if not in_notes:
            region.append(line)
    yield region


def _unmarked(text: str, region: list[Span]) -> list[_Found]:
    """Headings without a number; a lone one that opens the region is the title."""
    found = []
    for line in region:
        level = unmarked_level(text[line.start : line.end])
        if level is not None:
            found.append(_Found(line.start, line.end, "unmarked" if level == 1 else "counted", True, True))
    periods = [item for item in found if item.form == "unmarked"]
    if len(periods) == 1 and periods[0].start in {line.start for line in region[:2]}:
        found.remove(periods[0])
    elif periods:
        found += _siblings(text, region, periods)
    return found


def _siblings(text: str, region: list[Span], periods: list[_Found]) -> Iterator[_Found]:
    """Headings of a few plain words beside those that set a period: between a closed paragraph and the next one."""
    known = {item.start for item in periods}
    for before, line, after in zip(region, region[1:], region[2:], strict=False):
        closed = text[before.end - 1] in _CLOSES and text[after.end - 1] in _CLOSES
        later = line.start > periods[0].start and line.start not in known
        if later and closed and is_plain(text[line.start : line.end]):
            yield _Found(line.start, line.end, "unmarked", True, True)


def _marked(text: str, region: list[Span], markers: list[Marker]) -> Iterator[_Found]:
    place = 0
    for line in region:
        while place < len(markers) and markers[place].start < line.end:
            marker = markers[place]
            place += 1
            limit = markers[place].start if place < len(markers) else line.end
            end, own, gap = extent(text, marker, line, limit)
            yield _Found(marker.start, end, marker.form, own, marker.opens_line, gap)


def _ranks(markers: list[Marker]) -> dict[str, int]:
    """A heading without a number stands above 一、 only where 一、 starts anew below each; else beside it."""
    firsts = sum(marker.form == "han" and marker.number == 1 for marker in markers)
    above = firsts > 1 or not any(marker.form == "han" for marker in markers)
    return RANKS if above else RANKS | {"unmarked": RANKS["han"]}


def _nest(found: list[_Found], headings: list[Heading], ranks: dict[str, int]) -> None:
    """Append the headings of one region, each with its level and the heading it stands under."""
    stack: list[tuple[int, int]] = []  # (rank, place in `headings`)
    for item in found:
        opened = {headings[place].form for _, place in stack}
        rank = ranks.get(item.form, LIST_RANK)
        if item.form == "ordinal" and not opened & {"part", "unmarked", "han", "bracket"}:
            rank = ranks["han"]
        while stack and stack[-1][0] >= rank:
            stack.pop()
        parent = stack[-1][1] if stack else None
        level = _level(item.form, headings[parent].level if parent is not None else 0)
        stack.append((rank, len(headings)))
        headings.append(Heading(item.start, item.end, level, parent, item.own, item.opens_line, item.form, item.gap))


def _level(form: str, above: int) -> int:
    """Parts and 一、 are level 1, （一） 2, 1. and 一是 3; 第一， stands right below what it is under."""
    if form in ("part", "unmarked", "han", "ordinal"):
        return min(above + 1, DEEPEST)
    if form in ("bracket", "counted"):
        return min(max(above + 1, 2), DEEPEST)
    return DEEPEST
