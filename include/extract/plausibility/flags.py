"""The last step of extract: the doubts about each figure, said beside it."""

from collections import defaultdict
from dataclasses import replace

from include.extract.plausibility import growth, parts, plans, ranges, repeats, steps
from include.extract.plausibility.figures import Doubt
from include.records import Observation


def flag(folded: str, found: list[Observation], year: int | None = None) -> list[Observation]:
    """The observations of a speech with `flags` and `flag_reasons`; all else stays as it is.

    `folded` is the folded text, `found` its observations in the order of the text with their periods resolved, `year`
    the one the speech speaks of. A figure carries a kind of doubt once, with the first reason for it.
    """
    doubts = [
        *ranges.doubts(folded, found, year),
        *steps.doubts(folded, found),
        *growth.doubts(folded, found),
        *plans.doubts(folded, found),
        *parts.doubts(folded, found),
        *repeats.doubts(folded, found),
    ]
    by_place: defaultdict[int, dict[str, Doubt]] = defaultdict(dict)
    for doubt in doubts:
        by_place[doubt.at].setdefault(doubt.kind, doubt)
    for doubted in by_place.values():
        if "unit_unusual" in doubted:
            doubted.pop("contradicts", None)  # a figure of something else says nothing against another
    return [_flagged(observation, by_place.get(at, {})) for at, observation in enumerate(found)]


def _flagged(observation: Observation, doubts: dict[str, Doubt]) -> Observation:
    if not doubts:
        return observation
    return replace(observation, flags=tuple(doubts), flag_reasons=tuple(doubt.reason for doubt in doubts.values()))
