"""Where a number with its unit stands in a text: such a stretch is one token and is never cut.

What follows a number is read as the figures of the next stage are (`include.extract.values.units.read_unit`), so that a
token and a figure end at the same character: an open pattern, since no list of units is complete.
"""

import re
from collections.abc import Iterator
from heapq import merge

from include.extract.values.folding import fold
from include.extract.values.units import Unit, read_unit
from include.segment.lines import Span

_TENS = "一二两三四五六七八九十"
_NUMERAL = f"[{_TENS}零百千万亿]"
# every form opens with its own set of characters: what re can skip to; what may not stand before is asked behind it
_BLANKED_YEAR = "(?<=[12])[09][Xx×]{2}(?=年)"
_ARABIC = (
    r"[0-9](?<![A-Za-z0-9].)(?<![A-Za-z][0-9]\..)(?<![.][0-9][.].)"  # no part of PM2.5, of 1.2.3
    r"(?![AGD](?![A-Za-z]))"  # 5G, 4A
    rf"(?:{_BLANKED_YEAR}|[0-9]{{0,2}}(?:,[0-9]{{3}})++(?![0-9])(?:\.[0-9]++)?|[0-9]*+(?:\.[0-9]++)?)"
)
_MASK = r"[Xx×*□_](?<![A-Za-z×*□_].)[Xx×*□_]{0,5}+(?:\.[Xx×*□_]{1,4}+)?(?![A-Za-z0-9])"
_ANY = re.compile(f"(?P<arabic>{_ARABIC})|(?P<mask>{_MASK})")
_CHINESE = re.compile(
    rf"[{_TENS}百千万](?<!{_NUMERAL}.)(?:(?<=[{_TENS}]){_NUMERAL}{{1,15}}+|(?=分之))"
    rf"(?P<part>分之[{_TENS}零百][{_TENS}零百点]{{0,7}}+)?"
)
_LINK = re.compile("[ ]?[-~至到][ ]?")
_TAIL = re.compile(
    "(?<=年)(?:[底末初代]|度(?!假))|(?<=月)(?:[份底末初]|[上中下]旬)|(?<=[0-9])时(?![期代间候段])(?:[0-9]{1,2}分)?"
)
_NO_UNIT = ("none", "open")


def numbers(text: str) -> Iterator[Span]:
    """The spans of numbers with their units, in text order: numerals, ranges of them, and what blanks one out.

    A Chinese numeral or a blanked-out one counts where a unit follows, a fraction (百分之五) by itself.
    """
    folded = fold(text)
    end = 0
    for span in merge(_arabic(folded), _chinese(folded)):
        if span.start >= end:
            end = span.end
            yield Span(_ordinal_start(folded, span.start), end)


def _ordinal_start(folded: str, start: int) -> int:
    before = folded[max(0, start - 2) : start].rstrip(" ")
    return folded.rindex("第", 0, start) if before.endswith("第") else start


def _arabic(folded: str) -> Iterator[Span]:
    for match in _ANY.finditer(folded):
        masked = match["mask"] is not None
        unit = read_unit(folded, match.end(), open_units=not masked)
        if not masked or unit.kind not in _NO_UNIT:
            yield Span(match.start(), _range_end(folded, unit))


def _range_end(folded: str, low: Unit) -> int:
    """Where a range ends that opens with this number (3—5亿元, 10%至12%), else where the number itself does."""
    end = _tail_end(folded, low.end)
    link = _LINK.match(folded, end)
    second = _ANY.match(folded, link.end()) if link else None
    if second is None:
        return end
    high = read_unit(folded, second.end(), open_units=True)
    return _tail_end(folded, high.end) if low.kind == "none" or low.name == high.name else end


def _tail_end(folded: str, end: int) -> int:
    if folded.startswith("人口", end - 1):  # 18万人口 counts 人, but the word is 人口
        return end - 1
    tail = _TAIL.match(folded, end)
    return tail.end() if tail else end


def _chinese(folded: str) -> Iterator[Span]:
    for match in _CHINESE.finditer(folded):
        if match["part"]:
            yield Span(*match.span())
        elif (unit := read_unit(folded, match.end(), open_units=False)).kind not in _NO_UNIT:
            yield Span(match.start(), _tail_end(folded, unit.end))
