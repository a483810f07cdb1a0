"""Ratios: 7.1:48.3:44.6, each part a quantity; 2.45:1 is one."""

import re
from collections.abc import Callable, Iterator

from include.extract.values.figures import Quantity
from include.extract.values.numbers import MASK

MOST_PARTS = 8  # of a ratio: a longer chain of colons is none
_PART = rf"(?:{MASK}|\d{{1,6}}(?:\.\d{{1,4}})?%?)"
_RATIO = re.compile(rf"(?<![\d.Xx×*□_:]){_PART}(?:[ ]?:[ ]?{_PART})++(?![\d:])")
_NAMED = re.compile(r"(?:比|比重|比例|结构|比率)[^,;。]{0,12}$")
_MOVE = "调整|优化|演变|演进|改善|变化|转变|变|改|提高|缩小|扩大|发展|提升"
_CHANGED = re.compile(rf"[^,;。\d]{{0,6}}(?:{_MOVE})?(?:[为到至成]|而|-)[^,;。\d]{{0,4}}")
_NEAR = 20  # characters before a ratio that may name it


def ratios(text: str, is_free: Callable[[int, int], bool]) -> Iterator[Quantity]:
    """The parts of the ratios of a folded text, in order.

    Two parts are a ratio where the words before say so, or where the ratio before moves to it (由3:7调整为4:6); three
    parts without such words are when they add up to a whole. `is_free` tells whether a span is no date or name.
    """
    if ":" not in text:
        return
    last_end = -1
    for match in _RATIO.finditer(text):
        parts = list(re.finditer(_PART, match.group()))
        moved = last_end >= 0 and _CHANGED.fullmatch(text, last_end, match.start()) is not None
        named = moved or _NAMED.search(text[max(0, match.start() - _NEAR) : match.start()])
        if len(parts) > MOST_PARTS or not (named or (_adds_up(parts) and is_free(*match.span()))):
            continue
        last_end = match.end()
        if len(parts) == 2 and parts[1].group() == "1":
            yield _quantity(match.start(), match.end(), parts[0].group(), "bare")
            continue
        for part in parts:
            yield _quantity(match.start() + part.start(), match.start() + part.end(), part.group(), "ratio")


def _adds_up(parts: list[re.Match[str]]) -> bool:
    """Whether three parts or more are the shares of a whole, in per cent; masked ones may be anything."""
    if len(parts) < 3:
        return False
    masked = any(re.fullmatch(MASK, part.group()) for part in parts)
    return masked or 99 <= sum(float(part.group().rstrip("%")) for part in parts) <= 101


def _quantity(start: int, end: int, word: str, kind: str) -> Quantity:
    masked = re.fullmatch(MASK, word) is not None
    unit = "%" if word.endswith("%") else None
    return Quantity(start, end, None if masked else float(word.rstrip("%")), unit, kind, "ratio", masked=masked)
