"""The dictionary of indicators, `indicators.csv`: names and aliases to a code, usual units and plausible ranges.

A row holds `code`, the Chinese and the English name, the aliases (`|` between them), the usual base units, what its
plain figure is (`measure`), the range of that figure in the base unit, from a poor county to the nation, and the range
of its growth in % over a year, empty where a growth rate says nothing (shares, structures). The ranges are wide on
purpose: what lies outside is a slip of the pen or of the reader, not an unusual year.
"""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from include.extract.rules import FOLDER
from include.extract.values.folding import fold
from include.rule_files import fail

COLUMNS = ("code", "name_zh", "name_en", "aliases", "unit", "measure", "min", "max", "growth_min", "growth_max")
MEASURES = frozenset({"level", "change", "share", "rank", "index"})
_CODE = re.compile(r"[a-z][a-z0-9_]*")
_NOISE = re.compile(r"[“”\"'〝〞《》\s]|\([^()]*\)|^(?:[①-⑳]|\d{1,2}[、.])")
# What a name may be led by, or end in, without becoming another indicator. 新增, 规模以上 and 人均 are not among them.
_LEADS = re.compile(
    r"^(?:全部|全社会|累计|年末|年底|全口径|预计|完成|实现|当年|现价)|^(?:全|我|本)[国省市州县区旗盟](?!直|级)的?"
)
_TAILS = re.compile(r"(?:的?(?:增速|增幅|增长率|增长速度|涨幅|降幅|增长幅度)|总量|总值|总额|额|数量|完成额)$")
_STRIPS = 3  # leads that a name may have one before the other


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: code, names, usual base units, what its plain figure is, the ranges of that and of growth."""

    code: str
    name_zh: str
    name_en: str
    aliases: tuple[str, ...]
    units: tuple[str | None, ...]
    measure: str
    minimum: float
    maximum: float
    growth: tuple[float, float] | None  # % over a year; None: a growth rate says nothing


class Match(NamedTuple):
    """What a name stands for: the code, and the name in the dictionary that it matched."""

    code: str
    alias: str


def _range(path: Path, line: int, row: dict[str, str], names: tuple[str, str]) -> tuple[float, float]:
    try:
        low, high = (float(row[name]) for name in names)
    except ValueError as error:
        raise fail(path, line, f"{names[0]} and {names[1]} must be numbers: {error}") from error
    if low >= high:
        raise fail(path, line, f"{names[0]} {low:g} is not below {names[1]} {high:g}")
    return low, high


def _checked(path: Path, line: int, row: dict[str, str]) -> Indicator:
    if not _CODE.fullmatch(row["code"]):
        raise fail(path, line, f"code {row['code']!r} must be lower-case letters, digits and _")
    if row["measure"] not in MEASURES:
        raise fail(path, line, f"measure {row['measure']!r} is none of {', '.join(sorted(MEASURES))}")
    low, high = _range(path, line, row, ("min", "max"))
    grows = bool(row["growth_min"] or row["growth_max"])
    growth = _range(path, line, row, ("growth_min", "growth_max")) if grows else None
    aliases = tuple(part for part in row["aliases"].split("|") if part)
    units = tuple(part or None for part in row["unit"].split("|"))
    return Indicator(row["code"], row["name_zh"], row["name_en"], aliases, units, row["measure"], low, high, growth)


def read_indicators(path: Path) -> list[Indicator]:
    """The rows of a dictionary file; ConfigurationError names file and line of a wrong, or a doubly used, entry."""
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise fail(path, 1, f"the columns must be {','.join(COLUMNS)}")
        found: list[Indicator] = []
        seen: dict[str, str] = {}
        for row in reader:
            if None in row or None in row.values():
                raise fail(path, reader.line_num, f"must hold {len(COLUMNS)} fields")
            entry = _checked(path, reader.line_num, row)
            for name in (entry.code, *map(normal_name, (entry.name_zh, *entry.aliases))):
                if name in seen:
                    raise fail(path, reader.line_num, f"{name} already stands for {seen[name]}")
                seen[name] = entry.code
            found.append(entry)
    return found


def normal_name(name: str) -> str:
    """A name as the dictionary compares it: folded, in capitals, without quotation marks, numbering and parentheses."""
    return _NOISE.sub("", fold(name)).upper()


@lru_cache(maxsize=1)
def by_code() -> dict[str, Indicator]:
    """The entries of the packaged dictionary by their codes."""
    return {entry.code: entry for entry in read_indicators(FOLDER / "indicators.csv")}


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Match]:
    return {
        normal_name(name): Match(entry.code, name)
        for entry in by_code().values()
        for name in (entry.name_zh, *entry.aliases)
    }


@lru_cache(maxsize=8192)
def match(name: str | None) -> Match | None:
    """The entry for an indicator's name: as it stands, else without 全市, 完成, 增速 and the like; or None.

    A name is never matched in part: 工业增加值 is not 规模以上工业增加值, 新增贷款 is not 贷款余额.
    """
    if not name:
        return None
    names, plain = _by_name(), normal_name(name)
    for _ in range(_STRIPS):
        found = names.get(plain) or names.get(_TAILS.sub("", plain))
        shorter = _LEADS.sub("", plain, count=1)
        if found or shorter == plain:
            return found
        plain = shorter
    return names.get(plain) or names.get(_TAILS.sub("", plain))
