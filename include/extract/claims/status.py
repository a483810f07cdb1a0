"""Whether a value is reached (actual), a goal (target) or expected for a time not over (estimate)."""

import re
from dataclasses import dataclass

from include.extract.claims.goals import is_budget, is_goal, own_part
from include.extract.claims.turns import COMPARISON, PAST_PERIOD, PLANNED_TIME, lists_goals
from include.extract.context.clauses import Context
from include.extract.context.origins import is_origin
from include.extract.rules.cues import alternatives

_ESTIMATE = re.compile(alternatives("estimate_cues"))
_COMPUTED = re.compile(r"测算[,:]?(?:去年|上年|(\d{4})年)(?![^,;。]{0,30}(?:将|可|有望|预计))")
_ESTIMATE_ENDS = re.compile(r"[,;。](?:截[至止]|目前|现已|已经?(?:完成|实现|达到?|累计))")
_PAST = re.compile(rf"(?!(?<=[为除])了){alternatives('past_cues')}")
_OF_PLAN = re.compile(r"(?:完成|占|为|达到?|实现)[^,;。]{0,14}(?:计划|目标|任务|预算)(?:任务|目标|数)?的?$")
_YEAR = re.compile(r"(?<![比较从由与于按以在至到\d])(\d{4})年(?![-至到])")
_FLOOR = re.compile(r"(?:不低于|不少于|不高于|不超过|不得[^,;。]{1,4})[ ]?$")


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a figure: the status that headings or earlier sentences set, and what the paragraph opened."""

    status: str | None = None
    year: int | None = None  # that the nearest heading names
    now: int | None = None  # that the text speaks of
    goals: bool = False  # the paragraph has opened a list of goals
    estimates: bool = False  # the paragraph has said that its figures are expected


def estimated_parts(sentence: str) -> int:
    """How many parts of a sentence, cut at semicolons, say 预计."""
    return sum(bool(_ESTIMATE.search(part)) for part in sentence.split(";"))


def _is_computed(sentence: str, now: int | None) -> bool:
    """Whether a sentence tells what a year that is over came to, as computed (据测算,2019年…达到)."""
    computed = _COMPUTED.search(sentence)
    return computed is not None and (computed[1] is None or now is None or int(computed[1]) < now)


def is_estimate(context: Context, parts: int, now: int | None = None) -> bool:
    """预计 holds to the end of its sentence; where several of its `parts` have one of their own, each for its part.

    A clause that tells what is reached by now (截至目前) ends it.
    """
    before = context.sentence_before if parts == 1 else own_part(context.sentence_before)
    said = list(_ESTIMATE.finditer(before))
    if not said or _ESTIMATE_ENDS.search(before, said[-1].end()):
        return False
    return not _is_computed(context.sentence_before + context.after, now)


def _tells_past(context: Context, year: int | None) -> bool:
    """Whether a sentence under a heading of goals tells of what has been, up to the last time it names.

    A year before `year`, the one that the headings plan for, is past.
    """
    said = COMPARISON.sub("", context.sentence_before) + context.after
    past = [match.start() for match in (*_PAST.finditer(said), *PAST_PERIOD.finditer(said))]
    planned = [match.start() for match in PLANNED_TIME.finditer(said)]
    if year is not None:
        for match in _YEAR.finditer(said):
            (past if int(match[1]) < year else planned).append(match.start())
    return bool(past) and max(past) > max(planned, default=-1)


def status_of(context: Context, parts: int, above: Above) -> str:
    """The status of a value; `parts` counts the parts of the sentence that say 预计.

    Where a goal starts from (由520元提高到550元) is reached.
    """
    if above.estimates or is_estimate(context, parts, above.now):
        return "estimate"
    if is_origin(context) and not is_budget(context):
        return "actual"
    if above.goals or is_goal(context, above.status, above.now) or lists_goals(context.sentence_before):
        return "target"
    past = _tells_past(context, above.year)
    if above.status is None and _FLOOR.search(context.before) and not past:
        return "target"
    return "actual" if above.status != "target" or past or _OF_PLAN.search(context.before) else "target"
