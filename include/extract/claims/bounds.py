"""The bound of a value: exact, at_least, at_most, about or range."""

import re

from include.extract.context.clauses import Context
from include.extract.rules.cues import alternatives

_KINDS = (("at_most", "at_most_before"), ("at_least", "at_least_before"), ("about", "about_before"))
# The words of every kind in one pattern: tried from the left, 不低于 is met before 低于.
_BEFORE = re.compile(
    "(?:"
    + "|".join(f"(?P<{bound}>{alternatives(kind)})" for bound, kind in _KINDS)
    + r")(?:了|到|在|达|为|达到)?[“\"]?[ ]?$"
)
_AFTER = tuple(
    (bound, re.compile(rf"[\"”)]?{alternatives(kind)}"))
    for bound, kind in (("at_least", "at_least_after"), ("at_most", "at_most_after"), ("about", "about_after"))
)
_OF = r"[^,;。\d]{1,12}的[ ]?$"  # 不超过上级下达指标的…: the words stand before the whole
_BEFORE_WHOLE = (
    ("at_most", re.compile(rf"(?:不超过|不高于|不到|不足|未到|低于){_OF}")),
    ("at_least", re.compile(rf"(?:超过|不低于|不少于){_OF}")),
)
_LEVEL = re.compile(r"级(?![别以])")
_CEILING_ONLY = re.compile(r"控制在$")
_EXCESS = re.compile(  # 比计划超过5亿元 is the excess itself
    r"(?<!占)[比较](?![例重率值])[^,;。]{2,20}(?:超过|超出|超额|超|(?<![不得])[高低]于)了?[ ]?$"
)


def _said_before(context: Context) -> str | None:
    """The bound that the words before the value set, if any."""
    before = context.before
    if _EXCESS.search(context.clause_before):
        return None
    if context.quantity.kind == "percent":
        for bound, pattern in _BEFORE_WHOLE:
            if pattern.search(before):
                return bound
    if match := _BEFORE.search(before):
        ceiling = context.quantity.kind == "rank" and _CEILING_ONLY.search(before)
        return "exact" if ceiling else match.lastgroup
    return None


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
    if said := _said_before(context):
        return said
    if quantity.kind == "bare_scale" and _LEVEL.match(context.sentence_after):
        return "at_least"
    return "at_least" if quantity.more else "exact"
