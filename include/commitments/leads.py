"""Leads: sentences that announce a list of promises (办好10件实事，具体是：)."""

import re
from functools import cache
from typing import NamedTuple

from include.commitments.cues import cues
from include.commitments.directions import plans
from include.commitments.evidence import read_clauses
from include.commitments.patterns import looks_ahead, present
from include.records import Segment
from include.rule_files import any_of
from include.segment.characters import NUMERAL
from include.segment.lines import Span

LONGEST_TAIL = 12  # characters behind what a lead announces
_COUNT = rf"(?:\d{{1,3}}|[{NUMERAL}]{{1,3}}|[Xx×*]{{1,4}})\s?(?:件|项|个方面的?|个|大)"
_POINTS_TO = "以下|如下|下列|分别是|具体是|具体为"


class Lead(NamedTuple):
    """A sentence that announces a list of promises, with the bodies and the term that hold for each of them."""

    bodies: tuple[Span, ...]
    deadline: Span | None
    binding: bool  # of things promised (十件实事), not only of points


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    things = any_of(cues().promised_things)
    counted = rf"{_COUNT}[^，,。；;：:]{{0,12}}(?:{things})"
    return re.compile(counted), re.compile(rf"(?:{_POINTS_TO}|{things})[^，,。；;：:]{{0,12}}[：:]$")


def find_lead(plain: str, sentence: Segment, ahead: bool, former: Lead | None) -> Lead | None:
    """The list of promises that a sentence announces, if it does; it takes over what a lead before it said.

    `ahead` says that what stands around the sentence lies ahead.
    """
    span = Span(sentence.start, sentence.end)
    counted = _counts_promises(plain, span)
    if not counted and not _patterns()[1].search(plain, *span):
        return None
    if not (ahead or former or plans(plain, *span) or looks_ahead(plain, *span)):
        return None
    if present(plain, *span) & {"past", "meeting", "ceremony"}:
        return None
    read = [r.shows for r in read_clauses(plain, span)]
    before = former or Lead((), None, False)
    bodies = next((shows.bodies for shows in read if shows.bodies), before.bodies)
    term = next((shows.deadline for shows in read if shows.deadline), before.deadline)
    return Lead(bodies, term, counted or before.binding)


def _counts_promises(plain: str, span: Span) -> bool:
    """Whether the sentence closes with a number of things promised."""
    return any(span.end - m.end() <= LONGEST_TAIL for m in _patterns()[0].finditer(plain, *span))
