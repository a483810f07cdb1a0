"""The patterns made of the cue words, and what a whole passage shows of them."""

import re
from functools import cache

from include.commitments.bodies import CHARGED
from include.commitments.cues import cues
from include.commitments.terms import closes, deadline, vague_deadline
from include.rule_files import any_of

FURTHEST_VERB = 14  # characters into a clause: what the verb of work may have in front of it (城区新建…)
_NO_VERB = "(?![后的率者时]|以来|之后|情况)"
_LEAST = "至少|不少于|不得少于|不低于"
_BOUNDED = "不[少低]于|不[高超][于过]|以上|以内|控制在|稳定在|保持在|力争"
_SURELY_NEXT = (
    "将(?:继续|认真|优先|全力|集中|紧紧)|(?:计划|预期)(?:增长|达到|下降|控制在|突破)"
    r"|(?:计划|拟|预计)[于在]?(?:\d{1,2}月|今年|明年|年[底内]|[上下]半年)"
)
# kinds that count wherever in a clause they stand; a sentence without one has no clause with it
ANYWHERE = (
    "modal",
    "future",
    "least",
    "reach",
    "bounded",
    "past",
    "compares",
    "ceremony",
    "meeting",
    "charged",
    "asking",
    "term",
    "vague",
)


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The pattern of each kind of cue; `modal` matches under `yes` or, where it is part of another word, under `no`."""
    words = cues()
    verbs = any_of([*words.orders, *words.works, *words.efforts])
    no_noun = "".join(rf"(?<!{unit}计划)" for unit in "年度划")
    plans_to = rf"(?:{any_of(words.plans_to)}){no_noun}(?:{any_of(words.adverbs)})*+(?:{verbs})|{_SURELY_NEXT}"
    near = rf"[^，,]{{0,{FURTHEST_VERB}}}?"
    found = {
        "modal": rf"(?P<no>{any_of(words.not_modal)})|(?P<yes>{any_of(words.modals)})",
        "ahead": any_of([*words.modals, *words.goals]),
        "charges": CHARGED,
        "charged": f"{CHARGED}|为|由|每",
        "asking": "希望|请|要求",
        "goal": any_of(words.goals),
        "future": rf"(?:{any_of(words.futures)})(?![率额后的企项])|{plans_to}",
        "plans": plans_to,
        "ceremony": any_of(words.ceremony),
        "meeting": any_of(words.meeting),
        "order": rf"(?:{verbs}){_NO_VERB}",
        "work": rf"{near}(?:{any_of(words.works)}){_NO_VERB}",
        "effort": rf"{near}(?:{any_of(words.efforts)}){_NO_VERB}",
        "reach": any_of(words.reaches),
        "past": rf"(?:{any_of(words.past)})(?<!为了)(?<!除了)(?<![比较于到]去年)(?<![比较于到]上年)(?!解)",
        "compares": any_of(words.compares),
        "least": _LEAST,
        "bounded": _BOUNDED,
        "attitude": rf"(?:都|一定|进一步|切实)*(?:{any_of(words.attitudes)})",
    }
    return {kind: re.compile(pattern) for kind, pattern in found.items()}


def present(text: str, start: int, end: int) -> frozenset[str]:
    """The kinds of `ANYWHERE` that the passage shows at all."""
    found = patterns()
    shown = {kind for kind in ANYWHERE if kind in found and found[kind].search(text, start, end)}
    shown.update({"term"} if deadline(text, start, end) else ())
    shown.update({"vague"} if vague_deadline(text, start, end) else ())
    return frozenset(shown)


def says_what_for(text: str, start: int, end: int) -> bool:
    """Whether a sentence says what a meeting is for (会议的主要任务是…)."""
    return patterns()["meeting"].search(text, start, end) is not None


def leans(text: str, start: int, end: int) -> int:
    """How many more words of a passage order than report: above 0, a verb without a subject in it is an order."""
    found = patterns()
    ahead = sum(m["yes"] is not None for m in found["modal"].finditer(text, start, end))
    ahead += sum(1 for _ in found["plans"].finditer(text, start, end))
    return ahead - sum(1 for kind in ("past", "compares") for _ in found[kind].finditer(text, start, end))


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether any word of a passage lies ahead; where none does, its clauses need not be read."""
    found = patterns()
    kinds = ("ahead", "future", "charges", "asking", "least")
    return any(found[kind].search(text, start, end) for kind in kinds) or closes(text, start, end)
