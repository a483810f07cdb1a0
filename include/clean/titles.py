"""The title of a page: what the standard's meta says, the heading that `<title>` confirms, else the nearest one."""

import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from include.clean.chrome import plain

SHORTEST, LONGEST = 4, 120  # characters of a heading that can be a title
TELLING = 8  # characters from which a heading is more than a label
_METAS = ("articletitle", "og:title", "twitter:title", "title", "dc.title")
_HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5")
_LABEL = re.compile(
    r"(?:^|[-_ ])(?:h1|(?:article|news|doc|content|detail|post|art|main|arc|xl|con)?[-_]?(?:title|tit|bt|biaoti))"
    r"(?:$|[-_ \d])",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:_{1,2}|\s[-–—|｜]\s?|[|｜]|--+|-(?=[^-]{2,24}$))\s*")
_SITE = re.compile(
    "(?:网|网站|官网|人民政府|门户|首页|频道|中心|委员会|[局厅办报社]|\\.com|\\.cn|在线|平台|文库|客户端)$",
    re.IGNORECASE,
)
_FILE_ENDING = re.compile(r"\.(?:docx?|pdf|txt|wps|pptx?|html?)$", re.IGNORECASE)


def find_heading(tree: HtmlElement, metas: Mapping[str, str]) -> HtmlElement | None:
    """The element that shows the page's title: the longest heading that `<title>` or a meta confirms."""
    claims = [text for text in (_page_title(tree), *(metas[name] for name in _METAS if name in metas)) if text]
    fits = [
        (fit, len(bare), -order, element)
        for order, (element, text) in enumerate(_headings(tree))
        if len(bare := plain(text)) >= SHORTEST and (fit := max((_fit(bare, claim) for claim in claims), default=0))
    ]
    return max(fits, key=lambda row: row[:3])[3] if fits else None


def _fit(heading: str, claim: str) -> int:
    """2 where a claim holds the heading, beside the site's name; 1 where the claim is the heading cut short."""
    parts = [plain(part) for part in _telling_parts(claim)]
    if heading in plain(claim) and any(heading in part or part in heading for part in parts):
        return 2
    return int(any(len(part) >= TELLING and part in heading and len(part) >= 0.6 * len(heading) for part in parts))


def title_of(
    tree: HtmlElement, metas: Mapping[str, str], heading: HtmlElement | None, container: HtmlElement
) -> str | None:
    """The page's title, None where nothing on the page looks like one."""
    if "articletitle" in metas:
        return tidy(metas["articletitle"])
    named, page_title = next((metas[name] for name in _METAS if name in metas), ""), _page_title(tree)
    given = _without_site(page_title if not named or page_title.startswith(named) else named)
    shown = _text(heading) if heading is not None else ""
    if shown and not (_SITE.search(shown) and len(given) > len(shown)):
        return tidy(shown)
    if len(given) < TELLING or (_SITE.search(given) and len(given) < 2 * TELLING):
        given = _nearest(tree, container) or given
    return tidy(given) or None


def tidy(title: str) -> str:
    """A title on one line, without the ending of a file name."""
    return _FILE_ENDING.sub("", " ".join(title.split())).strip()


def _headings(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    for element in tree.iter(*_HEADING_TAGS, "div", "p", "span", "td"):
        if element.tag not in _HEADING_TAGS:
            label = f"{element.get('class') or ''} {element.get('id') or ''}"
            if not _LABEL.search(label):
                continue
        text = _text(element)
        if SHORTEST <= len(text) <= LONGEST:
            yield element, text


def _nearest(tree: HtmlElement, container: HtmlElement) -> str | None:
    """The last telling heading above the text, else the first one inside it."""
    inside = set(container.iter())
    order = {element: number for number, element in enumerate(tree.iter())}
    texts = [(element, text) for element, text in _headings(tree) if len(text) >= TELLING]
    above = [(order[element], text) for element, text in texts if order[element] < order[container]]
    within = [text for element, text in texts if element in inside]
    return max(above)[1] if above else within[0] if within else None


def _page_title(tree: HtmlElement) -> str:
    element = tree.find(".//head/title")
    return _text(element) if element is not None else ""


def _without_site(title: str) -> str:
    """`<title>` without the site's name: the first part that is long enough to tell."""
    parts = _telling_parts(title)
    return next((part for part in parts if len(part) >= TELLING), max(parts, key=len, default=""))


def _telling_parts(title: str) -> list[str]:
    """The parts of a `<title>` but for the site's name; all of them where nothing else is left."""
    parts = [part for part in _SEPARATOR.split(" ".join(title.split())) if part]
    return [part for part in parts if not _SITE.search(part)] or parts


def _text(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())
