"""Finds answers with status 200 that are no page: soft 404s, challenges, login walls, servers out of service.

A cue alone proves nothing: a speech may speak of safety checks, a notice of pages that are not found, and every portal
has a login link. A page with paragraphs is never taken for a refusal; one that shows what an article has (a date of
publication, a title such as "…的通知") only where its title and its text both say so. What is missed here, clean
quarantines.
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
BARE = 60  # visible characters of a page that is but a script
KINDS = ("challenge", "login_wall", "unavailable", "soft_404")  # in this order: a challenge may mention what it hides
BLOCKS = frozenset(
    {"body", "p", "div", "br", "li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "h1", "h2", "h3"}
    | {"h4", "h5", "h6", "section", "article", "header", "footer", "nav", "form"}
)
HIDDEN = frozenset({"script", "style", "noscript", "template", "title"})
SPACE = re.compile(r"\s+")
# What articles have: how Chinese documents are called, when and by whom they were published, how portals tag them
DOCUMENT = re.compile(
    "通知|公告|通告|公示|通报|讲话|致辞|报告|发言|意见|决定|决议|方案|批复|会议|总结|简报|纪要|规划|办法"
)
IMPRINT = re.compile("(?:发布|发文|更新|成文)(?:时间|日期)|(?:信息)?来源[:：]|浏览次数")
ARTICLE_META = re.compile(r"<meta[^<>]{0,60}name\s?=\s?[\"']?(?:pubdate|articletitle|contentsource)\b", re.IGNORECASE)
PASSWORD = re.compile(r"type\s?=\s?[\"']?password", re.IGNORECASE)
ALERT = re.compile(r"alert\(\s{0,9}[\"']([^\"'<>]{2,80})[\"']")
REFRESH = re.compile(r"http-equiv\s?=\s?[\"']?refresh[^<>]{0,40}url\s?=\s?[\"']?([^\"'<>\s]{0,200})", re.IGNORECASE)
MOVES = re.compile(r"location(?:\.href)?(?:\s?=\s?|\.(?:replace|assign)\()[\"']([^\"'<>\s]{0,200})[\"']")
SETS_COOKIE = re.compile(r"document\.cookie\s?=")
GOES_ON = re.compile(r"location(?:\.href)?\s?=|location\.(?:replace|assign|reload)\(")
HOME = re.compile(r"(?:https?://[^/]+)?(?:\.{0,2}/)?(?:(?:index|default|home|main)\.\w{2,5})?")


def refusal_in(text: str) -> str | None:
    """`soft_404`, `challenge`, `login_wall` or `unavailable` where the text of a page is one of these, else None."""
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
    if len(seen) <= BARE:
        seen += " ".join(ALERT.findall(text)).lower()
    sure = bool(DOCUMENT.search(title) or IMPRINT.search(seen) or ARTICLE_META.search(text))
    found = next((kind for kind in KINDS if _speaks_of(kind, title, seen, text, article=sure)), None)
    bare = len(seen) <= BARE and not sure and not tree.xpath("//img")
    return found or (_script_in(text) if bare else None)


def _speaks_of(kind: str, title: str, seen: str, source: str, *, article: bool) -> bool:
    cues = _cues()[kind]
    in_text = any(cue in seen for cue in cues["text"])
    in_title = any(cue in title for cue in cues["title"]) or title.startswith(tuple(cues["title_start"]))
    if article or len(seen) > SHORT:
        return in_title and (in_text or (kind == "login_wall" and bool(PASSWORD.search(source))))
    if kind == "login_wall":
        return in_text or (in_title and bool(PASSWORD.search(source)))
    return in_text or in_title or any(cue in source.lower() for cue in cues["source"])


def _script_in(source: str) -> str | None:
    """What a page without text does: it sets a cookie and tries again (a challenge), or it sends one home (gone)."""
    if SETS_COOKIE.search(source) and GOES_ON.search(source):
        return "challenge"
    targets = [target for target in (*REFRESH.findall(source), *MOVES.findall(source)) if target]
    return "soft_404" if targets and all(HOME.fullmatch(target) for target in targets) else None


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
