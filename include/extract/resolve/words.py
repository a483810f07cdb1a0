"""The words of a period read: the year it names, or how it points to one, and the part of that year."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from include.extract.resolve.days import WHOLE, Part

_DIGITS = {char: str(i) for i, char in enumerate("零一二三四五六七八九")}
_UP_TO_TWELVE = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_UP_TO_TWELVE |= {"十": 10, "十一": 11, "十二": 12, "元": 1}
_N = r"(\d{1,2}|十[一二]|[一二三四五六七八九十两元])"
_TO = r"(?:月(?:份)?)?\s?[-至到~]\s?"
_OFFSETS = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1, "后年": 2}
# counted from the year spoken of, which need not be the speech's
_NEAR = {"上年": -1, "上一年": -1, "前一年": -1, "次年": 1, "当年": 0}
_LEAD = re.compile(r"^(?:截[至止]到?|到|至|在|自|从)\s?")
_SINCE = re.compile(r"\s?(?:以来|起)$")
_YEAR = re.compile(r"(\d{4}|[一二][零一二三四五六七八九]{3})\s?年度?")
_MASKED = re.compile(r"(?:\d{0,3}[Xx×*_]{1,4}|[Xx×*]{2,4})\s?年?")
_DEICTIC = re.compile(r"(今年|去年|前年|明年|后年|[上前]一年|上年|次年|当年|本年)度?")


class Read(NamedTuple):
    """A period's words: at most one of `year`, `offset` (from the speech's year), `near` (from the year spoken of)."""

    part: Part | None
    year: int | None = None
    offset: int | None = None
    near: int | None = None
    is_masked: bool = False
    is_since: bool = False  # 2005年以来: has a first day only
    is_vague: bool = False  # 全年, 年末: the year's own, not a part that a month tells

    @property
    def points(self) -> bool:
        """Whether the words themselves name or point to a year."""
        return self.year is not None or self.offset is not None or self.near is not None


def number(words: str) -> int:
    """The number of a month, quarter or count of years, in figures or Chinese; 0 where it is none."""
    return int(words) if words.isdecimal() else _UP_TO_TWELVE.get(words, 0)


def year_of(words: str) -> int:
    """A year of four digits, Chinese ones too (二零零九)."""
    return int("".join(_DIGITS.get(char, char) for char in words))


def _quarter(match: re.Match[str]) -> Part:
    at = number(match[1])
    return Part(3 * at - 2, 3 * at, is_end=bool(match[2]))


def _listed(match: re.Match[str]) -> Part | None:
    months = [number(part) for part in match[1].split("、")]
    is_run = months == list(range(months[0], months[0] + len(months)))
    return Part(months[0], months[-1]) if is_run else None


_PARTS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Part | None]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"上半年(末|底)?", lambda m: Part(1, 6, is_end=bool(m[1]))),
        (r"下半年", lambda m: Part(7, 12)),
        (r"第?([一二三四1-4])季度(末)?", _quarter),
        (rf"(?:前|头){_N}个?季度?", lambda m: Part(1, 3 * number(m[1])) if m[0].endswith("季度") else None),
        (rf"(?:前|头){_N}个月", lambda m: Part(1, number(m[1]))),
        (rf"((?:{_N}、)+{_N})月份?", _listed),
        (rf"{_N}{_TO}{_N}月(?:份)?(末|底)?", lambda m: Part(number(m[1]), number(m[2]), is_end=bool(m[3]))),
        (rf"{_N}月(?:份)?(末|底)", lambda m: Part(number(m[1]), number(m[1]), is_end=True)),
        (rf"{_N}月(\d{{1,2}})[日号]", lambda m: Part(number(m[1]), number(m[1]), int(m[2]), int(m[2]))),
        (
            rf"{_N}月(\d{{1,2}})[日号]?\s?[-至到~]\s?(?:{_N}月)?(\d{{1,2}})[日号]",
            lambda m: Part(number(m[1]), number(m[3] or m[1]), int(m[2]), int(m[4])),
        ),
        (rf"{_N}月份?", lambda m: Part(number(m[1]), number(m[1]))),
        (r"年初", lambda m: Part(1, 1, 1, 1)),
        (r"(?:全年)?(?:年底|年末|末|底)", lambda m: Part(is_end=True)),
        (r"全年|年内|年度", lambda m: WHOLE),
    )
)
_VAGUE = re.compile(r"全年|年内|年度|(?:全年)?(?:年底|年末|末|底)|年初")


@lru_cache(maxsize=2048)
def read(words: str) -> Read | None:
    """A period's folded words (上半年, 去年底, 截至2009年6月末) read; None where they are of another kind."""
    rest = _LEAD.sub("", re.sub(r"\s", "", words))
    since = bool(_SINCE.search(rest))
    rest = _SINCE.sub("", rest)
    found = Read(None, is_since=since)
    if year := _YEAR.match(rest):
        found, rest = found._replace(year=year_of(year[1])), rest[year.end() :]
    elif deictic := _DEICTIC.match(rest):
        word = deictic[1]
        found, rest = found._replace(offset=_OFFSETS.get(word), near=_NEAR.get(word)), rest[deictic.end() :]
    elif masked := _MASKED.match(rest):
        found, rest = found._replace(is_masked=True), rest[masked.end() :]
    rest = rest.strip().removeprefix("的")
    if not rest:
        return found._replace(part=WHOLE) if found.points or found.is_masked else None
    if found.is_masked or re.match(r"[Xx×*]", rest):
        return found._replace(is_masked=True)
    for pattern, make in _PARTS:
        if match := pattern.fullmatch(rest):
            part = make(match)
            return found._replace(part=part, is_vague=bool(_VAGUE.fullmatch(rest))) if part else None
    return None
