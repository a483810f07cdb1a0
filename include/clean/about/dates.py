"""Publication dates as Chinese sites write them: 2021-03-05, 2021年3月5日, 20210305, 2021——03——05 21:37, …"""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from include.clean.speeches.numerals import number_of
from include.settings import TIMEZONE

FIRST_DAY = date(1995, 1, 1)  # no such site is older; 1970 is a missing time stamp
# Days between a listing and its page. On some fifty pages of sixty sites the date of the meta and the one shown are at
# most 3 days apart, or over 100, where an article was moved or put up again.
LISTED_LATER = 7
_HALF_WIDTH = str.maketrans("０１２３４５６７８９－／．：", "0123456789-/.:")
_NUMERALS = re.compile(
    "([一二][〇○零Ｏ一二三四五六七八九]{3})\\s?年\\s?([一二三四五六七八九十]{1,3})\\s?月\\s?([一二三四五六七八九十]{1,3})\\s?日"
)
_DATE = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})\s{0,3}(?:年|[-/.—–_]{1,3})\s{0,3}(?P<m>1[0-2]|0?[1-9])\s{0,3}(?:月|[-/.—–_]{1,3})\s{0,3}"
    r"(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)"
)
_COMPACT = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})(?P<m>1[0-2]|0[1-9])(?P<d>3[01]|[12]\d|0[1-9])(?:\d{4}|\d{6})?(?!\d)"
)
_ZONED = re.compile(r"^\s*\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)\s*$")
_EPOCH = re.compile(r"^\s*(1\d{9})(?:\d{3})?\s*$")
_IN_URL = (
    re.compile(
        r"/(?P<y>(?:19|20)\d{2})[-_/]?(?P<m>1[0-2]|0[1-9]|[1-9](?=[-_/]))[-_/]?(?P<d>3[01]|[12]\d|0[1-9]|[1-9](?=[-_/.]))[_/.t-]"
    ),
    re.compile(r"[t_/-](?P<y>(?:19|20)\d{2})(?P<m>1[0-2]|0[1-9])(?P<d>3[01]|[12]\d|0[1-9])(?!\d)"),
)


def first_date(text: str | None, today: date | None = None) -> str | None:
    """The first date in a text as YYYY-MM-DD; None where there is none, or one that no page can have."""
    if not text:
        return None
    text = _NUMERALS.sub(_in_digits, text).translate(_HALF_WIDTH)
    if _ZONED.match(text):
        return _local_day(datetime.fromisoformat(text.strip().replace("Z", "+00:00")), today)
    if epoch := _EPOCH.match(text):
        return _local_day(datetime.fromtimestamp(int(epoch[1]), ZoneInfo(TIMEZONE)), today)
    return next((day for match in _DATE.finditer(text) if (day := _checked(match, today))), None)


def compact_date(text: str | None, today: date | None = None) -> str | None:
    """As `first_date`, for values that may also be 20210305 or 20210305093000."""
    found = first_date(text, today)
    digits = (text or "").translate(_HALF_WIDTH)
    return found or next((day for match in _COMPACT.finditer(digits) if (day := _checked(match, today))), None)


def date_in_url(url: str, today: date | None = None) -> str | None:
    """The date that the path of a URL holds: /2021/03/05/, /202103/t20210305_123.html, /2021-03/05/content_1.htm."""
    return next((day for form in _IN_URL if (match := form.search(url)) and (day := _checked(match, today))), None)


def are_apart(day: str | None, other: str | None) -> bool:
    """Whether two dates, YYYY-MM-DD, are further apart than a listing and its page should be."""
    return (
        bool(day and other) and abs((date.fromisoformat(str(day)) - date.fromisoformat(str(other))).days) > LISTED_LATER
    )


def _in_digits(match: re.Match[str]) -> str:
    """二〇二一年三月五日 as 2021年3月5日."""
    year, month, day = (number_of(numeral.replace("Ｏ", "〇")) for numeral in match.groups())
    return f"{year}年{month}月{day}日"


def _checked(match: re.Match[str], today: date | None) -> str | None:
    try:
        day = date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:  # 30 February
        return None
    return _plausible(day, today)


def _local_day(moment: datetime, today: date | None) -> str | None:
    return _plausible(moment.astimezone(ZoneInfo(TIMEZONE)).date(), today)


def _plausible(day: date, today: date | None) -> str | None:
    latest = (today or datetime.now(ZoneInfo(TIMEZONE)).date()) + timedelta(days=1)
    return day.isoformat() if FIRST_DAY <= day <= latest else None
