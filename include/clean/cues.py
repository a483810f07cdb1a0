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


@lru_cache(maxsize=4096)
def kind_of_label(label: str) -> str | None:
    """The kind of chrome that a block's class names and id announce, None where they announce none."""
    words = _CAMEL.sub("-", label).lower()
    return next((kind for kind, cue in block_cues() if cue.search(words)), None)


@lru_cache(maxsize=4096)
def kind_of_line(line: str, place: str) -> str | None:
    """The kind of chrome that a line is where it stands at a place: `anywhere`, `head` (before the text), `tail`
    (behind it), `after_notice` and its kin (behind a line of that kind). None for text, and at places without cues.
    """
    if not line or len(line) > LONGEST_CUE:
        return None
    opening, inside = _line_cues(place)
    if found := opening.match(line):
        return found.lastgroup
    return next((kind for kind, cue in inside if cue.search(line)), None)


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
