"""A sentence's clauses, and the copies of it in which names cannot mislead."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from include.segment.characters import NUMERAL
from include.segment.lines import trim
from include.segment.sentences import quoted_spans

_MARK = re.compile("[，,；;：:。！!？?]")
_TITLE = re.compile("《[^《》]{0,80}》")
# what stands in front of a clause without belonging to it: list markers, connectives
_OPENING = re.compile(
    rf"(?:——|—|第?[{NUMERAL}]{{1,3}}(?:是|要(?!求)|、|，|,)|[（(][{NUMERAL}]{{1,3}}[）)]|[（(]?\d{{1,2}}[）)]|\d{{1,2}}[.．、](?!\d)|[①-⑳●◆]"
    r"|同时|此外|另外|特别是?|尤其是?|其中|因此|首先|其次|最后|总之|一方面|另一方面|下一步|今后|目前|下来|并且|并|对此|还)+[，,、]?"
)


class Clause(NamedTuple):
    """A clause of the text, without the mark behind it; `mark` is that mark."""

    start: int
    end: int
    mark: str


def clauses(text: str, start: int, end: int) -> Iterator[Clause]:
    """The clauses between `start` and `end`: cut at commas and semicolons that stand in no quotation."""
    quoted = quoted_spans(text, start, end)
    place, first = 0, start
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        while place < len(quoted) and quoted[place].end <= at:
            place += 1
        inside_quotation = place < len(quoted) and quoted[place].start < at
        inside_number = match[0] in ",，" and text[at - 1 : at].isdecimal() and text[at + 1 : at + 4].isdecimal()
        if inside_quotation or inside_number:
            continue
        span = trim(text, first, at)
        if span.end > span.start:
            yield Clause(*span, match[0])
        first = at + 1
    span = trim(text, first, end)
    if span.end > span.start:
        yield Clause(*span, "")


def body_start(text: str, clause: Clause) -> int:
    """Where the clause starts behind list markers and connectives."""
    opening = _OPENING.match(text, clause.start, clause.end)
    return trim(text, opening.end(), clause.end).start if opening else clause.start


def blank(match: re.Match[str]) -> str:
    """White space as long as the match."""
    return "　" * len(match[0])


def without_titles(text: str) -> str:
    """The text, as long as before, with the titles of documents blanked: their words are nobody's orders."""
    return _TITLE.sub(blank, text)
