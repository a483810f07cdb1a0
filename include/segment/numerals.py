"""The numbers that headings carry: 一 to 九十九, digits of either width, and signs such as ㈠."""

import unicodedata

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}


def ordinal(text: str) -> int | None:
    """The number that a list marker shows, or None where it is none (一二, 百)."""
    if text.isdecimal():
        return int(text)
    if len(text) == 1 and text not in _DIGITS and text != "十":
        value = unicodedata.numeric(text, None)
        return int(value) if value is not None and value < 100 else None
    tens, ten, units = text.rpartition("十")
    if any(len(part) > 1 or (part and part not in _DIGITS) for part in (tens, units)):
        return None
    if not ten and not units:
        return None
    return (_DIGITS[tens] if tens else 1) * 10 * bool(ten) + (_DIGITS[units] if units else 0)
