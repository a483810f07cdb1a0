"""Reads the rows of an HTML listing: a link, its title, and the date that stands beside it.

A row is found by its content, not by its markup: it is the largest element around a link that holds no other link.
Lists, tables and definition lists are read alike; what is chrome (navigation, pager, footer) has no date.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from include.platforms.base import Entry
from include.platforms.dates import date_in, is_date, split_date

NO_ADDRESS = re.compile(r"\s*(?:#|javascript:|mailto:|tel:|data:|$)", re.IGNORECASE)
# An address that names one document: a digit in its last part, or an id in its query
DOCUMENT = re.compile(r"\d[^/]*\.\w{3,5}$|/\d{4,}/?$")
DOCUMENT_QUERY = re.compile(r"(?:^|&)\w{0,10}id=\w+", re.IGNORECASE)
HOLDERS = ("li", "tr")  # elements that are one row though they hold several addresses: a category, an explanation
MOST_IN_HOLDER = 4  # addresses in one
LONGEST_ASIDE = 10  # characters; a longer one beside the entry is an entry, too
SHORTEST_TITLE = 4  # characters; shorter texts are buttons
NEIGHBOURS = 4  # siblings behind a row in which its date may stand
OUTER = frozenset({"body", "html", "[document]"})


def read_rows(soup: BeautifulSoup, selector: str | None = None) -> list[Entry]:
    """The entries of a listing, in its order; `selector` finds its rows, where the source declares one.

    Without a selector, a dated row is an entry where its like stands beside it or its address is that of a document.
    An undated row is one where it stands in a dated list, or where the page has no date at all, if its address is
    that of a document and its title more than a button's.
    """
    page = _Page(soup)
    rows = page.chosen(soup.select(selector)) if selector is not None else page.rows()
    dates = [page.date_of(row) for row in rows]
    dated = [row for row, listed_on in zip(rows, dates, strict=True) if listed_on]
    shapes, lists = Counter(map(_shape, dated)), set(map(_list, dated))
    entries: dict[str, Entry] = {}
    for row, listed_on in zip(rows, dates, strict=True):
        entry = Entry(row.href, _fullest(row), listed_on)
        if listed_on is not None:
            taken = shapes[_shape(row)] > 1 or is_document(row.href)
        else:
            taken = (not lists or _list(row) in lists) and len(entry.title) >= SHORTEST_TITLE and is_document(row.href)
        if entry.title and (taken or selector is not None):
            entries.setdefault(row.href, entry)
    return list(entries.values())


class _Row(NamedTuple):
    element: Tag
    href: str
    links: list[Tag]


class _Page:
    """A page read once from top to bottom: how many addresses each element holds, and what lies inside a link."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self.elements = soup.find_all(True)
        self.inside_link: set[int] = set()
        self._only: dict[int, str | None] = {}  # the one address in an element; None for several
        for element in self.elements:
            if element.name == "a" or id(element.parent) in self.inside_link:
                self.inside_link.add(id(element))
        for element in reversed(self.elements):
            if href := _href(element):
                self._note(element, href)
            if id(element) in self._only and element.parent is not None:
                self._note(element.parent, self._only[id(element)])

    def rows(self) -> list[_Row]:
        """The largest elements that hold one address only, in the page's order."""
        top: dict[int, Tag] = {}
        rows: dict[int, _Row] = {}
        for element in self.elements:
            parent = element.parent
            inner = parent is not None and parent.name not in OUTER and self._only.get(id(parent)) is not None
            top[id(element)] = top[id(parent)] if inner else element
            if href := _href(element):
                row = top[id(element)]
                rows.setdefault(id(row), _Row(row, href, [])).links.append(element)
        return self._joined(list(rows.values()))

    def chosen(self, elements: Iterable[Tag]) -> list[_Row]:
        """The given elements as rows: of several links, the one with the longest title is the entry."""
        rows = []
        for element in elements:
            links = [link for link in element.find_all("a", href=True) if _href(link)]
            if links:
                best = max(links, key=lambda link: len(_title(link)))
                rows.append(_Row(element, _href(best), [best]))
        return rows

    def date_of(self, row: _Row) -> date | None:
        """The date of a row: beside its link, else behind the row, else in an element of its own inside the link."""
        outside = self._outside(row.element)
        inside = [text for link in row.links for text in link.stripped_strings]
        split = split_date(inside)
        return (
            date_in(outside, row.href)
            or date_in(self._behind(row.element), row.href)
            or date_in([text for text in inside if is_date(text)], row.href)
            or (split[1] if split else None)
        )

    def _joined(self, rows: list[_Row]) -> list[_Row]:
        """Rows that stand in one list item or table row with a single date are one, but for those with long titles."""
        held: dict[int, tuple[Tag, list[_Row]]] = {}
        for row in rows:
            holder = next((element for element in row.element.parents if element.name in HOLDERS), None)
            if row.element.name not in HOLDERS and holder is not None:
                held.setdefault(id(holder), (holder, []))[1].append(row)
        instead: dict[int, list[_Row]] = {}
        for holder, members in held.values():
            if not 1 < len(members) <= MOST_IN_HOLDER or holder.find(HOLDERS) or self._dates(holder) != 1:
                continue
            best, *asides = sorted(members, key=lambda row: len(_fullest(row)), reverse=True)
            if all(len(_fullest(row)) <= LONGEST_ASIDE for row in asides):
                instead.update({id(row.element): [] for row in members})
                instead[id(members[0].element)] = [_Row(holder, best.href, best.links)]
        return [kept for row in rows for kept in instead.get(id(row.element), [row])]

    def _dates(self, element: Tag) -> int:
        """How many dates stand in an element beside its links."""
        return sum(date_in([text], "") is not None for text in self._outside(element))

    def _outside(self, element: Tag) -> list[str]:
        strings = element.find_all(string=True)
        return [text.strip() for text in strings if id(text.parent) not in self.inside_link and text.strip()]

    def _behind(self, element: Tag) -> list[str]:
        """What follows a row, up to the next link: flat lists (<a>…</a> date <br>) and definition lists."""
        texts: list[str] = []
        for sibling in islice(element.next_siblings, NEIGHBOURS):
            if id(sibling) in self._only:
                break
            texts.append(sibling.get_text(" ", strip=True))
        return [text for text in texts if text]

    def _note(self, element: Tag, href: str | None) -> None:
        key = id(element)
        self._only[key] = href if self._only.get(key, href) == href else None


