"""From a group of clauses to a commitment: its extent, task, term and target."""

import re
from functools import cache

from include.commitments.clauses import body_start
from include.commitments.cues import cues
from include.commitments.evidence import Evidence, Read
from include.commitments.targets import target
from include.records import Commitment
from include.rule_files import any_of
from include.segment.lines import Span, trim

_LIST_NUMBER = re.compile(r"(?:[（(]?\d{1,2}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳])\s?")


def commitment(text: str, group: list[Read], responsible: tuple[str, ...], deadline: Span | None) -> Commitment:
    """The commitment that a group of clauses makes; bodies and `deadline` may stand elsewhere in the text."""
    kept = _kept(text, group)
    start, end = kept[0].clause.start, kept[-1].clause.end
    number = _LIST_NUMBER.match(text, start, end)
    start = number.end() if number and number.end() < end else start
    term = deadline or next((r.shows.vague for r in kept if r.shows.vague), None)
    targets = (target(text, _target_start(text, r), r.clause.end, r.shows) for r in kept if r.shows.figures)
    return Commitment(
        start=start,
        end=end,
        quote=text[start:end],
        task=text[_behind_modal(text, kept[0]) : end],
        responsible=responsible,
        deadline=text[term.start : term.end] if term else None,
        target="；".join(filter(None, targets)) or None,
    )


def _kept(text: str, group: list[Read]) -> list[Read]:
    """The group without what leads to it and without the purposes that trail behind."""
    first = next((i for i, r in enumerate(group) if _weighs(r.shows) or r.shows.order), 0)
    last = max((i for i, r in enumerate(group) if _weighs(r.shows)), default=first)
    last = max(first, last)
    while last + 1 < len(group) and not _purpose().match(text, group[last + 1].clause.start):
        last += 1
    return group[first : last + 1]


@cache
def _purpose() -> re.Pattern[str]:
    return re.compile(any_of(cues().purposes))


def _weighs(shows: Evidence) -> bool:
    lies_ahead = shows.modal or shows.goal or shows.future
    return bool(lies_ahead or shows.deadline or shows.vague or shows.figures or shows.bodies)


def _behind_modal(text: str, read: Read) -> int:
    """Where the task starts: behind the subject and the modal, where the clause opens with them."""
    start, modal = body_start(text, read.clause), read.shows.modal
    if modal is not None and modal.end < read.clause.end and (read.shows.bodies or modal.start == start):
        return trim(text, modal.end, read.clause.end).start
    return start


def _target_start(text: str, read: Read) -> int:
    """Where the target is looked for: behind the subject and the modal, and a term that follows at once."""
    start, shows = _behind_modal(text, read), read.shows
    if shows.bodies and shows.bodies[0].start == start and shows.bodies[0].end < read.clause.end:
        start = shows.bodies[0].end
    term = shows.deadline
    if term is not None and term.start == start and term.end < read.clause.end and text[start] != "每":
        return trim(text, term.end, read.clause.end).start
    return start
