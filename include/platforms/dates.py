"""The date of an entry: beside its link in the spellings that listings use, or as a field of data has it."""

import email.utils
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

# 2023-06-12, 2023/6/12, 2023.06.12, 2023年6月12日
FULL = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)")
# 06-12, 06/12 or 6月12日, the whole of its cell
MONTH_DAY = re.compile(r"\D{0,3}(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?\D{0,3}")
IN_ADDRESS = re.compile(r"((?:19|20)\d{2})[-/_]?(0?[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01]|[1-9])(?!\d)")
LABEL = r"(?:发布|更新|时间|日期|于|：|:|\s)*"
MONTH_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d{2})[-/_]?(0?[1-9]|1[0-2])(?!\d)")
# A date in two cells, as cards show it: 05 and 2024-03, 03-05 and 2024, in either order; the cells are joined by |
_DAY, _MONTH, _YEAR = r"(?P<d>\d{1,2})\s?日?", r"(?P<m>\d{1,2})\s?月?", r"(?P<y>(?:19|20)\d{2})\s?年?"
_BETWEEN = r"\s?[-/.]?\s?"
SPLIT = [
    re.compile(form)
    for form in (
        rf"{_DAY}\|{_YEAR}{_BETWEEN}{_MONTH}",
        rf"{_YEAR}{_BETWEEN}{_MONTH}\|{_DAY}",
        rf"{_MONTH}{_BETWEEN}{_DAY}\|{_YEAR}",
        rf"{_YEAR}\|{_MONTH}{_BETWEEN}{_DAY}",
    )
]
ALONE = re.compile(
    LABEL + r"[\[【（(]?\s*" + FULL.pattern + r"\s?日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*[\]】）)]?", re.DOTALL
)
LONGEST_CELL = 60  # characters; a longer text is a summary, and a date in it is its own
LONGEST_SPLIT = 14  # characters of both cells
SHANGHAI = timezone(timedelta(hours=8))  # China has known no summer time since 1991
EPOCH = re.compile(r"(?:/Date\()?(\d{9,10}|\d{12,13})(?:\.\d+)?(?:[+-]\d{4})?(?:\)/)?")  # /Date(…)/: as .NET has it
COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{4}|\d{6})?")
CHINA_TIME = re.compile(r"\bCST\b")  # RFC 822 has it for the central United States; sites in China mean theirs
DISORDER = 0.25  # of the neighbours; a pinned entry or two are no other order


def date_in(cells: list[str], href: str) -> date | None:
    """The date of a row, from the texts beside its link: a cell that is nothing but a date goes first.

    A date may be split over two cells. One with month and day only counts where the address adds the year to the
    same month.
    """
    short = [cell for cell in cells if 0 < len(cell) <= LONGEST_CELL]
    for pattern_match in [*map(ALONE.fullmatch, short), *map(FULL.search, short)]:
        if pattern_match and (found := _valid(*pattern_match.groups())):
            return found
    if split := split_date(short):
        return split[1]
    for match in filter(None, map(MONTH_DAY.fullmatch, short)):
        month, day = int(match[1]), int(match[2])
        for year, *rest in [*IN_ADDRESS.findall(href), *MONTH_IN_ADDRESS.findall(href)]:
            if [int(part) for part in rest] in ([month, day], [month]):
                return _valid(year, month, day)
    return None


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    return len(text) <= LONGEST_CELL and bool(ALONE.fullmatch(text))


def split_date(cells: Sequence[str]) -> tuple[int, date] | None:
    """The first date that is split over two neighbouring cells, with the place of the first of them."""
    for place, (one, other) in enumerate(pairwise(cells)):
        if len(one) + len(other) > LONGEST_SPLIT or not one[:1].isdigit():
            continue
        for form in SPLIT:
            if (match := form.fullmatch(f"{one}|{other}")) and (found := _valid(match["y"], match["m"], match["d"])):
                return place, found
    return None


def day_of(value: object) -> date | None:
    """The day, in Asia/Shanghai, that a field of a feed, a sitemap or a JSON listing states; None where it is no date.

    Takes ISO 8601 (W3C date and time), RFC 822, seconds or milliseconds since 1970, 20240305, and what listings
    write. A time without a zone is local. Years outside 1900–2099 are no dates.
    """
    text = str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    if not 0 < len(text) <= LONGEST_CELL:
        return None
    if match := EPOCH.fullmatch(text):
        seconds = int(match[1]) / (1000 if len(match[1]) > 10 else 1)
        return _sane(datetime.fromtimestamp(seconds, SHANGHAI))
    if match := COMPACT.fullmatch(text):
        return _valid(*match.groups())
    moment = _moment(text)
    if moment is not None:
        return _sane(moment)
    spelled = FULL.search(text)
    return _valid(*spelled.groups()) if spelled else None


def newest_first(days: Sequence[date | None]) -> bool:
    """Whether entries stand in the order of their dates, newest first, but for a few that are pinned."""
    known = [day for day in days if day]
    rising = sum(later > earlier for earlier, later in pairwise(known))
    return rising <= max(1, len(known) - 1) * DISORDER


def _sane(moment: datetime) -> date | None:
    """The local day of a moment, where its year is one of this calendar: databases write 0001 and 9999 for none."""
    if not 1900 <= moment.year < 2100:
        return None
    return (moment.astimezone(SHANGHAI) if moment.tzinfo else moment).date()


def _moment(text: str) -> datetime | None:
    """A time as ISO 8601 or RFC 822 writes it."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        moment = email.utils.parsedate_to_datetime(CHINA_TIME.sub("+0800", text))
    except (ValueError, IndexError, OverflowError):
        return None
    return moment.replace(tzinfo=UTC) if text.endswith("-0000") else moment  # RFC 5322, 3.3: UTC, place unknown


def _valid(year: str, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
