"""lxml reads the page: files that are no HTML are refused, absurd nesting and attributes are flattened.

Every tree that leaves here is at most `MAX_DEPTH` deep and has at most `MAX_ELEMENTS` elements, so that what comes
behind may walk it, and recurse, without a thought for hostile pages.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import cast

from lxml import etree, html
from lxml.html import HtmlElement

from include.clean.charset import visible
from include.clean.media_types import foreign_type
from include.errors import BadPageError

MAX_DEPTH = 200  # deeper trees are flattened: BeautifulSoup's parser drops what is below 256
MAX_ELEMENTS = 250_000  # of a whole page: several walks look at each
MAX_ATTRIBUTES = 100  # of one tag; libxml2 compares each with all before it
LONGEST_ATTRIBUTE = 20_000  # characters: an inlined picture is longer
LONG_TAG = 1_000  # characters, from which a tag is looked at
LINE_BREAK = "\u2028"  # stands for `<br>` and the like in a tree: no decoded text holds this character
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead"),
        *("tr", "ul"),
    )
)
NEVER_TEXT = (
    *("script", "style", "noscript", "template", "iframe", "svg", "object", "select", "textarea", "button"),
    *("input", "map", "video", "audio"),
)
_PAGE_END = re.compile(r"</(?:[bB][oO][dD][yY]|[hH][tT][mM][lL])\s{0,9}>")
# The grammar of HTML (Living Standard, 13.2.5), possessive so that no character is read twice.
_VALUE = r"\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+"
_ATTRIBUTE = re.compile(rf"[^\s/>][^\s/>=]*+(?:{_VALUE})?+")
_TAG = re.compile(  # scripts, styles and comments are passed over, a tag is taken whole
    r"<(?:[sS](?:cript|CRIPT|tyle|TYLE)\b[^<]*+(?:<(?!/[sS](?:cript|CRIPT|tyle|TYLE))[^<]*+)*+"
    r"|!--[^-]*+(?:-(?!->)[^-]*+)*+"
    rf"|[a-zA-Z][^\s/>]*+(?P<attributes>(?:[\s/]++|{_ATTRIBUTE.pattern})*+))"
)
_BLOCK_TAG = re.compile(rf"</?(?:{'|'.join(sorted(BLOCKS - {'body', 'p'}))}|br)\b[^<>]*>", re.IGNORECASE)
_KEPT_TAGS = "p|html|head|body|title|meta|link|script|style"
_INLINE_TAG = re.compile(rf"</?(?!(?:{_KEPT_TAGS})\b)[a-zA-Z][^<>]*>", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#(?:0{0,9}(\d{1,7})|[xX]0{0,9}([0-9a-fA-F]{1,6}))|(shy|lrm|rlm|zwj|zwnj)\b);?")
_AT_THE_BOTTOM = etree.XPath("/*" * MAX_DEPTH)
_COUNT = etree.XPath("count(//*)")
_START = etree.XPath("substring(normalize-space(), 1, $longest)")


def sniff(body: bytes) -> None:
    """Raise `BadPageError` for an empty body and for a document or a picture, whatever its name says (`empty`,
    `unsupported_type`)."""
    if not body.strip():
        raise BadPageError("the body is empty", reason="empty")
    if kind := foreign_type(body):
        raise BadPageError(f"the body is {kind}, which is no page", reason="unsupported_type")


def parse(text: str) -> HtmlElement:
    """The page as a tree, from a decoded text. No `</body>` or `</html>` ends it early; absurd nesting and attributes
    are flattened; no character reference brings in what `charset.visible` takes out.

    Raises `BadPageError`: `not_html` where nothing can be read, `too_large` for more elements than any article has.
    """
    text = "".join(_bounded(_PAGE_END.sub(" ", text)))
    if "&" in text:
        text = _REFERENCE.sub(_without_unseen, text)
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
    tree = _document(text, parser)
    if any("depth" in error.message.lower() for error in parser.error_log):  # libxml2 stops at 2048
        tree = _document(_INLINE_TAG.sub("", _BLOCK_TAG.sub(LINE_BREAK, text)), parser)
    if (count := int(cast(float, _COUNT(tree)))) > MAX_ELEMENTS:
        raise BadPageError(f"{count} elements, more than {MAX_ELEMENTS}", reason="too_large")
    for element in cast(list[HtmlElement], _AT_THE_BOTTOM(tree.getroottree())):
        _flatten(element)
    return tree


def short_text(element: HtmlElement, longest: int) -> str | None:
    """The words of an element on one line; None where they are more than `longest` characters.

    A part of a page that is cut off so early costs no more than its start, however often it is asked for.
    """
    start = " ".join(str(_START(element, longest=2 * longest)).split())
    return start if len(start) <= longest else None


def _bounded(text: str) -> Iterator[str]:
    """The page with no more attributes in a tag than any page has, and none of absurd length."""
    at = 0
    for match in _TAG.finditer(text):
        start, end = match.span("attributes")
        if end - start >= LONG_TAG:
            yield text[at:start]
            yield from _attributes(text, start, end)
            at = end
    yield text[at:]


def _attributes(text: str, start: int, end: int) -> Iterator[str]:
    attributes = islice(_ATTRIBUTE.finditer(text, start, end), MAX_ATTRIBUTES)
    return (f" {each[0]}" for each in attributes if len(each[0]) <= LONGEST_ATTRIBUTE)


def _without_unseen(match: re.Match[str]) -> str:
    """A character reference, or the line end or nothing that `visible` makes of its character."""
    if match[3]:
        return ""
    number = int(match[1] or match[2], 10 if match[1] else 16)
    if number in (9, 10, 13) or 0x80 <= number < 0xA0 or number > 0x10FFFF:  # HTML reads 128–159 as windows-1252
        return "\n" if number in (10, 13) else match[0]
    character = visible(chr(number))
    return match[0] if character == chr(number) else character


def _document(text: str, parser: html.HTMLParser) -> HtmlElement:
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise BadPageError(f"no HTML can be read: {error}", reason="not_html") from error


def _flatten(element: HtmlElement) -> None:
    """Turn everything inside an element into its text."""
    etree.strip_elements(element, *NEVER_TEXT, with_tail=False)
    pieces = [element.text or ""]
    for event, below in etree.iterwalk(element, events=("start", "end")):
        if below is not element:
            pieces.append(LINE_BREAK if below.tag in BLOCKS or below.tag == "br" else "")
            pieces.append((below.text if event == "start" else below.tail) or "")
    del element[:]
    element.text = "".join(pieces)
