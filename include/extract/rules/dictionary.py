"""The dictionary of indicators: names and aliases to a code, read from `indicators.csv`."""

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from include.extract.rules.rule_data import FOLDER, fail
from include.extract.values.folding import fold

COLUMNS = ("code", "name_zh", "name_en", "aliases", "unit", "measure", "min", "max")
MEASURES = frozenset({"level", "change", "share", "rank", "index"})
_CODE = re.compile(r"[a-z][a-z0-9_]*")
_LEAD = re.compile(r"^(?:全部|全社会|累计|年末|全口径|地方|预计|新增)")
_NOISE = re.compile(r"[“”\"'《》\s]|\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator: its code, Chinese and English name, aliases, usual units and plausible range in the base unit."""

    code: str
    name_zh: str
    name_en: str
    aliases: tuple[str, ...]
    units: tuple[str, ...]
    measure: str
    minimum: float
    maximum: float


def _checked(path: Path, line: int, row: dict[str, str]) -> Indicator:
    if not _CODE.fullmatch(row["code"]):
        raise fail(path, line, f"code {row['code']!r} must be lower-case letters, digits and _")
    if row["measure"] not in MEASURES:
        raise fail(path, line, f"measure {row['measure']!r} is none of {', '.join(sorted(MEASURES))}")
    try:
        low, high = float(row["min"]), float(row["max"])
    except ValueError as error:
        raise fail(path, line, f"min and max must be numbers: {error}") from error
    if low >= high:
        raise fail(path, line, f"min {low:g} is not below max {high:g}")
    aliases = tuple(part for part in row["aliases"].split("|") if part)
    units = tuple(part for part in row["unit"].split("|") if part)
    return Indicator(row["code"], row["name_zh"], row["name_en"], aliases, units, row["measure"], low, high)


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
            for name in (entry.code, entry.name_zh, *entry.aliases):
                if name in seen:
                    raise fail(path, reader.line_num, f"{name} already stands for {seen[name]}")
                seen[name] = entry.code
            found.append(entry)
    return found


def normal_name(name: str) -> str:
    """A name as the dictionary compares it: folded, without quotation marks, spaces and parentheses, in capitals."""
    return _NOISE.sub("", fold(name)).upper()


@lru_cache(maxsize=1)
def by_name() -> dict[str, str]:
    """Every name and alias of the packaged dictionary with its code."""
    entries = read_indicators(FOLDER / "indicators.csv")
    return {normal_name(name): entry.code for entry in entries for name in (entry.name_zh, *entry.aliases)}


@lru_cache(maxsize=8192)
def code_of(name: str | None) -> str | None:
    """The dictionary code of an indicator's name: as it stands, else without 全社会, 累计 and the like; or None."""
    if not name:
        return None
    names = by_name()
    plain = normal_name(name)
    return names.get(plain) or names.get(_LEAD.sub("", plain)) or names.get(re.sub(r"(?:增速|总量|额)$", "", plain))
