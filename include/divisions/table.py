"""The table of divisions: each with its code, its name and the years it was in force."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_TABLE = Path(__file__).parent / "divisions.csv"
_ALWAYS = 9999  # the year up to which a division in force holds
_DIRECT = "90"  # third and fourth digit of a county that stands under its province itself
_MUNICIPALITIES = frozenset({"11", "12", "31", "50"})  # 北京, 天津, 上海, 重庆: no prefectures


@dataclass(frozen=True, slots=True)
class Division:
    """A division under one code and name, in force from the year `first` up to, not in, the year `until`."""

    code: str  # six digits
    name: str
    first: int
    until: int
    successors: tuple[str, ...]  # codes that its area went to

    @property
    def is_in_force(self) -> bool:
        """Whether the newest state of the table holds it."""
        return self.until == _ALWAYS

    @property
    def level(self) -> int:
        """1 a province, 2 a prefecture, 3 a county, each with what ranks like it."""
        return level_of(self.code)

    def distance(self, year: int) -> int:
        """Years between a year and the time it was in force; 0 within it."""
        return max(self.first - year, year - self.until + 1, 0)


def level_of(code: str) -> int:
    """1 for the code of a province, 2 of a prefecture, 3 of a county."""
    if code.endswith("0000"):
        return 1
    return 2 if code.endswith("00") else 3


def prefix_of(code: str) -> str:
    """The leading digits that all codes within a division share."""
    return code[: 2 * level_of(code)]


def parent_of(code: str) -> str | None:
    """The code of the division above: a county's prefecture, or its province where it stands under that itself."""
    level = level_of(code)
    if level == 1:
        return None
    direct = level == 2 or code[2:4] == _DIRECT or code[:2] in _MUNICIPALITIES
    return code[:2] + "0000" if direct else code[:4] + "00"


@lru_cache(maxsize=1)
def divisions() -> tuple[Division, ...]:
    """All divisions since 1981, in the order of their codes, the ones in force before older ones of a code."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Division(code, name, int(first), int(until or _ALWAYS), tuple(part[:6] for part in new.split(";") if part))
            for code, name, first, until, new in list(csv.reader(lines))[1:]
        )
