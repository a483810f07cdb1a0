"""List markers that may open a heading: 第一部分, 一、, （一）, 第一，, 1., （1）, 一是, 一要.

A marker at the start of a line counts by itself. Everywhere else (behind a full stop, a colon, a gap) it counts
as a member of a run 1, 2, 3, … of its form: that is what tells it from 一、二、三月; or as the first of a run that the
text breaks off.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from include.segment.characters import CLOSERS, DIGITS, HAN, LINE_BREAK, NUMERAL, SPACE, TERMINATORS
from include.segment.lines import Span
from include.segment.numerals import ordinal

_N = f"[{NUMERAL}]{{1,3}}"
_GAP = f"[{SPACE}]{{0,3}}"
# the form's name → the marker; the name also is the form's place in the outline
_SERIES = f"(?!第?[{NUMERAL}]{{1,3}}(?:[、，,]|产业|季度))"  # 第一、第二产业
_POINT = "(?:个(?:问题|方面|层面|环节|重点)|点|方面|件事|句话|项(?:工作|任务))"  # 第一个问题：, 第二点，
FORMS = {
    "part": rf"第(?P<part>{_N}|[{DIGITS}]{{1,2}})(?:部分|章|编)[：:、，,]?",
    "ordinal": rf"第(?P<ordinal>{_N}){_POINT}?(?:{_GAP}[，,、：:。．]{_SERIES}|[{SPACE}]{{1,3}})",
    "list_is": rf"(?P<list_is>{_N})是(?![{NUMERAL}][，,。])",
    "list_must": rf"(?P<list_must>{_N})要",
    "han": rf"(?P<han>{_N}){_GAP}[、．.](?![{NUMERAL}]{{1,3}}(?:[、，,]|产业|季度|月|线|级|类|手))",
    "han_gap": rf"(?<![^{LINE_BREAK}])(?P<han_gap>{_N})[{SPACE}]{{1,3}}(?=[{HAN}]{{3}})(?!是|要)",
    "bracket": rf"[（(〔［\[【〈﹙]{_GAP}(?P<bracket>{_N}){_GAP}[)）〕］\]】〉﹚][、．.]?",
    "bracket_sign": r"(?P<bracket_sign>[㈠-㈩])",
    "digit_bracket": rf"[（(〔［]{_GAP}(?P<digit_bracket>[{DIGITS}]{{1,2}}){_GAP}[)）〕］][、．.]?",
    "digit": rf"(?P<digit>[{DIGITS}]{{1,2}}){_GAP}[.．、)）](?![{DIGITS}]|{_GAP}[.．])",
}
_MARKER = re.compile("|".join(FORMS.values()))
_BEFORE = re.compile(f"[{TERMINATORS}；;：:{SPACE}{re.escape(CLOSERS)}]")
_GLUED = re.compile(f"[{HAN}](?<![第款条项表件例注见])")  # a heading that follows another with nothing between
# where a marker may stand at all: behind such a mark, or a bracket behind anything
_BRACKETS = "（(〔［[【〈﹙"
_OPENING = re.compile(f"{_BEFORE.pattern}(?=[第{NUMERAL}㈠-㈩{DIGITS}])|[{re.escape(_BRACKETS)}]")
_LIST_FORMS = ("list_is", "list_must")
_CUT_FORMS = (*_LIST_FORMS, "han", "bracket")
_SAME_SENTENCE = re.compile(f"[^{TERMINATORS}\n]{{0,150}}[，,、；;]{_GAP}(?:二[是要]|[（(]二)")
_LOOK_BACK = 60  # candidates of one form between two members of a run


class Marker(NamedTuple):
    """A marker in the text; `start`–`end` is the marker itself, with the mark behind it."""

    start: int
    end: int
    form: str
    number: int
    opens_line: bool


def find_markers(text: str, region: Iterable[Span]) -> list[Marker]:
    """The markers of a region's lines that count, in text order."""
    found = [marker for line in region for marker in _candidates(text, line)]
    linked = _linked([m for m in found if m.form in _LIST_FORMS])
    for form in FORMS.keys() - set(_LIST_FORMS):
        linked |= _linked([m for m in found if m.form == form])
    return [m for m in found if m in linked or m.opens_line or _begins_a_cut_run(text, m)]


def _begins_a_cut_run(text: str, marker: Marker) -> bool:
    """Whether a first marker stands for a list whose rest was cut off with the text: one in a list within its own
    sentence (一是小，二是散) does not."""
    if marker.number != 1 or marker.form not in _CUT_FORMS or not _BEFORE.match(text, marker.start - 1):
        return False
    return not _SAME_SENTENCE.match(text, marker.end)


def _candidates(text: str, line: Span) -> list[Marker]:
    found = []
    for at in _openings(text, line):
        match = _MARKER.match(text, at, line.end)
        if match is None or match.end() == line.end:
            continue
        form = str(match.lastgroup)
        number = ordinal(match[form])
        form = form.removesuffix("_sign").removesuffix("_gap")
        before = _GLUED if form == "bracket" else _BEFORE
        opens_line = at == line.start
        if number and (opens_line or _BEFORE.match(text, at - 1) or before.match(text, at - 1)):
            found.append(Marker(at, match.end(), form, number, opens_line))
    return found


def _openings(text: str, line: Span) -> Iterator[int]:
    yield line.start
    for match in _OPENING.finditer(text, line.start, line.end):
        at = match.start() if match[0] in _BRACKETS else match.end()
        if at > line.start:
            yield at


def _linked(candidates: list[Marker]) -> set[Marker]:
    """The members of runs: each number looks back for the nearest number before it that has no successor yet."""
    linked: set[Marker] = set()
    continued: set[Marker] = set()
    for index, marker in enumerate(candidates):
        earlier = [
            c
            for c in reversed(candidates[max(0, index - _LOOK_BACK) : index])
            if c.number == marker.number - 1 and c not in continued
        ]
        same = next((c for c in earlier if c.form == marker.form), next(iter(earlier), None))
        if same is not None and (same.number == 1 or same in linked or same.opens_line):
            continued.add(same)
            linked |= {same, marker}
    return linked