def _href(element: Tag) -> str:
    """The address of a link that leads somewhere, else an empty string."""
    href = str(element.get("href", "")).strip() if element.name == "a" else ""
    return "" if NO_ADDRESS.match(href) else href


def _shape(row: _Row) -> tuple[str, ...]:
    """Rows of one list have the same shape, wherever their list stands."""
    return tuple(element.name for element in (row.element, *islice(row.element.parents, 2)))


def _list(row: _Row) -> tuple[int, str]:
    """The very list that a row stands in."""
    return id(row.element.parent), row.element.name


def is_document(href: str) -> bool:
    """Whether an address is that of one document: a number in its last part, or an id in its query."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return bool(DOCUMENT.search(parts.path[-100:]) or DOCUMENT_QUERY.search(parts.query[:200]))


def _fullest(row: _Row) -> str:
    """The longest title that a row's links show."""
    return max(map(_title, row.links), key=len)


def _title(link: Tag) -> str:
    """The title attribute where it is the fuller one: listings cut long titles short."""
    strings = list(link.stripped_strings)
    if split := split_date(strings):
        del strings[split[0] : split[0] + 2]
    shown = " ".join(" ".join(text for text in strings if not is_date(text)).split())
    attribute = " ".join(str(link.get("title", "")).split())
    return attribute if attribute and len(attribute) >= len(shown.rstrip(".…")) else shown
