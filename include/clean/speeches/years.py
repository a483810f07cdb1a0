"""The year that the content of a speech speaks of, with the words that say so, apart from the title's claim."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from include.clean.speeches.anchors import years_anchored, years_replaced
from include.clean.speeches.eras import OPEN, Era, eras_of
from include.clean.speeches.numerals import number_of
from include.clean.speeches.sayings import years_named, years_said

FIRST, LAST = 1978, 2049  # years that such a speech can speak of
NARROW = 3  # years: words current for longer say nothing about a single year
SEVERAL = 2  # eras that must exclude a year before it is not believed
LONGEST = 60_000  # characters that are read: no speech is longer, a broken page may be
_STATED = re.compile(
    r"((?:19|20)\d{2})\s?年|((?:二[〇○零０]|一九)[〇○零０一二三四五六七八九]{2})年?"
    r"|(?:^|[^\d])((?:19|20)\d{2})(?=[-./]\d|度|全[市县区]|[（(）)\s]|$)"
)
_SUMMARY = re.compile("总结|表彰|考核|述职|评议|年度|决算|执行情况")


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


NO_YEAR = ContentYear(None, None)


def stated_year_of(title: str | None) -> int | None:
    """The year that a title claims, the last one where it names several."""
    found = _STATED.findall(title or "")
    year = number_of("".join(found[-1])) if found else None
    return year if year is not None and _is_possible(year) else None


def content_year_of(speech: str, stated: int | None = None, dated: str = "") -> ContentYear:
    """The year a speech was given in, as far as its words tell.

    `stated` is the title's year: it is only ever confirmed. `dated` is the date line above the speech. Events and
    plans come before figures of years, which whoever passes an old speech off as new replaces; a year that
    several eras exclude is not believed; where the rest disagrees, there is none.
    """
    text = speech[:LONGEST]
    eras = eras_of(text)
    replaced = _possible(years_replaced(text))
    said = () if replaced else (ContentYear(*found) for found in years_said(text, dated) if _is_possible(found[0]))
    return (
        _agreed([*_possible(years_anchored(text)), *replaced])
        or next((found for found in said if found.year and not _is_excluded(found.year, eras)), None)
        or _by_eras(eras, stated)
        or _confirmed(text, stated, eras)
        or NO_YEAR
    )


def _agreed(found: Sequence[ContentYear]) -> ContentYear | None:
    """The year that most of the events give; none where two years have as many."""
    counts = Counter(each.year for each in found).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]):
        return None
    return next(each for each in found if each.year == counts[0][0])


def _is_excluded(year: int, eras: Sequence[Era]) -> bool:
    """Whether several eras exclude a year: their words are not yet there, or all are long out of use."""
    early = sum(year < era.first for era in eras)
    bounded = [era for era in eras if era.last != OPEN]
    late = sum(year > era.last + 1 for era in bounded)
    return early >= SEVERAL or (
        late >= SEVERAL and late == len(bounded) and not any(_is_new(era, bounded) for era in eras)
    )


def _is_new(era: Era, bounded: Sequence[Era]) -> bool:
    return era.first > min(each.last for each in bounded)


def _by_eras(eras: Sequence[Era], stated: int | None) -> ContentYear | None:
    """Words current for some years only: several that leave one year, or some that agree with the title."""
    bounded = [era for era in eras if era.last != OPEN]
    if not bounded:
        return None
    first, last = max(era.first for era in eras), min(era.last for era in eras)
    evidence = min(bounded, key=lambda era: era.last - era.first).words
    if stated is not None and first <= stated <= last and last - first < NARROW:
        return ContentYear(stated, evidence)
    is_sharp = any(era.last == last and era.last - era.first < NARROW for era in bounded)
    if first == last and is_sharp and len(bounded) > 1 and stated != first + 1:  # the next year's report looks back
        return ContentYear(first, evidence)
    return None


def _confirmed(text: str, stated: int | None, eras: Sequence[Era]) -> ContentYear | None:
    """The title's year, where the text names it more than once and no later one, its aims aside."""
    if stated is None or _is_excluded(stated, eras):
        return None
    named = years_named(text)
    words = [word for year, word in named if year == stated]
    is_latest = max((year for year, _ in named), default=0) == stated
    return ContentYear(stated, words[0]) if is_latest and len(words) >= SEVERAL else None


def _possible(found: Iterable[tuple[int, str]]) -> list[ContentYear]:
    return [ContentYear(year, words) for year, words in found if _is_possible(year)]


def _is_possible(year: int) -> bool:
    return FIRST <= year <= LAST
