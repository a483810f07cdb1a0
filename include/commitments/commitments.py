"""Commitments: the clauses of a sentence in groups, each with who, by when and how much."""

from collections.abc import Iterator

from include.commitments.bodies import names
from include.commitments.clauses import without_titles
from include.commitments.evidence import read_clauses
from include.commitments.groups import groups, own_subject, shared_out
from include.commitments.outlooks import Outlook, outlooks
from include.commitments.parts import commitment
from include.commitments.patterns import looks_ahead, says_what_for
from include.commitments.verdicts import commits, goes_on
from include.records import Commitment, Segment
from include.segment.lines import Span
from include.segment.segments import segment


def find_commitments(text: str, segments: list[Segment] | None = None) -> list[Commitment]:
    """The commitments of `text` in text order; `segments` as `segment(text)` gives them, cut anew if None."""
    parts = segment(text) if segments is None else segments
    plain = without_titles(text)
    found: list[Commitment] = []
    for sentence, outlook in outlooks(text, plain, parts):
        if _may_commit(plain, sentence, outlook):
            found += _of_sentence(text, plain, sentence, outlook)
    return found


def _may_commit(plain: str, sentence: Segment, outlook: Outlook) -> bool:
    if outlook.announces or says_what_for(plain, sentence.start, sentence.end):
        return False
    placed = outlook.ordered or outlook.planned or outlook.urged or outlook.lead or outlook.charged
    return bool(placed or looks_ahead(plain, sentence.start, sentence.end))


def _of_sentence(text: str, plain: str, sentence: Segment, outlook: Outlook) -> Iterator[Commitment]:
    given_bodies, given_term = _given(outlook)
    bodies, deadline = given_bodies, given_term
    committed = False
    read = read_clauses(plain, Span(sentence.start, sentence.end))
    for group in groups(plain, read, split_orders=outlook.lead is None):
        shows = [r.shows for r in group]
        own = tuple(body for s in shows for body in s.bodies)
        bodies = own or (given_bodies if own_subject(plain, group[0]) else bodies)
        deadline = next((s.deadline for s in shows if s.deadline), deadline)
        follows = committed and (shared_out(plain, group[0]) or goes_on(shows))
        committed = follows or commits(plain, shows, outlook, deadline)
        if committed:
            yield commitment(text, group, names(text, bodies), outlook.charges.deadline or deadline)
        deadline = given_term if group[-1].clause.mark in "；;" else deadline


def _given(outlook: Outlook) -> tuple[tuple[Span, ...], Span | None]:
    """The bodies and the term that hold before the sentence names its own: those of its labels, else of its lead."""
    lead = outlook.lead
    return outlook.charges.bodies or (lead.bodies if lead else ()), lead.deadline if lead else None
