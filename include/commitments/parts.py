"""From a group of clauses to a commitment: its extent, task, responsible bodies, term and target."""

import re
from functools import cache
from typing import NamedTuple

from include.commitments.clauses import Clause, body_start
from include.commitments.cues import any_of, cues
from include.commitments.evidence import Evidence
from include.records import Commitment
from include.segment.lines import Span, trim

_BODY_SPLIT = re.compile("、|以及|和|及|与|，|,")


class Read(NamedTuple):
    """A clause with what it shows."""

    clause: Clause
    shows: Evidence


def commitment(text: str, group: list[Read], body: Span | None, deadline: Span | None) -> Commitment:
    """The commitment that a group of clauses makes; `body` and `deadline` may stand earlier in the sentence."""
    kept = _kept(text, group)
    start, end = kept[0].clause.start, kept[-1].clause.end
    term = deadline or next((r.shows.vague for r in kept if r.shows.vague), None)
    return Commitment(
        start=start,
        end=end,
        quote=text[start:end],
        task=text[_behind_modal(text, kept[0]) : end],
        responsible=_responsible(text, body),
        deadline=text[term.start : term.end] if term else None,
        target="；".join(text[_behind_term(text, r) : r.clause.end] for r in kept if r.shows.figures) or None,
    )


def _kept(text: str, group: list[Read]) -> list[Read]:
    """The group without what leads to it and without the purposes that trail behind."""
    first = next(i for i, r in enumerate(group) if _weighs(r.shows) or r.shows.order)
    last = max(i for i, r in enumerate(group) if _weighs(r.shows) or i == first)
    while last + 1 < len(group) and not _purpose().match(text, group[last + 1].clause.start):
        last += 1
    return group[first : last + 1]


@cache
def _purpose() -> re.Pattern[str]:
    return re.compile(any_of(cues().purposes))


def _weighs(shows: Evidence) -> bool:
    lies_ahead = shows.modal or shows.goal or shows.future
    return bool(lies_ahead or shows.deadline or shows.vague or shows.figures or shows.body)


def _behind_modal(text: str, read: Read) -> int:
    """Where the task starts: behind the subject and the modal, where the clause opens with them."""
    start, modal = body_start(text, read.clause), read.shows.modal
    if modal is not None and modal.end < read.clause.end and (read.shows.body or modal.start == start):
        return trim(text, modal.end, read.clause.end).start
    return start


def _behind_term(text: str, read: Read) -> int:
    """Where the target starts: behind the modal and a term that follows it at once."""
    start, term = _behind_modal(text, read), read.shows.deadline
    if term is not None and term.start == start and term.end < read.clause.end:
        return trim(text, term.end, read.clause.end).start
    return start


def _responsible(text: str, body: Span | None) -> tuple[str, ...]:
    if body is None:
        return ()
    names = (name.strip().removesuffix("等") for name in _BODY_SPLIT.split(text[body.start : body.end]))
    return tuple(name for name in names if name)
