"""Groups of clauses: the clauses of a sentence that make one task."""

import re
from collections.abc import Iterator
from functools import cache

from include.commitments.clauses import body_start
from include.commitments.cues import cues
from include.commitments.evidence import Read
from include.rule_files import any_of
from include.segment.lines import Span

MOST_CLAUSES = 25  # of one task; keeps the time linear where a text has no full stops
_OPENS_TERM = ("到", "在", "至", "用", "于", "自", "从", "利用", "通过")
_EACH = re.compile("每[个家名位所座户]|至少|不少于")


def groups(plain: str, read: list[Read], split_orders: bool) -> Iterator[list[Read]]:
    """Clauses that make one task: a new one starts with a goal, a subject, a term or a semicolon.

    If `split_orders`, also with an order and its figure; an item of a list is one task however many it holds.
    """
    group: list[Read] = []
    for item in read:
        if group and (_starts_anew(plain, group, item) or (split_orders and _orders_more(group, item))):
            yield group
            group = []
        group.append(item)
    if group:
        yield group


def _starts_anew(plain: str, group: list[Read], item: Read) -> bool:
    before = [r.shows for r in group]
    if len(group) == MOST_CLAUSES or group[-1].clause.mark in "；;" or any(s.past for s in before):
        return True
    if item.shows.only_charges or before[-1].only_charges:
        return False
    weighty = bool(item.shows.figures or item.shows.deadline)
    settled = any(s.deadline or s.figures or s.vague or not _generic(plain, s.bodies) for s in before)
    only_leads = not any(s.bodies for s in before)
    if weighty and ((item.shows.goal and (settled or only_leads)) or (settled and shared_out(plain, item))):
        return True
    if settled and _opens_with_term(plain, item) and any(s.modal or s.goal or s.order for s in before):
        return True
    return any(s.modal or s.bodies for s in before) and (bool(item.shows.bodies) or own_subject(plain, item))


def _orders_more(group: list[Read], item: Read) -> bool:
    """建成…3座，改造…5座: an order with a figure behind another one."""
    has_figure = any(r.shows.figures and (r.shows.order or r.shows.goal or r.shows.modal) for r in group)
    return has_figure and bool(item.shows.order and item.shows.figures)


def own_subject(plain: str, item: Read) -> bool:
    """Whether the clause has a subject, a body or not, in front of its modal."""
    return item.shows.modal is not None and item.shows.modal.start > body_start(plain, item.clause)


def _opens_with_term(plain: str, item: Read) -> bool:
    """6月底前…, 到年底…, 通过三年努力…: what the clause asks has a term of its own."""
    term, start = item.shows.deadline, body_start(plain, item.clause)
    if term is None or plain[term.start] == "每":
        return False
    return term.start == start or plain[start : term.start] in _OPENS_TERM


def shared_out(plain: str, item: Read) -> bool:
    """每个乡镇至少新建1座…: a figure for each of several, ordered by what stands before."""
    return bool(item.shows.figures and _EACH.match(plain, item.clause.start))


def _generic(plain: str, spans: tuple[Span, ...]) -> bool:
    return all(_everybody().match(plain, span.start, span.end) for span in spans)


@cache
def _everybody() -> re.Pattern[str]:
    return re.compile(any_of(cues().generic))
