"""Spans of several years: five-year plans, 2017—2018年, 过去五年, 改革开放以来."""

import re

from include.extract.resolve.days import FIRST_PLAN_YEAR, PLAN_YEARS, SINCE, Days, years
from include.extract.resolve.season import CLOSING, OPENING
from include.extract.resolve.words import number, year_of
from include.extract.resolve.years import Timeline

_N = r"([一二三四五六七八九十两\d]{1,2})"
_FIGURE_YEAR = r"(\d{4}|[一二][零一二三四五六七八九]{3})"
_TWO_YEARS = re.compile(rf"{_FIGURE_YEAR}\s?年?\s?[-至到~]\s?(\d{{4}}|\d{{2}}|[一二][零一二三四五六七八九]{{3}})\s?年")
_PLAN = re.compile(
    rf"[“\"]?(七|八|九|十[一二三四五]?)五[”\"]?(?:(?P<end>(?:规划)?期?末)|(?P<part>前|头|后){_N}年|期间|时期|规划期?间?|以来)?"
)
_SINCE = re.compile(r"(?:自|从)?(?:党的)?([一-鿿]{2,6}?)(?:以来|后)")
_PAST = re.compile(rf"(?:(?:过去的?|近|最近|前(?!一年)|这|这过去的){_N}(?:个)?年(?:来|间|里|中|以来)?|{_N}年(?:来|间))")
_COMING = re.compile(rf"(?:今后|未来|后){_N}年(?:里|内|间)?")
_WHY_NOT = (
    (re.compile(r"近几?年来?|前几年|多年来?|近些年来?|往年|历年|目前|当前|现在"), "names no years"),
    (
        re.compile(rf"(?:[^一-鿿]*\d{{1,2}}[-~至到]\d{{1,2}}|{_N})个?年(?:内|时间|左右)?"),
        "a length of time, not a time",
    ),
    (re.compile(r"(?:本|上|这|新一)届.*"), "the years of the term are not named"),
    (re.compile(r"[建复撤设].{0,4}以来"), "the year of the founding is not named"),
    (re.compile(r".*同期|同比"), "the same part of a year that is not named"),
    (re.compile(r"本?学年"), "a school year lies in two years"),
)


def span(words: str, timeline: Timeline) -> Days | None:
    """The days of a span of years, folded words; None where the words are no span."""
    bare = words.strip()
    if two := _TWO_YEARS.fullmatch(bare):
        return _two_years(bare, two)
    if plan := _PLAN.fullmatch(bare):
        return _plan(bare, plan)
    if (since := _SINCE.fullmatch(bare)) and (day := SINCE.get(since[1])):
        return Days(day, None, f"{bare}: {since[1]} began on {day}; the last day is not named")
    if (past := _PAST.fullmatch(bare)) or (coming := _COMING.fullmatch(bare)):
        count = number((past[1] or past[2]) if past else coming[1])  # type: ignore[index]
        return _counted(bare, -count if past else count, timeline)
    return next((Days(None, None, f"{bare}: {why}") for form, why in _WHY_NOT if form.fullmatch(bare)), None)


def _two_years(words: str, match: re.Match[str]) -> Days:
    first = year_of(match[1])
    last = year_of(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
    if last < first:
        return Days(None, None, f"{words}: the later year stands first")
    return Days(*years(first, last), f"{words}: both years stand in the period")


def _plan(words: str, match: re.Match[str]) -> Days:
    first = FIRST_PLAN_YEAR[match[1]]
    last = first + PLAN_YEARS - 1
    told = f"{words}: the five-year plan of {first}–{last}"
    if words.endswith("以来"):
        return Days(years(first, last)[0], None, f"{told}; the last day is not named")
    if match["end"]:
        return Days(f"{last}-12-31", f"{last}-12-31", told)
    if match["part"] and (count := number(match[4])):
        first, last = (last - count + 1, last) if match["part"] == "后" else (first, first + count - 1)
    return Days(*years(first, last), told)


def _counted(words: str, count: int, timeline: Timeline) -> Days:
    """A number of years back (below 0) or ahead: only a speech that opens or closes its year tells which."""
    year, season = timeline.year, timeline.season()
    if count == 0 or year is None:
        return Days(None, None, f"{words}: no year known" if count else f"{words}: not read")
    if season == OPENING:
        first, last = (year + count, year - 1) if count < 0 else (year, year + count - 1)
        return Days(*years(first, last), f"{words} seen from the beginning of {year}, the year the speech speaks of")
    if season == CLOSING:
        first, last = (year + count + 1, year) if count < 0 else (year + 1, year + count)
        return Days(*years(first, last), f"{words} seen from the end of {year}, the year the speech speaks of")
    return Days(None, None, f"{words}: whether {year} is counted in is not said")
