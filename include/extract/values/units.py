"""Units: an open pattern behind a numeral, with scale words (万, 亿), read into the base unit."""

import re
from dataclasses import dataclass
from functools import lru_cache

from include.extract.rules.rule_data import FOLDER, read_word_lists

CLASSES = ("currency", "counter", "special", "percent", "duration", "quantity", "multiple", "points")
LISTS = read_word_lists(FOLDER / "units.yaml", (*CLASSES, "bare_scale", "not_before"))
CLASS_OF = {unit: name for name in CLASSES for unit in LISTS[name]}
CANONICAL = {
    "块钱": "元", "元人民币": "元", "人民币": "元", "元钱": "元", "美金": "美元", "港币": "港元", "百分比": "百分点",
    "名": "人", "平米": "平方米", "平方": "平方米", "㎡": "平方米", "m2": "平方米", "立方": "立方米", "方": "立方米",
    "千米": "公里", "km": "公里", "㎞": "公里", "平方千米": "平方公里", "吨标准煤": "吨标准煤", "微克": "微克/立方米",
    "个百分点": "百分点", "个百分比": "百分点", "个位次": "位", "个名次": "位", "个档次": "档", "个点": "百分点",
    "头(只)": "头只", "台(套)": "台套",
}  # fmt: skip
SCALES = {
    "万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "十亿": 10**9, "亿": 10**8,
    "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 10**3, "百": 10**2,
}  # fmt: skip
_SCALE = r"(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![瓦米克伏卡升])|百(?!分))"
_LISTED = "|".join(sorted(map(re.escape, CLASS_OF), key=len, reverse=True))
_BLOCKED = "|".join(map(re.escape, LISTS["not_before"]))
_PATTERN = re.compile(
    rf"[ ]?(?P<more>[多余])?(?P<scale>{_SCALE})?(?P<more2>[多余])?[ ]?"
    rf"(?P<unit>(?!{_BLOCKED})(?:{_LISTED})(?:/[一-鿿A-Za-z]{{1,4}}(?=[,;。)、\s以左]|$))?)?"
)
# an unlisted unit is read where a pause follows, unless it begins like a word that goes with any number
_OPEN = re.compile(
    rf"(?!{_BLOCKED}|大关|台阶|首|新|[以左上下之的和至到年月日时是为及与或等成来第多余个位级版号一])([一-鿿]{{1,3}}|[A-Za-z][A-Za-z0-9/]{{0,5}})(?=[,;。)、]|$)"
)


_PEOPLE = re.compile(r"[一-鿿]{0,6}?(?:人口|群众|农民|居民|职工|学生|师生|劳动力|党员|干部|游客|市民|大军|民工|学子)")


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands behind a numeral: canonical `name` (None when bare), its class, the scale and where it ends."""

    name: str | None
    kind: str  # one of CLASSES, open, bare_scale or none
    factor: float
    more: bool  # 多, 余: at least
    end: int


@lru_cache(maxsize=4096)
def canonical(unit: str) -> str:
    """The unit under its common name: 名 is 人, 个百分点 is 百分点; 个 goes before a unit proper."""
    if unit in CANONICAL:
        return CANONICAL[unit]
    return unit[1:] if unit in LISTS["special"] else unit


def read_unit(text: str, at: int, *, open_units: bool) -> Unit:
    """The unit at an offset of a folded text; kind `none` where nothing reads as one."""
    match = _PATTERN.match(text, at)
    assert match is not None  # every part is optional
    scale, word = match["scale"], match["unit"]
    factor = float(SCALES[scale]) if scale else 1.0
    more = bool(match["more"] or match["more2"])
    if word:
        return Unit(canonical(word), CLASS_OF.get(word, "quantity"), factor, more, match.end())
    end = match.end("more2") if match["more2"] else match.end("scale") if scale else match.end("more")
    if open_units and (free := _OPEN.match(text, max(end, at))):
        return Unit(free[1], "open", factor, more, free.end())
    if scale and _PEOPLE.match(text, end):
        return Unit("人", "counter", factor, more, end)
    if scale in LISTS["bare_scale"]:
        return Unit("元", "bare_scale", factor, more, end)
    return Unit(None, "none", factor if scale else 1.0, more and bool(scale), end if scale else at)
