"""Chinese, Arabic, circled and Roman numerals of headings and years, small ones only."""

import unicodedata

NUMERAL = "(?:[一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾]{1,4}|[0-9０-９]{1,3}|[①-⑳⑴-⒇㈠-㈩Ⅰ-Ⅻ❶-❿])"
_DIGITS = {
    char: value
    for value, chars in enumerate(("〇零○０", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"))
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
        if char in "十拾百":
            total += (digit or 1) * (100 if char == "百" else 10)
            digit = 0
        elif char in _DIGITS:
            digit = _DIGITS[char]
        else:
            return None
    return total + digit or None
