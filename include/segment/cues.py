"""The cue words of headings, read from `heading_cues.yaml`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from include.rule_files import read_lists

FILE = Path(__file__).with_name("heading_cues.yaml")


@dataclass(frozen=True, slots=True)
class HeadingCues:
    """The lists of the file; it says what each is for."""

    periods: tuple[str, ...]
    subjects: tuple[str, ...]
    counters: tuple[str, ...]
    salutations: tuple[str, ...]
    closings: tuple[str, ...]
    notes: tuple[str, ...]


@cache
def heading_cues(file: Path = FILE) -> HeadingCues:
    """The cue words; ConfigurationError names file and line of what is wrong."""
    return read_lists(HeadingCues, file)
