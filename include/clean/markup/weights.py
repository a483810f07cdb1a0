"""How much running text every element of a page holds, and what of it can be the article's.

Running text are Chinese characters outside links, in a text node that has sentence punctuation.
"""

import re
from itertools import takewhile

from lxml.html import HtmlElement

from include.clean.cues import kind_of_label
from include.clean.markup.feeds import feeds
from include.clean.markup.html import BLOCKS

ENOUGH = 60  # characters of running text that make an article
A_TENTH = 0.1  # share of the text that must be left beside lists of items and hidden blocks
HALF = 0.5  # hidden blocks hold no article where what is seen holds more than this share of theirs
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)
_HAN = re.compile("[\u3400-\u9fff]+")  # runs: a list of single characters takes 70 bytes for each
_SENTENCE_MARK = re.compile("[，。；！？、：,;!?]")
# Kinds of blocks that may hold many sentences.
_ELSEWHERE = frozenset({"comment", "related", "footer", "advertisement"})
_WEIGHTLESS = frozenset(
    ("script", "style", "noscript", "template", "iframe", "svg", "object", "select", "textarea", "button", "title")
)


def article_weights(body: HtmlElement) -> dict[HtmlElement, int]:
    """The running text of the page without what its name, its form or its style says is not the article.

    Where next to nothing is left, what looked like furniture is all there is, and counts.
    """
    every = running_text(body)
    named = [element for element, weight in every.items() if weight and is_furniture(element)]
    for ignored, least in (
        ([*named, *feeds(body, every), *_hidden(body, every)], max(ENOUGH, A_TENTH * every[body])),
        (named, ENOUGH),
    ):
        weights = _without(ignored, every)
        if weights[body] >= least:
            return weights
    return every


def running_text(root: HtmlElement) -> dict[HtmlElement, int]:
    """Characters of running text in every element below (and in) `root`."""
    weights: dict[HtmlElement, int] = {}
    for element in reversed(list(root.iter())):
        weight = 0
        if element.tag not in _WEIGHTLESS and not is_link(element):
            weight = weight_of(element.text)
            for child in element:
                weight += weights[child]
                if tail := child.tail:
                    weight += weight_of(tail)
        weights[element] = weight
    return weights


def weight_of(text: str | None) -> int:
    """Chinese characters of a text that has sentence punctuation, 0 for any other."""
    if not text or text.isascii() or not _SENTENCE_MARK.search(text):
        return 0
    return sum(map(len, _HAN.findall(text)))


def is_link(element: HtmlElement) -> bool:
    """Whether an element is a link that leads somewhere."""
    return bool(element.tag == "a" and element.get("href"))


def is_furniture(element: HtmlElement) -> bool:
    """Whether the class or id of a block says comment, related, footer or advertisement."""
    if element.tag not in BLOCKS or element.tag == "body":
        return False
    label = f"{element.get('class') or ''} {element.get('id') or ''}"
    return label != " " and kind_of_label(label) in _ELSEWHERE


def _without(ignored: list[HtmlElement], weights: dict[HtmlElement, int]) -> dict[HtmlElement, int]:
    """The weights with some elements taken out of all that are around them."""
    left = dict(weights)
    for element in ignored:
        weight = left[element]
        around = takewhile(lambda outer: left.get(outer), (element, *element.iterancestors()))
        for outer in list(around) if weight else ():
            left[outer] -= weight
        for inner in element.iter() if weight else ():
            left[inner] = 0
    return left


def _hidden(body: HtmlElement, weights: dict[HtmlElement, int]) -> list[HtmlElement]:
    """What `display:none` hides, unless it holds so much that a script is to show it."""
    hidden = [element for element in body.iterfind(".//*[@style]") if weights.get(element) and _is_hidden(element)]
    seen = _without(hidden, weights)[body]
    return hidden if seen >= HALF * (weights[body] - seen) else []


def _is_hidden(element: HtmlElement) -> bool:
    return bool(_HIDDEN.search(element.get("style", "")))
