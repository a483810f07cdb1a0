"""Two readings of one text, paired figure by figure: what is new, gone or changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

Row = Mapping[str, Any]
# what an observation is called and which load or rules brought it is no part of what it says
BOOKKEEPING = frozenset({"doc", "speech_id", "observation_id", "first_load", "closed_load", "rules_version"})
_AT = ("start", "end", "quote")


@dataclass(frozen=True, slots=True)
class Difference:
    """One observation that is `new`, `gone` or `changed`; `fields` holds its old and new content, by name."""

    change: str
    row: Row  # the observation as it is now; as it was, where it is gone
    fields: dict[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two readings of one text have in common, in the order of the text."""

    same: int
    differences: tuple[Difference, ...]


def compare(old: Iterable[Row], new: Iterable[Row]) -> Comparison:
    """Compare two readings of one text: observations with at least start and end (code points), fields by name.

    Observations are one where they have the same span, else where they overlap most. Of a pair only those fields are
    compared that both state: an older reading may lack some. A changed span is among the fields.
    """
    before, after = list(old), list(new)
    pairs = _pairs(before, after)
    kept_old, kept_new = {i for i, _ in pairs}, {j for _, j in pairs}
    found = [Difference("gone", row, _one_sided(row, old=True)) for i, row in enumerate(before) if i not in kept_old]
    found += [Difference("new", row, _one_sided(row, old=False)) for j, row in enumerate(after) if j not in kept_new]
    for i, j in pairs:
        if fields := changed_fields(before[i], after[j]):
            found.append(Difference("changed", after[j], fields))
    changed = sum(difference.change == "changed" for difference in found)
    found.sort(key=lambda difference: (difference.row["start"], difference.row["end"], difference.change))
    return Comparison(len(pairs) - changed, tuple(found))


def changed_fields(old: Row, new: Row) -> dict[str, tuple[Any, Any]]:
    """The fields that both state and state otherwise, with both contents."""
    shared = [name for name in new if name in old and name not in BOOKKEEPING]
    contents = ((name, _plain(old[name]), _plain(new[name])) for name in shared)
    return {name: (was, now) for name, was, now in contents if was != now}


def _one_sided(row: Row, *, old: bool) -> dict[str, tuple[Any, Any]]:
    said = {name: _plain(content) for name, content in row.items() if name not in BOOKKEEPING and name not in _AT}
    return {n: (c, None) if old else (None, c) for n, c in said.items() if c is not None and c != []}


def _plain(content: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    """A content as JSON has it: records hold tuples and tables hold dates."""
    if isinstance(content, date):
        return content.isoformat()
    return list(content) if isinstance(content, tuple) else content


def _pairs(before: Sequence[Row], after: Sequence[Row]) -> list[tuple[int, int]]:
    """Positions of what is taken as the same figure: of all overlaps the closest first, each figure once."""
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(_overlaps(before, after)):
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            pairs.append((i, j))
    return sorted(pairs)


def _overlaps(before: Sequence[Row], after: Sequence[Row]) -> Iterator[tuple[tuple[bool, int], int, int]]:
    """Every overlap of an old figure with a new one: what puts it behind others (another span, less in common), and the
    positions of both."""
    order = sorted(range(len(after)), key=lambda j: (after[j]["start"], after[j]["end"]))
    first = 0
    for i in sorted(range(len(before)), key=lambda i: (before[i]["start"], before[i]["end"])):
        start, end = before[i]["start"], before[i]["end"]
        while first < len(order) and after[order[first]]["end"] <= start:
            first += 1
        for at in range(first, len(order)):
            j = order[at]
            if after[j]["start"] >= end:
                break
            if after[j]["end"] > start:
                span = after[j]["start"], after[j]["end"]
                yield (span != (start, end), max(start, span[0]) - min(end, span[1])), i, j
