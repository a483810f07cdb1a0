"""lxml reads the page: files that are no HTML are refused, absurd nesting is flattened."""

import re

from lxml import etree, html
from lxml.html import HtmlElement

from include.errors import BadPageError

MAX_DEPTH = 200  # deeper trees are flattened: BeautifulSoup's parser drops what is below 256
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead"),
        *("tr", "ul"),
    )
)
_MAGIC = (
    *((b"%PDF", "PDF"), (b"PK\x03\x04", "ZIP or Office"), (b"\xd0\xcf\x11\xe0", "old Office"), (b"{\\rtf", "RTF")),
    *((b"\x89PNG", "PNG"), (b"GIF8", "GIF"), (b"\xff\xd8\xff", "JPEG"), (b"Rar!", "RAR")),
)
_PAGE_END = re.compile(r"</(?:body|html)\s{0,9}>", re.IGNORECASE)
_HUGE_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9:]{0,20})[^<>]{20000,}>")  # a million attributes, an inlined picture
_WRAPPER = re.compile(
    r"</?(?:div|span|font|section|center|b|i|u|em|strong|big|small|a|ins|o:p)\b[^<>]*>", re.IGNORECASE
)


def sniff(body: bytes) -> None:
    """Raise `BadPageError` for an empty body and for files that are no HTML, whatever their name says."""
    start = body[:1024].lstrip()
    if not start:
        raise BadPageError("the body is empty", reason="empty")
    for magic, name in _MAGIC:
        if start.startswith(magic):
            raise BadPageError(f"the body is no HTML but of the type: {name}", reason="not_html")


def parse(text: str) -> HtmlElement:
    """The page as a tree. No `</body>` or `</html>` ends it early; absurd nesting and attributes are flattened.

    Raises `BadPageError("not_html")` where nothing can be read.
    """
    text = _HUGE_TAG.sub(r"<\1>", _PAGE_END.sub(" ", text))
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    tree = _document(text, parser)
    if any("depth" in error.message.lower() for error in parser.error_log):
        tree = _document(_WRAPPER.sub("\n", text), parser)
    return tree


def _document(text: str, parser: html.HTMLParser) -> HtmlElement:
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise BadPageError(f"no HTML can be read: {error}", reason="not_html") from error
