"""Sentences: cut at 。！？…, never inside a quotation, a bracket or a number."""

import re
from collections import deque
from collections.abc import Iterator

from include.segment.characters import CLOSERS, HAN, PAIRS, SPACE, TERMINATORS
from include.segment.lines import Span, trim

LONGEST_QUOTATION = 200  # a mark that finds no partner within so many characters pairs with nothing
_CLOSING = frozenset("".join(PAIRS.values()))
_INTERESTING = re.compile(f"[{re.escape(''.join(PAIRS) + ''.join(PAIRS.values()))}]")
_IN_NUMBER = r"(?<=\d。)\d{1,2}[ ]?(?:[%％万亿元]|个百分点)"  # 12。5亿元: a stop typed for a point
# 。 and its kin with what closes behind it; a point counts between Chinese and Chinese only. The pattern opens with
# the set of all these marks: that is what re can skip to.
_END = re.compile(
    rf"[{TERMINATORS}.．](?!{_IN_NUMBER})(?:(?<![.．])[{TERMINATORS}]*+|(?<=[{HAN}%％）)”][.．])(?=[{SPACE}]*(?:[{HAN}“（]|$)))"
    rf"(?P<closers>[{re.escape(CLOSERS)}]*+)"
)
_QUOTES = "“‘「『"
_INTRODUCES = f"：:，,—{TERMINATORS}{CLOSERS}"
# behind the closing mark of a quotation these carry the sentence on
_CARRIES_ON = re.compile(rf"[{SPACE}]*[，,、；;：:。！？的地得等和与及或为是并而]")


def quoted_spans(text: str, start: int, end: int) -> list[Span]:
    """The outermost quotations and brackets between `start` and `end`, marks included."""
    spans: list[Span] = []
    opened: deque[tuple[int, str]] = deque()
    for match in _INTERESTING.finditer(text, start, end):
        mark, at = match[0], match.start()
        while opened and at - opened[0][0] > LONGEST_QUOTATION:
            opened.popleft()
        closes = None
        if mark in _CLOSING:
            closes = next((i for i in reversed(range(len(opened))) if mark in PAIRS[opened[i][1]]), None)
        if closes is not None:
            first = opened[closes][0]
            while len(opened) > closes:
                opened.pop()
            while spans and spans[-1].start > first:
                spans.pop()
            spans.append(Span(first, at + 1))
        elif mark in PAIRS:
            opened.append((at, mark))
    return spans


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """The offsets right behind the marks that end a sentence between `start` and `end`."""
    quoted = quoted_spans(text, start, end)
    next_quoted = 0
    for match in _END.finditer(text, start, end):
        at = match.start()
        while next_quoted < len(quoted) and quoted[next_quoted].end <= at:
            next_quoted += 1
        inside = next_quoted < len(quoted) and quoted[next_quoted].start < at
        if not inside:
            yield match.end() if not _opens_quotation(match["closers"]) else at + 1
        elif quoted[next_quoted].end <= match.end() and _stands_by_itself(text, start, end, quoted[next_quoted]):
            yield match.end()


def _stands_by_itself(text: str, start: int, end: int, quotation: Span) -> bool:
    """他说：“……。” is a sentence; a quotation in the middle of one (以“做大。”为……) is not."""
    if text[quotation.start] not in _QUOTES or _CARRIES_ON.match(text, quotation.end, end):
        return False
    return quotation.start == start or text[quotation.start - 1] in _INTRODUCES


def _opens_quotation(closers: str) -> bool:
    """A straight mark that follows a full stop outside of quotations may open the next one."""
    return closers[:1] in ('"', "'")


def sentences(text: str, start: int, end: int, breaks: tuple[int, ...] = ()) -> Iterator[Span]:
    """The sentences of one paragraph, trimmed; `breaks` are further offsets to cut at."""
    cuts = sorted({*sentence_ends(text, start, end), *(b for b in breaks if start < b < end), end})
    for cut in cuts:
        span = trim(text, start, cut)
        if span.end > span.start:
            yield span
        start = cut
