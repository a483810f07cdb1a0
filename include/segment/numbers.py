"""Where a number with its unit stands in a text: such a stretch is one token and is never cut."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from include.errors import ConfigurationError
from include.segment.lines import Span

UNITS_FILE = Path(__file__).with_name("units.txt")
DICTIONARY_FILE = Path(__file__).with_name("dictionary.txt")
_DIGIT = "[0-9０-９]"
_BLANKED_YEAR = r"(?:19|20)[XxＸ×]{2}(?=年)"
_DIGITS = rf"(?:{_BLANKED_YEAR}|{_DIGIT}{{1,3}}(?:[,，]{_DIGIT}{{3}})+(?!{_DIGIT})|{_DIGIT}+)(?:[.．]{_DIGIT}+)?"
_MASK = r"[XxＸｘ×*＊]{1,6}(?:[.．][XxＸｘ×*＊]{1,4})?"
_SCALE = "[十百千万亿]{0,4}[多余]?"
_NUMERAL = "零〇一二两三四五六七八九十"
_CHINESE = rf"(?<![{_NUMERAL}百千万亿])(?=[{_NUMERAL}]{{0,8}}[百千万亿])[{_NUMERAL}百千万亿]{{1,16}}"


def entries(file: Path) -> list[str]:
    """The entries of a list file, without comments; ConfigurationError names a line that stands twice."""
    try:
        rows = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ConfigurationError(f"{file}: {error.strerror}") from error
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        entry = row.strip()
        if entry and not entry.startswith("#"):
            if entry in seen:
                raise ConfigurationError(f"{file}:{number}: {entry} already stands on line {seen[entry]}")
            seen[entry] = number
    return list(seen)


@cache
def number_pattern(units: Path = UNITS_FILE, dictionary: Path = DICTIONARY_FILE) -> re.Pattern[str]:
    """A number, a range of numbers or a blanked-out number, with the unit behind it where there is one.

    The dictionary's terms with a digit in them (PM2.5) come first, so that none is read as a number.
    """
    unit = _unit_pattern(units)
    names = "|".join(re.escape(term) for term in entries(dictionary) if re.search(_DIGIT, term))
    measured = rf"{_DIGITS}{_SCALE}(?:{unit})?"
    return re.compile(
        rf"(?<![A-Za-z])(?:{names})(?!{_DIGIT})|第?{measured}(?:[—–\-~～至到－]{{1,2}}{measured})?"
        rf"|(?<![A-Za-z]){_MASK}(?:{_SCALE}(?:{unit})|[十百千万亿]{{1,4}})"
        rf"|{_CHINESE}[多余]?(?:{unit})"
    )


def _unit_pattern(file: Path) -> str:
    alternatives = []
    for entry in sorted(entries(file), key=lambda row: len(row.split()[0]), reverse=True):
        unit, *barred = entry.split()
        alternatives.append(re.escape(unit) + (f"(?![{''.join(barred)}])" if barred else ""))
    base = "|".join(alternatives)
    return rf"(?:{base})(?:/(?:{base}))?"


def numbers(text: str) -> Iterator[Span]:
    """The spans of numbers with their units, in text order."""
    for match in number_pattern().finditer(text):
        yield Span(*match.span())
