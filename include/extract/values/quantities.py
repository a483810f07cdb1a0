"""Quantities: the spans of a folded text that state a number, read from the most to the least particular form."""

import re
from dataclasses import replace

from include.extract.values.bare_numbers import keep_bare
from include.extract.values.chinese_counts import is_figure, is_round, may_count
from include.extract.values.coins import as_money
from include.extract.values.figures import Quantity
from include.extract.values.joins import lend_units, merge
from include.extract.values.not_quantities import excluded_spans
from include.extract.values.numbers import (
    ARABIC,
    CHINESE,
    MASK,
    about_two,
    parse_arabic,
    parse_chinese,
    scaled,
)
from include.extract.values.ratios import ratios
from include.extract.values.units import Unit, read_unit, unit_before
from include.extract.values.words import read_words

NUMERAL = re.compile(
    rf"(?=[\dXx×*□_零一二两三四五六七八九十百千万亿])(?:(?P<mask>{MASK})|(?P<arabic>{ARABIC})|(?P<chinese>{CHINESE}))"
)
_ANY_NUMBER = re.compile(r"[\d一二两三四五六七八九十百千首末榜翻零半XxX×*□_]")
_SIGN = re.compile(r"(?:^|[长降升为是达率速幅比度额润至到的(:,、 \n])[ ]?[-+]$")
_SIGN_OF_RATE = re.compile(r"[一-鿿)][-+]$")  # 工业增加值+3.2%, 投资-2.1%
_MASKS_GO_ON = re.compile(rf"(?:[、和与及]|以及)(?:{MASK}[、和与及])*+{MASK}[ ]?(?:个?百分点|%|[万亿元])")
_RANGE_GOES_ON = re.compile(
    r"[至到-][一二两三四五六七八九十百千]{2,8}+(?:[万亿多余]|元|美元|吨|公斤|斤|亩|人|户|家|个)"
)
_HUNDREDS = re.compile(r"[一二两三四五六七八九十百千]*[百千]")
_MINUS = re.compile(r"(?:[长为是达率速幅到]负|零下)$")
_SIGNED = frozenset(("percent", "special", "currency"))


def may_hold_figures(text: str) -> bool:
    """Whether a folded text has any character that a figure needs."""
    return _ANY_NUMBER.search(text) is not None


def _names_a_place(text: str, match: re.Match[str], unit: Unit) -> bool:
    """Whether a mask stands for a name (XX村, * 人) rather than a number (* 亿元)."""
    if unit.name in ("村", "社区", "乡镇") and unit.factor == 1:
        return True
    return unit.name == "人" and unit.factor == 1 and text[match.end() : match.end() + 1] == " "


def _quantity(start: int, value: float | None, unit: Unit, form: str) -> Quantity:
    kind = "bare" if unit.kind == "none" else unit.kind
    total, masked = scaled(value, unit.factor), form == "masked"
    return Quantity(
        start, unit.end, total, unit.name, kind, f"{form}.{kind}", None, masked, more=unit.more, factor=unit.factor,
        bound="about" if unit.rough else None,
    )  # fmt: skip


def _masked(text: str, match: re.Match[str]) -> Quantity | None:
    unit = read_unit(text, match.end(), open_units=False)
    listed = unit.kind == "none" and _MASKS_GO_ON.match(text, match.end())
    if not listed and (unit.kind == "none" or _names_a_place(text, match, unit)):
        return None
    return _quantity(match.start(), None, unit, "masked")


def _in_chinese(text: str, match: re.Match[str]) -> Quantity | None:
    """A Chinese numeral that is a figure; a scale at its end goes with the unit (三千万元)."""
    word, end = match.group(), match.end()
    stem = word.rstrip("万亿")
    if stem != word and stem and not re.search("[万亿]", stem):
        word, end = stem, match.start() + len(stem)
    unit = read_unit(text, end, open_units=False)
    if unit.kind == "none" and _HUNDREDS.fullmatch(word) and _RANGE_GOES_ON.match(text, end):
        return _quantity(match.start(), parse_chinese(word), unit, "chinese_numeral")  # 八百至一千美元
    if not may_count(unit):
        return None
    both = about_two(word)
    low, value = (parse_chinese(both[0]), parse_chinese(both[1])) if both else (None, parse_chinese(word))
    whole = text[match.start() : match.end()]
    if is_round(text, match.start(), whole, unit):
        value = 1.0 if not stem else value
        unit = unit if stem else read_unit(text, match.start(), open_units=False)
    elif not is_figure(text, match.start(), word, value, unit):
        return None
    found = _quantity(match.start(), value, unit, "chinese_numeral")
    if low is None:
        return found
    return replace(found, value=scaled(low, unit.factor), value_high=found.value, rule=f"range.{found.kind}")


def _in_digits(text: str, match: re.Match[str]) -> Quantity | None:
    value = parse_arabic(match.group())
    if value is None:
        return None
    unit = read_unit(text, match.end(), open_units=True)
    if unit.kind == "none" and unit.factor == 1 and (named := unit_before(text, match.start())):
        unit = replace(named, end=match.end())
    found = _quantity(match.start(), value, unit, "numeral")
    before = text[max(0, match.start() - 4) : match.start()]
    if found.kind in _SIGNED and (_SIGN.search(before) or (found.unit == "%" and _SIGN_OF_RATE.search(before))):
        sign = -1 if before[-1] == "-" else 1
        return replace(found, start=found.start - 1, value=scaled(sign * value, found.factor))
    if _MINUS.search(text[max(0, match.start() - 2) : match.start()]):
        return replace(found, value=scaled(-value, found.factor))
    return found


class _Taken:
    """The characters of a text that no number is read from: dates, names, and what is read already.

    The dates and names are looked for when first asked: most sentences hold nothing to ask about.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks: bytearray | None = None

    def add(self, start: int, end: int) -> None:
        """Take a span."""
        self._taken()[start:end] = b"\x01" * (end - start)

    def leaves(self, start: int, end: int) -> bool:
        """Whether a span is free."""
        return self._taken().find(1, start, end) < 0

    def _taken(self) -> bytearray:
        if self._marks is None:
            self._marks = bytearray(len(self._text))
            for start, end in excluded_spans(self._text):
                self._marks[start:end] = b"\x01" * (end - start)
        return self._marks


def _amount(text: str, match: re.Match[str], taken: _Taken) -> Quantity | None:
    """The quantity that begins with this numeral, if nothing has taken it; kind `bare` for a number without a unit."""
    if match["chinese"]:  # most are no figures (一个, 两手): that is asked first
        quantity = _in_chinese(text, match)
        return quantity if quantity and taken.leaves(*match.span()) else None
    if not taken.leaves(*match.span()):
        return None
    return _masked(text, match) if match["mask"] else _in_digits(text, match)


def read_quantities(text: str) -> list[Quantity]:
    """All quantities of a folded text, in order, without overlap."""
    taken = _Taken(text)
    first = list(ratios(text, taken.leaves))
    for part in first:
        taken.add(part.start, part.end)
    for word in read_words(text):
        if word.kind == "rank" or taken.leaves(word.start, word.end):
            first.append(word)
            taken.add(word.start, word.end)
    amounts = [amount for match in NUMERAL.finditer(text) if (amount := _amount(text, match, taken))]
    found = [as_money(text, quantity) for quantity in amounts]
    found = keep_bare(text, lend_units(text, merge(text, found)))
    return sorted([*first, *found], key=lambda quantity: quantity.start)
