"""Compare two speeches: their link, or none. Pure and symmetric: a link depends on the two texts and nothing else."""

from include.deduplicate.alignment import Alignment, align
from include.deduplicate.facts import Comparison, compare_facts
from include.deduplicate.relation import relation_of
from include.deduplicate.rewording import reworded
from include.deduplicate.texts import Text
from include.records import CopyLink

__all__ = ["Text", "compare"]

SPUN = 0.012  # swapped characters; editing and bad scans stay below


def compare(a: Text, b: Text) -> CopyLink | None:
    """The link of two speeches, or None where they share too little; `compare(a, b) == compare(b, a)`.

    Raises ValueError for two speeches of one id: a speech is no copy of itself.
    """
    if a.id == b.id:
        raise ValueError(f"{a.id} is no copy of itself")
    a, b = sorted((a, b), key=lambda text: text.id)
    if a.words and a.words == b.words:
        return CopyLink(a.id, b.id, "exact", 1.0, None, ("the same words",))
    alignment = align(a, b)
    relation = relation_of(alignment)
    if relation is None:
        return None
    facts, swapped = compare_facts(a.facts, b.facts), reworded(alignment)
    kind, direction = _kind(relation, alignment, facts, swapped)
    score = round(alignment.covered_small, 4)
    return CopyLink(a.id, b.id, kind, score, direction, _reasons(relation, alignment, facts, swapped))


def _kind(relation: str, alignment: Alignment, facts: Comparison, swapped: float) -> tuple[str, str | None]:
    """The kind of a link, and the id of the copy where that is clear."""
    a, b = sorted((alignment.small.id, alignment.large.id))
    if facts.other_edition:
        return "edition", None
    if relation == "part":
        return "part_of", alignment.large.id
    if relation == "cut":
        return "truncated", alignment.small.id
    if facts.masked_in_a != facts.masked_in_b:
        return "masked", a if facts.masked_in_a > facts.masked_in_b else b
    return ("spun" if swapped >= SPUN else "near"), None


def _reasons(relation: str, alignment: Alignment, facts: Comparison, swapped: float) -> tuple[str, ...]:
    """What speaks for the kind, each as `name=value`."""
    found = {
        "relation": relation,
        "found_in_smaller": f"{alignment.covered_small:.2f}",
        "found_in_larger": f"{alignment.covered_large:.2f}",
        "swapped": f"{swapped:.3f}" if swapped >= SPUN else "",
        "figures_agreeing": facts.agreeing,
        "figures_conflicting": facts.conflicting,
        "masked_in_a": facts.masked_in_a,
        "masked_in_b": facts.masked_in_b,
        "years": ",".join(f"{one}/{other}" for one, other in facts.years),
    }
    return tuple(f"{name}={value}" for name, value in found.items() if value)
