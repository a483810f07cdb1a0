"""A body that is itself a document: a listing's link led straight to a .pdf or .docx."""

from include.clean.about.dates import date_in_url
from include.clean.absence import has_article
from include.clean.articles.join import Piece, join
from include.clean.documents import DOCUMENTS, read_document
from include.clean.media_types import foreign_type
from include.clean.speeches.split import split_speeches
from include.clean.text.chrome import without_chrome
from include.errors import BadPageError
from include.records import CleanedPage


def is_document(body: bytes) -> bool:
    """Whether the bytes are a document whose text can be read."""
    return foreign_type(body) in DOCUMENTS


def clean_document(body: bytes, url: str, listed_on: str | None, listed_title: str | None = None) -> CleanedPage:
    """The document as a page: its title by its first lines, its properties or the listing, its day by the address or
    the listing.

    The day a file says it was made on is none of publication. BadPageError with the reasons of `read_document`, or
    `no_speech`.
    """
    document = read_document(body)
    title = document.title or listed_title
    kept, lines = without_chrome(document.text, title)
    text, repairs, _ = join([Piece(kept)])
    if not has_article(text):
        raise BadPageError(f"no article in the document ({len(text)} characters of text)", reason="no_speech")
    in_url = date_in_url(url)
    return CleanedPage(
        title=title,
        published_on=in_url or listed_on,
        published_from="url" if in_url else "listing" if listed_on else None,
        charset="utf-8",
        text=text,
        speeches=tuple(split_speeches(text, title)),
        stripped=(*document.stripped, *lines),
        title_from=document.title_from if document.title else "listing" if listed_title else None,
        repairs=repairs,
    )
