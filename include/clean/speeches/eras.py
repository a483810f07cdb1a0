"""What ties a text to a year without naming it: events, anniversaries, five-year plans, congresses (`eras.yaml`)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from include.clean.speeches.numerals import number_of

FILE = Path(__file__).with_name("eras.yaml")
OPEN = 9999  # the end of an era that lasts
PLAN_YEARS, FIRST_PLAN = 5, 1951  # the tenth plan (十五) began in 2001
CONGRESS_YEARS, FIFTEENTH_CONGRESS = 5, 1997
_QUOTES = '“”"‘’「」『』'
_PLAN = re.compile(
    r"(?<![二三四五六七八九])(?P<plan>十[一二三四五六]?|[八九])五(?:”|(?=规划|时期|计划|的?开局|的?收官))[^，。；]{0,10}?"
    r"(?:(?P<first>开局|起步|开篇|第一|首)|(?P<nth>第[二三四五])|(?P<last>收官|最后一|末|完成)|(?P<eve>谋划|谋篇布局|编制))"
    r"[、起步收官开局]{0,6}(?:之)?一?年"
)
_CONGRESS = re.compile(
    r"(?:党的(?P<no>十[五六七八九]|二十一?)大|(?:党的|中国共产党)第(?P<no_>十[五六七八九]|二十一?)次全国代表大会)(?:(?P<held>(?:即将|将要?|将于[^，。]{2,8})?(?:胜利|隆重)?(?:召开|开幕)(?!以来|之?后|[^，。]{0,4}周年))"
    r"|(?P<after>(?:胜利)?召开(?:之?后)的?第一年|精神的?(?:开局|起步|第一|首)(?:之)?年))"
    r"|(?:我们党[将即要也]{0,2}(?:胜利|隆重)?召开|[将即要](?:胜利|隆重)?召开党的)第?(?P<called>十[五六七八九]|二十一?)(?:次全国代表)?大"
)
_NUMBER = r"(?P<years>\d{1,3}|[一二三四五六七八九十百]{1,5})\s?周年"
_PLENUM = re.compile(
    "(?P<term>十[六七八九]|二十)届(?:[一二三四五六七]中(?:全会)?[、和及与]){0,6}(?P<no>[一二三四五六七])中全会(?=[^，。；]{0,4}精神)"
)


class Era(NamedTuple):
    """Words that were current from a year to a year, both included; `to` is OPEN where they are still."""

    first: int
    last: int
    words: str


def anchored_years(clause: str) -> Iterator[tuple[int, str]]:
    """The years of which a clause is true, each with the words from its beginning to what tells."""
    yield from counted_years(clause)
    for pattern, year in _anchors():
        if match := pattern.search(clause):
            yield year, clause[: match.end()]


def counted_years(clause: str) -> Iterator[tuple[int, str]]:
    """Those of them that follow by counting: years of a plan, congresses, anniversaries."""
    for match in _PLAN.finditer(clause):
        yield _year_of_plan(match), clause[: match.end()]
    for match in _CONGRESS.finditer(clause):
        number = number_of(match["no"] or match["no_"] or match["called"]) or 0
        held = FIFTEENTH_CONGRESS + CONGRESS_YEARS * (number - 15)
        yield held + (match["after"] is not None), clause[: match.end()]
    for pattern, start in _anniversaries() if "周年" in clause else ():
        if match_ := pattern.search(clause):
            yield start + (number_of(match_["years"]) or 0), clause[: match_.end()]


def eras_of(text: str) -> list[Era]:
    """The eras that a text has words of; the words are as they stand there, with any quotation marks."""
    bare = text
    for mark in _QUOTES:
        bare = bare.replace(mark, "")
    found = [
        Era(row["from"], row.get("to", OPEN), words)
        for row in _table()["eras"]
        if (words := next((words for words in row["words"] if words in bare), None))
    ]
    return [era._replace(words=_as_written(era.words, text)) for era in [*found, *_plenum(bare)]]


def _plenum(text: str) -> Iterator[Era]:
    """The latest plenum whose spirit is to be studied: it is so until the next one has met."""
    plenums: dict[str, list[int]] = _table()["plenums"]
    terms = list(plenums)
    met = {(terms.index(match["term"]), number_of(match["no"]) or 0): match[0] for match in _PLENUM.finditer(text)}
    held = {key: words for key, words in met.items() if key[1] <= len(plenums[terms[key[0]]])}
    if held:
        (term, number), words = max(held.items())
        later = [*plenums[terms[term]][number:], *(year for name in terms[term + 1 :] for year in plenums[name])]
        yield Era(plenums[terms[term]][number - 1], later[0] if later else OPEN, words)


def _year_of_plan(match: re.Match[str]) -> int:
    start = FIRST_PLAN + PLAN_YEARS * (number_of(match["plan"]) or 0)
    if match["first"]:
        return start
    if match["eve"]:
        return start - 1
    return start + ((number_of(match["nth"][1:]) or 0) - 1 if match["nth"] else PLAN_YEARS - 1)


def _as_written(words: str, text: str) -> str:
    if words in text:
        return words
    spaced = f"[{_QUOTES}]{{0,3}}".join(map(re.escape, words))
    match = re.search(spaced, text)
    return match[0] if match else words


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return table


@lru_cache(maxsize=1)
def _anchors() -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((re.compile(row["words"]), row["year"]) for row in _table()["anchors"])


@lru_cache(maxsize=1)
def _anniversaries() -> tuple[tuple[re.Pattern[str], int], ...]:
    rows = _table()["anniversaries"]
    return tuple((re.compile(f"(?:{row['words']})[^，。；、]{{0,4}}?{_NUMBER}"), row["from"]) for row in rows)
