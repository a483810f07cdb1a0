"""Observations: every figure of a text, named, dated and placed."""

from dataclasses import dataclass, replace

from include.extract.claims.bounds import bound_of
from include.extract.claims.comparisons import compared_to, shares_base
from include.extract.claims.measures import goes_on, is_fall, measure_of
from include.extract.claims.standing import Standing
from include.extract.context.clauses import Context, contexts
from include.extract.context.filters import is_observation
from include.extract.context.scopes import Scope, scopes
from include.extract.facts import UNKNOWN, SpeechFacts
from include.extract.names.regions import Home
from include.extract.names.subjects import Subjects
from include.extract.periods.dating import Dating
from include.extract.plausibility.flags import flag
from include.extract.resolve.step import resolve
from include.extract.rules.dictionary import match
from include.extract.values.figures import Quantity
from include.extract.values.folding import fold
from include.extract.values.quantities import may_hold_figures, read_quantities
from include.records import Observation, Segment


@dataclass(slots=True)
class _Carry:
    """What runs on from sentence to sentence: the last names and places, and what was said of status."""

    subjects: Subjects
    standing: Standing
    paragraph: int | None = None


def extract(text: str, segments: list[Segment] | None = None, facts: SpeechFacts = UNKNOWN) -> list[Observation]:
    """The observations of a speech, in the order of the text; offsets count code points of `text` as given.

    Without segments the text is segmented first. `facts` says what is known of the speech besides its text.
    Odd input raises nothing: what does not read as a figure is left out.
    """
    if segments is None:
        from include.segment.segments import segment

        segments = segment(text)
    folded = fold(text)
    stretches = _stretches(folded, segments)
    if not stretches:
        return []
    carry = _Carry(Subjects(Home.of(folded, facts.region)), Standing(folded, facts.content_year))
    dating = Dating(text, folded)
    found: list[Observation] = []
    for scope, figures in stretches:
        _enter(carry, dating, scope)
        found += _sentence(text, scope, figures, carry, dating)
    return flag(folded, resolve(text, folded, segments, found, facts), facts.content_year)


def _stretches(folded: str, segments: list[Segment]) -> list[tuple[Scope, list[Context]]]:
    """The stretches of a text with their figures, up to the last that has any: none behind it says more of one."""
    found = [(scope, _figures(folded, scope)) for scope in scopes(folded, segments)]
    while found and not found[-1][1]:
        found.pop()
    return found


def _figures(folded: str, scope: Scope) -> list[Context]:
    words = folded[scope.start : scope.end]
    if not may_hold_figures(words):
        return []
    quantities = [_shifted(quantity, scope.start) for quantity in read_quantities(words)]
    around = contexts(folded, scope.start, scope.end, quantities)
    return [context for context in around if is_observation(folded, context)]


def _enter(carry: _Carry, dating: Dating, scope: Scope) -> None:
    """Forget what a new sentence, paragraph or section ends."""
    new_paragraph = carry.paragraph != scope.paragraph
    carry.paragraph = scope.paragraph
    carry.standing.enter(scope)
    carry.subjects.enter(new_paragraph=new_paragraph)
    dating.enter(new_paragraph=new_paragraph, new_section=scope.resets)


def _sentence(text: str, scope: Scope, figures: list[Context], carry: _Carry, dating: Dating) -> list[Observation]:
    """The observations of one sentence; what it says for later ones goes into `carry` and `dating`."""
    said = dating.said(scope)
    statuses = carry.standing.read(figures, scope)
    if not figures:
        carry.subjects.announce(text[scope.start : scope.end])
        dating.remember(said, scope)
        return []
    subjects = carry.subjects.read(figures)
    periods = dating.periods(figures, said, scope, statuses)
    found: list[Observation] = []
    for context, subject, status, period in zip(figures, subjects, statuses, periods, strict=True):
        found.append(_observation(text, scope, context, subject, status, period, found[-1] if found else None))
    dating.remember(said, scope)
    return found


def _shifted(quantity: Quantity, by: int) -> Quantity:
    return replace(quantity, start=quantity.start + by, end=quantity.end + by)


def _signed(context: Context, measure: str, last: Observation | None) -> tuple[float | None, float | None]:
    """The value and its upper end; a fall is negative, and the rest of a list falls with its first."""
    quantity = context.quantity
    falls = (measure == "change" and is_fall(context)) or "负向拉动" in context.before
    if context.chained and last is not None and quantity.unit == last.unit and quantity.kind != "rank":
        falls = last.value is not None and last.value < 0
    if not falls or quantity.value is None:
        return quantity.value, quantity.value_high
    if quantity.value_high is None:
        return -abs(quantity.value), None
    return -abs(quantity.value_high), -abs(quantity.value)


def _observation(
    text: str,
    scope: Scope,
    context: Context,
    subject: tuple[str | None, str | None],
    status: str,
    period: str | None,
    last: Observation | None,
) -> Observation:
    quantity = context.quantity
    name, region = subject
    measure = measure_of(context, name)
    compared = compared_to(context, period) if measure == "change" else None
    if last is not None and goes_on(context, last.measure, last.unit):
        measure, compared = last.measure, last.compared_to
    if context.chained and last is not None and quantity.unit == last.unit and quantity.kind != "rank":
        measure, compared = last.measure, last.compared_to
    if measure == "change" and last is not None and shares_base(context, last):
        compared = last.compared_to
    value, high = _signed(context, measure, last)
    start, end, entry = quantity.start, quantity.end, match(name)
    return Observation(
        start=start, end=end, quote=text[start:end], indicator=name, value=value, value_high=high, unit=quantity.unit,
        measure=measure, compared_to=compared, status=status, bound=bound_of(context), masked=quantity.masked,
        period=period, region=region, rule=quantity.rule, indicator_code=entry and entry.code,
        indicator_alias=entry and entry.alias,
        sentence_start=scope.start, sentence_end=scope.end,
    )  # fmt: skip
