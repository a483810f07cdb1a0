"""Numerals: Arabic with separators, Chinese, fractions and masked ones, as values without a unit."""

import re
from decimal import Decimal

DIGITS = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
POWERS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}

ARABIC = r"(?:\d{1,3}(?:,\d{3})++(?!\d)(?:\.\d++)?|\d++(?:\.\d++)?)"
CHINESE = r"[零一二两三四五六七八九十百千万亿]++"
MASK = r"(?:[Xx×*□_]++(?:\.[Xx×*□_]++)?)"


def parse_arabic(text: str) -> float:
    """The value of an Arabic numeral with or without thousands separators."""
    return float(text.replace(",", ""))


def parse_chinese(text: str) -> float | None:
    """The value of a Chinese numeral (三百二十, 两千万, 二零二零); None where it is none (百千)."""
    if text and all(char in DIGITS for char in text):
        return float("".join(str(DIGITS[char]) for char in text)) if len(text) < 16 else None
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


def scaled(value: float | None, factor: float) -> float | None:
    """A value times the scale of its unit, as decimal arithmetic has it (1207.3 亿 is 120730000000)."""
    return None if value is None else float(Decimal(repr(value)) * Decimal(repr(factor)))


def is_chinese(text: str) -> bool:
    """Whether a numeral is written in Chinese characters."""
    return bool(re.fullmatch(CHINESE, text))
