"""Reads the cue lists of this folder (`cues.yaml`): which words give the site away, by kind."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from include.errors import ConfigurationError

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
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
    return tuple((kind, _any_of(kind, words)) for kind, words in _cues()["blocks"].items())


@lru_cache(maxsize=4096)
def kind_of_label(label: str) -> str | None:
    """The kind of chrome that a block's class names and id announce, None where they announce none."""
    words = _CAMEL.sub("-", label).lower()
    return next((kind for kind, cue in block_cues() if cue.search(words)), None)


@lru_cache(maxsize=4)
def line_cues(place: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kind and pattern of lines that are chrome: `head` (before the text), `tail` (behind it) or `anywhere`."""
    return tuple((kind, _any_of(kind, patterns)) for kind, patterns in _cues()["lines"][place].items())


def _any_of(kind: str, patterns: list[str]) -> re.Pattern[str]:
    try:
        return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
    except re.error as error:
        raise ConfigurationError(f"{FILE.name}: {kind}: {error}") from error
