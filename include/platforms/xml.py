"""Reads the XML of feeds and sitemaps, without trust: no entity is resolved, nothing is loaded, size is bounded."""

import html.entities
import re
import sys
from collections.abc import Iterator

from lxml import etree

from include.errors import BrokenSourceError
from include.platforms.plain import plain

SHOWN = 60  # characters of a body that is something else
CDATA, CDATA_END = "<![CDATA[", "]]>"
BARE = re.compile(r"&(?!#\d{1,7};|#x[0-9a-fA-F]{1,6};|[A-Za-z]\w{0,30};)")
NOT_OF_XML = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z]\w{0,30};)")
NUMERIC = re.compile(r"&#(?:(\d{1,7})|x([0-9a-fA-F]{1,6}));")
# What XML 1.0 forbids in a document (2.2 Characters)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def read_xml(text: str, url: str, roots: frozenset[str]) -> etree._Element:
    """The root element of a document, its local name one of `roots`; BrokenSourceError says what stands there else.

    What sites get wrong is mended: a bare ampersand, entities of HTML, control characters; of a document that
    breaks off, what is there is read.
    """
    root = _parsed(text, recover=False)
    if root is None:
        root = _parsed(_mended(text), recover=True)
    if root is None or local_name(root) not in roots:
        found = f"<{local_name(root)}>" if root is not None else "no XML"
        start = " ".join(text[:SHOWN].split())
        raise BrokenSourceError(f"{url} is no {' or '.join(sorted(roots))}: it holds {found} ({start!r}…)")
    return root


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace, which sites vary and forget; empty for an entity."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of that local name: those of the element's own namespace first (title before media:title)."""
    found = [child for child in element if local_name(child) == name]
    own = _namespace(element)
    return iter(sorted(found, key=lambda child: _namespace(child) != own))


def text_of(element: etree._Element, *names: str) -> str:
    """The text of the first child, by the order of `names`, that has any; on one line and without markup."""
    for name in names:
        for child in children(element, name):
            if text := plain("".join(map(str, child.itertext()))):
                return text
    return ""


def address_of(element: etree._Element, name: str) -> str:
    """The text of the first child of that name as an address: nothing is taken for markup."""
    for child in children(element, name):
        if text := "".join("".join(map(str, child.itertext())).split("\n")).strip():
            return text
    return ""


def _parsed(text: str, *, recover: bool) -> etree._Element | None:
    parser = etree.XMLParser(
        encoding="utf-8",  # whatever the declaration says: the text is decoded already
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text.strip().encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def _mended(text: str) -> str:
    """The text with what XML does not know written as XML knows it; CDATA sections stay as they are.

    Linear in the text, whatever it is: hence no pattern for a whole section.
    """
    *closed, rest = FORBIDDEN.sub("", text).split(CDATA_END)
    mended = []
    for piece in closed:
        outside, mark, inside = piece.partition(CDATA)
        mended.append(_escaped(outside) + mark + inside + CDATA_END)
    return "".join(mended) + _escaped(rest)


def _escaped(text: str) -> str:
    return NUMERIC.sub(_allowed, NOT_OF_XML.sub(_entity, BARE.sub("&amp;", text)))


def _allowed(reference: re.Match[str]) -> str:
    """A reference to a character as it stands; nothing where it is to one that XML forbids, half a pair among them."""
    code = int(reference[1]) if reference[1] else int(reference[2], 16)
    return reference.group() if code <= sys.maxunicode and not FORBIDDEN.match(chr(code)) else ""


def _entity(match: re.Match[str]) -> str:
    known = html.entities.html5.get(match[1])
    return known if known and known not in "<&" else f"&amp;{match[1]}"


def _namespace(element: etree._Element) -> str:
    return element.tag.rpartition("}")[0] if isinstance(element.tag, str) else ""
