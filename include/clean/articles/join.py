"""Several bodies, one text: the pages of an article and the documents that a page links to, joined in their order."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from include.clean.text.repair import repair
from include.records import FetchedPart, Repair, TextPart

PAGE_BREAK = "page_break"
SENTENCE_BEGUN = 20  # characters of a last line without an end mark that can only be an unfinished sentence
_ENDED = re.compile("[。！？；：!?;:…][”’」』）)】]*$")
_OPENS = re.compile(
    "第[一二三四五六七八九十百\\d]{1,3}[章节部条篇、，]|[（(]?[一二三四五六七八九十]{1,3}[、）)]|[（(]?\\d{1,2}(?:[、）)]|[.．](?!\\d))|附[:：件]"
)


class Piece(NamedTuple):
    """The text of one body, chrome taken away; `part` is None for the page's own."""

    text: str
    part: FetchedPart | None = None


class Joined(NamedTuple):
    """The text as stored, what was mended in it, and which stretch came from which further body."""

    text: str
    repairs: tuple[Repair, ...]
    parts: tuple[TextPart, ...]


def join(pieces: Sequence[Piece]) -> Joined:
    """Join pieces line by line and mend the whole. A sentence that the end of a page cut in two is closed up again,
    as a repair of the rule `page_break`; a document never continues a page's sentence."""
    raw = "\n".join(piece.text for piece in pieces if piece.text)
    starts, breaks, at = [], [], 0
    for piece in pieces:
        continues = piece.part is not None and piece.part.role == "continuation"
        if piece.text and continues and at:
            breaks.append(at - 1)
        starts.append(min(at, len(raw)))
        at += len(piece.text) + 1 if piece.text else 0
    text, repairs = repair(raw)
    spans = [
        (stored_offset(start, repairs), stored_offset(start + len(piece.text), repairs))
        for start, piece in zip(starts, pieces, strict=True)
    ]
    for place in reversed([stored_offset(place, repairs) for place in breaks]):
        if _breaks_a_sentence(text, place):
            text = text[:place] + text[place + 1 :]
            repairs = _with_break(repairs, place)
            spans = [(start - (start > place), end - (end > place)) for start, end in spans]
    return Joined(text, tuple(repairs), tuple(_parts(pieces, spans)))


def stored_offset(offset: int, repairs: Sequence[Repair]) -> int:
    """Where an offset into the text as read lies in the text as stored; the end of a repair for one inside it."""
    shift = 0
    for each in repairs:
        start = each.start - shift
        if offset <= start:
            break
        if offset < start + len(each.before):
            return each.end
        shift += each.end - each.start - len(each.before)
    return offset + shift


def _parts(pieces: Sequence[Piece], spans: Sequence[tuple[int, int]]) -> list[TextPart]:
    return [
        TextPart(piece.part.role, piece.part.url, piece.part.body_sha256, start, end)
        for piece, (start, end) in zip(pieces, spans, strict=True)
        if piece.part is not None
    ]


def _breaks_a_sentence(text: str, place: int) -> bool:
    """Whether the line end at `place` stands in the middle of a sentence (else it ends a paragraph or a heading)."""
    if text[place : place + 1] != "\n":
        return False
    before = text[text.rfind("\n", 0, place) + 1 : place]
    after = text[place + 1 : place + 20]
    if not before or _ENDED.search(before) or _OPENS.match(after):
        return False
    return before[-1] in "，、,（(《“" or len(before) >= SENTENCE_BEGUN


def _with_break(repairs: Sequence[Repair], place: int) -> list[Repair]:
    before = [each for each in repairs if each.end <= place]
    after = [replace(each, start=each.start - 1, end=each.end - 1) for each in repairs if each.end > place]
    return [*before, Repair(PAGE_BREAK, place, place, "\n"), *after]
