"""Finds the container of a page's running text, without any selector.

What counts is *running text*: Chinese characters outside links, in a text node that has sentence punctuation.
From the body, the walk goes down to the child that holds most of it, and stops where no child does.
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from include.clean.cues import kind_of_label
from include.clean.html import BLOCKS

ENOUGH = 60  # characters of running text that make an article
MOST = 0.5  # share of the running text that a child must hold for the walk to go on
NEARLY_ALL = 0.9  # the same where the class says that this is the article itself
SAME_START = 40  # characters in which two copies of one text agree
NOTABLE = 0.2  # share of a longer text elsewhere that makes the text beside the title the page's own
LONG = 3000  # characters of running text, more of which count no more in that comparison
_HAN = re.compile("[\u3400-\u9fff]")
_SENTENCE_MARK = re.compile("[，。；！？、：,;!?]")
_CONTENT = re.compile(
    r"js_content|rich_media_content|trs_editor|ucap-content|\bzoom(?:con)?\b|artibody|endtext|zhengwen|neirong"
    r"|\b(?:article|news|detail|main|post|entry|text|content|art)[-_]?(?:content|text|body|con|detail|article|nr)\b",
    re.IGNORECASE,
)
_LAYOUT = re.compile(
    r"\b(?:row|col|container|wrap\w*|box|w\d+|clear\w*|left|right|f[lr]|main|grid|mod|item|list|inner)\b|col-"
)
# Kinds of blocks that may hold many sentences.
_ELSEWHERE = frozenset({"comment", "related", "footer", "advertisement"})
_WEIGHTLESS = frozenset(
    ("script", "style", "noscript", "template", "iframe", "svg", "object", "select", "textarea", "button", "title")
)


def find_container(body: HtmlElement, heading: HtmlElement | None = None) -> HtmlElement:
    """The element that holds the running text of the page; `body` itself where no part of it stands out.

    `heading` is the element with the page's title, where known: a short article next to it wins over other
    short texts elsewhere.
    """
    weights = running_text(body, ignored=frozenset(element for element in body.iter() if is_furniture(element)))
    if weights[body] < ENOUGH:  # what looks like furniture by name is all there is
        weights = running_text(body)
    container = _descend(body, weights)
    home = _home(heading, body, weights)
    if home is None or home in (container, *container.iterancestors()) or container in home.iterancestors():
        return container
    return _descend(home, weights) if weights[home] >= NOTABLE * min(LONG, weights[container]) else container


def _descend(node: HtmlElement, weights: dict[HtmlElement, int]) -> HtmlElement:
    while (best := max(_blocks(node), key=lambda child: weights[child], default=None)) is not None:
        needed = NEARLY_ALL if _is_named_content(node) and not _is_named_content(best) else MOST
        if weights[best] <= needed * weights[node] or _is_one_of_several(best, node, weights):
            twin = _said_twice(node, weights)
            return node if twin is None else _descend(twin, weights)
        node = best
    return node


def _is_named_content(element: HtmlElement) -> bool:
    return bool(_CONTENT.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def _said_twice(node: HtmlElement, weights: dict[HtmlElement, int]) -> HtmlElement | None:
    """The first of two children with one text: the page holds it once for each kind of screen."""
    children = sorted(_blocks(node), key=lambda child: -weights[child])
    if len(children) < 2 or not ENOUGH <= weights[children[0]] <= 1.1 * weights[children[1]]:
        return None
    first, second = children[:2]
    start = "".join(first.text_content().split())[:SAME_START]
    return first if "".join(second.text_content().split()).startswith(start) else None


def _home(heading: HtmlElement | None, body: HtmlElement, weights: dict[HtmlElement, int]) -> HtmlElement | None:
    """The smallest element around the title that holds an article's worth of running text."""
    around = () if heading is None else heading.iterancestors()
    return next((element for element in around if weights.get(element, 0) >= ENOUGH and element is not body), None)


def is_furniture(element: HtmlElement) -> bool:
    """Whether the class or id of a block says comment, related, footer or advertisement."""
    label = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in BLOCKS and element.tag != "body" and label != " " and kind_of_label(label) in _ELSEWHERE


def running_text(root: HtmlElement, ignored: frozenset[HtmlElement] = frozenset()) -> dict[HtmlElement, int]:
    """Characters of running text in every element below (and in) `root`, nothing in those `ignored`."""
    weights: dict[HtmlElement, int] = {}
    for element in reversed(list(root.iter())):
        inside = weight_of(element.text) + sum(weights[child] + weight_of(child.tail) for child in element)
        weights[element] = 0 if element.tag in _WEIGHTLESS or _is_link(element) or element in ignored else inside
    return weights


def weight_of(text: str | None) -> int:
    """Chinese characters of a text that has sentence punctuation, 0 for any other."""
    if not text or not _SENTENCE_MARK.search(text):
        return 0
    return len(_HAN.findall(text))


def _is_link(element: HtmlElement) -> bool:
    return bool(element.tag == "a" and element.get("href"))


def _blocks(node: HtmlElement) -> Iterator[HtmlElement]:
    """Children that the walk can go down to: blocks, and any span or tag of the site's own that holds blocks."""
    return (child for child in node if child.tag in BLOCKS or any(below.tag in BLOCKS for below in child))


def _is_one_of_several(best: HtmlElement, node: HtmlElement, weights: dict[HtmlElement, int]) -> bool:
    """Whether `best` is just the longest paragraph: nothing but text inside, and siblings of its kind beside it."""
    if any(weights[child] for child in _blocks(best)):
        return _has_kin(best, node, weights)
    return best.tag == "p" or any(weights[child] for child in _blocks(node) if child is not best)


def _has_kin(best: HtmlElement, node: HtmlElement, weights: dict[HtmlElement, int]) -> bool:
    """Whether `best` is one chapter: siblings of the same tag and class hold a good part of the text too."""
    name = best.get("class")
    if best.tag != "section" and (not name or _LAYOUT.search(name)):
        return False
    kin = (
        child for child in _blocks(node) if child is not best and (child.tag, child.get("class")) == (best.tag, name)
    )
    return any(weights[child] >= max(ENOUGH, NOTABLE * weights[best]) for child in kin)
