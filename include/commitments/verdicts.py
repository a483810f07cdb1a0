"""Whether a group of clauses commits: by its own words, or by where it stands."""

import re
from functools import cache

from include.commitments.cues import cues
from include.commitments.evidence import Evidence
from include.commitments.outlooks import Outlook
from include.commitments.terms import whole_year
from include.rule_files import any_of
from include.segment.lines import Span


def commits(text: str, shows: list[Evidence], outlook: Outlook, term: Span | None) -> bool:
    """Whether the clauses commit; `term` is theirs, or was carried on from earlier in the sentence."""
    if all(s.only_charges for s in shows) or any(s.ceremony for s in shows):
        return False
    driven = any(s.modal or s.goal for s in shows)
    if not driven and _reports(shows, outlook):
        return False
    if not driven and not any(s.future for s in shows):
        return _by_its_place(shows, outlook, term is not None)
    if _only_attitude(shows):
        return False
    return (
        any(s.figures or s.vague for s in shows) or outlook.charged or _dated(text, shows, term) or _named(text, shows)
    )


def _dated(text: str, shows: list[Evidence], term: Span | None) -> bool:
    """Whether the clauses have a term; one that only names a year counts for a verb whose outcome can be seen."""
    if term is None:
        return False
    return not whole_year(text, term) or any(s.goal or s.order or s.work or s.effort for s in shows)


def _named(text: str, shows: list[Evidence]) -> bool:
    """Whether the clauses name a body that is more than people at large."""
    return any(not _people().search(text, *body) for s in shows for body in s.bodies)


@cache
def _people() -> re.Pattern[str]:
    return re.compile(rf"(?<!负责)(?:{any_of(cues().people)})$")


def _reports(shows: list[Evidence], outlook: Outlook) -> bool:
    """Whether the clauses, which no modal drives, tell of what was done."""
    if any(s.past for s in shows) or (any(s.compared for s in shows) and not (outlook.planned or outlook.lead)):
        return True
    return outlook.reports and any(s.future for s in shows) and not any(s.deadline for s in shows)


def _by_its_place(shows: list[Evidence], outlook: Outlook, dated: bool) -> bool:
    """Whether clauses without a modal commit by what stands around them."""
    works = any(s.work for s in shows)
    measured = _measured(shows)
    if outlook.planned or outlook.lead or outlook.charged:
        bound = dated or outlook.charged or bool(outlook.lead and outlook.lead.binding)
        return measured or (bound and not outlook.heads and (works or any(s.reach for s in shows)))
    if outlook.urged and any(s.figures and (s.order or s.bounded) for s in shows):
        return True
    if outlook.ordered and any(s.order for s in shows):
        return measured or dated or any(s.figures or s.bodies or s.vague for s in shows)
    if any(s.least and s.figures and (s.work or s.deadline) for s in shows):
        return not outlook.reports
    return (
        not outlook.reports
        and any(s.closes for s in shows)
        and (measured or any(s.order or s.work or s.effort or s.bodies for s in shows))
    )


def _measured(shows: list[Evidence]) -> bool:
    return any(s.figures and (s.order or s.work or s.effort or s.reach) for s in shows)


def _only_attitude(shows: list[Evidence]) -> bool:
    """Whether the clauses ask for an attitude and for nothing that could be checked."""
    checked = any(s.goal or (s.figures and (s.order or s.reach)) for s in shows)
    return not checked and next((s for s in shows if s.modal or s.bodies or s.order), shows[0]).attitude


def goes_on(shows: list[Evidence]) -> bool:
    """Whether the clauses go on with what a commitment before them in the sentence began: an order with a figure."""
    return not any(s.past for s in shows) and bool((shows[0].order or shows[0].reach) and shows[0].figures)
