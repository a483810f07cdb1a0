"""The target of a clause: its figures with what they count, without the verbs around them."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from include.commitments.cues import cues
from include.commitments.evidence import Evidence
from include.rule_files import any_of
from include.segment.lines import Span, trim

_GOAL = "(?:目标任务|目标|思路|任务|要求|部署)"
_TAIL = re.compile(
    rf"的(?:奋斗|战略|工作|预期|年度|发展|总体)?{_GOAL}(?:必须[^，,]{{0,10}})?$|为(?:重点|抓手|主线|目标)$"
)
_BEHIND = re.compile("(?:尤其是?|特别是?|(?<=[^，,])等)(?=[^，,]{0,20}$)|的(?=[^，,、的]{0,2}$)")
_JOINED = re.compile("、|(?<=[^，,])(?:和|及|以及)(?=[^，,])")


def target(text: str, start: int, end: int, shows: Evidence) -> str:
    """The target that the clause names from `start` on, "" where its figures stand in front of that."""
    figures = tuple(figure for figure in shows.figures if figure.end > start)
    pieces = (_bare(text, piece, figures, shows.deadline) for piece in _pieces(text, start, end, figures))
    return "；".join(text[piece.start : piece.end] for piece in pieces if piece.end > piece.start)


def _pieces(text: str, start: int, end: int, figures: tuple[Span, ...]) -> Iterator[Span]:
    """The clause cut between its figures at 、 and 和, where each side has one."""
    if not figures:
        return
    for figure, after in pairwise(figures):
        cut = next(_JOINED.finditer(text, max(start, figure.end), after.start), None)
        if cut:
            yield trim(text, start, cut.start())
            start = cut.end()
    yield trim(text, start, end)


def _bare(text: str, piece: Span, figures: tuple[Span, ...], term: Span | None) -> Span:
    figure = next((f for f in figures if f.start >= piece.start), figures[-1])
    start, end = piece
    behind = [m.end() for m in _BEHIND.finditer(text, start, max(start, figure.start))]
    start = _behind_verbs(text, max([start, *behind]), figure.start, term)
    tail = _TAIL.search(text, max(figure.end, start), end)
    return trim(text, start, tail.start() if tail else end)


def _behind_verbs(text: str, start: int, figure: int, term: Span | None) -> int:
    while start < figure:
        verb = _verbs().match(text, start, figure)
        if verb:
            start = verb.end()
        elif term and term.start == start and term.end <= figure and text[start] != "每":
            start = term.end
        else:
            break
    return start


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(cues().light_verbs)})+|\s+")
