"""Finds answers with status 200 that are no page: soft 404s, challenge pages, login walls.

A cue alone proves nothing: a speech may speak of safety checks, and every portal has a login link. What these pages
have in common is that they hold no paragraphs of text, so a page with paragraphs is never taken for one.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from lxml import etree, html

PARAGRAPH = 40  # characters; shorter blocks are menus, titles and messages
ENOUGH = 200  # characters in paragraphs that make a page a page
PROSE = re.compile("[\u3400-\u9fff，、。；：！？“”（）0-9]{40,}")
PLAINLY_ENOUGH = 1000  # characters of prose in the markup: no need to parse it
LARGEST = 300_000  # characters; pages that refuse are small
SHORT = 600  # visible characters up to which a cue in the text is enough
WORDY = 4000  # visible characters that no such page has, even with a portal's menus around it
KINDS = ("challenge", "login_wall", "soft_404")  # in this order: a challenge may mention what it hides
BLOCKS = frozenset(
    {"body", "p", "div", "br", "li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "h1", "h2", "h3"}
    | {"h4", "h5", "h6", "section", "article", "header", "footer", "nav", "form"}
)
HIDDEN = frozenset({"script", "style", "noscript", "template", "title"})
SPACE = re.compile(r"\s+")


def refusal_in(text: str) -> str | None:
    """`soft_404`, `challenge` or `login_wall` where the text of a page is one of these, else None."""
    if len(text) > LARGEST or not text.strip() or sum(map(len, PROSE.findall(text))) >= PLAINLY_ENOUGH:
        return None
    tree = _parse(text)
    if tree is None:
        return None
    blocks = list(_blocks(tree))
    if sum(len(block) for block in blocks if len(block) >= PARAGRAPH) >= ENOUGH:
        return None
    title = SPACE.sub(" ", " ".join(tree.xpath("//title//text()"))).strip().lower()
    seen = " ".join(blocks).lower()
    if len(seen) > WORDY:
        return None
    return next((kind for kind in KINDS if _speaks_of(kind, title, seen, text)), None)


def _speaks_of(kind: str, title: str, seen: str, source: str) -> bool:
    cues = _cues()[kind]
    in_text = any(cue in seen for cue in cues["text"])
    in_title = any(cue in title for cue in cues["title"]) or title.startswith(tuple(cues["title_start"]))
    if kind == "challenge" and any(cue in source for cue in cues["source"]):
        return len(seen) <= SHORT
    if kind == "login_wall":
        return (in_title and _has_password_field(source)) or (in_text and len(seen) <= SHORT)
    return (in_title and in_text) or ((in_title or in_text) and len(seen) <= SHORT)


def _has_password_field(source: str) -> bool:
    return bool(re.search(r"type\s?=\s?[\"']?password", source, re.IGNORECASE))


@cache
def _cues() -> dict[str, dict[str, list[str]]]:
    data: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "refusal_cues.yaml").read_text("utf-8"))
    return {
        kind: {place: [str(cue) for cue in cues.get(place, [])] for place in ("title", "title_start", "text", "source")}
        for kind, cues in data.items()
    }


def _parse(text: str) -> html.HtmlElement | None:
    """The tree of a page; libxml2 reads broken markup, but refuses some that is none at all."""
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _blocks(tree: html.HtmlElement) -> Iterator[str]:
    """The visible text, block by block."""
    pieces: list[str] = []
    for event, node in etree.iterwalk(tree, events=("start", "end")):
        name = node.tag if isinstance(node.tag, str) else ""
        if name in BLOCKS and pieces:
            yield from _joined(pieces)
            pieces = []
        if event == "start" and node.text and name and name not in HIDDEN:
            pieces.append(node.text)
        if event == "end" and node.tail:
            pieces.append(node.tail)
    yield from _joined(pieces)


def _joined(pieces: list[str]) -> Iterator[str]:
    joined = SPACE.sub(" ", "".join(pieces)).strip()
    if joined:
        yield joined
