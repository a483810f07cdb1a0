"""Paragraphs that a .txt or PDF conversion broke into lines of one width.

Lines are joined only where the shape of the whole text says so: most of it stands in lines of about the greatest
width, and most of those stop in mid-sentence. Then a full line goes on in the next one, unless that opens a heading,
a list item or a speech, or either is a row of a table. A figure that may have been cut at the line end is joined too:
in text of this shape there is no other reading.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from include.clean.text.edits import Edit
from include.clean.text.lines import SALUTATION, Line

NARROWEST, WIDEST = 30, 120  # columns of a full line; a Chinese character takes two
SLACK = 4  # columns by which full lines differ: a mark or a Latin word that did not fit
FEWEST_FULL = 6  # full lines that make a shape
FULL_SHARE = 0.5  # of the text's characters that stand in full lines
WIDER_SHARE = 0.1  # lines wider than that, as a share of the full ones
CUT_SHARE = 0.6  # of the full lines that stop in mid-sentence
_ENDED = re.compile("[。！？；：!?;:…][”’」』）)】]*$")
_HEADING = re.compile(
    "第[一二三四五六七八九十百\\d]{1,3}[章节部条篇、，]|[（(][一二三四五六七八九十\\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\\d{1,2}[、）)]"
    "|\\d{1,2}[.．](?!\\d)|[-—–·●■◆★□※*]|附[:：件]|[①-⑳]"
)


def wrapped_lines(lines: Sequence[Line]) -> Iterator[Edit]:
    """The line ends that only the width of the page put there, of the whole lines of a text."""
    width = _width(lines)
    if not width:
        return
    for line, following in pairwise(lines):
        if line.end < following.start and _goes_on(line.text, following.text, width):
            yield Edit(line.end, following.start, _between(line.text, following.text), "wrapped_line")


def _width(lines: Sequence[Line]) -> int:
    """The width that the text is wrapped at, 0 where it is not."""
    columns = [_columns(line.text) for line in lines]
    counted = Counter(column for column in columns if NARROWEST <= column <= WIDEST)
    width = max(counted, key=lambda wide: (sum(counted[wide - less] for less in range(SLACK + 1)), wide), default=0)
    full = [line.text for line, wide in zip(lines, columns, strict=True) if width - SLACK <= wide <= width]
    cut = sum(not _ENDED.search(line) for line in full)
    wider = sum(wide > width for wide in columns)
    size = sum(len(line.text) for line in lines)
    holds = (
        len(full) >= FEWEST_FULL
        and cut >= CUT_SHARE * len(full)
        and sum(map(len, full)) >= FULL_SHARE * size
        and wider <= WIDER_SHARE * len(full)
    )
    return width if holds else 0


def _goes_on(line: str, following: str, width: int) -> bool:
    if "\t" in line or "\t" in following or _ENDED.search(line):
        return False
    slack = 1 if line[-1].isdecimal() and following[0].isdecimal() else SLACK
    full = width - slack <= _columns(line) <= width
    return full and not _HEADING.match(following) and not SALUTATION.match(following)


def _between(line: str, following: str) -> str:
    """A space between two Latin words, nothing between anything else."""
    both = line[-1] + following[0]
    return " " if both.isascii() and both.isalpha() else ""


def _columns(line: str) -> int:
    """Columns of a line; a line that is too long to be one of a page counts as just that."""
    if len(line) > WIDEST:
        return WIDEST + 1
    return 2 * len(line) - len(line.encode("ascii", "ignore"))
