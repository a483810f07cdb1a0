"""The words by which commitments are known, read from `cues.yaml`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from include.rule_files import read_lists

FILE = Path(__file__).with_name("cues.yaml")


@dataclass(frozen=True, slots=True)
class Cues:
    """The lists of the file; it says what each is for."""

    modals: tuple[str, ...]
    not_modal: tuple[str, ...]
    futures: tuple[str, ...]
    plans_to: tuple[str, ...]
    adverbs: tuple[str, ...]
    goals: tuple[str, ...]
    orders: tuple[str, ...]
    works: tuple[str, ...]
    efforts: tuple[str, ...]
    light_verbs: tuple[str, ...]
    facilities: tuple[str, ...]
    completions: tuple[str, ...]
    reaches: tuple[str, ...]
    past: tuple[str, ...]
    compares: tuple[str, ...]
    reviews: tuple[str, ...]
    plans: tuple[str, ...]
    heading_modals: tuple[str, ...]
    both_ways: tuple[str, ...]
    promised_things: tuple[str, ...]
    body_labels: tuple[str, ...]
    deadline_labels: tuple[str, ...]
    task_labels: tuple[str, ...]
    ceremony: tuple[str, ...]
    meeting: tuple[str, ...]
    outlooks: tuple[str, ...]
    deadlines: tuple[str, ...]
    vague_deadlines: tuple[str, ...]
    bodies: tuple[str, ...]
    generic: tuple[str, ...]
    people: tuple[str, ...]
    nobody: tuple[str, ...]
    attitudes: tuple[str, ...]
    purposes: tuple[str, ...]
    set_phrases: tuple[str, ...]


@cache
def cues(file: Path = FILE) -> Cues:
    """The cue words; ConfigurationError names file and line of what is wrong."""
    return read_lists(Cues, file)
