"""Cue words: the words that decide what a number says, read from `cues.yaml`, and patterns built from them."""

from include.extract.rules import FOLDER
from include.rule_files import any_of, read_word_lists

KINDS = (
    "number_names", "numbered_names", "own_points", "after_bound", "specified_nouns", "specification_units",
    "capacity_heads", "change_up", "change_down", "change_words", "at_least_before", "at_most_before",
    "about_before", "at_least_after", "at_most_after", "about_after", "index_names", "generic_names", "derived_names",
    "trailing", "leading", "joining_verbs", "object_verbs", "kept_verbs", "noun_stops", "target_cues", "target_after",
    "planned_verbs", "estimate_cues", "target_headings", "target_hints", "actual_headings", "actual_hints",
    "past_cues", "period_leads", "mom_cues", "ytd_cues", "plan_cues", "other_cues", "own_regions",
    "shared_tails", "leading_kept", "trailing_kept", "not_objects", "durations_measured",
    "noun_kept", "opening_verbs", "result_verbs", "metric_ends", "parallel_heads", "place_followers",
    "no_places", "named_areas", "item_tails", "counted_stages",
    "order_verbs", "work_verbs", "result_marks", "result_ends", "result_adverbs", "outcome_verbs",
)  # fmt: skip
CUES = read_word_lists(FOLDER / "cues.yaml", KINDS)


def alternatives(*kinds: str) -> str:
    """The words of some kinds as one non-capturing group, the longest first."""
    return f"(?:{any_of({word for kind in kinds for word in CUES[kind]})})"
