"""Lists of short items, each with a link of its own beside its text: comments, related articles with a summary."""

import re
from collections.abc import Mapping
from itertools import takewhile

from lxml.html import HtmlElement

from include.clean.markup.html import BLOCKS

FEWEST = 4  # items that make a list
FEWEST_TITLED = 2  # the same where their links are as long as titles
LONGEST_ITEM = 150  # characters of running text; chapters and answers are longer
SHORTEST = 2  # characters of a link that says something
TITLE = 6  # Chinese characters that a link with a title has at least
MOST_ITEMS = 0.8  # share of the children with text that must be such items
_HAN = re.compile("[\u3400-\u9fff]")


def feeds(body: HtmlElement, weights: dict[HtmlElement, int]) -> list[HtmlElement]:
    """The elements whose children are such items, in document order. `weights` are the body's `running_text`."""
    linked: set[HtmlElement] = set()
    titled: set[HtmlElement] = set()
    with_sentences: dict[HtmlElement, bool] = {}
    for link in body.iter("a"):
        if not link.get("href") or link.getparent() in titled or _is_in_a_sentence(link, weights, with_sentences):
            continue
        words = (str(link.text_content()) if len(link) else link.text or "").strip()
        if len(words) < SHORTEST:
            continue
        _mark(link, linked)
        if len(_HAN.findall(words)) >= TITLE:
            _mark(link, titled)
    heavy = (element for element in reversed(weights) if weights[element] and element in linked)
    return [element for element in heavy if _is_feed(element, weights, linked, titled)]


def _mark(link: HtmlElement, marked: set[HtmlElement]) -> None:
    marked.update(takewhile(lambda element: element not in marked, link.iterancestors()))


def _is_in_a_sentence(
    link: HtmlElement, weights: Mapping[HtmlElement, int], with_sentences: dict[HtmlElement, bool]
) -> bool:
    """Whether running text stands around a link in its own block, blocks inside that left aside."""
    block = next((element for element in link.iterancestors() if element.tag in BLOCKS), None)
    if block is None or not weights.get(block):
        return False
    if block not in with_sentences:  # once for a block: there are lists of a hundred thousand links
        inside = sum(weights[child] for child in block if child.tag in BLOCKS)
        with_sentences[block] = weights[block] > inside
    return with_sentences[block]


def _is_feed(
    element: HtmlElement, weights: Mapping[HtmlElement, int], linked: set[HtmlElement], titled: set[HtmlElement]
) -> bool:
    items = [child for child in element if weights.get(child, 0)]
    if len(items) < FEWEST_TITLED or max(weights[item] for item in items) > LONGEST_ITEM:
        return False
    first = (items[0].tag, items[0].get("class"))
    alike = [item for item in items if (item.tag, item.get("class")) == first]
    if len(alike) < MOST_ITEMS * len(items):
        return False
    if len(items) >= FEWEST:
        return sum(item in linked for item in alike) >= MOST_ITEMS * len(items)
    return (first[0] == "li" or bool(first[1])) and all(item in titled for item in items)
