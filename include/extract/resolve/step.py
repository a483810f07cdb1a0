"""The last but one step of extract: beside the words of each observation, what they stand for."""

from dataclasses import replace

from include.extract.facts import SpeechFacts
from include.extract.resolve.days import Days
from include.extract.resolve.periods import days_of
from include.extract.resolve.places import code_of_region
from include.extract.resolve.years import Timeline
from include.records import Observation, Segment


def resolve(
    text: str, folded: str, segments: list[Segment], found: list[Observation], facts: SpeechFacts
) -> list[Observation]:
    """The observations of a speech with the days of their periods and the codes of their regions, or why none.

    `folded` is the folded text, `found` is in the order of the text; the words and numbers of each stay as they are.
    """
    timeline = Timeline(text, folded, segments, facts.content_year)
    return [_resolved(observation, timeline, facts) for observation in found]


def _resolved(observation: Observation, timeline: Timeline, facts: SpeechFacts) -> Observation:
    days: Days = days_of(observation, timeline)
    code, reason = code_of_region(observation.region, facts)
    return replace(
        observation,
        period_first=days.first,
        period_last=days.last,
        period_reason=days.reason,
        region_code=code,
        region_reason=reason,
    )
