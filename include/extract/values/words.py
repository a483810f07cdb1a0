"""Values in words: fractions, tenths, halves, doublings, two digits, nought."""

import re
from collections.abc import Iterator

from include.extract.values.figures import Quantity
from include.extract.values.numbers import ARABIC, CHINESE, MASK, is_chinese, parse_arabic, parse_chinese
from include.extract.values.ranks import ranks

_FRACTION = re.compile(
    rf"(?<![零一二两三四五六七八九十百千万亿\d])(?P<below>{CHINESE}|\d{{1,4}})分之"
    rf"(?P<above>{MASK}|{CHINESE}(?:点[零一二三四五六七八九]++)?|{ARABIC})"
)
_SLASH = re.compile(r"(?<![\d./年+-])([1-9])/(?:([2-9]|10)(?![\d/.年月日+])|(\d{2,4})(?=的|以[上下]|左右))")
_TENTHS = re.compile(
    r"(?:(?P<sure>近|约|逾|超过?|达到?|占|有|了|各|为|到|[%、和])[ ]?)?"
    r"(?P<tenths>[一二两三四五六七八九]|(?<![\d.])\d(?:\.\d)?|(?<![Xx×*])[Xx×*]{1,3})"
    r"成(?:(?P<half>半)|(?P<part>[一二三四五六七八九])(?=[以左多,;。、!)]|$))?"
    r"(?P<ends>(?=[以左多的,;。、!)]|$|上下|是|为(?!为)))?(?![立为员功长本品熟果分交绩人效型套不色规]|就(?!业))"
)
_HALF = re.compile(r"(?:占|达到?|超过|接近|近|约|逾|不足|不到|降低?|减少|的)(?:了|到)?(一半)(?=[,;。、)以左多]|$)")
_HALF_POINT = re.compile(r"(?:(?P<whole>\d{1,2}|[一二两三四五六七八九])个)?半个?百分点")
_DOUBLE = re.compile(r"翻(?:了|近|约|上)?(?P<times>[一二两三四1-4]?)番|翻一倍")
_TWO_DIGITS = re.compile(r"(?:两|二)位数|双位数")
_NOUGHT = re.compile(r"(?:为|是|降[至到]|下降到|归|保持)(零|0)(?=[,;。、)!]|$)")


def _value(word: str) -> float | None:
    if re.fullmatch(MASK, word):
        return None
    if "点" in word:
        whole, _, part = word.partition("点")
        digits, base = parse_chinese(part), parse_chinese(whole)
        return None if digits is None or base is None else base + digits / 10 ** len(part)
    return parse_chinese(word) if is_chinese(word) else parse_arabic(word)


def _fractions(text: str) -> Iterator[Quantity]:
    """三分之一, 百分之十二点五, 1/3: per cent, or per mille where the words say so."""
    for match in _FRACTION.finditer(text):
        below, above = _value(match["below"]), _value(match["above"])
        masked = re.fullmatch(MASK, match["above"]) is not None
        if not below or (above is None and not masked):
            continue
        unit = "‰" if below == 1000 else "%"
        value = None if above is None else round(above * (1000 if unit == "‰" else 100) / below, 4)
        yield Quantity(match.start(), match.end(), value, unit, "percent", "fraction", masked=masked)
    for match in _SLASH.finditer(text):
        below = int(match[2] or match[3])
        if not below:
            continue
        value = round(100 * int(match[1]) / below, 4)
        yield Quantity(match.start(), match.end(), value, "%", "percent", "fraction")


def _tenths(text: str) -> Iterator[Quantity]:
    """七成半, 一半: per cent; 半个百分点, 一个半百分点."""
    for match in _TENTHS.finditer(text):
        if not match["sure"] and match["ends"] is None:
            continue
        tenths = _value(match["tenths"])
        part = 5 if match["half"] else _value(match["part"] or "零")
        value = None if tenths is None or part is None else 10 * tenths + part
        start, end = match.start("tenths"), match.start("ends") if match["ends"] is not None else match.end()
        yield Quantity(start, end, value, "%", "percent", "tenths", masked=tenths is None)
    for match in _HALF.finditer(text):
        yield Quantity(match.start(1), match.end(1), 50.0, "%", "percent", "fraction")
    for match in _HALF_POINT.finditer(text):
        whole = _value(match["whole"]) if match["whole"] else 0.0
        points = None if whole is None else whole + 0.5
        yield Quantity(match.start(), match.end(), points, "百分点", "special", "fraction")


def _doublings(text: str) -> Iterator[Quantity]:
    """翻一番 is 2 times, 翻两番 4; 两位数 is 10 % at least; a count that is 零."""
    for match in _DOUBLE.finditer(text):
        times = _value(match["times"] or "一") or 1.0
        yield Quantity(match.start(), match.end(), 2.0**times, "倍", "double", "doubling")
    for match in _TWO_DIGITS.finditer(text):
        yield Quantity(match.start(), match.end(), 10.0, "%", "digits", "two_digits", bound="at_least")
    for match in _NOUGHT.finditer(text):
        yield Quantity(match.start(1), match.end(1), 0.0, None, "nought", "nought")


# each reader and the marks of which its words hold one: most sentences hold none
_READERS = (
    (("第", "名", "位", "榜首"), ranks),
    (("分之", "/"), _fractions),
    (("成", "半"), _tenths),
    (("翻", "位数", "零", "0"), _doublings),
)


def read_words(text: str) -> list[Quantity]:
    """All quantities that a folded text gives in words, ranks included, without overlap, in order."""
    kept: list[Quantity] = []
    found = [quantity for marks, read in _READERS if any(mark in text for mark in marks) for quantity in read(text)]
    for quantity in sorted(found, key=lambda quantity: quantity.start):
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept
