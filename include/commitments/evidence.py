"""What a clause shows: that it lies ahead, a term, a figure, the bodies that are responsible."""

from itertools import islice
from typing import NamedTuple

from include.commitments import bodies
from include.commitments.clauses import Clause, body_start, clauses
from include.commitments.figures import figures
from include.commitments.patterns import ANYWHERE, patterns, present
from include.commitments.terms import closes, deadline, vague_deadline
from include.segment.lines import Span

MOST_READ = 400  # clauses of one sentence: no sentence of a speech comes near it


class Evidence(NamedTuple):
    """What one clause shows. Spans lead into the text; None or empty where it shows nothing of the kind."""

    modal: Span | None = None  # 要, 必须, 确保, …
    goal: bool = False  # opens with 确保, 力争, …
    future: bool = False
    order: bool = False  # opens with a verb of order
    work: bool = False  # a verb of work stands at its start or near it
    effort: bool = False  # so does another verb that orders where a figure stands with it
    least: bool = False  # sets a least (至少, 不少于)
    reach: bool = False  # names a state to be reached
    bounded: bool = False  # a state with a bound, as goals have it (不低于, 控制在)
    past: bool = False
    compared: bool = False  # with another time, as reports do
    attitude: bool = False
    ceremony: bool = False  # words of the meeting itself
    deadline: Span | None = None
    closes: bool = False  # the term closes a time that is to come
    vague: Span | None = None
    figures: tuple[Span, ...] = ()
    only_charges: bool = False  # says who leads or takes part, and nothing else
    bodies: tuple[Span, ...] = ()


class Read(NamedTuple):
    """A clause with what it shows."""

    clause: Clause
    shows: Evidence


def read_clauses(text: str, sentence: Span) -> list[Read]:
    """The clauses of a sentence with what they show, the first `MOST_READ` of them; `text` as for `evidence`."""
    kinds = present(text, *sentence)
    found = islice(clauses(text, *sentence), MOST_READ)
    return [Read(clause, evidence(text, clause, kinds)) for clause in found]


def evidence(text: str, clause: Clause, kinds: frozenset[str] = frozenset(ANYWHERE)) -> Evidence:
    """Read one clause. `text` is the text without the titles of documents; `kinds` what its sentence shows at all."""
    found = patterns()
    start, end = body_start(text, clause), clause.end
    charged = bodies.charged(text, start, end) if "charged" in kinds else None
    modal = _modal(text, clause, kinds)
    future = found["future"].search(text, clause.start, end) if "future" in kinds else None
    ahead = modal or (Span(*future.span()) if future else None)
    body = _body(text, Span(start, end), ahead, charged, kinds)

    def anywhere(kind: str) -> bool:
        return kind in kinds and found[kind].search(text, start, end) is not None

    def opens(kind: str) -> bool:
        return found[kind].match(text, start, end) is not None

    return Evidence(
        modal=modal,
        goal=opens("goal"),
        future=bool((charged and charged.with_task) or future),
        order=opens("order"),
        work=opens("work"),
        effort=opens("effort"),
        least=anywhere("least"),
        reach=anywhere("reach"),
        bounded=anywhere("bounded"),
        past=anywhere("past"),
        compared=anywhere("compares"),
        attitude=found["attitude"].match(text, modal.end if modal else start, end) is not None,
        ceremony=anywhere("ceremony"),
        deadline=deadline(text, clause.start, end) if "term" in kinds else None,
        closes=closes(text, clause.start, end),
        vague=vague_deadline(text, clause.start, end) if "vague" in kinds else None,
        figures=tuple(figures(text, clause)),
        only_charges=bool(charged and charged.with_task and charged.only),
        bodies=(body,) if body else (),
    )


def _modal(text: str, clause: Clause, kinds: frozenset[str]) -> Span | None:
    if "asking" in kinds and (asked := bodies.asked(text, clause.start, clause.end)):
        return Span(asked.start(), asked.start("body"))
    if "modal" not in kinds:
        return None
    matches = patterns()["modal"].finditer(text, clause.start, clause.end)
    return next((Span(*m.span()) for m in matches if m["yes"] is not None), None)


def _body(
    text: str, span: Span, ahead: Span | None, charged: bodies.Charged | None, kinds: frozenset[str]
) -> Span | None:
    """The body that the clause asks or charges, else its subject, else whom it names with 每个 or 由."""
    if "asking" in kinds and (asked := bodies.asked(text, *span)):
        return Span(*asked.span("body"))
    if charged:
        return charged.body
    subject = bodies.subject(text, span.start, ahead.start) if ahead else None
    if subject and not bodies.is_built(text, subject, span.end):
        return subject
    return (bodies.each(text, *span) or bodies.named_by(text, *span)) if "charged" in kinds else None
