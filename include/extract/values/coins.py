"""Prices in 分 and 角, which are parts of a 元; 分 is a mark elsewhere."""

import re
from dataclasses import replace

from include.extract.values.figures import Quantity
from include.extract.values.numbers import scaled
from include.extract.values.units import COINS

_PRICE = re.compile(
    r"(?:(?<!评)价|费|钱|成本|补贴|补助|奖励|每(?:一)?(?:度|吨|斤|公斤|千克|方|立方米|千瓦时|亩|公里|张|个|户|股))[^,;。]{0,16}$"
    r"|\d元$"
)
_PER = re.compile(r"(分|角|毛)(/.+)")


def as_money(text: str, quantity: Quantity) -> Quantity:
    """The quantity in 元 where its unit is a coin and the words before speak of a price; else as it is."""
    unit = quantity.unit or ""
    over = _PER.fullmatch(unit)
    if over and over[2] != "/人":
        return _in_yuan(quantity, COINS[over[1]], "元" + over[2], "quantity")
    if unit not in COINS or quantity.kind not in ("coin", "points"):
        return quantity
    if unit in ("分", "角") and not _PRICE.search(text[max(0, quantity.start - 24) : quantity.start]):
        return quantity
    return _in_yuan(quantity, COINS[unit], "元", "coin")


def _in_yuan(quantity: Quantity, worth: float, unit: str, kind: str) -> Quantity:
    rule = quantity.rule.split(".")[0] + f".{kind}"
    value = scaled(quantity.value, worth)
    return replace(quantity, value=value, unit=unit, kind=kind, rule=rule, factor=quantity.factor * worth)
