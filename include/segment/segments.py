"""A text's headings, paragraphs and sentences in one list, in text order."""

from bisect import bisect_right

from include.records import Segment
from include.segment.lines import Span, lines, trim
from include.segment.outline import Heading, outline
from include.segment.sentences import sentences

_ORDER = {"heading": 0, "paragraph": 1, "sentence": 2}
_OPENS_PARAGRAPH = ("part", "han", "bracket")  # in mid-line these show that a line break was lost


def segment(text: str) -> list[Segment]:
    """Cut `text` into headings (levels 1–3), paragraphs and sentences.

    Offsets are code points of `text` as given. `parent` is the place, in this list, of the heading that a
    segment stands under: for a sentence that opens with a run-in heading, that heading.
    """
    headings = outline(text)
    found = [("heading", h.start, h.end, place) for place, h in enumerate(headings)]
    for paragraph in _paragraphs(text, headings):
        found.append(("paragraph", *paragraph, -1))
        gaps = tuple(h.gap for h in headings if h.gap is not None and paragraph.start < h.gap < paragraph.end)
        found += [("sentence", *span, -1) for span in sentences(text, *paragraph, gaps)]
    found.sort(key=lambda item: (item[1], _ORDER[item[0]]))
    return _records(found, headings)


def _paragraphs(text: str, headings: list[Heading]) -> list[Span]:
    """The lines without own-line headings, cut where a section starts in mid-line."""
    own = {h.start for h in headings if h.own}
    cuts = [h.start for h in headings if not h.opens_line and h.form in _OPENS_PARAGRAPH]
    pieces = []
    for line in lines(text):
        if line.start in own:
            continue
        start = line.start
        for cut in (*(c for c in cuts if line.start < c < line.end), line.end):
            pieces.append(trim(text, start, cut))
            start = cut
    return pieces


def _records(found: list[tuple[str, int, int, int]], headings: list[Heading]) -> list[Segment]:
    place_of = {heading: place for place, (_, _, _, heading) in enumerate(found) if heading >= 0}
    starts = [h.start for h in headings]
    records = []
    for kind, start, end, heading in found:
        if kind == "heading":
            above = headings[heading].parent
        else:
            nearest = bisect_right(starts, start) - 1
            above = nearest if nearest >= 0 else None
        parent = place_of[above] if above is not None else None
        records.append(Segment(kind, headings[heading].level if kind == "heading" else 0, start, end, parent))
    return records
