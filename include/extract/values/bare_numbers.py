"""Numbers without a unit: which of them are values of an index or a ratio, and which count people."""

import re
from dataclasses import replace

from include.extract.rules.cues import alternatives
from include.extract.values.figures import Quantity
from include.extract.values.units import LISTS
from include.rule_files import any_of

_REACH = 60  # characters before a number that may name its index
_INDEX = alternatives("index_names")
_STATES = "为|是|达到|达|下降到|提高到|上升到|上升|下降|降至|控制在|缩小到|降为|由"
_BARE_NAMED = re.compile(
    rf"(?:{_INDEX}(?:\([^()]{{0,12}}\))?|{_INDEX}[^,;。!?\d]{{0,10}}?(?:分别)?(?:{_STATES}))[^,;。\d]{{0,4}}$"
)
_BARE_INDEX = re.compile(r"指数[^。;]{0,40}(?:达到?|至|为|到)$")
_BARE_MOVED = re.compile(r"^[^,;。\d]{0,6}(?:到|至|为)$")
_BARE_AGAIN = re.compile(r"(?:比|较)[^,;。]{2,12}(?:低|高|上升|下降|提高|回升|回落|降低)了?$")
_LISTED = re.compile(r"[、和与]")
# 用户达到35.6万: a count whose unit is left out, at the end of its clause
_COUNTED = re.compile(r"[一-鿿][ ]?$")
_CLAUSE_ENDS = re.compile(r"(?:以上|左右|以内)?[,;。!?、)]|(?:以上|左右|以内)?$")
LEAST_COUNT = 10_000  # the scale that such a count has
# 从业人员达1.3亿, 贫困人口由2015年的2.5万减少到1.2万: people, not money
_MOVED = "(?:减少|增加|提高|下降|上升|扩大|发展|增|降)(?:到|至)"
_OF_PEOPLE = re.compile(
    rf"(?:{any_of(LISTS['people'])}|人数|(?P<visits>人次))(?:{_MOVED}|由|从|为|达到?|约|近|超过?|有|共|已|突破|到|的|\d{{4}}年|[\d.]{{1,8}}[万亿]){{0,8}}$"
)


def _goes_on(text: str, last: Quantity | None, quantity: Quantity, before: str) -> bool:
    """Whether a bare number goes on from the one before: in a list, as its new level or as a change of it."""
    if last is None or last.kind != "bare":
        return False
    between = text[last.end : quantity.start]
    return bool(_LISTED.fullmatch(between) or _BARE_MOVED.search(between) or _BARE_AGAIN.search(before))


def keep_bare(text: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities of a folded text, of those without a unit only the values of an index or a ratio."""
    kept: list[Quantity] = []
    for quantity in found:
        before = text[max(0, quantity.start - _REACH) : quantity.start]
        counted = quantity.factor >= LEAST_COUNT and quantity.kind in ("bare", "bare_scale")
        if counted and (people := _OF_PEOPLE.search(before)):
            kept.append(replace(quantity, unit=None if people["visits"] else "人", kind="counter"))
            continue
        if quantity.kind != "bare":
            kept.append(quantity)
            continue
        named = _BARE_NAMED.search(before) or _BARE_INDEX.search(before)
        if quantity.factor >= LEAST_COUNT and not quantity.masked:
            if _COUNTED.search(before) and _CLAUSE_ENDS.match(text, quantity.end):
                kept.append(quantity)
        elif named or _goes_on(text, kept[-1] if kept else None, quantity, before):
            kept.append(replace(quantity, rule="index"))
    return kept
