"""BeautifulSoup takes the site's blocks out of the container; what is left becomes lines of text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from lxml import etree
from lxml.html import HtmlElement

from include.clean.container import weight_of
from include.clean.cues import kind_of_label
from include.clean.html import BLOCKS, MAX_DEPTH
from include.clean.render import lines
from include.records import Stripped

NEVER_TEXT = (
    *("script", "style", "noscript", "template", "iframe", "svg", "object", "select", "textarea", "button"),
    *("input", "map", "video", "audio"),
)
SITE_TAGS = {"nav": "navigation", "footer": "footer"}
# A block that its class calls comment, related, … goes when it holds less of the running text than this.
LITTLE = 0.3
MOST = 0.5  # a hidden block with more of it than this waits for a button that says 查看全文
LINK_SHARE = 0.6  # of a block's characters inside links: more is a list of links
LINK_LISTS = frozenset({"ul", "ol", "dl", "div", "table", "section", "aside", "p"})
PLAIN_TAGS = ("font", "b", "strong", "em", "i", "u", "big", "small", "span")  # unwrapped: they bear no structure
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)


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
    soup = _soup(container)
    stripped = [Stripped("selector", text) for css in drop for tag in soup.select(css) if (text := _take(tag))]
    for tag in soup.find_all(NEVER_TEXT):
        tag.decompose()
    measures: dict[int, Measure] = {}
    total = _measure(soup, False, measures).running
    stripped += _prune(soup, measures, total)
    return lines(soup), stripped


def _soup(container: HtmlElement) -> BeautifulSoup:
    for element in [element for element in container.iter(*PLAIN_TAGS) if not element.attrib]:
        if element is not container:
            element.drop_tag()
    if _depth(container) > MAX_DEPTH:
        etree.strip_tags(container, "div", "span", "section", "a", *PLAIN_TAGS)
    return BeautifulSoup(etree.tostring(container, encoding="unicode", method="html", with_tail=False), "lxml")


def _depth(root: HtmlElement) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


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
            running += 0 if in_link else weight_of(child)
    measures[id(tag)] = Measure(characters, linked, links, running)
    return measures[id(tag)]


def _prune(tag: Tag, measures: dict[int, Measure], total: int) -> Iterator[Stripped]:
    """Take out every block that is chrome, from the outside in."""
    for child in [child for child in tag.children if isinstance(child, Tag)]:
        kind = _kind_of(child, measures[id(child)], total)
        if kind is None:
            yield from _prune(child, measures, total)
        elif text := _take(child):
            yield Stripped(kind, text)


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
    kind = _named_kind(tag)
    if kind and measure.running <= LITTLE * total:
        return kind
    is_list = measure.links > 1 and measure.linked > max(LINK_SHARE * measure.characters, measure.running)
    return "links" if is_list and tag.name in LINK_LISTS else None


def _named_kind(tag: Tag) -> str | None:
    names = [*tag.get_attribute_list("class"), tag.get("id")]
    label = " ".join(str(name) for name in names if name)
    return kind_of_label(label) if label else None
