"""Where a heading, a title or a label looks: back, ahead, or that it orders."""

import re
from functools import cache
from typing import Literal, NamedTuple

from include.commitments.cues import cues
from include.records import Segment
from include.rule_files import any_of
from include.segment.lines import Span

Direction = Literal["back", "ahead", "orders"]
LONGEST_TITLE = 60  # characters
_CLAUSE_END = re.compile("[。！？；;：:]")
_REPORTS = re.compile("(?:情况|回顾)$")
_LABEL = re.compile("【?(?P<words>[^，,。；;：:】\n]{1,24})[：:】]")


class _Patterns(NamedTuple):
    back: re.Pattern[str]
    outlooks: re.Pattern[str]
    plans: re.Pattern[str]
    both_ways: re.Pattern[str]
    orders: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = cues()
    # 要 alone: not 主要, 重要, 要求, 要点, …
    orders = rf"(?<![主重需只首必纲次概摘简扼])(?:{any_of(words.heading_modals)})(?![求点务素])"
    return _Patterns(
        back=re.compile(any_of(words.reviews)),
        outlooks=re.compile(any_of(words.outlooks)),
        plans=re.compile(any_of(words.plans)),
        both_ways=re.compile(any_of(words.both_ways)),
        orders=re.compile(orders),
    )


def plans(text: str, start: int, end: int) -> bool:
    """Whether a passage names a plan (下一步工作打算)."""
    return _patterns().plans.search(text, start, end) is not None


def directions(text: str, parts: list[Segment]) -> dict[int, Direction | None]:
    """For each heading, by its place in `parts`, where it or else those above it look."""
    found: dict[int, Direction | None] = {}
    for place, part in enumerate(parts):
        if part.kind == "heading":
            above = found.get(part.parent) if part.parent is not None else None
            found[place] = _direction(text[part.start : part.end], above)
    return found


def _direction(words: str, above: Direction | None) -> Direction | None:
    """A review that also looks on (总结经验，做好今年工作) is none; of a plan and a review the later word decides."""
    found = _patterns()
    last_back = max((m.end() for m in found.back.finditer(words)), default=0)
    last_plan = max((m.end() for m in found.plans.finditer(words)), default=0)
    if last_plan > last_back:
        return "ahead"
    if above == "ahead":
        return above
    if not last_back and found.orders.search(words):
        return "orders"
    if last_back and (_REPORTS.search(words) or not found.outlooks.search(words)):
        return "back"
    return above


def labelled_back(text: str, start: int, end: int) -> bool:
    """Whether a sentence opens with a label that looks back (五年来的主要成就：…)."""
    label = _LABEL.match(text, start, end)
    return label is not None and _direction(label["words"], None) == "back"


def title(text: str, parts: list[Segment]) -> tuple[Span, Direction | None]:
    """The line that is the title, empty where there is none; ahead where it names a plan, no meeting and no report."""
    lines = [p for p in parts if p.kind == "paragraph"][:2]
    if len(lines) < 2 or parts[0].kind == "heading":
        return Span(0, 0), None
    words = text[lines[0].start : lines[0].end]
    if len(words) > LONGEST_TITLE or _CLAUSE_END.search(words):
        return Span(0, 0), None
    found = _patterns()
    named = found.plans.search(words) and not found.back.search(words) and not found.both_ways.search(words)
    return Span(lines[0].start, lines[0].end), "ahead" if named else None
