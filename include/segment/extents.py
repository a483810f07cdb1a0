"""How far a heading reaches: to the end of its line where it stands alone, else to its first clause mark."""

import re
from typing import NamedTuple

from include.segment.characters import CLAUSE_MARKS, DIGITS, HAN, SPACE
from include.segment.lines import Span, trim
from include.segment.markers import Marker
from include.segment.sentences import sentence_ends

LONGEST_OWN = 80  # characters of a heading that has its line to itself
LONGEST_SENTENCE = 40  # the same where it closes with a full stop
SECTION_FORMS = ("part", "han", "bracket", "ordinal")
_NUMBER_COMMA = f"(?<![{DIGITS}])[，,]|[，,](?![{DIGITS}])"
_CLAUSE_END = re.compile(f"{_NUMBER_COMMA}|[{re.sub('[，,]', '', CLAUSE_MARKS)}]")
_GAP = re.compile(f"(?<=[{HAN}”〞》）)])[{SPACE}]+(?=[{HAN}“《])")
# a figure that is no year and no part of a name: such a line is also read as a sentence
_FIGURE = re.compile(f"[{DIGITS}](?![{DIGITS}]{{0,3}}[{SPACE}]?年|[{DIGITS}])|[XxＸ×*]{{1,4}}(?:[.%％]|[万亿个])")


class Extent(NamedTuple):
    """A heading's end; `own` where it has its line to itself and is no sentence; `gap` the offset at which
    its sentence ends although no full stop says so (a line break was lost there)."""

    end: int
    own: bool
    gap: int | None = None


def extent(text: str, marker: Marker, line: Span, limit: int) -> Extent:
    """Measure the heading that `marker` opens in `line`; the next heading starts at `limit` or later."""
    end = trim(text, marker.start, min(limit, line.end)).end
    if marker.opens_line and end == line.end and _stands_alone(text, marker, line):
        return Extent(line.end, own=True)
    clause = _CLAUSE_END.search(text, marker.end, end)
    end_of_clause = clause.start() if clause else end
    gap = _gap(text, marker.end, end) if marker.form in SECTION_FORMS else None
    return Extent(trim(text, marker.start, min(end_of_clause, gap or end_of_clause)).end, own=False, gap=gap)


def _stands_alone(text: str, marker: Marker, line: Span) -> bool:
    if line.end - line.start > LONGEST_OWN or _FIGURE.search(text, marker.end, line.end):
        return False
    first_end = next(sentence_ends(text, marker.end, line.end), None)
    if first_end is None:
        return text[line.end - 1] not in "；;，,"
    if marker.form not in SECTION_FORMS or _gap(text, marker.end, line.end):
        return False
    return first_end == line.end and line.end - line.start <= LONGEST_SENTENCE


def _gap(text: str, start: int, end: int) -> int | None:
    """A gap between two words where a line break was lost, if it comes before the first full stop."""
    gap = _GAP.search(text, start, min(end, start + LONGEST_OWN))
    if gap is None:
        return None
    first_end = next(sentence_ends(text, start, end), end)
    return gap.start() if gap.start() < first_end else None
