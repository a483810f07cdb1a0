"""Which lines of a text are the site's or the uploader's, not the speaker's; the text without them."""

import re
from collections.abc import Iterator, Sequence

from include.clean.cues import kind_of_line
from include.clean.text.furniture import HEADING_MARK as SECTION
from include.clean.text.furniture import boxed_titles, contents, doubled_titles, keywords, preface
from include.clean.text.lines import SALUTATION, Line, lines_of
from include.clean.text.page_numbers import halved_by
from include.clean.text.wording import AMID, CERTAIN, ENOUGH, is_lead, is_site_wording, labels
from include.records import Stripped

SHORTEST_PARAGRAPH = 30  # characters of a line with a comma or full stop that can only be text
LONGEST_CREDIT = 80  # characters
HEAD_LINES = 12  # leads, abstracts and tables of contents stand in the first lines
TAIL_LINES = 12  # credits and boxes stand in the last lines
MOST_PASSES = 4  # what is taken away may bring two lines together that are the site's as one
_INNER_MARK = re.compile("[，。；！？,;]")
_THANKS = re.compile("^.{0,12}(?:谢谢|感谢)(?:大家|各位|同志们)[^，。！!]{0,12}[。！!]?$")
_FOLLOWED = ("notice", "editor_line", "download", "footer")  # kinds whose next lines may belong to them


def without_chrome(text: str, title: str | None) -> tuple[str, list[Stripped]]:
    """A text without what is the site's or the uploader's, and that, by kind and in order. What is left of a line
    stays one line. `title` is the page's, where known."""
    stripped: list[Stripped] = []
    for _ in range(MOST_PASSES):
        lines = lines_of(text)
        kinds = kinds_of([line.text for line in lines], title)
        found = [Stripped(kind, line.text) for line, kind in zip(lines, kinds, strict=True) if kind is not None]
        text = _joined(text, lines, kinds)
        if not found:
            break
        stripped += found
    return text, stripped


def kinds_of(lines: Sequence[str], title: str | None = None) -> list[str | None]:
    """For each line the kind of chrome it is, None for the text itself. `title` is the page's, where known."""
    kinds = [None if _is_spoken(line) else kind_of_line(line, "anywhere") for line in lines]
    for index in halved_by(lines):
        kinds[index] = None  # a page number in the middle of a sentence is mended, not stripped
    first, last = _body(lines, kinds)
    _mark_place(lines, kinds, range(first), "head")
    _mark_followers(lines, kinds)
    _mark(kinds, preface(lines, kinds), "preface")
    _mark(kinds, contents(lines, kinds), "contents")
    _mark(kinds, boxed_titles(lines, kinds, last), "related")
    _mark_place(lines, kinds, range(max(last + 1, len(lines) - TAIL_LINES), len(lines)), "tail")
    if first < len(lines) and SALUTATION.match(lines[first]):
        _mark(kinds, [i for i in range(first) if is_lead(lines[i]) and not SECTION.match(lines[i])], "wording")
    _mark(kinds, list(_worded(lines, kinds, first, last)), "wording")
    _mark_tail_end(lines, kinds, first)
    _mark(kinds, labels(lines, kinds, last), "related")
    _mark(kinds, doubled_titles(lines, kinds, title), "duplicate_title")
    _mark(kinds, keywords(lines, kinds, first, title), "keywords")
    return kinds


def _joined(text: str, lines: Sequence[Line], kinds: Sequence[str | None]) -> str:
    """The lines that are kept; a piece that goes on stands behind what is kept of its paragraph."""
    pieces: list[str] = []
    before = -1  # where the piece before ended, taken or not, within the same paragraph
    open_paragraph = False
    for line, kind in zip(lines, kinds, strict=True):
        open_paragraph = open_paragraph and line.goes_on
        if kind is None:
            gap = text[before : line.start] if before >= 0 else ""
            pieces.append(gap + line.text if open_paragraph else f"\n{line.text}")
            open_paragraph = True
        before = line.end if kind is None else -1
    return "".join(pieces)[1:]


def _is_spoken(line: str) -> bool:
    """A line that opens or ends a speech, whatever words are in it."""
    return bool(SALUTATION.match(line) or (len(line) <= LONGEST_CREDIT and _THANKS.match(line)))


def _body(lines: Sequence[str], kinds: Sequence[str | None]) -> tuple[int, int]:
    """The first and the last paragraph; behind and before everything where there is none. What stands before the
    salutation that opens the first speech is no paragraph of it, unless a section has begun there."""
    indexes = range(len(lines))
    opening = next((i for i in indexes[:HEAD_LINES] if SALUTATION.match(lines[i]) or SECTION.match(lines[i])), None)
    last = next((i for i in reversed(indexes) if kinds[i] is None and _is_paragraph(lines[i])), -1)
    if opening is not None and SALUTATION.match(lines[opening]):
        return opening, last
    return next((i for i in indexes if kinds[i] is None and _is_paragraph(lines[i])), len(lines)), last


def _is_paragraph(line: str) -> bool:
    """A line that can only be text: a salutation, or a sentence of some length."""
    return bool(SALUTATION.match(line)) or (
        len(line) >= SHORTEST_PARAGRAPH
        and bool(_INNER_MARK.search(line))
        and kind_of_line(line, "head") is None
        and kind_of_line(line, "after_notice") is None
        and not is_site_wording(line)
    )


def _worded(lines: Sequence[str], kinds: Sequence[str | None], first: int, last: int) -> Iterator[int]:
    """Lines in words of a site: two of them tell, more in the middle of the text, one behind it, but for a sentence,
    which may be the last of the speech."""
    for index, line in enumerate(lines):
        enough = 1 if index > last and not line.endswith("。") else CERTAIN if first < index <= last else ENOUGH
        own = AMID if first < index <= last else 1
        if (
            kinds[index] is None
            and not (_is_spoken(line) or SECTION.match(line))
            and is_site_wording(line, enough, own)
        ):
            yield index


def _mark(kinds: list[str | None], indexes: Sequence[int], kind: str) -> None:
    for index in indexes:
        kinds[index] = kinds[index] or kind


def _mark_place(lines: Sequence[str], kinds: list[str | None], where: range, place: str) -> None:
    for index in where:
        if kinds[index] is None and not _is_spoken(lines[index]):
            kinds[index] = kind_of_line(lines[index], place)


def _mark_followers(lines: Sequence[str], kinds: list[str | None]) -> None:
    """The points of a notice, one a line, behind its first line; the good wishes behind an editor's line."""
    for index, line in enumerate(lines[1:], start=1):
        before = kinds[index - 1]
        if kinds[index] is None and before in _FOLLOWED and not _is_spoken(line):
            kinds[index] = kind_of_line(line, f"after_{before}")


def _mark_tail_end(lines: Sequence[str], kinds: list[str | None], first: int) -> None:
    """Credits at the very end may follow each other upwards, past the last paragraph's own look."""
    for index in range(len(lines) - 1, first, -1):
        if kinds[index] is None:
            kind = kind_of_line(lines[index], "tail") if len(lines[index]) <= LONGEST_CREDIT else None
            if kind not in ("editor_line", "source"):  # the other cues may be words of a last sentence
                return
            kinds[index] = kind
