"""Finds the container of a page's running text, without any selector.

What counts is *running text*: Chinese characters outside links, in a text node that has sentence punctuation.
From the body, the walk goes down to the child that holds most of it, and stops where no child does.
"""

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from lxml.html import HtmlElement

from include.clean.markup.html import BLOCKS
from include.clean.markup.weights import ENOUGH, article_weights, is_link, running_text

MOST = 0.5  # share of the running text that a child must hold for the walk to go on
NEARLY_ALL = 0.9  # the same where the class says that this is the article itself
SAME = 0.9  # of the sentences of two copies of one text that must be the same
NOTABLE = 0.2  # share of a longer text elsewhere that makes the text beside the title the page's own
LONG = 3000  # characters of running text, more of which count no more in that comparison
NAMED = 0.35  # as MOST, where the class says that the child is the article, and says so of no other child
LOOSE = 0.15  # share of the text in paragraphs beside the heaviest child that makes it one part of the article
BREAKS = 3  # of <br> that make an element an article
_HAN = re.compile("[\u3400-\u9fff]")
_CONTENT = re.compile(
    r"js_content|rich_media_content|trs_editor|ucap-content|\bzoom(?:con)?\b|artibody|end[-_]?text|zhengwen|neirong"
    r"|\b(?:article|news|detail|main|post|entry|text|content|art)[-_]?(?:content|text|body|con|detail|article|nr)\b",
    re.IGNORECASE,
)
_LAYOUT = re.compile(
    r"\b(?:row|col|container|wrap\w*|box|w\d+|clear\w*|left|right|f[lr]|main|grid|mod|item|list|inner)\b|col-"
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
ROWS = frozenset({"tr", "li", "dd"})
FEWEST_ROWS = 3  # with text, beside the heaviest, that make rows of one article out of a page's rows
_SENTENCE_END = re.compile("[。！？；!?;]")


def find_container(body: HtmlElement, heading: HtmlElement | None = None) -> HtmlElement:
    """The element that holds the running text of the page; `body` itself where no part of it stands out.

    `heading` is the element with the page's title, where known: a short article next to it wins over other
    short texts elsewhere.
    """
    weights = article_weights(body)
    container = _descend(body, weights)
    home = _home(heading, body, weights)
    if home is None or home in (container, *container.iterancestors()):
        return container
    if container in home.iterancestors():  # nothing on the page stood out, but what is around the title does
        return _descend(home, weights) if container is body and weights[home] >= NAMED * weights[body] else container
    return _descend(home, weights) if weights[home] >= NOTABLE * min(LONG, weights[container]) else container


def article_elsewhere(chosen: HtmlElement, body: HtmlElement, heading: HtmlElement | None) -> int:
    """Characters of the article that stands elsewhere on the page where a chosen element holds next to nothing of it,
    else 0: the selector is of an older layout, and matches the footer or an empty frame now."""
    weights = running_text(body)
    article = weights[find_container(body, heading)]
    return article if article >= ENOUGH and weights[chosen] < NOTABLE * min(LONG, article) else 0


def _descend(node: HtmlElement, weights: dict[HtmlElement, int]) -> HtmlElement:
    while (best := max(_blocks(node), key=lambda child: weights[child], default=None)) is not None:
        if weights[best] <= _needed(best, node, weights) * weights[node] or _is_one_of_several(best, node, weights):
            twin = _said_twice(node, weights)
            return node if twin is None else _descend(twin, weights)
        node = best
    return node


def _needed(best: HtmlElement, node: HtmlElement, weights: dict[HtmlElement, int]) -> float:
    """The share of a node's running text that its heaviest child must have more of for the walk to go on.

    Paragraphs behind the last block of a body are its footer.
    """
    if _is_named_content(best):
        parts = [child for child in _blocks(node) if weights[child] >= ENOUGH and _is_named_content(child)]
        return NAMED if len(parts) <= 1 else 1
    if _is_named_content(node) or best.tag == "blockquote" or (best.tag, node.tag) == ("section", "section"):
        return NEARLY_ALL  # they are more often a part of an article than all of it
    around = takewhile(lambda child: child is not best, _blocks(node)) if node.tag == "body" else _blocks(node)
    loose = sum(weights[child] for child in around if child is not best and _is_paragraph(child, weights))
    return 1 if loose >= max(ENOUGH, LOOSE * weights[node]) else MOST


def _is_paragraph(element: HtmlElement, weights: dict[HtmlElement, int]) -> bool:
    return element.tag not in HEADINGS and not any(weights[child] for child in _blocks(element))


def _is_named_content(element: HtmlElement) -> bool:
    return bool(_CONTENT.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def _said_twice(node: HtmlElement, weights: dict[HtmlElement, int]) -> HtmlElement | None:
    """The first of two children with one text: the page holds it once for each kind of screen."""
    children = sorted(_blocks(node), key=lambda child: -weights[child])
    if len(children) < 2 or not ENOUGH <= weights[children[0]] <= 1.1 * weights[children[1]]:
        return None
    first, second = children[0], _sentences(children[1])
    said = set(_sentences(first))
    return first if sum(sentence in said for sentence in second) >= SAME * len(second) else None


def _sentences(element: HtmlElement) -> list[str]:
    text = "".join(str(element.text_content()).split())
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence]


def _home(heading: HtmlElement | None, body: HtmlElement, weights: dict[HtmlElement, int]) -> HtmlElement | None:
    """The smallest element around the title that holds an article's worth of running text."""
    around = () if heading is None else heading.iterancestors()
    return next((element for element in around if weights.get(element, 0) >= ENOUGH and element is not body), None)


def _blocks(node: HtmlElement) -> Iterator[HtmlElement]:
    """Children that the walk can go down to: blocks, and any span or tag of the site's own that holds blocks."""
    return (child for child in node if child.tag in BLOCKS or any(below.tag in BLOCKS for below in child))


def _is_one_of_several(best: HtmlElement, node: HtmlElement, weights: dict[HtmlElement, int]) -> bool:
    """Whether `best` is just the longest paragraph: nothing but text inside, and siblings of its kind beside it."""
    if any(weights[child] for child in _blocks(best)):
        return _has_kin(best, node, weights)
    if best.tag == "p":
        return True
    others = [child for child in _blocks(node) if child is not best]
    if len(list(islice(best.iter("br"), BREAKS))) == BREAKS:  # a whole article, its paragraphs ended by <br>
        return any(weights[child] >= max(ENOUGH, NOTABLE * weights[best]) for child in others)
    return any(weights[child] or (child.tag == best.tag and _has_words(child)) for child in others)


def _has_words(element: HtmlElement) -> bool:
    """Whether an element without blocks inside has Chinese words that are no link: a caption, a heading."""
    return not any(is_link(below) or below.tag in BLOCKS for below in islice(element.iter(), 1, None)) and bool(
        _HAN.search(element.text_content())
    )


def _has_kin(best: HtmlElement, node: HtmlElement, weights: dict[HtmlElement, int]) -> bool:
    """Whether `best` is one chapter: siblings of the same tag and class hold a good part of the text too."""
    name = best.get("class")
    if best.tag not in ROWS and best.tag != "section" and (not name or _LAYOUT.search(name)):
        return False
    alike = (child for child in _blocks(node) if (child.tag, child.get("class")) == (best.tag, name))
    kin = [weights[child] for child in alike if child is not best and weights[child]]
    if best.tag in ROWS and len(kin) >= FEWEST_ROWS:
        return sum(kin) >= NOTABLE * weights[best]
    return any(weight >= max(ENOUGH, NOTABLE * weights[best]) for weight in kin)
