"""由A提高到B，提高C: the difference of two figures, their growth or yearly growth, against the one that states it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from include.extract.plausibility.figures import Doubt, Spread, cite, spread
from include.records import Observation

_UP = "提高|提升|增加|增长|上升|回升|攀升|跃升|扩大|发展|升"
_DOWN = "下降|降低|减少|缩小|回落|压减|降"
_YEAR = r"(?:\d{4}年(?:末|底)?的?)?"  # 由2011年的25亿元增加到2016年的60亿元
_FROM = re.compile(rf"[由从][^,;。:]{{0,14}}{_YEAR}$")
_TO = re.compile(
    rf"\)?[^,;。\d]{{0,4}}(?:{_UP}|{_DOWN}|调整|优化|变)了?[到至为][^,;。\d]{{0,6}}{_YEAR}[^,;。\d]{{0,2}}"
)
_BY = re.compile(rf"\)?[,、]?[^,;。\d占比年均]{{0,8}}(?:{_UP}|净增|{_DOWN})了?[^,;。\d]{{0,3}}")
_YEARLY = re.compile(r"\)?[,、]?[^,;。\d占比]{0,6}(?:年均|平均每年|每年平均)[^,;。\d]{0,6}")
_LOOK_BACK = 24  # characters before the first figure that say 由
LONGEST = 10  # years of growth that are tried where the periods do not say how many
PRICED = frozenset({"gdp", "gdp_per_capita", "gnp"})  # their growth is stated at constant prices, as that of every …_va
_WHOLE = Spread(100, 100)


def is_real(found: Observation) -> bool:
    """Whether growth of the indicator is stated at constant prices: it does not follow from two amounts."""
    code = found.indicator_code or ""
    return code in PRICED or "_va" in code


def doubts(folded: str, found: Sequence[Observation]) -> Iterator[Doubt]:
    """Of three figures in a row, from, to and by how much: the third where the first two give another."""
    for at, (first, second) in enumerate(pairwise(found[:-1])):
        third = found[at + 2]
        if third.indicator != second.indicator or first.measure == "rank" or not _is_step(folded, first, second):
            continue
        low, high, said = spread(first), spread(second), spread(third)
        if low is None or high is None or said is None:
            continue
        if _BY.fullmatch(folded, second.end, third.start):
            due = _due(first, third, low, high)
        elif _YEARLY.fullmatch(folded, second.end, third.start) and third.unit == "%" and not is_real(third):
            due = _yearly(low, high, _years(first, second), said)
        else:
            continue
        if due is not None and not due.meets(said) and not due.meets(Spread(-said.high, -said.low)):
            yield Doubt(at + 2, "does_not_add_up", _reason(first, second, third, due))


def _reason(first: Observation, second: Observation, third: Observation, due: Spread) -> str:
    middle = (due.low + due.high) / 2
    return f"From {cite(first)} to {cite(second)} is {middle:.4g}{third.unit or ''}, not {cite(third)}."


def _is_step(folded: str, first: Observation, second: Observation) -> bool:
    before = folded[max(first.sentence_start or 0, first.start - _LOOK_BACK) : first.start]
    return (
        first.unit == second.unit
        and _FROM.search(before) is not None
        and _TO.fullmatch(folded, first.end, second.start) is not None
    )


def _due(first: Observation, third: Observation, low: Spread, high: Spread) -> Spread | None:
    """What the change should be: a difference in the same unit, in points of two shares, or a growth in per cent."""
    if third.unit == first.unit or (first.unit == "%" and third.unit in ("百分点", "个百分点")):
        return high - low if first.unit != "%" or third.unit != "%" else None
    if third.unit != "%" or third.measure != "change" or is_real(third):
        return None
    times = high.over(low)
    return None if times is None else times.percent() - _WHOLE


def _years(first: Observation, second: Observation) -> range:
    """How many years may lie between two figures: as their periods say, else any number."""
    ends = first.period_last, second.period_last
    between = int(ends[1][:4]) - int(ends[0][:4]) if ends[0] and ends[1] else 0
    return range(between, between + 1) if between > 0 else range(1, LONGEST + 1)


def _yearly(low: Spread, high: Spread, years: range, said: Spread) -> Spread | None:
    """The yearly growth over the number of years that comes nearest to the one stated, in %."""
    times = high.over(low)
    if times is None:
        return None
    rates = [Spread(*((end ** (1 / count) - 1) * 100 for end in times)) for count in years]
    return min(rates, key=lambda rate: max(rate.low - said.high, said.low - rate.high))
