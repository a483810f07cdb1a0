"""When in its year a speech was given, as far as its words tell."""

import re

OPENING, CLOSING, MIDDLE, UNKNOWN = "opening", "closing", "middle", "unknown"

_WORK = r"工作(?:总体)?(?:安排|部署|任务|思路|打算|目标|要求|重点)"
_PLAN = rf"[^。;,]{{0,12}}(?:{_WORK}|主要(?:目标|任务|预期)|预期目标|总体要求)"
_REVIEW = r"[^。;,]{0,12}工作(?:的)?回顾"
_PAST_YEAR = re.compile(rf"过去的?一年|(?:去年|上年){_REVIEW}|(?:刚刚|已经)过去的|向大会报告(?:政府)?工作")
_THIS_YEAR = re.compile(rf"今年(?:{_PLAN}|是)")
_NEXT_YEAR = re.compile(rf"明年{_PLAN}|即将过去")
_PART_GONE = re.compile(
    r"下半年[^。;,]{0,12}(?:工作|目标|任务|安排|重点)|(?:今年|前)[^。;,]{0,3}上半年|上半年[^。;,]{0,6}(?:实现|完成|增长)"
    r"|截[至止]到?(?:今年)?(?:[2-9]|1[01])月|(?<!\d)1-(?:[2-9]|1[01])月|前[三3]个?季度"
)


def season_of(folded: str, year: int | None) -> str:
    """`opening` (a speech that looks back on the year before and plans its own), `closing` (plans the next one),
    `middle` (a part of its year is gone), or `unknown`, also where the words tell two. `year` is the speech's."""
    reviews = bool(_PAST_YEAR.search(folded)) or _says(folded, year, -1, _REVIEW)
    plans = bool(_THIS_YEAR.search(folded)) or _says(folded, year, 0, f"(?:{_PLAN}|是)")
    closing = bool(_NEXT_YEAR.search(folded)) or _says(folded, year, 1, _PLAN)
    middle = bool(_PART_GONE.search(folded))
    opening = reviews or (plans and not middle)
    told = [name for name, holds in ((OPENING, opening), (CLOSING, closing), (MIDDLE, middle)) if holds]
    return told[0] if len(told) == 1 else UNKNOWN


def _says(folded: str, year: int | None, later: int, words: str) -> bool:
    return year is not None and re.search(rf"{year + later}年{words}", folded) is not None
