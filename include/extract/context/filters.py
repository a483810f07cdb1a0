"""Which quantities are observations: thresholds, sizes in names, own points and time spans are none."""

import re

from include.extract.context.clauses import Context
from include.extract.rules.cues import alternatives
from include.extract.values.not_quantities import is_own_point, is_specification, is_threshold

_RANGE_OF_THINGS = re.compile(r"的?[^,;。、\d]{0,6}(?:项目|企业|工程)")
_MEASURED_SPAN = re.compile(rf"{alternatives('durations_measured')}[^,;。]{{0,12}}$")
_BEYOND = re.compile(r"(?:超|过|超过|上|达)$")
_FINE = re.compile(r"(?:罚款|罚金|处罚|扣发|扣除|扣减|罚)[^,;。]{0,6}$")
_BEHIND_SPAN = re.compile(r"^(?:以上|左右)?(?:优良|达标|的?(?:空气|蓝天))")


def is_observation(folded: str, context: Context) -> bool:
    """Whether a quantity states something, rather than delimiting, naming or counting the text's own points."""
    quantity, before = context.quantity, context.before
    if quantity.kind == "duration":
        return bool(_MEASURED_SPAN.search(before) or _BEHIND_SPAN.match(context.after))
    if quantity.kind in ("rank", "ratio", "double", "digits", "bare", "percent", "multiple"):
        return True
    points = quantity.kind == "counter" and quantity.unit in ("个", "项", "条", "种", "类", "件") and not quantity.more
    if points and is_own_point(folded, quantity.end):
        return False
    if quantity.kind == "currency" and _FINE.search(before):
        return False
    if quantity.unit in ("字", "点钟", "页", "版"):
        return False
    delimits = quantity.value_high is not None or _BEYOND.search(before)
    if delimits and quantity.kind == "currency" and _RANGE_OF_THINGS.match(context.after):
        return False
    if is_threshold(folded, quantity.end, before):
        return False
    return not is_specification(folded, quantity.end, quantity.unit, before)
