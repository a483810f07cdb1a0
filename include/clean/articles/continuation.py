"""Where an article goes on: the next of its own pages, never the next article.

A link that says 下一页, links numbered 2, 3, …, or a script that draws them (createPageHTML) lead on only to an address
of the same host that differs from the article's first page in the page's number alone: content_123.html →
content_123_2.html, t2020_1.html → t2020_1_1.html (there the second page has the number 1), ?page=2, /123/2.
"""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from include.clean.articles.addresses import base_of, resolved
from include.clean.cues import kind_of_label
from include.platforms.pager import NEXT, ON_CLICK
from include.platforms.pager_script import scripted_pager
from include.platforms.query import number_in_query, query_without_number

HIGHEST = 500  # pages of one article
NEAR = 5  # elements around a link that may say what it turns; further out they are the page's own frame
SECOND = frozenset({1, 2})  # numbers that a second page may have
_NUMBER_LABEL = re.compile(r"[\[【(（第]?([1-9]\d{0,2})[\]】)）页.]?")
# 4711_1.html is the first of its own pages; t20210305_1.html and 20210305_1.html are documents of a day
_FIRST = re.compile(
    r"(?!(?:.*[^\d])?(?:19|20)\d{2}(?:[01]\d(?:[0-3]\d)?)?[_-]\d$)(?=\D*\d.*[_-][01]$)(?P<stem>.*)(?P<mark>[_-])[01]"
)
_ELSEWHERE = frozenset({"comment", "related", "advertisement"})
_GALLERY = re.compile(r"gallery|slide|swiper|carousel|tuji|pic-?(?:list|box|show)|photo|focus|banner", re.IGNORECASE)


def next_page(tree: HtmlElement, url: str, first: str | None = None) -> str | None:
    """The address of the page behind this one of the same article; None on the last page and where there is but one.

    `tree` is the page as parsed, `url` its absolute address, `first` that of the article's first page (this one where
    it is None).
    """
    first = first or url
    here = page_of(url, first)
    if here is None:
        return None
    scripts = "\n".join(script.text or "" for script in tree.iter("script"))
    pager = scripted_pager(scripts, url) if scripts else None
    if pager is not None and (pager.next_url is None or _leads_on(pager.next_url, first, here)):
        return pager.next_url
    base = base_of(tree, url)
    return _labelled(tree, base, first, here) or _numbered(tree, base, first, here)


def page_of(url: str, first: str) -> int | None:
    """Which page of the article that begins at `first` an address is: 0 for the first, else the number it carries;
    None for an address of anything else."""
    one, other = urlsplit(first), urlsplit(url)
    if _site(first) != _site(url):
        return None
    if one.path == other.path:
        if query_without_number(first) != query_without_number(url):
            return None
        base, number = number_in_query(first), number_in_query(url)
        return None if (base or 0) > 1 else 0 if number == base else number
    if one.query != other.query:
        return None
    return _number_in_path(one.path, other.path)


def _site(url: str) -> str:
    """The host, whichever the scheme: one site links to itself by http and https."""
    parts = urlsplit(url)
    return parts.netloc.lower() if parts.scheme in ("http", "https") else ""


def _number_in_path(first: str, path: str) -> int | None:
    matches = (re.fullmatch(rf"{form}/?", path) for form in _forms(first))
    return next((int(match[1]) for match in matches if match), None)


def _forms(first: str) -> Iterator[str]:
    """The paths of an article's further pages, as patterns of which the first group is the number."""
    folder, _, file = first.rstrip("/").rpartition("/")
    name = re.fullmatch(r"(.+?)(\.\w{1,8})?", file)
    stem, ending = (name[1], re.escape(name[2] or "")) if name else ("", "")
    base = re.escape(f"{folder}/{stem}")
    yield rf"{base}[_-](\d{{1,3}})(?:{ending})?"
    yield rf"{base}/(\d{{1,3}})(?:{ending})?"
    if first.endswith("/") and first != "/":  # what stands beside a home page is no part of it
        yield rf"{re.escape(first)}(?:index[_-])?(\d{{1,3}})(?:\.\w{{1,8}})?"
    if numbered := _FIRST.fullmatch(stem):  # the first page has a number, too
        yield rf"{re.escape(folder + '/' + numbered['stem'] + numbered['mark'])}(\d{{1,3}}){ending}"


def _leads_on(target: str, first: str, here: int) -> bool:
    number = page_of(target, first)
    if number is None or number > HIGHEST:
        return False
    return number in SECOND if here == 0 else number == here + 1


def _labelled(tree: HtmlElement, base: str, first: str, here: int) -> str | None:
    """Where the link that says 下一页 leads, if that is a page of this article."""
    for link in tree.iter("a", "link", "area"):
        if _says_next(link):
            target = _target(link, base)
            if target and _leads_on(target, first, here) and not _is_elsewhere(link):
                return target
    return None


def _numbered(tree: HtmlElement, base: str, first: str, here: int) -> str | None:
    """The nearest page of this article that a numbered link or choice leads to."""
    found: dict[int, str] = {}
    for link in tree.iter("a", "option"):
        label = _NUMBER_LABEL.fullmatch("".join(str(link.text_content()).split()))
        target = _target(link, base) if label and label[1] != "1" else None
        number = page_of(target, first) if target else None
        if target and number is not None and number > here and not _is_elsewhere(link):
            found.setdefault(number, target)
    nearest = min(found, default=0)
    return found[nearest] if found and _leads_on(found[nearest], first, here) else None


def _says_next(link: HtmlElement) -> bool:
    if "next" in (link.get("rel") or "").split():
        return True
    picture = next((image.get("alt") or "" for image in link.iter("img")), "")
    label = "".join((str(link.text_content()).strip() or link.get("title") or picture).split())
    return bool(NEXT.fullmatch(label))


def _target(link: HtmlElement, base: str) -> str | None:
    """Where a link, a choice or its script leads; None where nowhere."""
    address = link.get("href") or link.get("value") or ""
    written = ON_CLICK.search(f"{link.get('onclick') or ''} {address}")
    target = resolved(base, address) or resolved(base, written[1] if written else None)
    return target.partition("#")[0] if target else None


def _is_elsewhere(link: HtmlElement) -> bool:
    """Whether a link turns the pages of comments, of a list of other articles, or of a gallery."""
    for above in islice(link.iterancestors(), NEAR):
        label = f"{above.get('class') or ''} {above.get('id') or ''}"
        if label != " " and (kind_of_label(label) in _ELSEWHERE or _GALLERY.search(label)):
            return True
    return False
