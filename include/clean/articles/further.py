"""The further bodies of a page, read: the next pages of its article, the documents that stand in for its text."""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from include.clean.articles.article import Mark, article_text, open_page
from include.clean.articles.join import Piece
from include.clean.documents import read_document
from include.clean.rules import CleanRules
from include.clean.text.chrome import without_chrome
from include.clean.text.lines import SALUTATION, lines_of, plain
from include.errors import BadPageError
from include.records import FetchedPart, Stripped

HEAD_LINES = 12  # lines at the start of a page that the next pages of its article may show again
REPEATED = "repeated"


class Further(NamedTuple):
    """A further body of a page as clean takes it; `body` is None where fetch could not have it."""

    part: FetchedPart
    body: bytes | None


class Read(NamedTuple):
    """The further pieces of a text, what was stripped from them, and what is missing, in words."""

    pieces: list[Piece]
    stripped: list[Stripped]
    missing: list[str]


def read_further(
    parts: Sequence[Further],
    rules: CleanRules,
    title: str | None,
    first: str,
    before: Sequence[Stripped],
    mark: Mark | None = None,
) -> Read:
    """Read further bodies. `first` is the text of the page itself, `before` what was stripped from it, `mark` that of
    the element it stood in.

    A body that cannot be had or read gives an empty piece and a line in `missing`; one that says again what an
    earlier piece says gives an empty piece, and its text is stripped as `repeated`.
    """
    read = Read([], list[Stripped](), [])
    if not parts:
        return read
    seen = {plain(first)}
    head = [title or "", *(line.text for line in lines_of(first)[:HEAD_LINES]), *(piece.text for piece in before)]
    shown = frozenset(map(plain, head))
    for part, body in parts:
        try:
            text, stripped = _text_of(part, body, rules, title, shown, mark)
        except BadPageError as error:
            text, stripped = "", []
            read.missing.append(f"{part.role} {part.url}: {part.reason or error.reason}")
        if text and plain(text) in seen:
            text, stripped = "", [*stripped, Stripped(REPEATED, text)]
        seen.add(plain(text))
        read.pieces.append(Piece(text, part))
        read.stripped.extend(stripped)
    return read


def _text_of(
    part: FetchedPart,
    body: bytes | None,
    rules: CleanRules,
    title: str | None,
    shown: frozenset[str],
    mark: Mark | None,
) -> tuple[str, list[Stripped]]:
    if body is None:
        raise BadPageError(f"{part.url} could not be had", reason=part.reason)
    if part.role == "attachment":
        document = read_document(body)
        text, lines = without_chrome(document.text, title)
        return text, [*document.stripped, *lines]
    container = open_page(body, part.charset, rules, mark).container
    return _without_repeated_head(*article_text(container, rules, title), shown)


def _without_repeated_head(text: str, stripped: list[Stripped], shown: frozenset[str]) -> tuple[str, list[Stripped]]:
    """A next page without the title, date and notice lines that stood on the first one; a salutation may open a
    second speech and stays."""
    lines = [line.text for line in lines_of(text)]
    again = list(takewhile(lambda line: plain(line) in shown and not SALUTATION.match(line), lines))
    return "\n".join(lines[len(again) :]), [*stripped, *(Stripped(REPEATED, line) for line in again)]
