"""Reads and checks the words by which commitments are known (cues.yaml)."""

import re
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from include.errors import ConfigurationError

FILE = Path(__file__).with_name("cues.yaml")


class Cues(BaseModel):
    """The schema of the file: every list is needed, none is empty, no word stands twice in one list."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    modals: list[str]
    not_modal: list[str]
    futures: list[str]
    goals: list[str]
    orders: list[str]
    past: list[str]
    reviews: list[str]
    outlooks: list[str]
    deadlines: list[str]
    vague_deadlines: list[str]
    bodies: list[str]
    generic: list[str]
    nobody: list[str]
    attitudes: list[str]
    purposes: list[str]
    set_phrases: list[str]

    @field_validator("*")
    @classmethod
    def _distinct(cls, words: list[str]) -> list[str]:
        twice = sorted({word for word in words if words.count(word) > 1})
        if not words or twice:
            raise ValueError(f"stands twice: {', '.join(twice)}" if twice else "the list is empty")
        return words


@cache
def cues(file: Path = FILE) -> Cues:
    """The cue words; ConfigurationError names the file and the entry that is wrong."""
    try:
        return Cues.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise ConfigurationError(f"{file}: {error}") from error


def any_of(words: list[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
