"""Quantities: the spans of a folded text that state a number, read from the most to the least particular form."""

import re
from collections.abc import Iterator
from dataclasses import replace

from include.extract.values.bare_numbers import keep_bare
from include.extract.values.figures import Quantity
from include.extract.values.not_quantities import excluded_spans
from include.extract.values.numbers import ARABIC, CHINESE, MASK, is_chinese, parse_arabic, parse_chinese, scaled
from include.extract.values.units import Unit, read_unit
from include.extract.values.words import read_words

NUMERAL = re.compile(rf"(?P<arabic>{ARABIC})|(?P<chinese>{CHINESE})|(?P<mask>{MASK})")
_LINK = re.compile(r"[ ]?[-~至到][ ]?")
_PART = rf"(?:\d++(?:\.\d++)?|{MASK})"
_RATIO = re.compile(rf"(?<![\d.Xx×*□_]){_PART}(?::{_PART})++")
MOST_PARTS = 8  # of a ratio: a longer chain of colons is none
_WORTHY = re.compile(r"[一二两三四五六七八九十]")
# a Chinese count of these is a fixed phrase more often than a figure
_LOOSE_COUNTERS = frozenset("个项条次种类大件位名点批期场部对道门片块组起班本节站张份篇口只头支枚根岗孔")


_ANY_NUMBER = re.compile(r"[\d一二两三四五六七八九十首末榜翻XxX×*□_]")


def may_hold_figures(text: str) -> bool:
    """Whether a folded text has any character that a figure needs."""
    return _ANY_NUMBER.search(text) is not None


def _number(match: re.Match[str]) -> tuple[float | None, bool]:
    """The value of a numeral and whether it is masked."""
    if match["mask"]:
        return None, True
    if match["chinese"]:
        return parse_chinese(match["chinese"]), False
    return parse_arabic(match["arabic"]), False


def _chinese_counts(word: str, value: float | None, unit: Unit) -> bool:
    """Whether a Chinese numeral with this unit is a figure: no 一家, no 千亿, no 三个 or 十项."""
    if value is None or not _WORTHY.search(word) or unit.kind in ("none", "open", "duration", "points"):
        return False
    if unit.kind in ("currency", "percent", "multiple", "bare_scale"):
        return value > 0
    return unit.name not in _LOOSE_COUNTERS and value > 1 if value < 10 else unit.name not in _LOOSE_COUNTERS


def _names_a_place(text: str, match: re.Match[str], unit: Unit) -> bool:
    """Whether a mask with a space behind it stands for a name (* 人) rather than a number (* 亿元)."""
    return unit.name == "人" and unit.factor == 1 and text[match.end() : match.end() + 1] == " "


def _amount(text: str, match: re.Match[str]) -> Quantity | None:
    """The quantity that begins with this numeral; kind `bare` for a number without a unit."""
    value, masked = _number(match)
    word = match.group()
    chinese = is_chinese(word)
    end = match.end()
    if chinese and word.rstrip("万亿") != word and not re.search("[万亿]", word.rstrip("万亿")):
        word = word.rstrip("万亿")  # 三千万元: the scale goes with the unit
        value, end = parse_chinese(word) if word else None, match.start() + len(word)
    unit = read_unit(text, end, open_units=not (chinese or masked))
    if chinese and not _chinese_counts(word, value, unit):
        return None
    if masked and (unit.kind in ("none", "open") or _names_a_place(text, match, unit)):
        return None
    total = scaled(value, unit.factor)
    kind = "bare" if unit.kind == "none" else unit.kind
    rule = "masked" if masked else "chinese_numeral" if chinese else "numeral"
    return Quantity(
        match.start(), unit.end, total, unit.name, kind, f"{rule}.{kind}", None, masked, unit.more, unit.factor
    )


def _joined(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    """A range made of two neighbours (3—5亿元, 10%至12%), or None."""
    if not _LINK.fullmatch(text, low.end, high.start):
        return None
    if low.kind != "bare" and low.unit != high.unit:
        return None
    if text[low.end : high.start].strip() == "到" and re.search(
        r"[由从][^,;。]{0,12}$", text[max(0, low.start - 16) : low.start]
    ):
        return None
    value = low.value
    if low.kind == "bare":
        value = scaled(value, high.factor)
    return replace(
        high,
        start=low.start,
        value=value,
        value_high=high.value,
        masked=low.masked or high.masked,
        rule=f"range.{high.kind}",
    )


def _ratios(text: str) -> Iterator[Quantity]:
    """The parts of 7.1:48.3:44.6; two parts only where the words before call it a ratio."""
    for match in _RATIO.finditer(text):
        parts = list(re.finditer(_PART, match.group()))
        named = re.search(r"(?:比|比重|比例|结构)[^,;。]{0,8}$", text[max(0, match.start() - 16) : match.start()])
        if len(parts) > MOST_PARTS or (len(parts) < 3 and not named):
            continue
        for part in parts:
            start, end = match.start() + part.start(), match.start() + part.end()
            masked = re.fullmatch(MASK, part.group()) is not None
            yield Quantity(start, end, None if masked else float(part.group()), None, "ratio", "ratio", masked=masked)


def _merge_ranges(text: str, found: list[Quantity]) -> list[Quantity]:
    merged: list[Quantity] = []
    for quantity in found:
        both = _joined(text, merged[-1], quantity) if merged and quantity.start - merged[-1].end < 4 else None
        if both:
            merged[-1] = both
        else:
            merged.append(quantity)
    return merged


def _lend_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """A bare number in a list takes the unit of the next (1.2、3.4个百分点); 个 may be short for 个百分点."""
    lent = list(found)
    for i in range(len(lent) - 2, -1, -1):
        here, after = lent[i], lent[i + 1]
        if not re.fullmatch(r"[、和与及]|以及", text[here.end : after.start]):
            continue
        short = here.unit == "个" and after.unit == "百分点"
        if (here.kind == "bare" and after.kind != "bare") or short:
            value = here.value
            if here.kind == "bare":
                value = scaled(value, after.factor)
            lent[i] = replace(here, value=value, unit=after.unit, kind=after.kind, rule="list." + after.kind)
    return lent


def read_quantities(text: str) -> list[Quantity]:
    """All quantities of a folded text, in order, without overlap."""
    covered = bytearray(len(text))
    for start, end in excluded_spans(text):
        covered[start:end] = b"\x01" * (end - start)
    first = read_words(text)
    first += [ratio for ratio in _ratios(text) if covered.find(1, ratio.start, ratio.end) < 0]
    for word in first:
        covered[word.start : word.end] = b"\x01" * (word.end - word.start)
    numerals = (match for match in NUMERAL.finditer(text) if covered.find(1, *match.span()) < 0)
    found = [quantity for match in numerals if (quantity := _amount(text, match))]
    found = keep_bare(text, _lend_units(text, _merge_ranges(text, found)))
    return sorted([*first, *found], key=lambda quantity: quantity.start)
