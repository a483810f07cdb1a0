"""Sitemaps (sitemaps.org 0.9, with the news extension): a file of addresses, or an index of such files.

Their order says nothing, and their dates are those of the last change where no news date stands.
"""

from lxml import etree

from include.errors import BrokenSourceError
from include.platforms.base import Entry, ListingPage, ListingRules, Part
from include.platforms.dates import day_of
from include.platforms.plain import NO_ADDRESS, joined
from include.platforms.xml import SHOWN, address_of, children, local_name, read_xml, text_of

ROOTS = frozenset({"urlset", "sitemapindex"})
WEB = ("http://", "https://")


def parse(text: str, url: str, rules: ListingRules = ListingRules()) -> ListingPage:  # noqa: B008 - frozen
    """Read a sitemap: entries of a `urlset` or of a plain list of addresses, parts of a `sitemapindex`.

    An entry has a title only where the sitemap is one of news. BrokenSourceError for what is no sitemap.
    """
    if text.strip() and not text.lstrip().startswith("<"):
        return ListingPage(_lines(text, url), None, newest_first=False)
    root = read_xml(text, url, ROOTS)
    if local_name(root) == "sitemapindex":
        parts = tuple(_part(element, url) for element in children(root, "sitemap") if address_of(element, "loc"))
        return ListingPage((), None, parts, newest_first=False)
    return ListingPage(tuple(map(_entry, children(root, "url"))), None, newest_first=False)


def _entry(element: etree._Element) -> Entry:
    fields = {local_name(child): child for child in reversed(element)}  # the first of each name; quick, for 50,000
    title, day = "", None
    if (news := fields.get("news")) is not None:
        title, day = text_of(news, "title"), day_of(text_of(news, "publication_date"))
    location, changed = _text(fields.get("loc")), _text(fields.get("lastmod"))
    return Entry(location or NO_ADDRESS, title, day or day_of(changed))


def _text(element: etree._Element | None) -> str:
    return "" if element is None else "".join(map(str, element.itertext())).strip()


def _part(element: etree._Element, url: str) -> Part:
    return Part(joined(url, address_of(element, "loc")), day_of(text_of(element, "lastmod")))


def _lines(text: str, url: str) -> tuple[Entry, ...]:
    """A sitemap in plain text: an address a line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    wrong = [line for line in lines if not line.lower().startswith(WEB)]
    if wrong:
        raise BrokenSourceError(f"{url} is no sitemap: neither XML nor an address a line: {wrong[0][:SHOWN]!r}")
    return tuple(Entry(line, "", None) for line in lines)
