"""Units: an open pattern behind a numeral, with scale words (万, 亿), read into the base unit."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from include.extract.rules import FOLDER
from include.rule_files import any_of, read_word_lists

CLASSES = ("currency", "coin", "counter", "special", "percent", "duration", "quantity", "multiple", "points")
_OTHERS = ("bare_scale", "not_before", "open_ends", "not_open_first", "not_open_last", "people", "firm", "gained")
LISTS = read_word_lists(FOLDER / "units.yaml", (*CLASSES, *_OTHERS))
CLASS_OF = {unit: name for name in CLASSES for unit in LISTS[name]}
CANONICAL = {
    "块钱": "元", "元人民币": "元", "人民币": "元", "元钱": "元", "美金": "美元", "港币": "港元", "百分比": "百分点",
    "名": "人", "平米": "平方米", "平方": "平方米", "㎡": "平方米", "m2": "平方米", "m²": "平方米",
    "m3": "立方米", "m³": "立方米", "km2": "平方公里", "km²": "平方公里", "hm²": "公顷", "立方": "立方米",
    "方": "立方米", "千米": "公里", "km": "公里", "㎞": "公里", "平方千米": "平方公里", "人/次": "人次",
    "周岁": "岁", "微克": "微克/立方米",
    "㎜": "毫米", "㎝": "厘米", "㎏": "公斤", "㎥": "立方米", "t": "吨", "°C": "℃", "kWh": "千瓦时", "kwh": "千瓦时",
    "o/o": "%", "0/0": "%", "percent": "%", "o/oo": "‰", "%o": "‰",
    "个百分点": "百分点", "个百分比": "百分点", "个位次": "位", "个名次": "位", "个档次": "档", "个点": "百分点",
    "微克每立方米": "微克/立方米", "毫克每立方米": "毫克/立方米", "毫克每升": "毫克/升",
}  # fmt: skip
SCALES = {
    "万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "十亿": 10**9, "亿": 10**8,
    "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 10**3, "百": 10**2,
}  # fmt: skip
COINS = {"分": 0.01, "分钱": 0.01, "角": 0.1, "角钱": 0.1, "毛": 0.1, "毛钱": 0.1}
_SPLIT_SCALE = "[十百千][多余][万亿]|万[多余]亿"  # 3千多万, 2万多亿
_SCALE = rf"(?:{_SPLIT_SCALE}|万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![瓦米克伏卡升焦帕赫兆])|百(?!分))"
_LETTERS = [unit for unit in CLASS_OF if unit[-1].isascii() and unit[-1].isalpha()]
_LISTED = rf"(?:{any_of(_LETTERS)})(?![A-Za-z²³]|[23](?!\d))|{any_of(CLASS_OF.keys() - set(_LETTERS))}"
_BLOCKED, _COUNTER = any_of(LISTS["not_before"]), any_of(LISTS["counter"])
_TIMES = rf"(?:{_COUNTER})次(?![产级要年序全会])"  # 批次, 场次, 台次: any count of occasions
_DENSITY = "(?:[微毫千]?克)每(?:标准)?(?:立方米|升)"
_EITHER = rf"(?:{_COUNTER})\((?:{_COUNTER})(?:[、,](?:{_COUNTER}))*+\)"  # 台(套), 头(只、匹)
_ENDS = rf"(?=[,;。:、!?()\[\]\"“”\s]|$|{any_of(LISTS['open_ends'])})"
_PER = rf"/[十百千万]{{0,2}}?(?:(?:{_LISTED})(?:[·/](?:{_LISTED}))?|[A-Za-z]{{1,4}}[\d²³]?|[一-鿿]{{1,4}}?{_ENDS})"
_PATTERN = re.compile(
    rf"[ ]{{0,2}}(?:个(?=[多余]?亿|[多余]百分点))?(?P<more>[多余])?(?P<scale>{_SCALE})?(?P<more2>[多余])?"
    rf"(?P<rough>来(?=(?!{_BLOCKED})(?:{_LISTED})))?[ ]{{0,2}}"
    rf"(?P<unit>(?!{_BLOCKED})(?:{_DENSITY}|{_TIMES}|{_EITHER}|{_LISTED})(?:{_PER})?)?"
)
# an unlisted unit is read where a pause, a particle, a verb or a conjunction follows
_OPEN = re.compile(
    rf"(?!{_BLOCKED}|{any_of(LISTS['not_open_first'])})"
    rf"(?P<unit>(?:[一-鿿]{{1,4}}?|[A-Za-z][A-Za-z0-9]{{1,5}}){_ENDS}|[一-鿿]{{1,3}}?{_PER})"
)
_LONGEST_UNSCALED = 2  # behind a number without 万 or 亿 a longer word is a noun more often than a unit
_PAUSE = re.compile(r"[,;。:、!?()\[\]\"“”\s]|$")
_NO_UNIT = re.compile(rf"(?:{any_of(LISTS['not_open_last'])})$")
_PEOPLE = re.compile(rf"[一-鿿]{{0,6}}?(?:{any_of(LISTS['people'])})")
_NATION = re.compile(rf"[一-鿿]{{0,2}}?(?:{any_of(LISTS['people'])})")  # behind 亿, which stands for money else


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands behind a numeral: canonical `name` (None when bare), its class, the scale and where it ends."""

    name: str | None
    kind: str  # one of CLASSES, open, bare_scale or none
    factor: float
    more: bool  # 多, 余: at least
    end: int
    rough: bool = False  # 来: about


