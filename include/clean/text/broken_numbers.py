"""Numbers that a text conversion took apart: digits set with spaces, and line breaks before %, unit or decimals.

A wrong join makes a number that nobody said, so each rule asks for a sign that the spaces are the conversion's: a
year's four digits before 年, a decimal point with spaces around it, three single digits or more before a unit. Two
single digits (1 2 月) are closed up only on a line that shows such a sign elsewhere. Ranks, articles of a law, phone
numbers and groups of thousands (1 000 000) stay as they are.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from include.clean.text.edits import Edit
from include.clean.text.lines import Line

_HAN = "\u3400-\u9fff"
_POINT = "[.．]"
_SCALE = "[十百千]?[万亿]"
_MONEY_OR_MASS = "(?:[美欧日港]?元(?![旦宵月素首老气])|吨|公斤|千克|亩|公顷|平方公里|平方米|立方米|公里|千瓦)"
_COUNT = "(?:个(?![性别人])|户(?![籍口外])|家(?![庭长乡电园政])|人次|人(?![民大员口均才们类力社文事生身性居心防武])|倍)"
_STRONG = f"(?:[%％‰]|个?百分点|{_SCALE} ?{_MONEY_OR_MASS}?)"
_UNIT = f"(?:{_STRONG}|{_MONEY_OR_MASS}|{_COUNT})"
# What makes a spaced run an ordinal, a name or part of a longer figure.
_APART = r"(?<![\d第.．,，:：/~～—–\-])(?<![\d第.．,，:：/~～—–\-] )"
_YEAR = r"(?:[1１] ?[9９]|[2２] ?[0０]) ?\d ?\d"
_SIGNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\d第.．:：/])(?<![\d第.．:：/] )(?=\d{{0,3}} ){_YEAR} ?(?=年(?!级))",
        rf"{_APART}(?=\d{{0,3}} ){_YEAR}(?= ?[-—–~～至到]{{1,2}} ?{_YEAR} ?年)",
        rf"{_APART}\d(?: \d){{2,8}}(?: ?{_POINT} ?\d(?: \d){{0,3}})? ?(?={_UNIT})",
        rf"(?<=[{_HAN}（(“])(?<!第) ?\d(?: \d){{0,4}} {_POINT} ?\d(?: \d){{0,3}} ?(?={_UNIT})",
        rf"(?<=[{_HAN}])(?<!第)\d{{1,6}}(?: {_POINT} ?|{_POINT} )\d{{1,4}} ?(?={_STRONG})",
    )
)
_PAIR = re.compile(rf"{_APART}\d \d ?(?=[年月日](?![本子])|{_UNIT})")
_UNIT_APART = re.compile(rf"(?<=[万亿]) (?={_MONEY_OR_MASS})")
_MAY_BE_SPACED = re.compile(r"\d ?[.．]? \d|\d [.．]")
_WORD_BEFORE = f"(?<=[{_HAN}（(、])(?<!第) ?"
_BREAK = r"[ \t]*\n[ \t]*"
_MAY_BE_BROKEN = re.compile(r"\d[.．]?[ \t]*\n")
_BROKEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_WORD_BEFORE}\d{{1,9}}(?:{_POINT}\d{{1,4}})?(?P<gap>{_BREAK})(?=(?:{_POINT}\d{{1,4}})?(?:{_STRONG}|{_MONEY_OR_MASS}))",
        rf"{_WORD_BEFORE}\d{{1,6}}{_POINT}(?P<gap>{_BREAK})(?=\d{{1,4}} ?{_UNIT})",
        rf"(?<=[{_HAN}（(])(?<!第) ?(?:19|20)\d\d(?P<gap>{_BREAK})(?=年(?!级))",
        rf"(?<=[年月]) ?\d{{1,2}}(?P<gap>{_BREAK})(?=[月日](?![子本]))",
    )
)


def spaced_digits(lines: Sequence[Line]) -> Iterator[Edit]:
    """Digits with spaces between, closed up where a line shows that the spaces are no separators."""
    for line in lines:
        if "\t" not in line.text and _MAY_BE_SPACED.search(line.text):
            for edit in _on_line(line.text):
                yield edit._replace(start=line.start + edit.start, end=line.start + edit.end)


def _on_line(line: str) -> Iterator[Edit]:
    signs = [match for sign in _SIGNS for match in sign.finditer(line) if not _counts_up(match[0])]
    if not signs:
        return
    for match in (*signs, *_PAIR.finditer(line), *_UNIT_APART.finditer(line)):
        yield Edit(*match.span(), match[0].replace(" ", ""), "spaced_digits")


def _counts_up(run: str) -> bool:
    """1 2 3 is a list, whatever comes behind it."""
    digits = [int(char) for char in run if char.isdecimal()]
    return len(digits) >= 3 and all(after == before + 1 for before, after in pairwise(digits))


def broken_numbers(text: str) -> Iterator[Edit]:
    """Line breaks inside a number or before its unit, where a word stands before the number on its line."""
    forms = _BROKEN if _MAY_BE_BROKEN.search(text) else ()
    for match in chain.from_iterable(form.finditer(text) for form in forms):
        start, end = match.span("gap")
        if "\t" not in text[text.rfind("\n", 0, start) + 1 : _line_end(text, end)]:
            yield Edit(start, end, "", "broken_number")


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
