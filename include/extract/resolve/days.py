"""Days: the first and last day of a part of a year, of a five-year plan, of a span of years."""

from calendar import monthrange
from typing import NamedTuple

FIRST_PLAN_YEAR = {"七": 1986, "八": 1991, "九": 1996, "十": 2001, "十一": 2006, "十二": 2011, "十三": 2016}
FIRST_PLAN_YEAR |= {"十四": 2021, "十五": 2026}  # 十五 before 五: 十五五
PLAN_YEARS = 5
SINCE = {  # what a speech counts from, and the day it began
    "改革开放": "1978-12-18",  # the third plenum of the eleventh Central Committee
    "新中国成立": "1949-10-01",
    "建国": "1949-10-01",
    "十六大": "2002-11-08",  # the national congresses of the party
    "十七大": "2007-10-15",
    "十八大": "2012-11-08",
    "十九大": "2017-10-18",
    "二十大": "2022-10-16",
}


class Days(NamedTuple):
    """The first and last day (YYYY-MM-DD, both included) of a period, or None, and the reason."""

    first: str | None
    last: str | None
    reason: str


class Part(NamedTuple):
    """A part of a year: its first and last month, and the days in them; day None is the first or the last."""

    first_month: int = 1
    last_month: int = 12
    first_day: int | None = None
    last_day: int | None = None
    is_end: bool = False  # 6月末: the last day only

    def in_year(self, year: int) -> tuple[str, str] | None:
        """The first and last day in a year; None where the calendar has no such day."""
        if not 1 <= self.first_month <= self.last_month <= 12:
            return None
        length = monthrange(year, self.last_month)[1]
        first_day, last_day = self.first_day or 1, self.last_day or length
        if first_day > monthrange(year, self.first_month)[1] or last_day > length:
            return None
        last = f"{year:04}-{self.last_month:02}-{last_day:02}"
        return last if self.is_end else f"{year:04}-{self.first_month:02}-{first_day:02}", last


WHOLE = Part()


def years(first: int, last: int) -> tuple[str, str]:
    """The first day of one year and the last of another."""
    return f"{first:04}-01-01", f"{last:04}-12-31"
