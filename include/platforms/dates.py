"""The date beside a link, in the spellings that listings use."""

import re
from datetime import date

# 2023-06-12, 2023/6/12, 2023.06.12, 2023年6月12日
FULL = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)")
# 06-12, 06/12 or 6月12日, the whole of its cell
MONTH_DAY = re.compile(r"\D{0,3}(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?\D{0,3}")
IN_ADDRESS = re.compile(r"((?:19|20)\d{2})[-/_]?(0?[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01]|[1-9])(?!\d)")
LABEL = r"(?:发布|更新|时间|日期|于|：|:|\s)*"
ALONE = re.compile(
    LABEL + r"[\[【（(]?\s*" + FULL.pattern + r"\s?日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*[\]】）)]?", re.DOTALL
)
LONGEST_CELL = 60  # characters; a longer text is a summary, and a date in it is its own


def date_in(cells: list[str], href: str) -> date | None:
    """The date of a row, from the texts beside its link: a cell that is nothing but a date goes first.

    A cell with month and day only counts where the address repeats them and adds the year.
    """
    short = [cell for cell in cells if 0 < len(cell) <= LONGEST_CELL]
    for pattern_match in [*map(ALONE.fullmatch, short), *map(FULL.search, short)]:
        if pattern_match and (found := _valid(*pattern_match.groups())):
            return found
    for match in filter(None, map(MONTH_DAY.fullmatch, short)):
        for year, month, day in IN_ADDRESS.findall(href):
            if (int(month), int(day)) == (int(match[1]), int(match[2])):
                return _valid(year, month, day)
    return None


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    return len(text) <= LONGEST_CELL and bool(ALONE.fullmatch(text))


def _valid(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
