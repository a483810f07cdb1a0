"""Neighbouring quantities that belong together: ranges, sums of two scales, and lists that share a unit."""

import re
from dataclasses import replace

from include.extract.values.figures import Quantity
from include.extract.values.numbers import scaled

_LINK = re.compile(r"[ ]?(?:[-~至到]|--)[ ]?")
_FROM = re.compile(r"[由从][^,;。]{0,12}$")
_LISTED = re.compile(r"[ ]?(?:[、和与及]|以及)[ ]?")
# 标准提高30元至700元: a change and the level it leads to; the ends of a range do not lie that far apart
_CHANGED_BY = re.compile(r"(?:提高|提升|增加|上调|调高|上涨|增长)了?[ ]?$")
_FAR = 5
_MAY_SUM = frozenset((1e4, 1e8))


def _range(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    """A range made of two neighbours (3—5亿元, 10%至12%, 5000万—1亿元), or None."""
    if not _LINK.fullmatch(text, low.end, high.start):
        return None
    short = low.kind == "bare" or (low.kind == "bare_scale" and high.kind == "currency")  # 2亿至3亿美元
    if not short and low.unit != high.unit:
        return None
    link, before = text[low.end : high.start].strip(), text[max(0, low.start - 16) : low.start]
    if link == "到" and _FROM.search(before):
        return None
    if (
        link in ("至", "到")
        and not short
        and _CHANGED_BY.search(before)
        and (high.value or 0) > _FAR * (low.value or 0)
    ):
        return None
    value = scaled(low.value, high.factor) if low.kind == "bare" and low.factor == 1 else low.value
    masked = low.masked or high.masked
    rule = f"range.{high.kind}"
    return replace(high, start=low.start, value=value, value_high=high.value, masked=masked, rule=rule)


def _sum(low: Quantity, high: Quantity) -> Quantity | None:
    """A number that names its scales one by one (3亿5000万元, 2万5千亩, 1元2角), or None."""
    if low.end != high.start or low.value is None or high.value is None or (high.kind == "bare" and high.factor == 1):
        return None
    scales = low.kind in ("bare", "bare_scale") and low.factor in _MAY_SUM and high.value < low.factor
    coins = low.unit == high.unit == "元" and high.kind == "coin" and high.value < 1 and low.factor == 1
    if not (scales or coins):
        return None
    kind, unit = ("currency" if coins else high.kind), high.unit
    if high.kind == "bare":  # 1亿3千多万
        kind, unit = low.kind, low.unit
    return replace(high, start=low.start, value=round(low.value + high.value, 6), unit=unit, kind=kind)


def merge(text: str, found: list[Quantity]) -> list[Quantity]:
    """The quantities of a folded text with ranges and sums made one."""
    merged: list[Quantity] = []
    for quantity in found:
        last = merged[-1] if merged and quantity.start - merged[-1].end < 4 else None
        both = last and (_sum(last, quantity) or _range(text, last, quantity))
        if both:
            merged[-1] = both
        else:
            merged.append(quantity)
    return merged


def lend_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """A bare number in a list takes the unit of the next (1.2、3.4个百分点); 个 may be short for 个百分点."""
    lent = list(found)
    for i in range(len(lent) - 2, -1, -1):
        here, after = lent[i], lent[i + 1]
        if not _LISTED.fullmatch(text, here.end, after.start):
            continue
        short = here.unit == "个" and after.unit == "百分点"
        if (here.kind == "bare" and after.kind != "bare") or short:
            value = scaled(here.value, after.factor) if here.kind == "bare" and here.factor == 1 else here.value
            lent[i] = replace(here, value=value, unit=after.unit, kind=after.kind, rule="list." + after.kind)
    return lent
