"""Words, cut by jieba with a dictionary of statistical terms; a number with its unit is one word."""

import logging
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import jieba

from include import settings
from include.errors import ConfigurationError
from include.segment.lines import Span
from include.segment.numbers import DICTIONARY_FILE, entries, numbers

STOP_WORDS_FILE = Path(__file__).with_name("stop_words.txt")
# jieba's time grows with the square of an unbroken run of characters, which no real clause is long enough to show
_CLAUSE = re.compile(r"[^，。；：、\s]{1,200}[，。；：、\s]{0,200}|[，。；：、\s]{1,200}")


class Word(NamedTuple):
    """A word and where it stands: `text[start:end] == word`."""

    word: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of `text` in text order, without white space and punctuation."""
    found: list[Word] = []
    at = 0
    for start, end in (*numbers(text), Span(len(text), len(text))):
        found += _cut(text, at, start)
        if end > start:
            found.append(Word(text[start:end], start, end))
        at = end
    return found


def term_counts(text: str) -> dict[str, int]:
    """How often each word stands in `text`, the most frequent first: no numbers, stop words or single characters."""
    stop, measured = _stop_words(), {span.start for span in numbers(text)}
    counts = Counter(w.word for w in words(text) if len(w.word) > 1 and w.word not in stop and w.start not in measured)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _cut(text: str, start: int, end: int) -> Iterator[Word]:
    tokenizer = _tokenizer(settings.jieba_cache_folder())
    for clause in _CLAUSE.finditer(text, start, end):
        at = clause.start()
        for token in tokenizer.cut(clause[0]):
            if any(map(str.isalnum, token)):
                yield Word(token, at, at + len(token))
            at += len(token)


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(entries(STOP_WORDS_FILE))


@cache
def _tokenizer(cache_folder: Path) -> jieba.Tokenizer:
    """A tokenizer of our own, so that no other user of jieba in the process meets our dictionary.

    jieba writes its cache to a temporary file and renames it: two processes at once are safe.
    """
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    try:
        cache_folder.mkdir(parents=True, exist_ok=True)
        tokenizer.tmp_dir = str(cache_folder)
        tokenizer.initialize()
    except OSError as error:
        raise ConfigurationError(f"jieba's dictionary or its cache in {cache_folder}: {error}") from error
    for term in entries(DICTIONARY_FILE):
        tokenizer.add_word(term)
    return tokenizer
