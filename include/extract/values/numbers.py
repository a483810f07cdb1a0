"""Numerals: Arabic with separators, Chinese, and masked ones, as values without a unit."""

import re
from decimal import Decimal

DIGITS = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
POWERS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
LONGEST = 20  # characters of a numeral: no figure has more, and a float would hold no more of it

_GROUPED = r"\d{1,3}(?:,[ ]?\d{3})++(?!\d)(?:\.\d++)?"
# 12。5% and 12·5亿: a stop for a point, where a unit behind the second digits leaves no doubt
_MISTYPED = r"\d{1,6}(?:[。·]\d{1,2}(?=[ ]?(?:[%万亿元]|个百分点))|(?:[ ]\.[ ]?|\.[ ])\d{1,2}(?=[ ]?(?:%|个百分点)))"
ARABIC = rf"(?:{_GROUPED}|{_MISTYPED}|\d++(?:\.\d++)?)"
CHINESE = r"[零一二两三四五六七八九十百千万亿]++"
_BLANK = r"[Xx×*□_]"
# XX.X, and with some digits left: 3XX, 12.X; 7×24 is a product, RMAX a name
MASK = (
    rf"(?:(?<![A-Za-z])(?:\d{{0,6}}{_BLANK}++(?:\.(?:{_BLANK}|\d)++)?|\d{{1,6}}\.\d?{_BLANK}++)(?![A-Za-z]|(?<=\d×)\d))"
)


def parse_arabic(text: str) -> float | None:
    """The value of an Arabic numeral with or without thousands separators; None when it is too long to be one."""
    if len(text) > LONGEST:
        return None
    return float(re.sub("[, ]", "", text).replace("。", ".").replace("·", "."))


def parse_chinese(text: str) -> float | None:
    """The value of a Chinese numeral (三百二十, 两千万, 二零二零); None where it is none (百千) or too long."""
    if len(text) > LONGEST:
        return None
    if text and all(char in DIGITS for char in text):
        if 1 < len(text) < 4:  # 三五, 一两: about so many
            return None
        return float("".join(str(DIGITS[char]) for char in text))
    total, section, digit = 0, 0, None
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in POWERS:
            section += (1 if digit is None else digit) * POWERS[char]
            digit = None
        else:
            section += digit or 0
            total = (total + section) * MYRIADS[char] if char == "亿" else total + section * MYRIADS[char]
            section, digit = 0, None
    value = total + section + (digit or 0)
    return float(value) if value or text == "零" else None


def about_two(text: str) -> tuple[str, str] | None:
    """The two numerals that one with neighbouring digits stands for (三四百: 三百 and 四百), or None."""
    if len(text) < 3 or text[2] in DIGITS or text[0] not in DIGITS or text[1] not in DIGITS:
        return None
    return (text[0] + text[2:], text[1:]) if DIGITS[text[1]] == DIGITS[text[0]] + 1 else None


def scaled(value: float | None, factor: float) -> float | None:
    """A value times the scale of its unit, as decimal arithmetic has it (1207.3 亿 is 120730000000)."""
    return None if value is None else float(Decimal(repr(value)) * Decimal(repr(factor)))


def is_chinese(text: str) -> bool:
    """Whether a numeral is written in Chinese characters."""
    return bool(re.fullmatch(CHINESE, text))
