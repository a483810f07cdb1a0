"""The days of one observation's period, with what they follow from."""

from functools import lru_cache

from include.extract.resolve.days import Days, Part
from include.extract.resolve.season import CLOSING, OPENING
from include.extract.resolve.spans import span
from include.extract.resolve.words import Read, read
from include.extract.resolve.years import ONLY, Named, Timeline
from include.extract.values.folding import fold
from include.records import Observation

OWN_YEAR = "the year the speech speaks of"
_EARLY = 3  # months: a speech that opens its year may speak of these as gone by


def days_of(observation: Observation, timeline: Timeline) -> Days:
    """The first and last day of an observation's period, both included, or why they cannot be known.

    A year in the words themselves comes first, then one in the sentence, the paragraph or a heading above, then the
    year of the speech. The day a page was published is not asked: sites that share documents date old speeches anew,
    and a nightly crawl finds reports of years ago, so it would put wrong years beside right figures.
    """
    if observation.period is None:
        return Days(None, None, "no period named")
    words = _folded(observation.period)
    if found := span(words, timeline):
        return found
    said = read(words)
    if said is None:
        return Days(None, None, f"{words}: no days follow from these words")
    if said.is_masked:
        return Days(None, None, "masked year")
    year, reason = _year(words, said, observation, timeline)
    if year is None or said.part is None:
        return Days(None, None, reason)
    if observation.status == "actual" and timeline.year is not None and year > timeline.year:
        return Days(None, None, f"{words}: {year} is later than {timeline.year}, {OWN_YEAR}")
    return _in_year(said, said.part, year, reason)


@lru_cache(maxsize=2048)
def _folded(period: str) -> str:
    return fold(period).strip()


def _in_year(said: Read, part: Part, year: int, reason: str) -> Days:
    days = part.in_year(year)
    if days is None:
        return Days(None, None, f"{reason}; the calendar has no such days")
    return Days(days[0], None, f"{reason}; the last day is not named") if said.is_since else Days(*days, reason)


def _year(words: str, said: Read, observation: Observation, timeline: Timeline) -> tuple[int | None, str]:
    """The year of a period, or None, and the reason."""
    own = timeline.year
    if said.year is not None:
        return said.year, f"{words}: the year stands in the period"
    if said.offset is not None:
        if own is None:
            return None, f"{words}: no year known"
        return own + said.offset, f"{words} is {own + said.offset}: {own} is {OWN_YEAR}"
    near = timeline.year_near(observation)
    if near is not None and not _is_doubtful(near, said, timeline):
        if near.year is None:
            return None, "masked year"
        year = near.year + (said.near or 0)
        return year, f"{words} {'counted from' if said.near else 'of'} {near.year}, {near.where}"
    if own is None:
        return None, f"{words}: no year known"
    if said.near:
        return own + said.near, f"{words} is {own + said.near}: {own} is {OWN_YEAR}"
    return _bare(words, said, observation.status, own, timeline.season())


def _is_doubtful(near: Named, said: Read, timeline: Timeline) -> bool:
    """Whether a year from farther above need not be that of a part.

    上半年 is the speech's own though it named 2008 once; 全年 in a report headed by its own year is the year before.
    """
    if timeline.year is None or not near.where.startswith(ONLY) or said.near is not None:
        return False
    looks_back = timeline.season() == OPENING
    return looks_back if near.year == timeline.year else not (said.is_vague or looks_back)


def _bare(words: str, said: Read, status: str, own: int, season: str) -> tuple[int | None, str]:
    """The year of a part that nothing around gives a year: the speech's own, where its season leaves no other."""
    unsure = None, f"{words} of {own - 1} or of {own}: the speech does not say which"
    if status != "actual":
        next_or_own = None, f"{words} of {own} or of {own + 1}: the speech does not say which"
        return next_or_own if season == CLOSING else (own, f"{words} of {own}, {OWN_YEAR}")
    if season == OPENING:
        early = not said.is_vague and said.part is not None and said.part.last_month <= _EARLY
        return unsure if early else (own - 1, f"{words} of {own - 1}, on which the speech of {own} looks back")
    if said.is_vague and season != CLOSING:
        return unsure
    return own, f"{words} of {own}, {OWN_YEAR}"
