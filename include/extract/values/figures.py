"""The type that the readers of numbers pass on: a quantity with its span."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value as it stands: its span in the text, number in the base unit, and the form it was read from.

    `kind` is a class of units.py, or rank, ratio, fraction, double, digits, bare; `bound` is set where the word itself
    holds one (前三名); `more` says that 多 or 余 stands inside; `factor` is the scale the unit brought.
    """

    start: int
    end: int
    value: float | None
    unit: str | None
    kind: str
    rule: str
    value_high: float | None = None
    masked: bool = False
    more: bool = False
    factor: float = 1.0
    bound: str | None = None
