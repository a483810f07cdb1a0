"""The lines of a text, without the white space around them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from include.segment.characters import LINE_BREAK, SPACE

_LINE = re.compile(f"[^{LINE_BREAK}]+")
_FIRST = re.compile(f"[^{SPACE}]")
_SPACES = re.compile(f"[{SPACE}]")


class Span(NamedTuple):
    """A half-open piece of the text, in code points."""

    start: int
    end: int


def trim(text: str, start: int, end: int) -> Span:
    """The piece `start`–`end` without white space at either end; empty where it holds nothing else."""
    found = _FIRST.search(text, start, end)
    if found is None:
        return Span(start, start)
    while _SPACES.match(text, end - 1):
        end -= 1
    return Span(found.start(), end)


def lines(text: str) -> Iterator[Span]:
    """The lines that hold more than white space, trimmed, in text order."""
    for match in _LINE.finditer(text):
        span = trim(text, *match.span())
        if span.end > span.start:
            yield span
