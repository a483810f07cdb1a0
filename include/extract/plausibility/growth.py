"""A figure, what it grew by and at what rate; a figure, last year's and the rate between them."""

import re
from collections.abc import Iterator, Sequence

from include.extract.plausibility.figures import Doubt, Spread, cite, spread
from include.extract.plausibility.steps import is_real
from include.records import Observation

REACH = 4  # figures back, in the same sentence, among which the amounts of a rate are looked for
_OTHER_PRICES = re.compile(r"可比|不变价|实际增|同口径|剔除|扣除|名义")
_WHOLE = Spread(100, 100)


def doubts(folded: str, found: Sequence[Observation]) -> Iterator[Doubt]:
    """Of the rates of growth over a year those that the amounts beside them do not give."""
    other_prices = _at_other_prices(folded, found)
    for at, rate in enumerate(found):
        if rate.measure != "change" or rate.unit != "%" or rate.compared_to != "yoy" or is_real(rate):
            continue
        if rate.sentence_start in other_prices:
            continue
        before = [each for each in found[max(0, at - REACH) : at] if _goes_with(each, rate)]
        now = next((each for each in reversed(before) if each.measure == "level" and _same_time(each, rate)), None)
        if now is not None:
            yield from _by_increase(at, rate, now, before)
            yield from _by_last_year(at, rate, now, found[max(0, at - REACH) : at + REACH])


def _at_other_prices(folded: str, found: Sequence[Observation]) -> frozenset[int]:
    """Where the sentences begin that speak of growth at other prices than those of the amounts; each is read once."""
    sentences = {
        (each.sentence_start, each.sentence_end)
        for each in found
        if each.sentence_start is not None and each.sentence_end is not None
    }
    return frozenset(start for start, end in sentences if _OTHER_PRICES.search(folded, start, end))


def _goes_with(other: Observation, rate: Observation) -> bool:
    return (
        other.sentence_start == rate.sentence_start
        and other.indicator is not None
        and other.indicator == rate.indicator
        and other.region == rate.region
        and other.status == rate.status
    )


def _same_time(other: Observation, rate: Observation) -> bool:
    return other.period == rate.period


def _by_increase(at: int, rate: Observation, now: Observation, before: Sequence[Observation]) -> Iterator[Doubt]:
    """收入32亿元，增加3亿元，增长10.3%."""
    added = next(
        (
            o
            for o in before
            if o.measure == "change" and o.unit == now.unit and o.compared_to == "yoy" and o.start > now.start
        ),
        None,
    )
    level, increase = spread(now), None if added is None else spread(added)
    if added is None or level is None or increase is None:
        return
    share = _signed_over(increase, level - increase)
    if share is not None and (said := spread(rate)) is not None and not share.percent().meets(said):
        due = (share.low + share.high) * 50
        reason = f"{cite(now)} after a change of {cite(added)} is a change of {due:.3g}%, not {cite(rate)}."
        yield Doubt(at, "does_not_add_up", reason)


def _signed_over(part: Spread, whole: Spread) -> Spread | None:
    if whole.low <= 0:
        return None
    ends = [end / base for end in part for base in whole]
    return Spread(min(ends), max(ends))


def _by_last_year(at: int, rate: Observation, now: Observation, near: Sequence[Observation]) -> Iterator[Doubt]:
    """今年收入32亿元，去年29亿元，增长10.3%."""
    last = next((each for each in near if each.measure == "level" and _is_year_before(each, now)), None)
    level, base, said = spread(now), None if last is None else spread(last), spread(rate)
    if last is None or level is None or base is None or said is None:
        return
    times = level.over(base)
    if times is not None and not (times.percent() - _WHOLE).meets(said):
        due = (times.low + times.high) * 50 - 100
        reason = f"From {cite(last)} to {cite(now)} is a change of {due:.3g}%, not {cite(rate)}."
        yield Doubt(at, "does_not_add_up", reason)


def _is_year_before(other: Observation, now: Observation) -> bool:
    if other.indicator != now.indicator or other.unit != now.unit or other.region != now.region:
        return False
    days = (other.period_first, other.period_last, now.period_first, now.period_last)
    if any(day is None for day in days):
        return False
    first, last, now_first, now_last = (str(day) for day in days)
    return all(int(a[:4]) + 1 == int(b[:4]) and a[4:8] == b[4:8] for a, b in ((first, now_first), (last, now_last)))
