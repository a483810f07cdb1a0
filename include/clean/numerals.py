"""Chinese and Arabic numerals of headings and years, small ones only."""

_DIGITS = {
    char: value
    for value, chars in enumerate(("〇零○０", "一", "二两", "三", "四", "五", "六", "七", "八", "九"))
    for char in chars
}


def number_of(numeral: str) -> int | None:
    """The number that a numeral below a thousand names (12, 十二, 一百零二), or a year digit by digit (二〇二一)."""
    numeral = numeral.strip()
    if numeral.isdecimal():
        return int(numeral)
    if numeral and all(char in _DIGITS for char in numeral):
        return int("".join(str(_DIGITS[char]) for char in numeral))
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
