"""Reads the cue lists of this folder (`cues.yaml`): which words give the site away, by kind."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from include.errors import ConfigurationError

LONGEST_CUE = 300  # characters: a longer line is text, whatever words are in it
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile("«(\\w+)»")
_NEVER = "(?!)"
_DECORATION = " \u3000-—–=~*_·.★☆※◆◇◎●○■□▲△▼▽→←↓↑⇒☞|"
_BRACKETS = {"【": "】", "[": "]", "〖": "〗", "『": "』", "（": "）", "(": ")", "〔": "〕", "<": ">"}
_ORNAMENTS = frozenset(_DECORATION).union(_BRACKETS)
FILE = Path(__file__).with_name("cues.yaml")


@lru_cache(maxsize=1)
def _cues() -> dict[str, Any]:
    content = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    if not isinstance(content, dict):
        raise ConfigurationError(f"{FILE.name}: not a mapping of cue lists")
    return content


@lru_cache(maxsize=1)
def block_cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kind and pattern of class names and ids that mark a block as the site's, in the order of the file."""
    return tuple((kind, _compiled(kind, "|".join(words))) for kind, words in _cues()["blocks"].items())


def kind_of_label(label: str) -> str | None:
    """The kind of chrome that a block's class names and id announce, None where they announce none."""
    return _kind_of_label(label) if len(label) <= LONGEST_CUE else _kind_of_label.__wrapped__(label)


@lru_cache(maxsize=4096)
def _kind_of_label(label: str) -> str | None:
    words = _CAMEL.sub("-", label).lower()
    return next((kind for kind, cue in block_cues() if cue.search(words)), None)


def kind_of_line(line: str, place: str) -> str | None:
    """The kind of chrome that a line is where it stands at a place: `anywhere`, `head` (before the text), `tail`
    (behind it), `after_notice` and its kin (behind a line of that kind). None for text, and at places without cues.
    """
    return _kind_of_line(line, place) if 0 < len(line) <= LONGEST_CUE else None


@lru_cache(maxsize=4096)
def _kind_of_line(line: str, place: str) -> str | None:
    kind = _kind_of_words(line, place)
    words = _undecorated(line) if kind is None else None
    return _kind_of_words(words, place) if words else kind


def _kind_of_words(line: str, place: str) -> str | None:
    opening, inside = _line_cues(place)
    if found := opening.match(line):
        return found.lastgroup
    return next((kind for kind, cue in inside if cue.search(line)), None)


def _undecorated(line: str) -> str | None:
    """A line without the arrows, stars and dashes around it, and without the brackets around all of it; None for a
    line without any, and for a bare address, which may be one that the text gives."""
    if line[0] not in _ORNAMENTS:
        return None
    words = line.strip(_DECORATION)
    if words and words[-1] == _BRACKETS.get(words[0]) and words[0] not in words[1:]:
        words = words[1:-1].strip()
    return None if words.startswith(("http", "www.")) else words or None


@lru_cache(maxsize=16)
def _line_cues(place: str) -> tuple[re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    """What a line opens with, in groups by kind, and by kind what may stand anywhere in it.

    The latter are kept apart: `re` skips to the first character of a single cue, but not of several together.
    """
    cues = [(kind, _spelled_out(cue)) for kind, found in _cues()["lines"].get(place, {}).items() for cue in found]
    opening: dict[str, list[str]] = {}
    for kind, cue in cues:
        if cue.startswith("^"):
            opening.setdefault(kind, []).append(cue[1:])
    groups = [f"(?P<{kind}>{'|'.join(f'(?:{cue})' for cue in found)})" for kind, found in opening.items()]
    inside = tuple((kind, _compiled(kind, cue)) for kind, cue in cues if not cue.startswith("^"))
    return _compiled(place, "|".join(groups) or _NEVER), inside


def _spelled_out(cue: str) -> str:
    """A cue with the entries of `words` in the place of their names."""
    words = _cues()["lines"]["words"]
    return _WORD.sub(lambda match: str(words[match[1]]), cue)


def _compiled(name: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise ConfigurationError(f"{FILE.name}: {name}: {error}") from error
