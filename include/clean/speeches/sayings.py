"""What a text says of a year that it names in figures: that it is this one, the one to plan, the one just past."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from include.clean.speeches.numerals import number_of

HEAD = 160  # characters in which a title may stand that runs on into the speech
OPENING = 600  # characters in which a report says that it is one
_BEFORE, _AFTER = 24, 60  # characters around a year that say what it is
_YEAR = re.compile(r"((?:19|[2２][0０])\d{2}|(?:二[〇○零０ОO]|一九)[〇○零０ОO一二三四五六七八九]{2}|(?<!\d)0\d)\s?年")
_GIVEN = re.compile(r"(?:讲话|报告|致辞|发言|演讲|[会议]上)\s?[（(]\s?((?:19|20)\d{2})\s?年[^）)]{1,30}")
_LOOKING_BACK = re.compile("不平凡|取得|成果|成就|成绩|过去|显著|明显|丰硕|圆满|实现了|经受")
_REPORT = re.compile("报告(?:政府)?工作|(?:作|向)[^。]{0,12}(?:政府)?工作报告|请予审议")
_SERIES = re.compile(r"去年[^。]{0,60}[;；,，。]?\s?前年[^。]{0,40}?[;；,，]\s?((?:19|20)\d{2})\s?年")
_AIM = re.compile("(?:[到至]|力争|目标|规划|远景)[^，。]{0,4}$")
_SCOPE = "(?:度|的|全[市县区省州]|经济社会发展|政府|各项|我[市县区省州])*"


class _Saying(NamedTuple):
    """What stands before and behind a year that tells the year of the speech: it is `later` years after that one."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    later: int = 0


_ANY = re.compile("")
_PART_OF_YEAR = (
    _Saying(_ANY, re.compile(r"上半年|前三个?季度|[一二三]季度|1\s?[-—–~至]\s?\d{1,2}月")),
    _Saying(re.compile("截[至止]到?$"), re.compile(r"(?:[1-9]|1[01])\s?月")),
)
_THIS_YEAR = (_Saying(re.compile("(?:今年[（(，,是即]{1,2}|今天是)$"), _ANY),)
_PLANNED = (
    _Saying(
        re.compile("(?:确定|部署|安排|做好|抓好|明确|落实|推进|谋划)[^。；;，,]{0,12}$"),
        re.compile(
            f"{_SCOPE}(?:重点|主要|目标|工作|任务|(?!以|底|前|后)(?:(?!筹备|申办|规划|编制)[\u3400-\u9fff]){{1,6}}?工作)"
        ),
    ),
    _Saying(
        _ANY,
        re.compile(
            f"{_SCOPE}(?:工作)?(?:总体要求|主要预期目标|预期目标|发展目标|重点工作|工作重点|主要任务"
            "|工作(?:任务|安排|打算|计划|思路))"
        ),
    ),
)
_DONE = "(?:取得了|完成了|实现了|经受住了|(?:我们|全[市县区省])(?:圆满|顺利|胜利))"
_YEAR_OF = (
    _Saying(
        re.compile("(?<!过去的)(?<!过去)$"),
        re.compile(f"[，,]?(?:是|将是|必将是)[^。；;]{{0,40}}(?:一年|之年|重要年份|关键年)(?![^。；;]{{0,40}}{_DONE})"),
    ),
)
_REVIEW = (
    _Saying(_ANY, re.compile("(?:的|政府)*工作(?:的)?回顾"), 1),
    _Saying(re.compile("(?:过去的|回顾(?:过去的)?)$"), _ANY, 1),
)
_LAST_YEAR = (_Saying(re.compile("(?:(?:去年|上年)[（(即]{1,2}|(?:刚刚|已经)过去的)$"), _ANY, 1),)


def years_said(text: str, dated: str) -> Iterator[tuple[int, str]]:
    """The years that a text, or the date line above it, gives as the speech's own, the surest first; each with
    the words that say so."""
    years = list(_YEAR.finditer(text))
    given = _GIVEN.search(text[:HEAD])
    yield from ((number_of(match[1]) or 0, dated) for match in list(_YEAR.finditer(dated))[-1:])
    yield from [(int(given[1]), given[0])] if given else []
    yield from _said(_THIS_YEAR, text, years)
    yield from _most(list(_said(_PLANNED, text, years)))
    are = list(_said(_YEAR_OF, text, years))
    over = {year for year, words in are if is_looking_back(words)}
    yield from (found for found in are if found[0] not in over)
    if _REPORT.search(text[:OPENING]):
        yield from _said(_REVIEW, text, years)
    yield from _said(_LAST_YEAR, text, years)
    latest = max((_number(match) for match in years), default=0)
    yield from (found for found in _said(_PART_OF_YEAR, text, years) if found[0] == latest)
    for match in _SERIES.finditer(text) if "前年" in text else ():  # 去年 …; 前年 …; then the year before 前年
        yield int(match[1]) + 3, match[0]


def years_named(text: str) -> list[tuple[int, str]]:
    """All years that a text names, aims (到2035年) aside, in order."""
    return [
        (_number(match), match[0])
        for match in _YEAR.finditer(text)
        if not _AIM.search(text[max(0, match.start() - 8) : match.start()])
    ]


def is_looking_back(clause: str) -> bool:
    """Whether a clause speaks of a year as of one that is over."""
    return bool(_LOOKING_BACK.search(clause))


def _said(sayings: Sequence[_Saying], text: str, years: Sequence[re.Match[str]]) -> Iterator[tuple[int, str]]:
    for match in years:
        for saying in sayings:
            before = saying.before.search(text[max(0, match.start() - _BEFORE) : match.start()])
            after = saying.after.match(text[match.end() : match.end() + _AFTER])
            if before and after:
                lead = before[0] if saying.before is not _ANY else ""
                yield _number(match) + saying.later, lead + match[0] + after[0]


def _number(year: re.Match[str]) -> int:
    number = number_of(year[1]) or 0
    return number + 2000 if number < 10 else number  # 07年


def _most(found: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The year most often spoken of, the later one of two."""
    years = [year for year, _ in found]
    best = max(years, key=lambda year: (years.count(year), year), default=0)
    yield from (each for each in found if each[0] == best)
