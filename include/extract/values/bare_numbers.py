"""Numbers without a unit: which of them are values of an index, a ratio or a coefficient."""

import re
from dataclasses import replace

from include.extract.rules.cues import alternatives
from include.extract.values.figures import Quantity

_REACH = 60  # characters before a number that may name its index
_BARE_NAMED = re.compile(
    rf"(?:{alternatives('index_names')}(?:\([^()]{{0,12}}\))?|{alternatives('index_names')}[^,;。!?\d]{{0,10}}?(?:分别)?(?:为|是|达到|达|下降到|提高到|上升到|上升|下降|降至|控制在|缩小到|降为|由))"
    r"[^,;。\d]{0,4}$"
)
_BARE_INDEX = re.compile(r"指数[^。;]{0,40}(?:达到?|至|为|到)$")
_BARE_MOVED = re.compile(r"^[^,;。\d]{0,6}(?:到|至|为)$")
_BARE_AGAIN = re.compile(r"(?:比|较)[^,;。]{2,12}(?:低|高|上升|下降|提高|回升|回落|降低)了?$")


_LISTED = re.compile(r"[、和与]")


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
        if quantity.kind != "bare":
            kept.append(quantity)
            continue
        before = text[max(0, quantity.start - _REACH) : quantity.start]
        named = _BARE_NAMED.search(before) or _BARE_INDEX.search(before)
        if named or _goes_on(text, kept[-1] if kept else None, quantity, before):
            kept.append(replace(quantity, rule="index"))
    return kept
