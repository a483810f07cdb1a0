"""From printed lines to paragraphs: running heads and page numbers go, lines that only the margin ended are joined."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from include.clean.documents.layout import PrintedLine
from include.clean.documents.record import Document
from include.records import Stripped

EDGE = 2  # lines at the top and the bottom of a page that may be its running head or foot
EDGE_SHARE = 0.12  # of the page's height, in which a bare number is the page's
FEWEST_REPEATS = 3  # pages that show a line before it is a running one
REPEATED_SHARE = 0.4  # of the pages; heads differ on odd and even ones
FEWEST_LINES = 5  # on a page whose own margins can be told
INDENT = 1.2  # characters that a first line is moved in, two as a rule
SHORT = 2.5  # characters that a line must lack for its end to be the paragraph's
LARGER = 1.12  # times the size of the running text: a heading's
WIDE_GAP = 1.5  # times the usual distance between two lines: another paragraph
LONGEST_TITLE, TITLE_LINES = 80, 8
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-—–－一·•~\s/]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[,，/]?\s*共?\s*\d{1,4}\s*页?)?[-—–－一·•~\s/]*"
)
_RUNNING_TEXT = re.compile("[，。；：]")
_SENTENCE_END = re.compile("[。！？；!?]$")


class PageLines(NamedTuple):
    """The lines of one page, and its height in points."""

    lines: list[PrintedLine]
    height: float


@dataclass(slots=True)
class Paragraph:
    """A paragraph as it grows; `last` is its last line, `ended` whether that stops short of the margin."""

    text: str
    first: PrintedLine
    last: PrintedLine
    ended: bool
    centred: bool


class Margins(NamedTuple):
    """Where the lines of a page begin and end as a rule."""

    left: float
    right: float


def document_of(pages: Sequence[PageLines], named: str | None) -> Document:
    """The document that the pages make; `named` is the title in its properties."""
    stripped: list[Stripped] = []
    kept = [PageLines(list(_without_running(page, _running(pages), stripped)), page.height) for page in pages]
    lines = [line for page in kept for line in page.lines]
    size = median(line.size for line in lines for _ in line.text) if lines else 0.0
    paragraphs = _paragraphs([page.lines for page in kept], size)
    title = _title(paragraphs, size)
    return Document(
        text="\n".join(paragraph.text for paragraph in paragraphs),
        title=title or named,
        title_from="document" if title else "document_info" if named else None,
        stripped=tuple(stripped),
    )


def _running(pages: Sequence[PageLines]) -> frozenset[str]:
    """The lines, figures aside, that stand at the edge of many pages and are no sentences."""
    at_edge = (
        {_unnumbered(line) for line in _edges(page.lines) if not _RUNNING_TEXT.search(line.text)} for page in pages
    )
    seen = Counter(text for texts in at_edge for text in texts)
    return frozenset(text for text, count in seen.items() if count >= max(FEWEST_REPEATS, REPEATED_SHARE * len(pages)))


def _edges(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    ordered = sorted(lines, key=lambda line: -line.y)
    return [*ordered[:EDGE], *ordered[EDGE:][-EDGE:]]


def _unnumbered(line: PrintedLine) -> str:
    return _NUMBER.sub("#", "".join(line.text.split()))


def _without_running(page: PageLines, running: frozenset[str], stripped: list[Stripped]) -> Iterator[PrintedLine]:
    edges = _edges(page.lines)
    for line in page.lines:
        at_edge = not EDGE_SHARE * page.height < line.y < (1 - EDGE_SHARE) * page.height
        if at_edge and line in edges and _PAGE_NUMBER.fullmatch(line.text):
            stripped.append(Stripped("page_number", line.text))
        elif line in edges and _unnumbered(line) in running:
            stripped.append(Stripped("running_head", line.text))
        else:
            yield line


def _paragraphs(pages: Sequence[Sequence[PrintedLine]], size: float) -> list[Paragraph]:
    whole = _margins([line for lines in pages for line in lines], size)
    paragraphs: list[Paragraph] = []
    for lines in pages:
        for _, group in groupby(lines, key=lambda line: line.column):
            column = list(group)
            margins = _margins_of(column, size, whole)
            leading = _leading(column)
            for line in column:
                _add(paragraphs, line, margins, leading, size)
    return paragraphs


def _add(paragraphs: list[Paragraph], line: PrintedLine, margins: Margins, leading: float, size: float) -> None:
    ended, centred = line.x1 < margins.right - SHORT * line.size, _is_centred(line, margins)
    if paragraphs and _continues(paragraphs[-1], line, margins, leading, size, centred):
        last = paragraphs[-1]
        last.text, last.last, last.ended = _joined(last.text, line.text), line, ended
    else:
        paragraphs.append(Paragraph(line.text, line, line, ended, centred))


def _margins_of(lines: Sequence[PrintedLine], size: float, whole: Margins) -> Margins:
    """Those of one page or column: its own where it has lines enough, but for a left one that it shares with the rest
    (on a page of short paragraphs most lines are moved in)."""
    if len(lines) < FEWEST_LINES:
        return whole
    own = _margins(lines, size)
    shared = any(abs(line.x0 - whole.left) < INDENT / 2 * size for line in lines)
    return own._replace(left=min(whole.left, own.left)) if shared else own


def _margins(lines: Sequence[PrintedLine], size: float) -> Margins:
    """The usual ones of the running text; lines in other type count only where there is no such."""
    usual = [line for line in lines if abs(line.size - size) < 0.1 * size] or list(lines)
    if not usual:
        return Margins(0.0, 0.0)
    ends = sorted(line.x1 for line in usual)
    starts = Counter(round(line.x0) for line in usual)
    often = [start for start, count in starts.items() if count >= max(2, 0.1 * len(usual))]
    return Margins(min(often, default=min(starts)), ends[int(0.9 * (len(ends) - 1))])


def _leading(lines: Sequence[PrintedLine]) -> float:
    gaps = [above.y - below.y for above, below in pairwise(lines) if above.y > below.y]
    return median(gaps) if gaps else 0.0


def _is_centred(line: PrintedLine, margins: Margins) -> bool:
    before, behind = line.x0 - margins.left, margins.right - line.x1
    return min(before, behind) > INDENT * line.size and abs(before - behind) < 2 * line.size


def _continues(
    paragraph: Paragraph, line: PrintedLine, margins: Margins, leading: float, size: float, centred: bool
) -> bool:
    """Whether a line goes on with a paragraph: it is not moved in, and the line before reaches the margin."""
    last = paragraph.last
    if "\t" in line.text or "\t" in last.text or abs(line.size - last.size) > (LARGER - 1) * size:
        return False
    gap = last.y - line.y
    if leading and gap > WIDE_GAP * leading:
        return False
    if centred or paragraph.centred:  # a heading of several lines; speaker and date have lines of their own
        return centred and paragraph.centred and line.size > LARGER * size and not _SENTENCE_END.search(paragraph.text)
    return not paragraph.ended and line.x0 < margins.left + INDENT * line.size


def _joined(before: str, after: str) -> str:
    """Two lines of one paragraph; a blank only between two words in Latin letters."""
    words = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return f"{before} {after}" if words else before + after


def _title(paragraphs: Sequence[Paragraph], size: float) -> str | None:
    """The first of the first lines in the largest type, else the first that is centred."""
    head = [each for each in paragraphs[:TITLE_LINES] if 4 <= len(each.text) <= LONGEST_TITLE and "\t" not in each.text]
    large = [each for each in head if each.first.size > LARGER * size]
    if large:
        return max(large, key=lambda each: each.first.size).text
    return next((each.text for each in head if each.centred and not _SENTENCE_END.search(each.text)), None)
