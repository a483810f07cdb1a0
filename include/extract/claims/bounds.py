"""The bound of a value: exact, at_least, at_most, about or range."""

import re

from include.extract.context.clauses import Context
from include.extract.rules.cues import alternatives

_BEFORE = tuple(
    (bound, re.compile(rf"{alternatives(kind)}(?:了|到|在|达|为|达到)?[“\"]?[ ]?$"))
    for bound, kind in (("at_most", "at_most_before"), ("at_least", "at_least_before"), ("about", "about_before"))
)
_AFTER = tuple(
    (bound, re.compile(rf"[\"”)]?{alternatives(kind)}"))
    for bound, kind in (("at_least", "at_least_after"), ("at_most", "at_most_after"), ("about", "about_after"))
)
_FRACTION = (
    ("at_most", re.compile(r"(?:不到|不足|未到)[^,;。]{1,10}的$")),
    ("at_least", re.compile(r"超过[^,;。]{1,10}的$")),
)
_LEVEL = re.compile(r"级(?![别以])")
_CEILING_ONLY = re.compile(r"控制在$")


def bound_of(context: Context) -> str:
    """The bound that the words beside the value set; a range wins, then the words behind, then those before."""
    quantity = context.quantity
    if quantity.value_high is not None:
        return "range"
    if quantity.bound:
        return quantity.bound
    for bound, pattern in _AFTER:
        if pattern.match(context.sentence_after):
            return bound
    for bound, pattern in (*_BEFORE, *(_FRACTION if quantity.rule == "fraction" else ())):
        if pattern.search(context.before):
            return "exact" if _CEILING_ONLY.search(context.before) and quantity.kind == "rank" else bound
    if quantity.kind == "bare_scale" and _LEVEL.match(context.sentence_after):
        return "at_least"
    return "at_least" if quantity.more else "exact"
