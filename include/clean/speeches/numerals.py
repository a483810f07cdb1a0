"""Chinese, Arabic, circled and Roman numerals of headings and years, small ones only."""

import unicodedata

NUMERAL = "(?:[一二三四五六七八九十百]{1,4}|[0-9０-９]{1,3}|[①-⑳⑴-⒇㈠-㈩Ⅰ-Ⅻ❶-❿])"
_DIGITS = {
    char: value
    for value, chars in enumerate(("〇零○０", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for char in chars
}


def number_of(numeral: str) -> int | None:
    """The number of a numeral below a thousand (12, 十二, 一百零二, ③, Ⅳ) or of a year digit by digit (二〇二一)."""
    numeral = numeral.strip()
    if numeral.isdecimal():
        return int(numeral)
    if numeral and all(char in _DIGITS for char in numeral):
        return int("".join(str(_DIGITS[char]) for char in numeral))
    if len(numeral) == 1 and unicodedata.category(numeral) in ("No", "Nl"):
        return int(unicodedata.numeric(numeral))
    return _with_tens(numeral)


def _with_tens(numeral: str) -> int | None:
    total = digit = 0
    for char in numeral:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        elif char in _DIGITS:
            digit = _DIGITS[char]
        else:
            return None
    return total + digit or None
