"""Headings without a number, and the lines at which the numbering of a page starts anew."""

import re
from functools import cache

from include.segment.characters import CLAUSE_MARKS, HAN, NUMERAL, SPACE
from include.segment.cues import heading_cues

LONGEST = 30  # characters of a heading without a number


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _period_heading() -> re.Pattern[str]:
    cues = heading_cues()
    years = rf"[“”\"]?(?:(?:19|20)(?:\d\d|××|[xX]{{2}})[{SPACE}]?年|{_any(cues.periods)})"
    return re.compile(rf"(?:关于)?{years}[^{CLAUSE_MARKS}]{{0,{LONGEST}}}(?:{_any(cues.subjects)})[：:]?")


@cache
def _counted_heading() -> re.Pattern[str]:
    return re.compile(rf"[{NUMERAL}]{{1,2}}(?:{_any(heading_cues().counters)})[{HAN}]{{1,8}}[：:]")


@cache
def _region_break() -> re.Pattern[str]:
    cues = heading_cues()
    return re.compile(
        rf"(?:{_any(cues.salutations)})[^。；;]{{0,30}}[：:！!]?|(?:{_any(cues.closings)})[！!。]?"
        rf"|第[{NUMERAL}]{{1,3}}篇.{{0,60}}|.{{0,30}}篇[{NUMERAL}\d]{{1,3}}"
    )


def unmarked_level(line: str) -> int | None:
    """The level of a heading without a number, or None: 1 where it sets the period, 2 for 五种意识：."""
    if len(line) > LONGEST:
        return None
    if _period_heading().fullmatch(line):
        return 1
    return 2 if _counted_heading().fullmatch(line) else None


def breaks_region(line: str) -> bool:
    """Whether a line opens, closes or names a speech, so that numbering starts anew behind it."""
    return len(line) <= 2 * LONGEST and _region_break().fullmatch(line) is not None