@lru_cache(maxsize=4096)
def canonical(unit: str) -> str:
    """The unit under its common name: 名 is 人, 个百分点 is 百分点; 个 goes before a unit proper."""
    plain = re.sub(r"[()、,]", "", unit)
    if plain in CANONICAL:
        return CANONICAL[plain]
    return plain[1:] if plain in LISTS["special"] else plain


def read_unit(text: str, at: int, *, open_units: bool) -> Unit:
    """The unit at an offset of a folded text; kind `none` where nothing reads as one."""
    match = _PATTERN.match(text, at)
    assert match is not None  # every part is optional
    scale, word = match["scale"], match["unit"]
    split = scale is not None and scale not in SCALES
    factor = float(SCALES[scale[0] + scale[-1] if split else scale]) if scale else 1.0
    more = bool(match["more"] or match["more2"] or split)
    rough = match["rough"] is not None
    if word:
        return Unit(canonical(word), _class_of(word), factor, more, match.end(), rough)
    end = match.end("more2") if match["more2"] else match.end("scale") if scale else match.end("more")
    end = max(end, at)
    people = _NATION if scale and "亿" in scale else _PEOPLE
    if (scale or more) and people.match(text, end):
        return Unit("人", "counter", factor, more, end)
    free = _OPEN.match(text, end) if open_units else None
    if free and _is_unit(text, free, has_scale=scale is not None):
        return Unit(free["unit"], "open", factor, more, free.end())
    if scale in LISTS["bare_scale"]:
        return Unit("元", "bare_scale", factor, more, end)
    return Unit(None, "none", factor if scale else 1.0, more and bool(scale), end if scale else at)


_IN_FRONT = re.compile(r"\(([一-鿿%‰/A-Za-z]{1,8})\)[ :]{0,3}$")


def unit_before(text: str, at: int) -> Unit | None:
    """The unit that stands in parentheses before a number, as in the lines of a table: 产量(万吨) 35.6."""
    match = _IN_FRONT.search(text, max(0, at - 14), at)
    if match is None:
        return None
    unit = read_unit(match[1], 0, open_units=False)
    if unit.kind == "none" or unit.end < len(match[1]):
        return None
    return replace(unit, end=at)


def _is_unit(text: str, free: re.Match[str], *, has_scale: bool) -> bool:
    """Whether an unlisted word may be a unit: no end of a name, and short where no scale word speaks for it."""
    word = free["unit"]
    if _NO_UNIT.search(word) or (word.isascii() and word.isupper() and len(word) > _LONGEST_UNSCALED):
        return False
    if has_scale or word.isascii() or "/" in word:
        return True
    if len(word) > _LONGEST_UNSCALED:
        return len(word) == _LONGEST_UNSCALED + 1 and _PAUSE.match(text, free.end()) is not None
    return not text.startswith("的", free.end())


def _class_of(word: str) -> str:
    """The class of a unit as it stands; one over another (元/吨) and a count of occasions is a quantity."""
    if "(" in word:
        return "counter"
    return CLASS_OF.get(word, "quantity")
