"""The title of a page: what the standard's meta says, the heading that `<title>` confirms, else the nearest one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from lxml.html import HtmlElement

from include.clean.about.site_names import TELLING, is_site, site_names, telling_parts, without_site
from include.clean.markup.html import BLOCKS, short_text
from include.clean.text.lines import plain

SHORTEST, LONGEST = 4, 120  # characters of a heading that can be a title
LEAST_OF_CUT = 5  # characters of a cut title that tell which heading it is
STATED = "articletitle"  # of the standard for government sites (国办发〔2017〕47号)
_METAS = ("articletitle", "og:title", "twitter:title", "title", "dc.title")
_TITLES = (".//head/title", "./title", "./body/title")  # broken pages have it behind the end of the head
_HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5")
_LABEL = re.compile(
    r"(?:^|[-_ ])(?:h1|(?:article|news|doc|content|detail|post|art|main|arc|xl|con)?[-_]?(?:title|tit|bt|biaoti))"
    r"(?:$|[-_ \d])",
    re.IGNORECASE,
)
_DOTS = re.compile(r"(?:…|\.{2,}|。{2,})\s*$")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_SENTENCE = re.compile("[。；]")
_HAN = re.compile("[\u3400-\u9fff]")
_COUNT = re.compile("人参与|条?评论$|次?(?:阅读|浏览|播放)$|^\\d+$")
_DATE_LINE = re.compile(r"\d{4}\s?[-/年.]\s?\d{1,2}|来源|浏览|字[号体]|打印|位置|首页")
_SIZE = re.compile(r"(?:[4-7]|\+[1-7])$")
_LARGE = re.compile(
    r"font-size\s{0,3}:\s{0,3}(?:1[89]|[2-4]\d)(?:\.\d+)?(?:px|pt)|text-align\s{0,3}:\s{0,3}center", re.IGNORECASE
)
_FILE_ENDING = re.compile(r"\.(?:docx?|pdf|txt|wps|pptx?|html?)$", re.IGNORECASE)


def find_heading(tree: HtmlElement, metas: Mapping[str, str]) -> HtmlElement | None:
    """The element that shows the page's title: the longest heading that `<title>` or a meta confirms,
    the shortest that goes on where these are cut."""
    claims = [_claim(text) for text in _claims(tree, metas)]
    fits = [
        (fit, len(bare) if fit > 1 else -len(bare), -order, element)
        for order, (element, text) in enumerate(_headings(tree))
        if len(bare := plain(text)) >= SHORTEST and (fit := max((_fit(bare, claim) for claim in claims), default=0))
    ]
    return max(fits, key=lambda row: row[:3])[3] if fits else None


class _Claim(NamedTuple):
    """What `<title>` or a meta says the title is: letters and digits of it all, of its parts, of parts cut short."""

    whole: str
    parts: tuple[str, ...]
    cut: tuple[str, ...]


def _claim(text: str) -> _Claim:
    parts = telling_parts(text)
    cut = (plain(_DOTS.sub("", part)) for part in parts if _DOTS.search(part))
    return _Claim(plain(text), tuple(map(plain, parts)), tuple(part for part in cut if len(part) >= LEAST_OF_CUT))


def _fit(heading: str, claim: _Claim) -> int:
    """2 where a claim holds the heading, beside the site's name; 1 where the claim is the heading cut short."""
    if heading in claim.whole and any(heading in part or part in heading for part in claim.parts):
        return 2
    if any(len(part) >= TELLING and part in heading and len(part) >= 0.6 * len(heading) for part in claim.parts):
        return 1
    return int(heading.startswith(claim.cut))


class Title(NamedTuple):
    """A page's title and where it was read: meta:…, heading, page_title, nearest_heading, large_print."""

    text: str
    place: str


def title_of(
    tree: HtmlElement, metas: Mapping[str, str], heading: HtmlElement | None, container: HtmlElement
) -> Title | None:
    """The page's title, None where nothing on the page looks like one."""
    found = (Title(tidy(text), place) for text, place in _candidates(tree, metas, heading, container))
    return next((title for title in found if title.text), None)


