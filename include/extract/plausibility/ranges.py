"""One figure against the dictionary: its unit, its range, its growth; a share against its bounds."""

import re
from collections.abc import Iterator, Sequence

from include.extract.plausibility.figures import Doubt
from include.extract.plausibility.units import dimension, factor
from include.extract.rules.dictionary import Indicator, by_code
from include.extract.values.folding import fold
from include.records import Observation

_PART = re.compile(r"占[^,;。]{0,24}$|(?:比重|占比)[^,;。\d]{0,8}$")
_NO_PART = re.compile(r"计划|目标|任务|预算|进度|贡献|拉动|指数|增|降|相当于|同期|上年|去年")
_SAID = 80  # characters before a figure in which its year is said to be reached
_AHEAD = re.compile(r"到\d{4}年|规划|展望|目标|今后|未来")
_LOOK_BACK = 30  # characters before a share that say what it is a part of


def doubts(folded: str, found: Sequence[Observation], year: int | None) -> Iterator[Doubt]:
    """The doubts that a figure raises by itself; `year` is the one the speech speaks of, where known."""
    entries = by_code()
    for at, observation in enumerate(found):
        entry = entries.get(observation.indicator_code or "")
        if entry is not None and observation.value is not None:
            yield from _against(at, observation, entry)
        yield from _share(at, observation, folded)
        yield from _later(at, observation, folded, year)


def _against(at: int, found: Observation, entry: Indicator) -> Iterator[Doubt]:
    assert found.value is not None
    if found.measure == "change":
        yield from _growth(at, found, found.value, entry)
        return
    if not _is_plain(found, entry) or (found.unit is None and None not in entry.units):
        return
    usual = [unit for unit in entry.units if dimension(unit) == dimension(found.unit)]
    if not usual:
        units = ", ".join(unit or "none" for unit in entry.units)
        yield Doubt(at, "unit_unusual", f"{entry.name_zh} is given in {found.unit or 'no unit'}, usually in {units}.")
        return
    scale = factor(found.unit, usual[0])
    if scale is not None and usual[0] == entry.units[0] and not entry.minimum <= found.value * scale <= entry.maximum:
        limits = f"{entry.minimum:g} to {entry.maximum:g} {usual[0] or ''}".rstrip()
        yield Doubt(at, "out_of_range", f"{entry.name_zh} lies outside {limits}, the range of the dictionary.")


def _is_plain(found: Observation, entry: Indicator) -> bool:
    """Whether a figure is the indicator itself, not its growth, its rank or the part of a plan that was reached."""
    if entry.measure == "share":
        return found.measure in ("share", "level")
    return found.measure == entry.measure


def _growth(at: int, found: Observation, value: float, entry: Indicator) -> Iterator[Doubt]:
    if found.unit != "%" or found.compared_to != "yoy" or entry.growth is None:
        return
    low, high = entry.growth
    if not low <= value <= high:
        reason = f"Growth of {entry.name_zh} lies outside {low:g} to {high:g} %, the range of the dictionary."
        yield Doubt(at, "growth_out_of_range", reason)


def _share(at: int, found: Observation, folded: str) -> Iterator[Doubt]:
    if found.measure != "share" or found.unit != "%" or found.value is None or 0 <= found.value <= 100:
        return
    before = folded[max(found.sentence_start or 0, found.start - _LOOK_BACK) : found.start]
    if _PART.search(before) and not _NO_PART.search(before):
        yield Doubt(at, "share_out_of_bounds", "A part of a whole lies between 0 and 100 %.")


def _later(at: int, found: Observation, folded: str, year: int | None) -> Iterator[Doubt]:
    """A result of a later year, where the sentence itself names the year: one from farther above may be of a goal."""
    if year is None or found.status != "actual" or found.period is None:
        return
    said = folded[max(found.sentence_start or 0, found.start - _SAID) : found.start]
    if fold(found.period) not in said or _AHEAD.search(said):
        return
    named = [int(words) for words in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", found.period)]
    if named and min(named) > year:
        reason = f"{found.period} is later than {year}, the year the speech speaks of, yet is told as reached."
        yield Doubt(at, "year_contradicts", reason)
