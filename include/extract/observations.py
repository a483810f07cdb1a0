"""Observations: every figure of a text, named, dated and placed."""

from dataclasses import dataclass, field, replace

from include.extract.claims.bounds import bound_of
from include.extract.claims.measures import compared_to, goes_on, is_fall, measure_of
from include.extract.claims.status import estimated_parts, opens_estimates, opens_goals, status_of, tells_results
from include.extract.context.clauses import Context, contexts
from include.extract.context.filters import is_observation
from include.extract.context.scopes import Scope, scopes
from include.extract.facts import UNKNOWN, SpeechFacts
from include.extract.names.naming import name_of
from include.extract.names.regions import region_of
from include.extract.names.spreads import spread_names
from include.extract.periods.dating import Dating
from include.extract.rules.dictionary import code_of
from include.extract.values.figures import Quantity
from include.extract.values.folding import fold
from include.extract.values.quantities import may_hold_figures, read_quantities
from include.records import Observation, Segment

LONGEST_LIST = 12  # figures that one 分别 is taken to spread over


@dataclass(slots=True)
class _Carry:
    """What runs on from sentence to sentence: the last names, and what the paragraph opened."""

    name: str | None = None
    subject: str | None = None
    names: list[str] = field(default_factory=list)
    goals: bool = False
    estimates: bool = False
    paragraph: int | None = None
    section: int | None = None
    results: bool = False  # under a heading of goals, the text is telling results


def extract(text: str, segments: list[Segment] | None = None, facts: SpeechFacts = UNKNOWN) -> list[Observation]:
    """The observations of a speech, in the order of the text; offsets count code points of `text` as given.

    Without segments the text is segmented first. `facts` says what is known of the speech besides its text.
    Odd input raises nothing: what does not read as a figure is left out.
    """
    if segments is None:
        from include.segment.segments import segment

        segments = segment(text)
    folded = fold(text)
    carry, dating = _Carry(), Dating(text, folded)
    found: list[Observation] = []
    for scope in scopes(folded, segments):
        _enter(carry, dating, scope)
        found += _sentence(text, folded, scope, carry, dating)
    return found


def _enter(carry: _Carry, dating: Dating, scope: Scope) -> None:
    """Forget what a new sentence, paragraph or section ends."""
    carry.subject = None
    new_paragraph = carry.paragraph != scope.paragraph
    if new_paragraph:
        carry.paragraph, carry.goals, carry.estimates = scope.paragraph, False, False
        carry.names, carry.name = [], None
    if carry.section != scope.section:
        carry.section, carry.results = scope.section, False
    dating.enter(new_paragraph=new_paragraph, new_section=scope.resets)


def _sentence(text: str, folded: str, scope: Scope, carry: _Carry, dating: Dating) -> list[Observation]:
    """The observations of one sentence; what it says for later ones goes into `carry` and `dating`."""
    words = folded[scope.start : scope.end]
    carry.goals = carry.goals or opens_goals(words)
    carry.estimates = carry.estimates or opens_estimates(words)
    told = tells_results(words)
    carry.results = carry.results if told is None else told
    said = dating.said(scope)
    found: list[Observation] = []
    if may_hold_figures(words):
        quantities = [_shifted(quantity, scope.start) for quantity in read_quantities(words)]
        around = contexts(folded, scope.start, scope.end, quantities)
        kept = [context for context in around if is_observation(folded, context)]
        parts = estimated_parts(words)
        statuses = [_status(context, parts, scope, carry) for context in kept]
        names = _names(kept, carry)
        periods = dating.periods(kept, said, scope, statuses)
        for context, name, status, period in zip(kept, names, statuses, periods, strict=True):
            found.append(_observation(text, scope, context, name, status, period, found[-1] if found else None))
    dating.remember(said, scope)
    return found


def _shifted(quantity: Quantity, by: int) -> Quantity:
    return replace(quantity, start=quantity.start + by, end=quantity.end + by)


def _status(context: Context, parts: int, scope: Scope, carry: _Carry) -> str:
    return status_of(
        context,
        parts,
        "actual" if carry.results else scope.status,
        goal_paragraph=carry.goals,
        estimate_paragraph=carry.estimates,
    )


def _names(kept: list[Context], carry: _Carry) -> list[str | None]:
    """The names of a sentence's figures in order; 分别 spreads a list of names over them."""
    names: list[str | None] = []
    spread: list[str] = []
    for i, context in enumerate(kept):
        if not context.chained:
            spread = spread_names(context, kept[i : i + LONGEST_LIST], carry.names)
        if spread:
            name: str | None = spread.pop(0)
        else:
            name = name_of(context, carry.name, carry.subject)
        if name and name != carry.name:
            carry.names.append(name)
        carry.name = name or carry.name
        carry.subject = name or carry.subject
        names.append(name)
    return names


def _signed(context: Context, measure: str, last: Observation | None) -> tuple[float | None, float | None]:
    """The value and its upper end; a fall is negative, and the rest of a list falls with its first."""
    quantity = context.quantity
    falls = (measure == "change" and is_fall(context)) or "负向拉动" in context.before
    if context.chained and last is not None and quantity.unit == last.unit and quantity.kind != "rank":
        falls = last.value is not None and last.value < 0
    if not falls or quantity.value is None:
        return quantity.value, quantity.value_high
    if quantity.value_high is None:
        return -quantity.value, None
    return -quantity.value_high, -quantity.value


def _observation(
    text: str,
    scope: Scope,
    context: Context,
    name: str | None,
    status: str,
    period: str | None,
    last: Observation | None,
) -> Observation:
    quantity = context.quantity
    measure = measure_of(context, name)
    compared = compared_to(context, period) if measure == "change" else None
    if last is not None and goes_on(context, last.measure, last.unit):
        measure, compared = last.measure, last.compared_to
    if context.chained and last is not None and quantity.unit == last.unit and quantity.kind != "rank":
        measure, compared = last.measure, last.compared_to
    value, high = _signed(context, measure, last)
    start, end = quantity.start, quantity.end
    return Observation(
        start=start, end=end, quote=text[start:end], indicator=name, value=value, value_high=high, unit=quantity.unit,
        measure=measure, compared_to=compared, status=status, bound=bound_of(context), masked=quantity.masked,
        period=period, region=region_of(context), rule=quantity.rule, indicator_code=code_of(name),
        sentence_start=scope.start, sentence_end=scope.end,
    )  # fmt: skip
