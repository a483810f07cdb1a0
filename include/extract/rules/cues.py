"""Cue words: the words that decide what a number says, read from `cues.yaml`, and patterns built from them."""

import re

from include.extract.rules.rule_data import FOLDER, read_word_lists

KINDS = (
    "number_names", "own_points", "after_bound", "specified_nouns", "specification_units", "capacity_heads",
    "change_up", "change_down", "change_words", "at_least_before", "at_most_before", "about_before",
    "at_least_after", "at_most_after", "about_after", "index_names", "generic_names", "derived_names",
    "trailing", "leading", "joining_verbs", "object_verbs", "kept_verbs", "noun_stops", "target_cues", "target_after",
    "estimate_cues", "target_headings", "actual_headings", "past_cues", "mom_cues", "ytd_cues", "plan_cues",
    "other_cues", "own_regions", "shared_tails", "leading_kept", "trailing_kept", "not_objects", "durations_measured",
)  # fmt: skip
CUES = read_word_lists(FOLDER / "cues.yaml", KINDS)


def alternatives(*kinds: str) -> str:
    """The words of some kinds as one non-capturing group, the longest first."""
    words = sorted({word for kind in kinds for word in CUES[kind]}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, words)) + ")"
