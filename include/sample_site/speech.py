"""A speech as it is made: paragraphs of words and figures, so that no truth has to be read back out of the text."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that the generator put into a text: `shown` as it stands there, the rest as the truth states it.

    `value` and `value_high` are in the base unit `unit` (元, %, 百分点, 亩 …); both None when masked.
    """

    shown: str
    indicator: str
    value: float | None
    value_high: float | None
    unit: str
    measure: str
    compared_to: str | None
    status: str
    bound: str
    period: str | None
    region: str | None
    masked: bool = False
    core: bool = True  # False: a quantity, but no indicator a statistician would put in a table


Piece = str | Figure
Paragraph = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech: `key` names it across sites, `original` the speech it was copied from (None: no copy).

    `edition_of` names the same body's report of another year, which is no copy.
    """

    key: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    original: str | None = None
    copy_kind: str | None = None
    edition_of: str | None = None
    redated: bool = False

    def lines(self) -> list[str]:
        """The paragraphs as text."""
        return ["".join(shown(piece) for piece in paragraph) for paragraph in self.paragraphs]

    def text(self) -> str:
        """What a perfect cleaner gives: the paragraphs, one a line."""
        return "\n".join(self.lines())

    def observations(self) -> Iterator[dict[str, Any]]:
        """Every figure with its half-open span, in code points of `text()`."""
        position = 0
        for paragraph in self.paragraphs:
            for piece in paragraph:
                length = len(shown(piece))
                if isinstance(piece, Figure):
                    yield observation_row(piece, position, position + length)
                position += length
            position += 1  # the line break

    def reworded(self, words: Callable[[str], str]) -> "Speech":
        """The same speech with its words changed; names and periods of figures follow, their numbers stay."""
        changed = tuple(tuple(reword(piece, words) for piece in paragraph) for paragraph in self.paragraphs)
        return replace(self, title=words(self.title), paragraphs=changed)


def shown(piece: Piece) -> str:
    """A piece as it stands in the text."""
    return piece.shown if isinstance(piece, Figure) else piece


def reword(piece: Piece, words: Callable[[str], str]) -> Piece:
    """One piece with its words changed by `words`."""
    if isinstance(piece, str):
        return words(piece)
    period = words(piece.period) if piece.period else None
    region = words(piece.region) if piece.region else None
    return replace(piece, indicator=words(piece.indicator), period=period, region=region)


def observation_row(figure: Figure, start: int, end: int) -> dict[str, Any]:
    """A figure as a truth row, without the speech's key."""
    return {
        "start": start,
        "end": end,
        "quote": figure.shown,
        "indicator": figure.indicator,
        "value": figure.value,
        "value_high": figure.value_high,
        "unit": figure.unit,
        "measure": figure.measure,
        "compared_to": figure.compared_to,
        "status": figure.status,
        "bound": figure.bound,
        "masked": figure.masked,
        "period": figure.period,
        "region": figure.region,
        "core": figure.core,
    }