def _candidates(
    tree: HtmlElement, metas: Mapping[str, str], heading: HtmlElement | None, container: HtmlElement
) -> Iterator[tuple[str, str]]:
    """What can be the title, the surest first."""
    shown = "" if heading is None else _main_lines(heading, _claims(tree, metas))
    stated = tidy(metas.get(STATED, ""))
    if stated and not _is_cut(stated, shown) and not (shown and is_site(stated) and not is_site(shown)):
        yield stated, f"meta:{STATED}"
    name, named = next(((name, metas[name]) for name in _METAS if name in metas), ("", ""))
    page_title = _page_title(tree)
    given = without_site(page_title if not named or page_title.startswith(named) else named)
    place = f"meta:{name}" if named and not page_title.startswith(named) else "page_title"
    whole = _with_second_heading(tree, shown, given)
    if shown and not (is_site(shown) and len(given) > len(shown)):
        yield (whole, place) if whole else (shown, "heading")
    if len(given) < TELLING or (is_site(given) and len(given) < 2 * TELLING):
        yield _nearest(_headings(tree), tree, container, page_title) or "", "nearest_heading"
        yield _nearest(_large_print(tree), tree, container, page_title) or "", "large_print"
    yield given, place


def _claims(tree: HtmlElement, metas: Mapping[str, str]) -> list[str]:
    """What `<title>` and the metas say that the title is, beside the site's name."""
    return [text for text in (_page_title(tree), *(metas[name] for name in _METAS if name in metas)) if text]


def _is_cut(stated: str, shown: str) -> bool:
    """Whether the page shows more of a title that ends in dots."""
    start = plain(_DOTS.sub("", stated))
    return bool(_DOTS.search(stated)) and len(start) < len(plain(shown)) and plain(shown).startswith(start)


def _main_lines(heading: HtmlElement, claims: list[str]) -> str:
    """The words of a heading; without a second line, sub-title or document number, that a claim leaves out."""
    rows = [row for row in (" ".join(row.split()) for row in "".join(_rows(heading)).split("\n")) if row]
    parts = {plain(part) for claim in claims for part in telling_parts(claim)}
    for count in range(1, len(rows)):
        if len(plain("".join(rows[:count]))) >= TELLING and plain("".join(rows[:count])) in parts:
            return "".join(rows[:count])
    return _text(heading)


def _rows(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        apart = "\n" if child.tag == "br" or child.tag in BLOCKS else ""
        yield apart
        yield from _rows(child)
        yield apart
        yield child.tail or ""


def _with_second_heading(tree: HtmlElement, shown: str, given: str) -> str | None:
    """The title as given where the page shows it in two headings, main title and sub-title; else None."""
    first, whole = plain(shown), plain(given)
    if not first or first == whole or first not in whole:
        return None
    rest = whole.replace(first, "", 1)
    return given if any(plain(text) == rest for _, text in _headings(tree)) else None


def tidy(title: str) -> str:
    """A title on one line, without markup and without the ending of a file name."""
    return _FILE_ENDING.sub("", " ".join(_MARKUP.sub(" ", unescape(title)).split())).strip()


def _headings(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    for element in tree.iter(*_HEADING_TAGS, "div", "p", "span", "td"):
        if element.tag not in _HEADING_TAGS:
            label = f"{element.get('class') or ''} {element.get('id') or ''}"
            if label == " " or not _names_title(label):
                continue
        text = short_text(element, LONGEST)
        if text and len(text) >= SHORTEST:
            yield element, text


@lru_cache(maxsize=1024)
def _names_title(label: str) -> bool:
    return bool(_LABEL.search(label))


def _large_print(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """What pages without headings set apart as one: large or centred words that are no sentence."""
    for element in tree.iter("font", "strong", "b", "span", "p", "div", "td", "center"):
        is_large = _SIZE.match(element.get("size", "")) or _LARGE.search(element.get("style", ""))
        if is_large or element.tag == "center" or element.get("align", "").lower() == "center":
            text = short_text(element, LONGEST) or ""
            if len(text) >= TELLING and not _SENTENCE.search(text) and not _DATE_LINE.search(text):
                yield element, text


def _nearest(
    candidates: Iterable[tuple[HtmlElement, str]], tree: HtmlElement, container: HtmlElement, page_title: str
) -> str | None:
    """The last telling candidate above the text, else the first one inside it; never the name of the site."""
    inside = set(container.iter())
    order = {element: number for number, element in enumerate(tree.iter())}
    sites = {plain(name) for name in site_names(page_title)}
    texts = [
        (element, text)
        for element, text in candidates
        if len(text) >= TELLING and plain(text) not in sites and _HAN.search(text) and not _COUNT.search(text)
    ]
    above = [
        (element.tag == "h1", order[element], text) for element, text in texts if order[element] < order[container]
    ]
    within = [text for element, text in texts if element in inside]
    return max(above)[2] if above else within[0] if within else None


def _page_title(tree: HtmlElement) -> str:
    element = next((found for path in _TITLES if (found := tree.find(path)) is not None), None)
    return _text(element) if element is not None else ""


def _text(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())
