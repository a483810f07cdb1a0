"""A figure said to be so many per cent of a plan, against the plan where the text states it."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache

from include.extract.plausibility.figures import Doubt, cite, spread
from include.extract.rules.dictionary import match
from include.records import Observation

_OF_PLAN = re.compile(r"(?:预算|计划|目标|任务)[^,;。\d]{0,8}$")
_IS_PLAN = re.compile(r"(?:预算|计划|目标|任务)[^,;。\d占的]{0,12}$")
_PLAN_OF = re.compile(r"的?(?:年初|年度|全年|调整)?(?:预算|计划|目标|任务)(?:数|总额|安排)?$")
_REACH = 30  # characters before a figure that make it a plan, or a share a share of one
MOST = 8  # plans of one indicator in one year: of more nobody can tell which is meant


def doubts(folded: str, found: Sequence[Observation]) -> Iterator[Doubt]:
    """The shares of a plan that no plan of the text bears out; a text that states none raises no doubt."""
    plans: defaultdict[Hashable, list[Observation]] = defaultdict(list)
    for each in found:
        if each.measure == "level" and each.period_last and _is_plan(folded, each):
            plans[_what(each)].append(each)
    for at, share in enumerate(found):
        done = found[at - 1] if at else None
        if done is None or share.measure != "share" or share.unit != "%" or not _is_of(folded, share, done):
            continue
        stated = plans.get(_what(done), []) if done.period_last else []
        stated = [plan for plan in stated if plan.start != done.start] if len(stated) <= MOST else []
        if stated and not any(_bears_out(done, share, plan) for plan in stated):
            yield Doubt(at, "does_not_add_up", _reason(done, share, stated[0]))


def _before(folded: str, found: Observation) -> str:
    return folded[max(found.sentence_start or 0, found.start - _REACH) : found.start]


def _is_plan(folded: str, found: Observation) -> bool:
    return found.status == "target" or _IS_PLAN.search(_before(folded, found)) is not None


def _is_of(folded: str, share: Observation, done: Observation) -> bool:
    return (
        share.sentence_start == done.sentence_start
        and share.indicator == done.indicator
        and done.measure == "level"
        and done.status == "actual"
        and _OF_PLAN.search(folded[done.end : share.start]) is not None
    )


def _what(found: Observation) -> Hashable:
    """What a figure and its plan have in common: indicator, unit, region and year."""
    return _indicator(found.indicator or ""), found.unit, found.region, (found.period_last or "")[:4]


@lru_cache(maxsize=4096)
def _indicator(words: str) -> str | None:
    """What a figure or its plan is of: the code or the name, 年初预算 and the like taken off."""
    name = _PLAN_OF.sub("", words)
    entry = match(name)
    return entry.code if entry else name or None


def _bears_out(done: Observation, share: Observation, plan: Observation) -> bool:
    parts = spread(done), spread(share), spread(plan)
    if parts[0] is None or parts[1] is None or parts[2] is None:
        return True
    due = parts[0].over(parts[2])
    return due is None or due.percent().meets(parts[1])


def _reason(done: Observation, share: Observation, plan: Observation) -> str:
    assert done.value is not None
    assert plan.value
    due = 100 * done.value / plan.value
    return f"{cite(done)} is {due:.3g}% of {cite(plan)}, not {cite(share)}."
