"""Numbers in Chinese characters: which of them are figures and which belong to a set phrase."""

import re

from include.extract.values.units import LISTS, Unit

_WORTHY = re.compile(r"[一二两三四五六七八九十]")
_ROUND = frozenset(("十", "百", "千", "万", "十万", "百万", "千万", "亿", "百亿", "千亿"))
_NEARLY = re.compile(r"(?:近|(?<![以网线晚路早千])上)$")
_BEYOND = re.compile(r"(?:超过?|突破|逾|达到?|约)$")
_THINGS = re.compile(r"级?(?:的?(?:项目|企业|产业|园区|集群)|[镇村县强])")
_EFFORT = re.compile(r"的?(?:努力|信心|干劲|热情|精力|决心|代价)")
_GAINED = re.compile(rf"(?:{'|'.join(LISTS['gained'])})(?:了|出|到|共|有)?$")
_SURE = frozenset(("currency", "percent", "multiple", "bare_scale"))
_NEVER = frozenset(("none", "open", "duration", "points"))
_OF_NAMES = frozenset(("条", "期"))  # 工业七十条, 改造二期
_ORDERED = frozenset(("期",))
TELLING = 11  # from here on a count is a figure whatever its counting word: set phrases have small numbers


def may_count(unit: Unit) -> bool:
    """Whether a Chinese numeral before this unit may be a figure at all: not before a pause, a noun, a year."""
    return unit.kind not in _NEVER


def is_round(text: str, start: int, word: str, unit: Unit) -> bool:
    """Whether a power of ten by itself is a number: 近百家, 上千人, 百余户; not 百强, 千亿产业."""
    if word not in _ROUND or unit.kind in ("none", "open", "duration", "points", "percent", "multiple", "bare_scale"):
        return False
    if re.match(r"[\d.]", text[max(0, start - 1) : start]):
        return False
    if unit.kind == "currency" and _THINGS.match(text, unit.end):
        return False
    before = text[max(0, start - 2) : start]
    counted = unit.kind != "currency" and _BEYOND.search(before)
    return bool(unit.more or _NEARLY.search(before) or counted)


def is_figure(text: str, start: int, word: str, value: float | None, unit: Unit) -> bool:
    """Whether a Chinese numeral with this unit is a figure: no 一家, no 千亿, no 三个代表, no 四套班子.

    A small count is one with a counting word that set phrases seldom have (units.yaml: firm), or behind a verb that
    says that so many were gained (新增两个国家级园区).
    """
    if value is None or unit.kind in _NEVER or not _WORTHY.search(word):
        return False
    if unit.kind in _SURE or unit.name == "百分点":
        return value > 0 and not (unit.kind == "multiple" and _EFFORT.match(text, unit.end))
    gained = _GAINED.search(text[max(0, start - 6) : start]) is not None
    if unit.name in _OF_NAMES or (value < TELLING and unit.factor < 10_000 and unit.name not in LISTS["firm"]):
        return gained and value > 1 and unit.name not in _ORDERED
    return value > 1 or unit.factor >= 10_000
