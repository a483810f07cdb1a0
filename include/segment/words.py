"""Words, cut with a dictionary of statistical terms; a number with its unit is one word."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from include import settings
from include.segment.cutters import cutter
from include.segment.lines import Span
from include.segment.numbers import numbers
from include.segment.word_files import STOP_WORDS, entries


class Word(NamedTuple):
    """A word and where it stands: `text[start:end] == word`."""

    word: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of `text` in text order, without white space and punctuation."""
    measured = list(numbers(text))
    found = [Word(text[start:end], start, end) for start, end in measured]
    at = 0
    for token in cutter(settings.word_cutter())(_blanked(text, measured)):
        end = at + len(token)
        if _is_word(token):
            found.append(Word(token, at, end))
        at = end
    found.sort(key=lambda word: word.start)
    return found


def term_counts(text: str) -> dict[str, int]:
    """How often each word stands in `text`, the most frequent first: no numbers, stop words or single characters."""
    counts = Counter(cutter(settings.word_cutter())(_blanked(text, numbers(text))))
    stop = _stop_words()
    told = [(word, n) for word, n in counts.items() if len(word) > 1 and word not in stop and _is_word(word)]
    return dict(sorted(told, key=lambda item: (-item[1], item[0])))


def _blanked(text: str, measured: Iterable[Span]) -> str:
    """The text with spaces where a number stands: no cutter looks across them."""
    pieces, at = [], 0
    for start, end in measured:
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def _is_word(token: str) -> bool:
    return token.isalnum() or any(map(str.isalnum, token))


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(entries(STOP_WORDS))
