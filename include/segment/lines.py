"""The lines of a text, without the white space around them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from include.segment.characters import LINE_BREAK, SPACE

_LINE = re.compile(f"[^{LINE_BREAK}]+")
_SPACES = frozenset(filter(re.compile(f"[{SPACE}]").match, map(chr, range(0x10000))))


class Span(NamedTuple):
    """A half-open piece of the text, in code points."""

    start: int
    end: int


def trim(text: str, start: int, end: int) -> Span:
    """The piece `start`–`end` without white space at either end; empty where it holds nothing else."""
    first = start
    while first < end and text[first] in _SPACES:
        first += 1
    if first == end:
        return Span(start, start)
    while text[end - 1] in _SPACES:
        end -= 1
    return Span(first, end)


def lines(text: str) -> Iterator[Span]:
    """The lines that hold more than white space, trimmed, in text order."""
    for match in _LINE.finditer(text):
        span = trim(text, *match.span())
        if span.end > span.start:
            yield span
