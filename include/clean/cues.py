"""Reads the cue lists of this folder (`cues.yaml`): which words give the site away, by kind."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from include.errors import ConfigurationError
from include.rule_files import each, mapping, read_rules, word, words

LONGEST_CUE = 300  # characters: a longer line is text, whatever words are in it
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile("«(\\w+)»")
_NEVER = "(?!)"
_DECORATION = " \u3000-—–=~*_·.★☆※◆◇◎●○■□▲△▼▽→←↓↑⇒☞|"
_BRACKETS = {"【": "】", "[": "]", "〖": "〗", "『": "』", "（": "）", "(": ")", "〔": "〕", "<": ">"}
_ORNAMENTS = frozenset(_DECORATION).union(_BRACKETS)
FILE = Path(__file__).with_name("cues.yaml")
_BLOCKS = (
    "comment", "related", "share", "breadcrumb", "navigation", "pager", "footer", "tags", "advertisement", "download",
    "player", "tool",
)  # fmt: skip
_LINES = (
    "notice", "stamp", "download", "pager", "script", "related", "footer", "share", "vote", "advertisement", "source",
    "breadcrumb", "editor_line", "preface",
)  # fmt: skip
_PLACES = ("anywhere", "head", "tail", "after_notice", "after_editor_line", "after_download", "after_footer")


def read_cues(file: Path) -> dict[str, Any]:
    """The cue lists of a file: `blocks` by kind, `lines` by place and kind, and `words` that their patterns share.

    ConfigurationError names file and line of what is wrong.
    """
    by_kind = mapping(dict.fromkeys(_LINES, words), all_needed=False)
    lines = mapping({"words": each(word), **dict.fromkeys(_PLACES, by_kind)})
    blocks = mapping(dict.fromkeys(_BLOCKS, words))
    content: dict[str, Any] = read_rules(file, mapping({"blocks": blocks, "lines": lines}))
    return content


@lru_cache(maxsize=1)
def _cues() -> dict[str, Any]:
    return read_cues(FILE)


@lru_cache(maxsize=1)
def block_cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kind and pattern of class names and ids that mark a block as the site's, in the order of the file."""
    return tuple((kind, _compiled(kind, "|".join(cues))) for kind, cues in _cues()["blocks"].items())


def kind_of_label(label: str) -> str | None:
    """The kind of chrome that a block's class names and id announce, None where they announce none."""
    return _kind_of_label(label) if len(label) <= LONGEST_CUE else _kind_of_label.__wrapped__(label)


@lru_cache(maxsize=4096)
def _kind_of_label(label: str) -> str | None:
    announced = _CAMEL.sub("-", label).lower()
    return next((kind for kind, cue in block_cues() if cue.search(announced)), None)


def kind_of_line(line: str, place: str) -> str | None:
    """The kind of chrome that a line is where it stands at a place: `anywhere`, `head` (before the text), `tail`
    (behind it), `after_notice` and its kin (behind a line of that kind). None for text, and at places without cues.
    """
    return _kind_of_line(line, place) if 0 < len(line) <= LONGEST_CUE else None


@lru_cache(maxsize=4096)
def _kind_of_line(line: str, place: str) -> str | None:
    kind = _kind_of_words(line, place)
    plain = _undecorated(line) if kind is None else None
    return _kind_of_words(plain, place) if plain else kind


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
    plain = line.strip(_DECORATION)
    if plain and plain[-1] == _BRACKETS.get(plain[0]) and plain[0] not in plain[1:]:
        plain = plain[1:-1].strip()
    return None if plain.startswith(("http", "www.")) else plain or None


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
    named = _cues()["lines"]["words"]
    return _WORD.sub(lambda match: str(named[match[1]]), cue)


def _compiled(name: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise ConfigurationError(f"{FILE.name}: {name}: {error}") from error
