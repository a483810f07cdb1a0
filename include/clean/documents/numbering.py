"""The numbers that Word counts itself: 一、（一）1. stand in no text of the file, only in its numbering."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

DIGITS = "〇一二三四五六七八九"
FORMAL = "零壹贰叁肆伍陆柒捌玖"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
NONE = frozenset({"bullet", "none"})
_PLACE = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """How one level of a list is numbered: its first number, the form of the numbers, the text around them."""

    start: int = 1
    form: str = "decimal"
    text: str = "%1."


@dataclass(slots=True)
class Numbering:
    """The lists of a document. `label` counts: ask it once for each paragraph, in their order."""

    lists: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def label(self, number_id: str, depth: int) -> str:
        """What stands before a paragraph of a list: 一、; "" where the list has marks or nothing."""
        levels = self.lists.get(number_id, {})
        level, counts = levels.get(depth), self._counts[number_id]
        if level is None:
            return ""
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if level.form in NONE:
            return ""
        return _PLACE.sub(lambda place: _written(levels, counts, int(place[1]) - 1), level.text)


def numbering_of(root: etree._Element | None) -> Numbering:
    """The lists that word/numbering.xml defines."""
    if root is None:
        return Numbering()
    abstract = {value(each, "abstractNumId"): dict(_levels(each)) for each in children(root, "abstractNum")}
    lists: dict[str, dict[int, Level]] = {}
    for number in children(root, "num"):
        base = next((value(child) for child in children(number, "abstractNumId")), "")
        levels = dict(abstract.get(base, {}))
        for override in children(number, "lvlOverride"):
            levels |= dict(_levels(override))
            for start in children(override, "startOverride"):
                depth = int(value(override, "ilvl") or 0)
                levels[depth] = levels.get(depth, Level())._replace(start=int(value(start) or 1))
        lists[value(number, "numId")] = levels
    return Numbering(lists)


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of that local name, in whichever of the two namespaces of WordprocessingML."""
    return element.iterchildren(f"{{*}}{name}")


def value(element: etree._Element, name: str = "val") -> str:
    """An attribute by its local name, "" where there is none."""
    return next((str(text) for key, text in element.attrib.items() if etree.QName(key).localname == name), "")


def _levels(parent: etree._Element) -> Iterator[tuple[int, Level]]:
    for level in children(parent, "lvl"):
        said = {etree.QName(child).localname: value(child) for child in level.iterchildren("{*}*")}
        start = said.get("start") or "1"
        yield (
            int(value(level, "ilvl") or 0),
            Level(int(start), said.get("numFmt") or "decimal", said.get("lvlText", "")),
        )


def _written(levels: Mapping[int, Level], counts: Mapping[int, int], depth: int) -> str:
    level = levels.get(depth, Level())
    number = counts.get(depth, level.start)
    return FORMS.get(level.form, str)(number)


def chinese(number: int) -> str:
    """A number from 1 to 9999 in Chinese as lists count: 十二, 一百零五."""
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            text += DIGITS[digit] + name
        elif text and number and not text.endswith("零"):
            text += "零"
    return text.removeprefix("一") if text.startswith("一十") else text


def _roman(number: int) -> str:
    text = ""
    for size, letters in ROMAN:
        count, number = divmod(number, size)
        text += letters * count
    return text


def _letters(number: int) -> str:
    """a … z, aa, bb, … as Word counts (ECMA-376, 17.18.59)."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def _formal(number: int) -> str:
    return "".join(FORMAL[int(digit)] for digit in str(number))


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "ideographDigital"),
        chinese,
    ),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    "chineseLegalSimplified": _formal,
    "ideographTraditional": lambda number: STEMS[(number - 1) % 10],
    "ideographZodiac": lambda number: BRANCHES[(number - 1) % 12],
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: "".join(chr(0xFF10 + int(digit)) for digit in str(number)),
}
