"""CSS selectors on an lxml tree, by way of BeautifulSoup's own selector engine (soupsieve)."""

from bs4 import BeautifulSoup
from lxml import etree
from lxml.html import HtmlElement

_MARK = "data-clean-number"


def select(tree: HtmlElement, css: str) -> list[HtmlElement]:
    """The elements that a CSS selector matches, in document order."""
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    for number, element in enumerate(elements):
        element.set(_MARK, str(number))
    soup = BeautifulSoup(etree.tostring(tree, encoding="unicode", method="html"), "lxml")
    for element in elements:
        del element.attrib[_MARK]
    return [elements[int(str(tag[_MARK]))] for tag in soup.select(css) if tag.has_attr(_MARK)]
