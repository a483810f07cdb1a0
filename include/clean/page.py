"""The clean stage for one page: bytes in, `CleanedPage` out. A pure function, whatever the page looks like."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from include.clean.charset import decode
from include.clean.chrome import kinds_of
from include.clean.container import find_container
from include.clean.dates import first_date
from include.clean.html import parse, sniff
from include.clean.lines import lines_of
from include.clean.metadata import Found, metas_of, publication_date, source_line, texts_near
from include.clean.repair import repair
from include.clean.rules import CleanRules
from include.clean.selectors import select
from include.clean.split import split_speeches
from include.clean.strip import strip
from include.clean.titles import find_heading, title_of
from include.errors import BadPageError
from include.records import CleanedPage, Stripped

LONGEST_MESSAGE = 200  # characters of a page that says only that something is missing
_SENTENCE = re.compile("[\u3400-\u9fff][^。！？!?\n]{14,}[。！？!?…]")
_GONE = re.compile(
    "(?:页面|内容|文章|信息|网页|链接|文档)(?:不存在|已(?:被)?删除|已失效|已下线|未找到|找不到|走丢|没有找到)"
    "|(?:找不到|无法找到|没有找到)(?:您|你)?(?:所)?(?:要|访问|请求|查看|需要)?的?(?:页面|网页|内容|文章|文档|文件)"
    "|404 ?(?:not found|错误|页面)|HTTP 404"
    "|您(?:所)?(?:访问|请求|查看)的(?:页面|网页|内容|文章)[^。]{0,12}(?:不存在|删除|失效)",
    re.IGNORECASE,
)


def clean_page(
    body: bytes,
    url: str = "",
    *,
    rules: CleanRules | None = None,
    listed_on: str | None = None,
    charset: str | None = None,
) -> CleanedPage:
    """The speeches of a page, or the one text of an article that is no speech, without anything of the site.

    `charset` is what fetch read the body by; it counts only where the bytes leave it open.
    Raises `BadPageError` with a reason: `empty`, `unsupported_type`, `not_html`, `undecodable`, `soft_404`,
    `search_form`, `no_speech`.
    """
    rules = rules or CleanRules()
    sniff(body)
    decoded = decode(body, charset)
    tree = parse(decoded.text)
    root = tree.find("body") if tree.find("body") is not None else tree
    metas = metas_of(tree)
    heading = find_heading(tree, metas)
    container = _container(root, heading, rules)
    near = texts_near(tree, container)
    title = _selected(tree, rules.title) or title_of(tree, metas, heading, container)
    published = _published(tree, metas, near, url, rules, listed_on)
    raw, stripped = strip(container, rules.drop)
    kept, lines = _without_chrome(raw, title)
    text, repairs = repair(kept)
    _check(text, root, title)
    return CleanedPage(
        title=title,
        published_on=published.day if published else None,
        published_from=published.place if published else None,
        charset=decoded.charset,
        text=text,
        speeches=tuple(split_speeches(text, title)),
        stripped=(*stripped, *lines, *repairs),
        source_line=source_line(near),
    )


def _container(root: HtmlElement, heading: HtmlElement | None, rules: CleanRules) -> HtmlElement:
    if rules.content is None:
        return find_container(root, heading)
    chosen = select(root, rules.content)
    if not chosen:
        raise BadPageError(f"the content selector {rules.content!r} matches nothing", reason="layout")
    return chosen[0]


def _selected(tree: HtmlElement, css: str | None) -> str | None:
    texts = (" ".join(str(element.text_content()).split()) for element in select(tree, css)) if css else ()
    return next((text for text in texts if text), None)


def _published(
    tree: HtmlElement, metas: dict[str, str], near: list[str], url: str, rules: CleanRules, listed_on: str | None
) -> Found | None:
    """The source's own selector, what the page tells, the listing."""
    selected = first_date(_selected(tree, rules.date))
    if selected:
        return Found(selected, "selector")
    return publication_date(tree, metas, near, url) or (Found(listed_on, "listing") if listed_on else None)


def _without_chrome(text: str, title: str | None) -> tuple[str, list[Stripped]]:
    lines = [line.text for line in lines_of(text)]
    kinds = kinds_of(lines, title)
    kept = "\n".join(line for line, kind in zip(lines, kinds, strict=True) if kind is None)
    return kept, [Stripped(kind, line) for line, kind in zip(lines, kinds, strict=True) if kind is not None]


def _check(text: str, root: HtmlElement, title: str | None) -> None:
    """Raise for a page that holds no article: a message that it is gone, a search form, a list of links."""
    if _SENTENCE.search(text) and not (len(text) <= LONGEST_MESSAGE and _GONE.search(text)):
        return
    reason = next((reason for reason, holds in _reasons(text, root, title) if holds), "no_speech")
    raise BadPageError(f"no article on the page ({len(text)} characters of text)", reason=reason)


def _reasons(text: str, root: HtmlElement, title: str | None) -> Iterator[tuple[str, bool]]:
    everything = " ".join(str(root.text_content()).split())
    yield "soft_404", len(everything) <= 10 * LONGEST_MESSAGE and bool(_GONE.search(f"{title} {text} {everything}"))
    yield "search_form", root.find(".//form") is not None and len(text) < LONGEST_MESSAGE
