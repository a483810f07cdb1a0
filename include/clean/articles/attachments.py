"""The documents that a page links to: in its article or beside it, not in the site's head, foot and menus."""

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from lxml.html import HtmlElement

from include.clean.articles.addresses import base_of, resolved
from include.clean.cues import kind_of_label
from include.clean.text.lines import plain
from include.records import Attachment

KINDS = frozenset(
    ("pdf", "doc", "docx", "wps", "ofd", "rtf", "xls", "xlsx", "et", "ppt", "pptx", "ceb", "zip", "rar", "7z")
)
READABLE = frozenset({"pdf", "docx"})
MOST_READ = 3  # documents whose text stands in for a page's, where no name says which
COVER_NOTE = 200  # characters of a text that may do no more than hand on a document
LONGEST_NAME = 200  # characters
_SITE_TAGS = frozenset({"header", "footer", "nav"})
_ELSEWHERE = frozenset({"footer", "navigation", "comment", "related", "advertisement", "breadcrumb"})
_ENDING = re.compile(r"\.([A-Za-z0-9]{2,4})$")
# What an address of a document holds, or one that is written in another way: escapes, white space that goes.
_MAY_END = re.compile(rf"\.(?:{'|'.join(sorted(KINDS))})|[%\s]", re.IGNORECASE)
_FILE_NAME = re.compile(r"[^\s/\\]\.(?:pdf|docx?|wps|ofd)$", re.IGNORECASE)
_SPEECH = re.compile("讲话|发言|致辞|致词|报告|演讲|主持词|汇报")
_WEB = ("http", "https")


def attachments_of(
    root: HtmlElement, container: HtmlElement, heading: HtmlElement | None, url: str
) -> tuple[Attachment, ...]:
    """The documents linked in or near `container`, in the order of the page, each address once.

    `url` is the page's own; a page without one gives addresses as they stand. Near is what lies under the element that
    holds the container and the `heading`. Call it before the container is stripped: that uses it up.
    """
    found: dict[str, Attachment] = {}
    base = base_of(root.getroottree().getroot(), url)
    for element in _region(root, container, heading).iter("a", "iframe", "embed", "object"):
        attachment = _attachment(element, base)
        if attachment and attachment.url not in found and not _is_the_sites(element, root):
            found[attachment.url] = attachment
    return tuple(found.values())


def documents_for_text(attachments: Sequence[Attachment], title: str | None, text: str) -> tuple[Attachment, ...]:
    """Which documents stand in for the text of a page: none where the page speaks for itself.

    Of those that can be read, the one that is called like the page; else, where the page has no text at all, the first
    few in order. Behind a cover note (现将…印发给你们) only documents that are called like the page or like a speech.
    """
    readable = [each for each in attachments if each.kind in READABLE]
    same = [each for each in readable if _agrees(each.name, title)]
    if text and len(text) > COVER_NOTE:
        return ()
    if text:
        return tuple((same or [each for each in readable if _SPEECH.search(each.name)])[:1])
    return tuple(same[:1] or readable[:MOST_READ])


def _region(root: HtmlElement, container: HtmlElement, heading: HtmlElement | None) -> HtmlElement:
    """The smallest element with the container and the heading in it, else what is just around the container."""
    if heading is not None:
        above = {heading, *heading.iterancestors()}
        return next((element for element in (container, *container.iterancestors()) if element in above), root)
    parent = container.getparent()
    return container if parent is None or container is root else parent


def _is_the_sites(element: HtmlElement, root: HtmlElement) -> bool:
    """Whether an element stands in the head, the foot or the menus of the site."""
    for above in (element, *element.iterancestors()):
        if above is root:
            return False
        label = f"{above.get('class') or ''} {above.get('id') or ''}"
        if above.tag in _SITE_TAGS or (label != " " and kind_of_label(label) in _ELSEWHERE):
            return True
    return False


def _attachment(element: HtmlElement, base: str) -> Attachment | None:
    address = element.get("href") or element.get("src") or element.get("data")
    if not address or not (_MAY_END.search(address) or _MAY_END.search(base) or _kind_of_names(element)):
        return None
    absolute = resolved(base, address)
    if absolute is None:
        return None
    target = _document_address(absolute)
    name = _name(element) or unquote(urlsplit(target).path.rpartition("/")[2])
    kind = _kind_of_address(target) or _kind_of_names(element)
    if kind is None or (base and urlsplit(target).scheme not in _WEB):
        return None
    return Attachment(target, name[:LONGEST_NAME], kind)


def _document_address(target: str) -> str:
    """The document's own address, where the target is a viewer that is told which to show: viewer.html?file=…"""
    parts = urlsplit(target)
    for name, value in parse_qsl(parts.query):
        shown = name.lower() in ("file", "src", "furl", "pdfurl") and "/" in value
        if shown and _ending(urlsplit(value).path) and parts.path.lower().endswith((".html", ".htm")):
            return urljoin(target, value)
    return target.partition("#")[0]


def _kind_of_address(target: str) -> str | None:
    """By the path, else by a parameter that names a file: download.jsp?filename=1.pdf."""
    parts = urlsplit(target)
    return _ending(unquote(parts.path)) or next(
        (kind for _, value in parse_qsl(parts.query) if (kind := _ending(value))), None
    )


def _kind_of_names(element: HtmlElement) -> str | None:
    """By what the link is called, where its address tells nothing: title="讲话.docx"."""
    if element.tag != "a":
        return None
    names = (element.get("download"), element.get("title"), element.text_content())
    return next((_ending(name.strip()) for name in names if name and _FILE_NAME.search(name.strip())), None)


def _ending(name: str) -> str | None:
    match = _ENDING.search(name)
    return match[1].lower() if match and match[1].lower() in KINDS else None


def _name(element: HtmlElement) -> str:
    words = " ".join(str(element.text_content()).split()) if element.tag == "a" else ""
    return words or " ".join((element.get("title") or element.get("download") or "").split())


def _agrees(name: str, title: str | None) -> bool:
    """Whether a document is called like the page, the ending and marks aside."""
    bare, wanted = plain(_ENDING.sub("", name)), plain(title)
    return len(bare) >= 4 and len(wanted) >= 4 and (bare in wanted or wanted in bare)
