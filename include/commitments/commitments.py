"""Commitments: the clauses of a sentence in groups, each with who, by when and how much."""

import re
from collections.abc import Iterator
from functools import cache

from include.commitments.clauses import body_start, clauses, without_titles
from include.commitments.cues import any_of, cues
from include.commitments.evidence import Evidence, evidence, leans_ahead, looks_ahead
from include.commitments.parts import Read, commitment
from include.records import Commitment, Segment
from include.segment.lines import Span
from include.segment.segments import segment

MOST_CLAUSES = 25  # of one task; keeps the time linear where a text has no full stops
_EACH = re.compile("每[个家名位所座户]|至少|不少于")


def find_commitments(text: str, segments: list[Segment] | None = None) -> list[Commitment]:
    """The commitments of `text` in text order; `segments` as `segment(text)` gives them, cut anew if None."""
    parts = segment(text) if segments is None else segments
    plain = without_titles(text)
    found: list[Commitment] = []
    ordered, past_end = False, -1
    for part in parts:
        if part.kind == "paragraph" and part.end > past_end:
            ordered, past_end = leans_ahead(plain, part.start, part.end), part.end
        elif part.kind == "sentence" and _may_commit(text, plain, parts, part, ordered):
            found += _of_sentence(text, plain, part, ordered)
    return found


def _may_commit(text: str, plain: str, parts: list[Segment], sentence: Segment, ordered: bool) -> bool:
    ahead = ordered or looks_ahead(plain, sentence.start, sentence.end)
    return ahead and not _reviews(text, parts, sentence.parent)


def _reviews(text: str, parts: list[Segment], heading: int | None) -> bool:
    """Whether one of the headings above looks back (2007年工作回顾) and not ahead as well (总结经验，做好今年工作)."""
    back, ahead = _headings()
    while heading is not None:
        span = parts[heading].start, parts[heading].end
        if back.search(text, *span) and not ahead.search(text, *span):
            return True
        heading = parts[heading].parent
    return False


@cache
def _headings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(any_of(cues().reviews)), re.compile(any_of(cues().outlooks))


def _of_sentence(text: str, plain: str, sentence: Segment, ordered: bool) -> Iterator[Commitment]:
    read = [Read(c, evidence(plain, c)) for c in clauses(plain, sentence.start, sentence.end)]
    body: Span | None = None
    deadline: Span | None = None
    committed = False
    for group in _groups(plain, read):
        shows = [r.shows for r in group]
        body = next((s.body for s in shows if s.body), None if _own_subject(plain, group[0]) else body)
        deadline = next((s.deadline for s in shows if s.deadline), deadline)
        committed = _commits(plain, shows, ordered, deadline) or (committed and _shared_out(plain, group[0]))
        if committed:
            yield commitment(text, group, body, deadline)
        deadline = None if group[-1].clause.mark in "；;" else deadline


def _groups(plain: str, read: list[Read]) -> Iterator[list[Read]]:
    """Clauses that make one task: a new one starts with a goal, a subject or a semicolon."""
    group: list[Read] = []
    for item in read:
        if group and _starts_anew(plain, group, item):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _starts_anew(plain: str, group: list[Read], item: Read) -> bool:
    before = [r.shows for r in group]
    if len(group) == MOST_CLAUSES or group[-1].clause.mark in "；;" or any(s.past for s in before):
        return True
    weighty = bool(item.shows.figures or item.shows.deadline)
    settled = any(s.deadline or s.figures or s.vague or (s.body and not _generic(plain, s.body)) for s in before)
    only_leads = not any(s.body for s in before)
    if weighty and ((item.shows.goal and (settled or only_leads)) or (settled and _shared_out(plain, item))):
        return True
    return any(s.modal or s.body for s in before) and (item.shows.body is not None or _own_subject(plain, item))


def _own_subject(plain: str, item: Read) -> bool:
    return item.shows.modal is not None and item.shows.modal.start > body_start(plain, item.clause)


def _shared_out(plain: str, item: Read) -> bool:
    """每个乡镇至少新建1座…: a figure for each of several, ordered by what stands before."""
    return bool(item.shows.figures and _EACH.match(plain, item.clause.start))


def _commits(plain: str, shows: list[Evidence], ordered: bool, carried: Span | None) -> bool:
    ahead = any(s.modal or s.goal or s.future for s in shows)
    if any(s.past for s in shows) and not any(s.modal or s.goal for s in shows):
        return False
    if not ahead and not (ordered and any(s.order for s in shows)):
        return False
    figured = any(s.figures for s in shows)
    opening = next((s for s in shows if s.modal or s.body or s.order), shows[0])
    if opening.attitude and not figured and not any(s.goal for s in shows):
        return False
    if figured or any(s.deadline for s in shows) or (carried and ahead):
        return True
    return any(s.body or s.vague for s in shows)


def _generic(plain: str, body: Span) -> bool:
    return _everybody().match(plain, body.start, body.end) is not None


@cache
def _everybody() -> re.Pattern[str]:
    return re.compile(any_of(cues().generic))
