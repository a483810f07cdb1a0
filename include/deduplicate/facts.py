"""Facts: the figures of a text by the words beside them, so that two texts can be asked whether they agree.

A copy that hides figures is silent about them; a text that states others is another edition.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# Conflicting figures, and share of those compared, that make another edition. Of figures in Chinese numerals one
# more is asked: some are idioms.
CONFLICTS, WRITTEN_CONFLICTS, CONFLICTING = 2, 3, 0.4
LEFT, RIGHT = 6, 2  # Chinese characters before and behind a figure that say what it counts
_NUMERALS = "〇零一二三四五六七八九十百千万亿两"
_FIGURE = re.compile(r"(?<![A-Za-z\d.])\d[\d,]*(?:\.\d+)?(?:[万亿]+|%)?")
_WRITTEN = re.compile(rf"(?<![{_NUMERALS}])[{_NUMERALS}]{{2,}}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=年)")
_MASK = re.compile(r"(?<![A-Za-z])(?:[Xx×✕*○□]{1,9}|某{1,3}|\d{2}[Xx×*]{2})(?![A-Za-z])")
_BEFORE_OUTLINE = frozenset("〔[【(第")  # a number behind these is a note or an item of a list
_TIMES = frozenset("年月日时分届次")
_ITEM = re.compile(r"[ \t]{0,4}[.、)\]〕】](?!\d)")


@dataclass(frozen=True)
class Facts:
    """What a text states, by context. A context that counts several things tells nothing and is left out."""

    han: str
    figures: Mapping[str, str]  # context → figure as it stands, but for thousands separators
    written: Mapping[str, str]  # the same of figures in Chinese numerals
    years: Mapping[str, str]
    masks: Mapping[str, int]  # the words before a mask → how many


@dataclass(frozen=True)
class Comparison:
    """How the facts of two texts relate, over the contexts that both have."""

    agreeing: int
    conflicting: int
    other_edition: bool  # whether the conflicting figures are many enough to make another edition
    masked_in_a: int  # masked in a, open in b
    masked_in_b: int
    years: tuple[tuple[str, str], ...]  # (in a, in b) where the words are the same and the years are not


def read_facts(plain: str, han: str, offsets: Sequence[int]) -> Facts:
    """The facts of a text in its plain form, with its normal form and where that stands in it."""

    def context(match: re.Match[str]) -> tuple[str, str]:
        before, behind = bisect_left(offsets, match.start()), bisect_left(offsets, match.end())
        return han[max(before - LEFT, 0) : before], han[behind : behind + RIGHT]

    def stated(pattern: re.Pattern[str]) -> dict[str, str]:
        found = (match for match in pattern.finditer(plain) if pattern is _YEAR or not _is_outline(plain, match))
        return _unique(("|".join(context(match)), match[0].replace(",", "")) for match in found)

    lefts = [context(match)[0] for match in _MASK.finditer(plain)]
    masks = Counter(left for left in lefts if len(left) == LEFT)
    return Facts(han, stated(_FIGURE), stated(_WRITTEN), stated(_YEAR), masks)


def compare_facts(a: Facts, b: Facts) -> Comparison:
    """Compare figures, masks and years of two texts by their context."""
    figures, written = _agreement(a.figures, b.figures), _agreement(a.written, b.written)
    years = {(a.years[key], b.years[key]) for key in a.years.keys() & b.years.keys()}
    return Comparison(
        figures[0] + written[0],
        figures[1] + written[1],
        _differ(figures, CONFLICTS) or _differ(written, WRITTEN_CONFLICTS),
        _masked(a, b),
        _masked(b, a),
        tuple(sorted(pair for pair in years if pair[0] != pair[1])),
    )


def _agreement(a: Mapping[str, str], b: Mapping[str, str]) -> tuple[int, int]:
    """How many contexts that both have agree, and how many conflict."""
    same = [a[context] == b[context] for context in a.keys() & b.keys()]
    return sum(same), len(same) - sum(same)


def _differ(counts: tuple[int, int], least: int) -> bool:
    return counts[1] >= max(least, CONFLICTING * sum(counts))


def _is_outline(plain: str, match: re.Match[str]) -> bool:
    """Whether a number is a date, an ordinal, a note or an item of a list rather than a figure."""
    start, end = match.span()
    if plain[end : end + 1] in _TIMES or plain[max(start - 1, 0) : start] in _BEFORE_OUTLINE:
        return True
    return _ITEM.match(plain, end) is not None


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    values: dict[str, set[str]] = {}
    for context, value in pairs:
        values.setdefault(context, set()).add(value)
    return {context: found.pop() for context, found in values.items() if len(found) == 1}


def _masked(masked: Facts, full: Facts) -> int:
    """How many masks of one text stand where the other has the same words before them and no mask."""
    return sum(count for left, count in masked.masks.items() if left not in full.masks and left in full.han)
