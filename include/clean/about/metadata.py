"""What a page says about itself beside its title: publication date and source line, with the place they were read."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from include.clean.about.dates import are_apart, compact_date, date_in_url, first_date
from include.clean.markup.html import short_text
from include.errors import BadPageError

LONGEST_DATE_LINE = 200  # characters of an element that is read as a date line
INSIDE = 40  # elements at the start of the text that may still hold the date line
DATE_METAS = (
    *("pubdate", "publishdate", "publish_date", "publishtime", "publish_time", "firstpublishedtime"),
    *("article:published_time", "og:published_time", "datepublished", "bytedance:published_time", "apub:time"),
    *("weibo:article:create_at", "weibo: article:create_at", "og:release_date", "og:time", "dc.date.issued"),
    *("dc.date", "createdate", "sailthru.date", "date"),
)
SOURCE_METAS = ("contentsource", "articlesource", "article:source", "source", "copyfrom")
SITE_METAS = ("sitename", "og:site_name", "application-name")
_DAY_AHEAD = r"\s{0,3}[:：]?\s{0,6}(?=(?:19|20)\d{2})"
_PUBLISHED = re.compile(rf"(?:发布|发表|发文|公开|上传|添加|录入|刊发|上网)(?:时间|日期|于){_DAY_AHEAD}")
_DATED = re.compile(rf"(?<![\u3400-\u9fff])(?:时间|日期){_DAY_AHEAD}")
_UPDATED = re.compile("更新|修改|成文|生成|印发|截止|生效|实施|今天是|农历")
_LABEL = re.compile("(?:时间|日期|来源|来源于)\\s?[:：]?$")
_DATE_LABEL = re.compile(r"date|time|pub|info|source|laiyuan|shijian|meta|author|byline|sub", re.IGNORECASE)
_SOURCE = re.compile(r"(?:信息|文章|稿件|新闻|本文)?来源\s{0,3}[:：]\s{0,6}[^\s:：|｜]{2,40}")
_SCRIPT_DATE = re.compile(
    r"[\"']?(?:pub_?(?:date|time)|publish_?(?:date|time)|publishedtime|datePublished|newsTime|docpubtime|create_?time|ptime|\bct)"
    r"[\"']?\s{0,3}[:=]\s{0,3}(?:[\"']((?:19|20)\d{2}[-/年]\d{1,2}[-/月]\d{1,2}[^\"']{0,20})[\"']"
    r"|[\"']?(1\d{9}(?:\d{3})?)(?![\d.]))",
    re.IGNORECASE,
)
_DAY_IN_SCRIPT = re.compile(r"20\d\d[-/年]|19\d\d[-/年]|1\d{9}")  # a quick look before it
_SENTENCE = re.compile("[，。；！？]")
_NO_TEXT = frozenset({"script", "style", "title", "option", "html", "body", "head", "noscript"})


class Found(NamedTuple):
    """A date, YYYY-MM-DD, and where on the page it was read."""

    day: str
    place: str


class Publisher(NamedTuple):
    """Who published the page, as it says itself: 来源 as it stands, and the site's own name from its metas."""

    source_line: str | None = None
    site_name: str | None = None
    source_from: str | None = None  # visible, meta:…


def metas_of(tree: HtmlElement) -> dict[str, str]:
    """The contents of the page's `<meta>` by lower-case name, property or itemprop; the first of each."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def publication_date(tree: HtmlElement, metas: Mapping[str, str], near: list[str], url: str) -> Found | None:
    """The publication date from the most trustworthy place on the page that shows one. `near` as from `texts_near`."""
    return next(_dates(tree, metas, near, url), None)


def date_conflict(found: Found | None, near: list[str], listed_on: str | None) -> bool:
    """Whether the listing, or the line 发布时间 that the page shows, has another day than the one that was found."""
    short = (text for text in near if len(text) <= LONGEST_DATE_LINE)
    shown = next((day for day in _behind(_PUBLISHED, short) if day), None)
    return found is not None and (are_apart(found.day, listed_on) or are_apart(found.day, shown))


def source_line(near: list[str]) -> str | None:
    """来源, as it stands near the text."""
    return next((match[0].strip() for text in near if "来源" in text and (match := _SOURCE.search(text))), None)


def publisher(metas: Mapping[str, str], near: list[str]) -> Publisher:
    """The page's publisher: the line that names the source, else the meta. `near` as from `texts_near`."""
    site_name = next((metas[name] for name in SITE_METAS if name in metas), None)
    if (line := source_line(near)) is not None:
        return Publisher(line, site_name, "visible")
    name = next((name for name in SOURCE_METAS if name in metas), None)
    return Publisher(metas[name], site_name, f"meta:{name}") if name else Publisher(None, site_name)


