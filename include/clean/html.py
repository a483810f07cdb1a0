"""lxml reads the page: files that are no HTML are refused, absurd nesting is flattened."""

import re

from lxml import etree, html
from lxml.html import HtmlElement

from include.clean.media_types import foreign_type
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
_PAGE_END = re.compile(r"</(?:body|html)\s{0,9}>", re.IGNORECASE)
_HUGE_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9:]{0,20})[^<>]{20000,}>")  # a million attributes, an inlined picture
_WRAPPER = re.compile(
    r"</?(?:div|span|font|section|center|b|i|u|em|strong|big|small|a|ins|o:p)\b[^<>]*>", re.IGNORECASE
)


def sniff(body: bytes) -> None:
    """Raise `BadPageError` for an empty body and for a document or a picture, whatever its name says (`empty`,
    `unsupported_type`)."""
    if not body.strip():
        raise BadPageError("the body is empty", reason="empty")
    if kind := foreign_type(body):
        raise BadPageError(f"the body is {kind}, which is no page", reason="unsupported_type")


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
