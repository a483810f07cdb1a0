"""What the readers of documents give, and which types they read."""

from dataclasses import dataclass

from include.clean.media_types import OFFICE
from include.records import Record, Stripped

PDF, DOCX = "application/pdf", f"{OFFICE}.wordprocessingml.document"
DOCUMENTS = frozenset({PDF, DOCX})
BROKEN = 70  # the child's exit status for a file that its reader fails on (EX_SOFTWARE of sysexits.h)
MOST_CHARACTERS = 1_000_000  # of a document that may be a speech, or a book of them


@dataclass(frozen=True, slots=True)
class Document(Record):
    """The text of a document, a line for each paragraph and table row.

    `title_from` is `document` (its first lines) or `document_info` (its properties).
    """

    text: str
    title: str | None = None
    title_from: str | None = None
    stripped: tuple[Stripped, ...] = ()