def check_site(metas: Mapping[str, str], site_id: str | None) -> None:
    """Raise BadPageError (`identity`) where a page bears the code (网站标识码) of another site than the source's."""
    code = metas.get("siteidcode", "").strip()
    if site_id and code and code.lower() != site_id.lower():
        raise BadPageError(f"the page is of site {code}, the source is {site_id}", reason="identity")


def texts_near(tree: HtmlElement, container: HtmlElement) -> list[str]:
    """Texts above the container, the nearest first, then those of its first elements."""
    inside = set(islice(container.iter(), INSIDE + 1))
    above: list[str] = []
    within: list[str] = []
    entered = 0
    for element in tree.iter():
        entered += element in inside
        if entered > INSIDE:
            break
        if isinstance(element.tag, str) and element.tag not in _NO_TEXT:
            for text in (element.text, element.tail):
                if text and (words := " ".join(text.split())):
                    _append(within if entered else above, words)
    return [*reversed(above), *within]


def _append(texts: list[str], text: str) -> None:
    """Add a text; a label (发布日期：) and what stands in the next element are one."""
    if texts and _LABEL.search(texts[-1]):
        texts[-1] += f" {text}"
    else:
        texts.append(text)


def _dates(tree: HtmlElement, metas: Mapping[str, str], near: list[str], url: str) -> Iterator[Found]:
    for name in DATE_METAS:
        if name in metas:
            yield from _found(f"meta:{name}", [compact_date(metas[name])])
    yield from _found("json-ld", map(compact_date, _json_ld_dates(tree)))
    marked = tree.iterfind(".//*[@itemprop='datePublished']")
    yield from _found("microdata", (compact_date(item.get("content") or _text(item)) for item in marked))
    yield from _found("time", (first_date(time.get("datetime") or _text(time)) for time in tree.iter("time")))
    yield from _found("visible", _visible(tree, near))
    scripts = (text for script in tree.iter("script") if (text := script.text) and _DAY_IN_SCRIPT.search(text))
    yield from _found(
        "script", (first_date(match[1] or match[2]) for text in scripts for match in _SCRIPT_DATE.finditer(text))
    )
    yield from _found("url", map(date_in_url, (url, *_own_urls(tree, metas))))


def _found(place: str, days: Iterable[str | None]) -> Iterator[Found]:
    return (Found(day, place) for day in days if day)


def _json_ld_dates(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            content = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):  # sites write these by hand; another place has the date then
            continue
        yield from _values(content, ("datePublished", "pubDate", "upDate"))


def _values(content: object, names: tuple[str, ...]) -> Iterator[str]:
    waiting: list[object] = [content]
    while waiting:  # a loop: what is read may be nested deeper than Python recurses
        content = waiting.pop()
        if isinstance(content, dict):
            yield from (content[name] for name in names if isinstance(content.get(name), str))
            waiting += reversed(content.values())
        elif isinstance(content, list):
            waiting += reversed(content)


def _visible(tree: HtmlElement, near: list[str]) -> Iterator[str | None]:
    """A date behind a word that says so, then any date in a short text above the article."""
    short = [text for text in near if len(text) <= LONGEST_DATE_LINE]
    bare = [text for text in short if len(text) <= LONGEST_DATE_LINE // 2 and not _SENTENCE.search(text)]
    yield from _behind(_PUBLISHED, short)
    yield from _behind(_DATED, bare)
    labelled = list(_labelled(tree))
    yield from _behind(_PUBLISHED, labelled)
    yield from _behind(_DATED, labelled)
    yield from (first_date(text) for text in bare if not _UPDATED.search(text))


def _behind(word: re.Pattern[str], texts: Iterable[str]) -> Iterator[str | None]:
    return (first_date(text[match.end() :]) for text in texts if (match := word.search(text)))


def _labelled(tree: HtmlElement) -> Iterator[str]:
    """Texts of small elements whose class says that they hold a date or the like, anywhere on the page."""
    for element in tree.iter("span", "div", "p", "td", "li", "em", "i", "font", "publishtime"):
        label = f"{element.get('class') or ''} {element.get('id') or ''}"
        is_dated = element.tag == "publishtime" or _names_date(label)
        if is_dated and (text := short_text(element, LONGEST_DATE_LINE)) is not None:
            yield text


@lru_cache(maxsize=1024)
def _names_date(label: str) -> bool:
    return bool(_DATE_LABEL.search(label))


def _own_urls(tree: HtmlElement, metas: Mapping[str, str]) -> Iterator[str]:
    yield from (metas[name] for name in ("og:url", "url") if name in metas)
    links = (link for link in tree.iter("link") if (link.get("rel") or "").lower() in ("canonical", "alternate"))
    yield from (link.get("href") or "" for link in links)


def _text(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())
