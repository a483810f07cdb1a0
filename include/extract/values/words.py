"""Values in words: ranks, fractions, tenths, doublings, two digits."""

import re
from collections.abc import Iterator

from include.extract.values.figures import Quantity
from include.extract.values.numbers import ARABIC, CHINESE, MASK, parse_arabic, parse_chinese

_NUMBER = rf"(?:{ARABIC}|{CHINESE}|{MASK})"
_PLACED = r"(?:居|列|排|位|名|跃|升|登|进|处|占|获|夺|全[国省市区县州]|自治区|同类|增[速幅]|总量)[^,;。!?:、\d]{0,8}$"
_RANK = re.compile(
    rf"(?P<last>倒数)?第(?P<place>{_NUMBER})(?P<noun>名|位(?!数)|档次|档)?"
    rf"|(?P<first>首位|榜首|末位)(?![度产淘])|(?P<side>[前后])(?P<top>\d{{1,3}}|[一二三四五六七八九十]{{1,2}})(?:名|位)"
)
_FRACTION = re.compile(
    rf"(?<![零一二两三四五六七八九十百千万亿])(?P<below>{CHINESE})分之(?P<above>{CHINESE}(?:点[零一二三四五六七八九]++)?|{ARABIC}|{MASK})"
)
_SLASH = re.compile(r"(?<![\d./年])([1-9])/([2-9]|10)(?![\d/.年月])")
_TENTHS = re.compile(
    r"(?P<tenths>[一二两三四五六七八九]|\d(?:\.\d)?)成(?P<half>半)?(?=[以左多的,;。、!)]|$|是|为|上下)(?!为)"
)
_DOUBLE = re.compile(r"翻了?(?P<times>[一二两三四]?)番|翻一倍")
_TWO_DIGITS = re.compile(r"(?:两|二)位数|双位数")


def _value(word: str) -> float | None:
    if re.fullmatch(MASK, word):
        return None
    if "点" in word:
        whole, _, part = word.partition("点")
        digits = parse_chinese(part)
        base = parse_chinese(whole)
        return None if digits is None or base is None else base + digits / 10 ** len(part)
    return parse_chinese(word) if re.fullmatch(CHINESE, word) else parse_arabic(word)


def _ranks(text: str) -> Iterator[Quantity]:
    """第3位, 倒数第一, 首位, 前三名; a bare 第一 only where the words before speak of a place."""
    for match in _RANK.finditer(text):
        before = text[max(0, match.start() - 14) : match.start()]
        if match["noun"] is None and match["side"] is None and not re.search(_PLACED, before):
            continue
        if match["place"] and match["noun"] is None and re.match(r"[一-鿿%\d]", text[match.end() : match.end() + 1]):
            continue
        unit, bound = "位", None
        word = match["place"] or match["top"]
        number = _value(word) if word else 1.0
        if match["last"] or match["first"] == "末位" or match["side"] == "后":
            number = None if number is None else -number
        if match["side"]:
            bound = "at_most" if match["side"] == "前" else "at_least"
        if match["noun"] in ("档", "档次"):
            unit = "档"
        masked = word is not None and number is None
        yield Quantity(match.start(), match.end(), number, unit, "rank", "rank", masked=masked, bound=bound)


def _fractions(text: str) -> Iterator[Quantity]:
    """三分之一, 百分之十二点五, 七成半, 1/3: per cent."""
    for match in _FRACTION.finditer(text):
        below, above = _value(match["below"]), _value(match["above"])
        masked = above is None
        if not below:
            continue
        unit = "‰" if match["below"] == "千" or below == 1000 else "%"
        value = None if above is None else round(above * (1000 if unit == "‰" else 100) / below, 4)
        yield Quantity(match.start(), match.end(), value, unit, "percent", "fraction", masked=masked)
    for match in _SLASH.finditer(text):
        value = round(100 * int(match[1]) / int(match[2]), 4)
        yield Quantity(match.start(), match.end(), value, "%", "percent", "fraction")
    for match in _TENTHS.finditer(text):
        tenths = _value(match["tenths"])
        if tenths is not None:
            value = 10 * tenths + (5 if match["half"] else 0)
            yield Quantity(match.start(), match.end(), value, "%", "percent", "tenths")


def _doublings(text: str) -> Iterator[Quantity]:
    """翻一番 is 2 times, 翻两番 4; 两位数 is 10 % at least."""
    for match in _DOUBLE.finditer(text):
        times = parse_chinese(match["times"] or "一") or 1.0
        yield Quantity(match.start(), match.end(), 2.0**times, "倍", "double", "doubling")
    for match in _TWO_DIGITS.finditer(text):
        yield Quantity(match.start(), match.end(), 10.0, "%", "digits", "two_digits", bound="at_least")


def read_words(text: str) -> list[Quantity]:
    """All quantities that a folded text gives in words, without overlap, in order."""
    kept: list[Quantity] = []
    for quantity in sorted([*_ranks(text), *_fractions(text), *_doublings(text)], key=lambda found: found.start):
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept
