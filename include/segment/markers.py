"""List markers that may open a heading: 第一部分, 一、, （一）, 第一，, 1., （1）, 一是, 一要.

A marker at the start of a line counts by itself, except 一是 and 一要. Everywhere else (behind a full stop, a
colon, a gap) it counts only as a member of a run 1, 2, 3, … of its form: that is what tells it from 一、二、三月.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from include.segment.characters import CLOSERS, DIGITS, HAN, NUMERAL, SPACE, TERMINATORS
from include.segment.lines import Span
from include.segment.numerals import ordinal

_N = f"[{NUMERAL}]{{1,3}}"
_GAP = f"[{SPACE}]{{0,3}}"
# the form's name → the marker; the name also is the form's place in the outline
_SERIES = f"(?!第?[{NUMERAL}]{{1,3}}(?:[、，,]|产业|季度))"  # 第一、第二产业
FORMS = {
    "part": rf"第(?P<part>{_N})(?:部分|章|编)[：:、，,]?",
    "ordinal": rf"第(?P<ordinal>{_N})(?:{_GAP}[，,、：:。．]{_SERIES}|[{SPACE}]{{1,3}})",
    "list_is": rf"(?P<list_is>{_N})是",
    "list_must": rf"(?P<list_must>{_N})要",
    "han": rf"(?P<han>{_N}){_GAP}[、．.](?![{NUMERAL}]{{1,3}}(?:[、，,]|产业|季度|月|线|级|类|手))",
    "bracket": rf"[（(〔［\[【〈]{_GAP}(?P<bracket>{_N}){_GAP}[)）〕］\]】〉][、．.]?",
    "bracket_sign": r"(?P<bracket_sign>[㈠-㈩])",
    "digit_bracket": rf"[（(〔［]{_GAP}(?P<digit_bracket>[{DIGITS}]{{1,2}}){_GAP}[)）〕］][、．.]?",
    "digit": rf"(?P<digit>[{DIGITS}]{{1,2}}){_GAP}[.．、)）](?![{DIGITS}]|{_GAP}[.．])",
}
_MARKER = re.compile("|".join(FORMS.values()))
_BEFORE = re.compile(f"[{TERMINATORS}；;：:{SPACE}{re.escape(CLOSERS)}]")
_GLUED = re.compile(f"[{HAN}](?<![第款条项表件例注见])")  # a heading that follows another with nothing between
_LIST_FORMS = ("list_is", "list_must")
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
    return [m for m in found if m in linked or (m.opens_line and m.form not in _LIST_FORMS)]


def _candidates(text: str, line: Span) -> list[Marker]:
    found = []
    for match in _MARKER.finditer(text, line.start, line.end):
        form = str(match.lastgroup)
        number = ordinal(match[form])
        form = form.removesuffix("_sign")
        opens_line = match.start() == line.start
        before = _GLUED if form == "bracket" else _BEFORE
        may_open = opens_line or _BEFORE.match(text, match.start() - 1) or before.match(text, match.start() - 1)
        if number and may_open and match.end() < line.end:
            found.append(Marker(match.start(), match.end(), form, number, opens_line))
    return found


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
