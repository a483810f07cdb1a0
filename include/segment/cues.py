"""Reads and checks the cue words of headings (heading_cues.yaml)."""

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from include.errors import ConfigurationError

FILE = Path(__file__).with_name("heading_cues.yaml")


class HeadingCues(BaseModel):
    """The schema of the file: every list is needed and none may be empty."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    periods: list[str] = Field(min_length=1)
    subjects: list[str] = Field(min_length=1)
    counters: list[str] = Field(min_length=1)
    salutations: list[str] = Field(min_length=1)
    closings: list[str] = Field(min_length=1)


@cache
def heading_cues(file: Path = FILE) -> HeadingCues:
    """The cue words; ConfigurationError names the file and the entry that is wrong."""
    try:
        return HeadingCues.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise ConfigurationError(f"{file}: {error}") from error
