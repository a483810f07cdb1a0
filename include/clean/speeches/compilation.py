"""Where the speeches of a compilation begin: numbered headings, else repeated titles (`openings`)."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from include.clean.speeches.headings import Heading, headings_of, names_speech
from include.clean.speeches.openings import (
    HEAD_LINES,
    MIN_REPEATED_BODY,
    is_addressed,
    length_of,
    opens_speech,
    repeated,
)
from include.clean.text.lines import SALUTATION, Line

MIN_BODY = 100  # characters that must follow a heading for it to open a speech: a table of contents has none
WIDEST_GAP = 3  # numbers: a heading or two may be lost among the site's lines
_COMPILED = re.compile(
    r"(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s?篇|精选|汇编|汇总|合集|锦集|集锦|大全|范文|通用|优选"
)
_IN_MID_LINE = re.compile(
    r"(?<=[。！？!?”）)])\s{0,4}(?P<heading>[【（(]?(?:第[一二三四五六七八九十\d]{1,3}篇|篇[一二三四五六七八九十\d]{1,3})[】）)]?[:：\s]?[^。；！？!?]{0,60}?)"
    rf"(?={SALUTATION.pattern})"
)


class Start(NamedTuple):
    """The number of the line that opens a speech, and what a numbered heading says there.

    A plain title has no caption: it belongs to the speech's own first lines, and its number is 0.
    """

    line: int
    caption: str | None
    no: int = 0
    strong: bool = False


def starts_of(lines: Sequence[Line], title: str | None = None) -> list[Start]:
    """Where speeches begin, in order; nothing where nothing says that there are several. `title` is the page's."""
    return _numbered(lines, title) or [Start(line, None) for line in repeated(lines)]


def unfolded(lines: Sequence[Line]) -> list[Line]:
    """The lines, those cut that hold several speeches on end: before a heading in mid-line and its salutation."""
    found: list[Line] = []
    for line in lines:
        marks = list(_IN_MID_LINE.finditer(line.text)) if len(line.text) > MIN_REPEATED_BODY else []
        cuts = sorted({0, len(line.text), *(cut for mark in marks for cut in mark.span("heading"))})
        for start, end in pairwise(cuts):
            piece = line.text[start:end]
            first = line.start + start + len(piece) - len(piece.lstrip())
            found.append(Line(first, first + len(piece.strip()), piece.strip()))
    return found


def _numbered(lines: Sequence[Line], title: str | None) -> list[Start]:
    """Headings of the form that gives most speeches, numbered upwards, each with a body behind it."""
    forms: dict[int, list[tuple[int, Heading]]] = {}
    base = _COMPILED.split(title or "", maxsplit=1)[0].rstrip("（(【[共 ")
    for index, line in enumerate(lines):
        for form, heading in headings_of(line.text, base):
            forms.setdefault(form, []).append((index, heading))
    runs = [_run(found, lines) for found in forms.values()]
    return max((run for run in runs if run and _counts_speeches(run, lines, title)), key=len, default=[])


def _run(found: list[tuple[int, Heading]], lines: Sequence[Line]) -> list[Start]:
    """Headings with a body, numbered upwards; a 1 behind several opens a second series."""
    found = _without_contents(found, lines)
    edges = [*(index for index, _ in found), len(lines)][1:]
    run: list[Start] = []
    last = 0
    for (index, heading), edge in zip(found, edges, strict=True):
        if length_of(lines[index + 1 : edge]) < MIN_BODY:
            continue
        if heading.no == 1 and len(run) < 2:
            run = []
        elif heading.no != 1 and not (last < heading.no <= last + WIDEST_GAP and (run or heading.no == 2)):
            continue
        run.append(Start(index, heading.caption, heading.no, heading.strong))
        last = heading.no
    return run


def _without_contents(found: list[tuple[int, Heading]], lines: Sequence[Line]) -> list[tuple[int, Heading]]:
    """The headings but for those of a table of contents: one right below the other, and said again further down."""
    last = {lines[index].text: index for index, _ in found}
    places = {index for index, _ in found}
    return [
        (index, heading)
        for index, heading in found
        if not ({index - 1, index + 1} & places and last[lines[index].text] > index + 1)
    ]


def _counts_speeches(run: list[Start], lines: Sequence[Line], title: str | None) -> bool:
    """Whether a run of headings counts speeches, and not the sections of one or the pages it was cut into."""
    first, before = run[0], lines[: run[0].line]
    edges = [start.line for start in run[1:]] + [len(lines)]
    opened = [opens_speech(lines[start.line + 1 : edge]) for start, edge in zip(run, edges, strict=True)]
    if len(run) == 1 and first.no == 1:
        return length_of(before) < MIN_BODY
    if not first.strong:
        return all(opened) if first.no > 1 else len(run) > 1
    if first.no > 1:
        return length_of(before) >= MIN_BODY
    named = sum(one or names_speech(start.caption or "") for start, one in zip(run, opened, strict=True))
    return 2 * named >= len(run) or bool(_COMPILED.search(title or "")) or not is_addressed(before[:HEAD_LINES])
