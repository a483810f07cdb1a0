"""What copying sites do to a speech: blank out numbers and names, cut, swap synonyms, move the year."""

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from include.sample_site.library import World, read
from include.sample_site.speech import Figure, Paragraph, Piece, Speech

MASKED_SHARE = 0.85  # of the figures of a masked copy
SPUN_SHARE = 0.8  # of the synonyms in the table that one spinner uses
KEPT = (0.45, 0.65)  # the part of the paragraphs that a truncated copy keeps
NUMBER = re.compile(r"\d+(?:\.\d+)?")
YEAR = re.compile(r"(?<!\d)20(\d\d)(?=年)")


def copy(original: Speech, kind: str, rng: random.Random, world: World) -> Speech:
    """A copy of `original`: kind is exact, masked, truncated, spun or redated (spun, and a year later)."""
    made = COPIERS[kind](original, rng, world)
    copy_kind = "spun" if kind == "redated" else kind
    return replace(made, original=original.key, copy_kind=copy_kind, edition_of=None, redated=kind == "redated")


def exact(original: Speech, rng: random.Random, world: World) -> Speech:
    """The same text."""
    return original


def masked(original: Speech, rng: random.Random, world: World) -> Speech:
    """Most figures and all place names blanked out; some sites blank the years too."""
    blank = rng.choice(["X", "XX", "×", "××"])
    with_years = rng.random() < 0.5
    figures = tuple(blanked(paragraph, blank, rng) for paragraph in original.paragraphs)
    return replace(original, paragraphs=figures).reworded(lambda words: hide(words, blank[0] * 2, world, with_years))


def blanked(paragraph: Paragraph, blank: str, rng: random.Random) -> Paragraph:
    """A paragraph whose figures are mostly blanked out; ranges and ranks are left, as sites do."""
    return tuple(
        blank_out(piece, blank)
        if isinstance(piece, Figure)
        and piece.value_high is None
        and piece.measure != "rank"
        and rng.random() < MASKED_SHARE
        else piece
        for piece in paragraph
    )


def blank_out(figure: Figure, blank: str) -> Figure:
    """A figure without its number."""
    return replace(figure, shown=NUMBER.sub(blank, figure.shown, count=1), value=None, masked=True)


def hide(words: str, blank: str, world: World, with_years: bool) -> str:
    """Place names as ××市, ××县, ××区 and, where the site does so, years as 20××年."""
    for name in (world[key] for key in ("city", "east", "gaze", "ridge", "grain", "reed")):
        words = words.replace(name, blank + name[-1])
    return YEAR.sub(f"20{blank}", words) if with_years else words


def truncated(original: Speech, rng: random.Random, world: World) -> Speech:
    """The beginning only: whole paragraphs, and of the last one its first sentence."""
    count = round(len(original.paragraphs) * rng.uniform(*KEPT))
    while "。" not in original.lines()[count - 1]:  # a cut behind a heading would be none
        count += 1
    kept = original.paragraphs[:count]
    return replace(original, paragraphs=(*kept[:-1], first_sentence(kept[-1])))


def first_sentence(paragraph: Paragraph) -> Paragraph:
    """A paragraph up to its first full stop."""
    pieces: list[Piece] = []
    for piece in paragraph:
        if isinstance(piece, str) and "。" in piece:
            return (*pieces, piece[: piece.index("。") + 1])
        pieces.append(piece)
    return tuple(pieces)


def spun(original: Speech, rng: random.Random, world: World) -> Speech:
    """Odd synonyms put in; numbers stay."""
    table: dict[str, str] = {word: other for word, other in read("synonyms.yaml").items() if rng.random() < SPUN_SHARE}
    return original.reworded(replacer(table))


def redated(original: Speech, rng: random.Random, world: World) -> Speech:
    """A spun copy that claims to be a year younger."""
    return spun(original, rng, world).reworded(lambda words: YEAR.sub(next_year, words))


def next_year(match: re.Match[str]) -> str:
    """The year after."""
    return str(int(match[0]) + 1)


def replacer(table: dict[str, str]) -> Callable[[str], str]:
    """A function that swaps every word of the table, longer words first, each place once."""
    pattern = re.compile("|".join(map(re.escape, longest_first(table))))
    return lambda words: pattern.sub(lambda match: table[match[0]], words)


def longest_first(words: Iterable[str]) -> list[str]:
    """Words by falling length."""
    return sorted(words, key=len, reverse=True)


COPIERS = {"exact": exact, "masked": masked, "truncated": truncated, "spun": spun, "redated": redated}
