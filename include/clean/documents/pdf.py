"""A PDF: the characters of each page with their places, then lines, then paragraphs."""

import io
import logging
from collections.abc import Iterable, Iterator

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer, LTItem, LTPage
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1

from include.clean.documents.layout import Char, lines_of_page
from include.clean.documents.paragraphs import PageLines, document_of
from include.clean.documents.record import MOST_CHARACTERS, Document
from include.errors import BadPageError

MOST_PAGES = 400  # of a document that may be a speech; government reports have up to 60
FEWEST_A_PAGE = 10  # characters on an average page; less is a scan with page numbers
UNKNOWN = "(cid:"  # what pdfminer.six writes for a glyph without a character
MOST_UNKNOWN = 0.1  # of the characters
NO_TITLE = ("Microsoft Word - ", "Microsoft PowerPoint - ")


def read_pdf(body: bytes) -> Document:
    """The text of a PDF. BadPageError: `encrypted`, `too_large`, `picture_only`, `undecodable`."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        document = PDFDocument(PDFParser(io.BytesIO(body)))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise BadPageError("it opens only with a password", reason="encrypted") from error
    pages: list[PageLines] = []
    characters = unknown = 0
    for page in _pages(document):
        found = list(_characters(page))
        characters += len(found)
        unknown += sum(char.text.startswith(UNKNOWN) or not char.text.isprintable() for char in found)
        if characters > MOST_CHARACTERS:
            raise BadPageError(f"more than {MOST_CHARACTERS} characters", reason="too_large")
        pages.append(PageLines(lines_of_page(found), page.height))
    if not pages:
        raise BadPageError("it has no pages", reason="unreadable_document")
    if characters < FEWEST_A_PAGE * len(pages):
        raise BadPageError(f"{len(pages)} pages with {characters} characters of text", reason="picture_only")
    if unknown > MOST_UNKNOWN * characters:
        raise BadPageError(f"{unknown} of {characters} glyphs say no character", reason="undecodable")
    return document_of(pages, _title_of(document))


def _pages(document: PDFDocument) -> Iterator[LTPage]:
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager, laparams=None)
    interpreter = PDFPageInterpreter(manager, device)
    for number, page in enumerate(PDFPage.create_pages(document), 1):
        if number > MOST_PAGES:
            raise BadPageError(f"more than {MOST_PAGES} pages", reason="too_large")
        interpreter.process_page(page)
        yield device.get_result()


def _characters(item: Iterable[LTItem]) -> Iterator[Char]:
    """The characters in the order of the file. What stands aslant is a watermark; blanks are where nothing is."""
    for child in item:
        if isinstance(child, LTChar):
            text, (a, b, *_) = child.get_text(), child.matrix
            if text.strip() and (abs(b) < 0.1 * abs(a) or abs(a) < 0.1 * abs(b)):
                yield Char(text, child.x0, child.x1, (child.y0 + child.y1) / 2, child.size)
        elif isinstance(child, LTContainer):
            yield from _characters(child)


def _title_of(document: PDFDocument) -> str | None:
    """The title in the properties of the file, where it is none that a program made up."""
    value = next((resolve1(info["Title"]) for info in document.info if "Title" in info), None)
    if not isinstance(value, bytes):
        return None
    encoding = "utf-16" if value.startswith((b"\xfe\xff", b"\xff\xfe")) else "gb18030"
    title = value.decode(encoding, "replace").replace("\x00", "").strip()
    for made_up in NO_TITLE:
        title = title.removeprefix(made_up)
    return title if title and "\ufffd" not in title else None
