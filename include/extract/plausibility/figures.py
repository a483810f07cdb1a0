"""What the numbers of a figure as written can be rounded from, and how a reason names a figure."""

import re
from functools import lru_cache
from typing import NamedTuple

from include.extract.values.folding import fold
from include.records import Observation

_NUMBER = re.compile(r"\D*?(\d[\d,]*)(?:\.(\d+))?\D*")
_SLACK = 1e-9  # of a value: what floating point loses


class Doubt(NamedTuple):
    """A doubt about the observation at a place of the list: its kind and the reason, an English sentence."""

    at: int
    kind: str
    reason: str


class Spread(NamedTuple):
    """The least and the greatest number that a figure as written can be rounded from."""

    low: float
    high: float

    def meets(self, other: "Spread") -> bool:
        """Whether one number can be both."""
        slack = _SLACK * max(abs(self.high), abs(other.high), 1.0)
        return self.low <= other.high + slack and other.low <= self.high + slack

    def __add__(self, other: "Spread") -> "Spread":  # type: ignore[override]
        return Spread(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Spread") -> "Spread":
        return Spread(self.low - other.high, self.high - other.low)

    def over(self, other: "Spread") -> "Spread | None":
        """The quotient of two positive figures; None where it is none."""
        return Spread(self.low / other.high, self.high / other.low) if self.low >= 0 < other.low else None

    def percent(self) -> "Spread":
        """A hundred times as much."""
        return Spread(100 * self.low, 100 * self.high)


def spread(observation: Observation) -> Spread | None:
    """What an exact figure can be rounded from: half a unit of its last digit to either side; None for any other."""
    value = observation.value
    if value is None or observation.masked or observation.bound != "exact" or observation.value_high is not None:
        return None
    half = _half_step(observation.quote)
    return None if half is None else Spread(value - abs(value) * half, value + abs(value) * half)


@lru_cache(maxsize=4096)
def _half_step(quote: str) -> float | None:
    """Half a unit of the last digit as a part of the number as written; None where that is not one number."""
    written = _NUMBER.fullmatch(fold(quote))
    number = float(f"{written[1].replace(',', '')}.{written[2] or 0}") if written else 0.0
    return 10.0 ** -len(written[2] or "") / 2 / number if written and number else None


def cite(observation: Observation) -> str:
    """A figure as a reason names it: its words and where they stand."""
    return f"“{observation.quote}” at {observation.start}"
