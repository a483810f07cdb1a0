"""The year that the content of a speech speaks of, with the words that say so, apart from the title's claim."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from include.clean.numerals import number_of

FILE = Path(__file__).with_name("eras.yaml")
FIRST, LAST = 1978, 2049  # years that such a speech can speak of
NARROW = 3  # years: words current for longer say nothing about a single year
LONGEST = 60_000  # characters that are read: no speech is longer, a broken page may be
_YEAR = r"((?:19|20)\d{2})\s?年"
_STATED = re.compile(rf"{_YEAR}|(二[〇○零０][〇○零０一二三四五六七八九]{{2}})年?")
_SUMMARY = re.compile("总结|表彰|考核|述职|评议|年度")
_SCOPE = "(?:度|的|全[市县区省州]|经济社会发展|政府|各项|我[市县区省州])*"
_THIS_YEAR = re.compile(rf"今年[（(，,是即]{{1,2}}{_YEAR}|今天是{_YEAR}")
_PLANNED = re.compile(
    rf"(?:确定|部署|安排|做好|抓好|明确|落实|推进|谋划)[^。；;，,]{{0,12}}{_YEAR}{_SCOPE}(?:重点|主要|目标|工作|任务)"
    rf"|{_YEAR}{_SCOPE}(?:工作)?(?:总体要求|主要预期目标|预期目标|重点工作|工作重点|工作任务|主要任务|工作安排)"
)
_YEAR_OF = re.compile(rf"{_YEAR}[，,]?(?:是|将是|必将是)[^。；;]{{0,40}}(?:一年|之年|重要年份|关键年)")
_LOOKING_BACK = re.compile("不平凡|取得|成果|成就|成绩|过去|显著|明显|丰硕|圆满|实现了|经受")
_REVIEW = re.compile(rf"{_YEAR}(?:的|政府)*工作(?:的)?回顾|(?:过去的|刚刚过去的){_YEAR}|回顾(?:过去的)?{_YEAR}")
_REPORT = re.compile("报告(?:政府)?工作|(?:作|向)[^。]{0,12}(?:政府)?工作报告|请予审议")
_SERIES = re.compile(rf"去年[^。]{{0,60}}[;；,，。]?\s?前年[^。]{{0,40}}?[;；,，]\s?{_YEAR}")


class ContentYear(NamedTuple):
    """A year and the words that gave it, both None where the text does not tell."""

    year: int | None
    evidence: str | None

    def contradicts(self, stated: int | None, title: str | None) -> bool:
        """Whether the content speaks of another year than the title claims. A summing-up of a year may be
        given in the next one."""
        if self.year is None or stated is None or self.year == stated:
            return False
        return not (self.year == stated + 1 and bool(_SUMMARY.search(title or "")))


def stated_year_of(title: str | None) -> int | None:
    """The year that a title claims, the last one where it names several."""
    found = _STATED.findall(title or "")
    return _within(number_of(found[-1][0] or found[-1][1])) if found else None


def content_year_of(speech: str, stated: int | None = None, dated: str = "") -> ContentYear:
    """The year a speech was given in, as far as its words tell.

    `stated` is the title's year: it is only ever confirmed. `dated` is the date line above the speech.
    """
    return next(_evidence(speech[:LONGEST], stated, dated), ContentYear(None, None))


def _evidence(speech: str, stated: int | None, dated: str) -> Iterator[ContentYear]:
    """What tells the year, the surest first."""
    yield from _anchored(speech)
    if day := stated_year_of(dated):
        yield ContentYear(day, dated)
    yield from _named(_THIS_YEAR, speech)
    yield from _planned(speech)
    yield from (found for found in _named(_YEAR_OF, speech) if not _LOOKING_BACK.search(found.evidence or ""))
    if _REPORT.search(speech[:600]):
        yield from _named(_REVIEW, speech, later=1)
    yield from _named(_SERIES, speech, later=3)  # 去年 …; 前年 …; then the year before 前年
    yield from _by_eras(speech, stated)


def _named(pattern: re.Pattern[str], speech: str, later: int = 0) -> Iterator[ContentYear]:
    for match in pattern.finditer(speech):
        if year := _within(int(next(filter(None, match.groups()))) + later):
            yield ContentYear(year, match[0])


def _planned(speech: str) -> Iterator[ContentYear]:
    """The year most often spoken of as the one to plan, the later one of two."""
    found = list(_named(_PLANNED, speech))
    years = [each.year or 0 for each in found]
    best = max(years, key=lambda year: (years.count(year), year), default=0)
    yield from (each for each in found if each.year == best)


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return table


@lru_cache(maxsize=1)
def _anchors() -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple((re.compile(row["words"]), row["year"]) for row in _table()["anchors"])


@lru_cache(maxsize=1)
def _eras() -> tuple[tuple[re.Pattern[str], int, int], ...]:
    return tuple((re.compile(row["words"]), row["from"], row["to"]) for row in _table()["eras"])


def _anchored(speech: str) -> Iterator[ContentYear]:
    """What is said of 今年 in its own sentence: the year of a congress, a plan's first year."""
    for clause in re.finditer("今年[^。；;！!\n]{1,80}", speech):
        for anchor, year in _anchors():
            if match := anchor.search(clause[0]):
                yield ContentYear(year, clause[0][: match.end()])


def _by_eras(speech: str, stated: int | None) -> Iterator[ContentYear]:
    """Words current for some years only: several that leave one year, or some that agree with the title."""
    found = [(last - first, match[0], first, last) for era, first, last in _eras() if (match := era.search(speech))]
    if not found:
        return
    first, last = max(row[2] for row in found), min(row[3] for row in found)
    evidence = min(found)[1]
    if stated is not None and first <= stated <= last and last - first < NARROW:
        yield ContentYear(stated, evidence)
    elif first == last and len(found) > 1 and stated != first + 1:  # a report of the next year looks back on it
        yield ContentYear(first, evidence)


def _within(year: int | None) -> int | None:
    return year if year is not None and FIRST <= year <= LAST else None
