"""BeautifulSoup takes the site's blocks out of the container; what is left becomes lines of text."""

import re
from copy import deepcopy
from typing import NamedTuple, cast

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from lxml import etree
from lxml.html import HtmlElement

from include.clean.cues import kind_of_label
from include.clean.markup.html import BLOCKS, LINE_BREAK, NEVER_TEXT
from include.clean.markup.render import lines
from include.clean.markup.weights import weight_of
from include.errors import BadPageError
from include.records import Stripped

MAX_TEXT = 2_000_000  # characters; by estimate ten times the longest compilation
MAX_TAGS = 50_000  # BeautifulSoup takes 2 kB and 50 µs for each; no article needs as many
MAX_LINES = 50_000  # every rule for lines looks at each
SITE_TAGS = {"nav": "navigation", "footer": "footer"}
# A block that its class calls comment, related, … goes when it holds less of the running text than this.
LITTLE = 0.3
MOST = 0.5  # a hidden block with more of it than this waits for a button that says 查看全文
LINK_SHARE = 0.6  # of a block's characters inside links: more is a list of links
LINK_LISTS = frozenset({"ul", "ol", "dl", "div", "table", "section", "aside", "p"})
PLAIN_TAGS = ("font", "b", "strong", "em", "i", "u", "big", "small", "span")  # unwrapped: they bear no structure
_PLAIN = "x-plain"  # what a tag of `PLAIN_TAGS` is called that is about to be unwrapped
_ASKED_FOR = frozenset({"class", "id", "href", "style"})
_LINES = tuple(BLOCKS - {"td", "th"})  # what begins and ends a line
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)
_LENGTH, _TAGS = etree.XPath("string-length()"), etree.XPath("count(descendant::*)")


class Measure(NamedTuple):
    """What a tag holds: characters, those inside links, links, characters of running text."""

    characters: int = 0
    linked: int = 0
    links: int = 0
    running: int = 0


def strip(container: HtmlElement, drop: tuple[str, ...] = ()) -> tuple[str, list[Stripped]]:
    """The text of a container, a line per block, and what was taken out of it, by kind.

    `drop` are CSS selectors of the source; everything else is generic.
    """
    soup = _soup(container, keep_attributes=bool(drop))
    stripped = [Stripped("selector", text) for css in drop for tag in soup.select(css) if (text := _take(tag))]
    measures: dict[int, Measure] = {}
    total = _measure(soup, False, measures).running
    _prune(soup, measures, total, stripped)
    text = lines(soup)
    if (count := text.count("\n") + 1) > MAX_LINES:
        raise BadPageError(f"{count} lines of text, more than {MAX_LINES}", reason="too_large")
    return text, stripped


def _soup(container: HtmlElement, keep_attributes: bool) -> BeautifulSoup:
    """The container without scripts and without tags that bear no structure, for BeautifulSoup; itself unchanged."""
    root = deepcopy(container)
    etree.strip_elements(root, *NEVER_TEXT, with_tail=False)
    _close_up(root)  # first: lxml takes quadratic time for text that stripped tags leave in pieces
    for element in root.iter("br"):
        element.tail = LINE_BREAK + (element.tail or "")
    for element in root.iter(*PLAIN_TAGS):
        if element is not root and _is_plain(element, keep_attributes):
            element.tag = _PLAIN
    etree.strip_tags(root, "br", _PLAIN)
    _check_size(root)
    if not keep_attributes:
        _drop_attributes(root)
    return BeautifulSoup(etree.tostring(root, encoding="unicode", method="html", with_tail=False), "lxml")


def _close_up(root: HtmlElement) -> None:
    """Take out white space beside the ends of blocks: no line shows it, and it costs BeautifulSoup as much as text."""
    for element in root.iter(*_LINES):
        if (text := element.text) and text.isspace():
            element.text = None
        if element is not root and (tail := element.tail) and tail.isspace():
            element.tail = None


def _drop_attributes(root: HtmlElement) -> None:
    """Take out the attributes that nobody asks for."""
    for element in root.iter():
        for name in list(element.attrib):
            if name not in _ASKED_FOR or (name == "style" and not _HIDDEN.search(element.get(name, ""))):
                del element.attrib[name]


def _is_plain(element: HtmlElement, keep_attributes: bool) -> bool:
    if not element.attrib:
        return True
    is_styled = element.keys() == ["style"] and not _HIDDEN.search(element.get("style") or "")
    return not keep_attributes and (is_styled or not (len(element) or element.text))


def _check_size(root: HtmlElement) -> None:
    characters, tags = int(cast(float, _LENGTH(root))), int(cast(float, _TAGS(root)))
    if characters > MAX_TEXT:
        raise BadPageError(f"{characters} characters of text, more than {MAX_TEXT}", reason="too_large")
    if tags > MAX_TAGS:
        raise BadPageError(f"{tags} tags around the text, more than {MAX_TAGS}", reason="too_large")


def _measure(tag: Tag, in_link: bool, measures: dict[int, Measure]) -> Measure:
    """Measure a tag and everything below it, once: asking BeautifulSoup again for every block is quadratic."""
    is_link = tag.name == "a" and bool(tag.get("href"))
    in_link = in_link or is_link
    characters = linked = running = 0
    links = int(is_link)
    for child in tag.children:
        if isinstance(child, Tag):
            below = _measure(child, in_link, measures)
            characters, linked = characters + below.characters, linked + below.linked
            links, running = links + below.links, running + below.running
        elif isinstance(child, NavigableString):
            length = len(child.strip())
            characters += length
            linked += length * in_link
            running += 0 if in_link else sum(map(weight_of, child.split(LINE_BREAK)))
    measures[id(tag)] = Measure(characters, linked, links, running)
    return measures[id(tag)]


def _prune(tag: Tag, measures: dict[int, Measure], total: int, stripped: list[Stripped]) -> None:
    """Take out every block that is chrome, from the outside in."""
    for child in [child for child in tag.children if isinstance(child, Tag)]:
        kind = _kind_of(child, measures[id(child)], total)
        if kind is None:
            _prune(child, measures, total, stripped)
        elif text := _take(child):
            stripped.append(Stripped(kind, text))


def _take(tag: Tag) -> str:
    text = " ".join(tag.get_text(" ").split())
    tag.decompose()
    return text


def _kind_of(tag: Tag, measure: Measure, total: int) -> str | None:
    """The kind of chrome that a tag is, None for content."""
    if tag.name in SITE_TAGS:
        return SITE_TAGS[tag.name]
    style = tag.get("style")
    if isinstance(style, str) and _HIDDEN.search(style) and measure.running <= MOST * total:
        return "hidden"
    if tag.name not in BLOCKS:
        return None
    kind = "form" if tag.name == "form" else _named_kind(tag)
    if kind and measure.running <= LITTLE * total:
        return kind
    is_list = measure.links > 1 and measure.linked > max(LINK_SHARE * measure.characters, measure.running)
    return "links" if is_list and tag.name in LINK_LISTS else None


def _named_kind(tag: Tag) -> str | None:
    names = [*tag.get_attribute_list("class"), tag.get("id")]
    label = " ".join(str(name) for name in names if name)
    return kind_of_label(label) if label else None
