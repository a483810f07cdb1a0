"""What a text says of this year, of last year, of a masked or replaced one, that is true of a single year only."""

import re
from collections.abc import Iterator

from include.clean.speeches.eras import anchored_years, counted_years
from include.clean.speeches.sayings import is_looking_back

_SUBJECT = re.compile(
    r"今年|去年|上年|前年|明年|(?:刚刚)?过去的一年|20\s?[xX×＊*_]{2}\s?年|今[天日]是|(?:今[天日晚]|这里|在此)[^。；！!《学\n]{0,30}?(?:庆祝|纪念)"
)
_YEAR_IS = re.compile(r"(20\d{2})年([，,]?(?:将|必将)?是[^。；;！!\n]{1,80})")
_SINCE = {"去年": 1, "上年": 1, "前年": 2, "明年": -1}
_CLAUSE = re.compile("[^。；;！!\n]{1,80}")


def years_anchored(text: str) -> Iterator[tuple[int, str]]:
    """What is said of 今年, 去年 or a masked year in its own sentence: the year of a congress, a plan's first year."""
    subjects = list(_SUBJECT.finditer(text))
    edges = [*(subject.start() for subject in subjects), len(text)][1:]
    for subject, edge in zip(subjects, edges, strict=True):
        clause = _CLAUSE.match(text, subject.end(), edge)
        if clause is None or (subject[0].startswith("20") and not _is_present(clause[0])):
            continue
        later = 1 if "过去" in subject[0] else _SINCE.get(subject[0], 0)
        for year, words in anchored_years(clause[0]):
            yield year + later, subject[0] + words


def years_replaced(text: str) -> Iterator[tuple[int, str]]:
    """Years of which a text says what counting says of a quite different one: whoever copied it replaced the figure.

    2025年是“十二五”规划的开局之年 gives 2011. One year off is taken for a slip of the pen.
    """
    for match in _YEAR_IS.finditer(text):
        years = list(counted_years(match[2]))
        if years and all(abs(year - int(match[1])) > 1 for year, _ in years) and not is_looking_back(match[2]):
            yield from ((year, f"{match[1]}年{words}") for year, words in years)


def _is_present(clause: str) -> bool:
    """Whether what is said of a masked year (20XX年是…) is said of the year of the speech."""
    return clause.lstrip("，,").startswith(("是", "将是")) and not is_looking_back(clause)
