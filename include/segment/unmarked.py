"""Headings without a number, and the lines at which the numbering of a page starts anew."""

import re
from functools import cache

from include.rule_files import any_of
from include.segment.characters import CLAUSE_MARKS, HAN, NUMERAL, SPACE
from include.segment.cues import heading_cues

LONGEST = 30  # characters of a heading without a number
_PLAIN = re.compile(f"(?!第?[{NUMERAL}]+、)[{HAN}“”《》、]{{4,20}}")  # no name (张三), no date


@cache
def _period_heading() -> re.Pattern[str]:
    cues = heading_cues()
    years = rf"[“”\"]?(?:(?:19|20)(?:\d\d|××|[xX]{{2}})[{SPACE}]?年|{any_of(cues.periods)})"
    return re.compile(rf"(?:关于)?{years}[^{CLAUSE_MARKS}]{{0,{LONGEST}}}(?:{any_of(cues.subjects)})[：:]?")


@cache
def _counted_heading() -> re.Pattern[str]:
    return re.compile(rf"[{NUMERAL}]{{1,2}}(?:{any_of(heading_cues().counters)})[{HAN}]{{1,8}}[：:]")


@cache
def _region_break() -> re.Pattern[str]:
    cues = heading_cues()
    return re.compile(
        rf"(?:{any_of(cues.salutations)})[^。；;]{{0,30}}[：:！!]?|(?:{any_of(cues.closings)})[！!。]?"
        rf"|第[{NUMERAL}]{{1,3}}篇.{{0,60}}|.{{0,30}}篇[{NUMERAL}\d]{{1,3}}"
    )


def unmarked_level(line: str) -> int | None:
    """The level of a heading without a number, or None: 1 where it sets the period, 2 for 五种意识：."""
    if len(line) > LONGEST:
        return None
    if _period_heading().fullmatch(line):
        return 1
    return 2 if _counted_heading().fullmatch(line) else None


def is_plain(line: str) -> bool:
    """Whether a line may be a heading by its shape alone (政府自身建设): a few words without a clause mark."""
    return _PLAIN.fullmatch(line) is not None


def opens_notes(line: str) -> bool:
    """Whether a line is the word above the notes of a text (注：)."""
    return line.rstrip("：:") in heading_cues().notes


def breaks_region(line: str) -> bool:
    """Whether a line opens, closes or names a speech, so that numbering starts anew behind it."""
    return len(line) <= 2 * LONGEST and _region_break().fullmatch(line) is not None
