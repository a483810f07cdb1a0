"""Feeds: RSS 0.9x, 1.0 and 2.0, and Atom (RFC 4287), page by page where they are paged (RFC 5005)."""

from datetime import date

from lxml import etree

from include.errors import BrokenSourceError
from include.platforms.base import Entry, ListingPage, ListingRules
from include.platforms.dates import day_of, newest_first
from include.platforms.plain import NO_ADDRESS, joined
from include.platforms.xml import address_of, children, read_xml, text_of

ROOTS = frozenset({"rss", "RDF", "feed"})
# The first that can be read is the day of publication; `updated` only where nothing else stands
DATES = ("pubDate", "published", "issued", "date", "created", "updated", "modified")
RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
ONWARD = ("next", "prev-archive")  # RFC 5005: the next page of a paged feed, the older file of an archived one


def parse(text: str, url: str, rules: ListingRules = ListingRules()) -> ListingPage:  # noqa: B008 - frozen
    """Read a feed. BrokenSourceError for what is no feed, and for one whose entries all have no address."""
    root = read_xml(text, url, ROOTS)
    holders = [root, *children(root, "channel")]
    items = [item for holder in holders for name in ("item", "entry") for item in children(holder, name)]
    entries = tuple(Entry(_address(item) or NO_ADDRESS, text_of(item, "title"), _day(item)) for item in items)
    if entries and all(entry.href == NO_ADDRESS for entry in entries):
        raise BrokenSourceError(f"{url}: none of the {len(entries)} entries of this feed has a link")
    return ListingPage(entries, _next(holders, url), newest_first=newest_first([entry.listed_on for entry in entries]))


def _address(item: etree._Element) -> str:
    """Where an entry's page is: its link, a guid that is a permanent link, or what its description is about."""
    links = [link for link in children(item, "link") if (link.get("rel") or "alternate") == "alternate"]
    links.sort(key=lambda link: "html" not in (link.get("type") or "html"))
    for link in links:
        if href := "".join(map(str, link.itertext())).strip() or _based(link, (link.get("href") or "").strip()):
            return href
    for guid in children(item, "guid"):
        if (guid.get("isPermaLink") or "true").strip().lower() != "false":
            return address_of(item, "guid")
    return (item.get(RDF_ABOUT) or "").strip()


def _day(item: etree._Element) -> date | None:
    return next(filter(None, (day_of(text_of(item, name)) for name in DATES)), None)


def _next(holders: list[etree._Element], url: str) -> str | None:
    for holder in holders:
        for link in children(holder, "link"):
            if link.get("rel") in ONWARD and link.get("href"):
                return joined(url, _based(link, link.get("href", "").strip()))
    return None


def _based(link: etree._Element, href: str) -> str:
    """An address resolved against the xml:base that holds at its place, if there is one."""
    return joined(link.base, href) if link.base and href else href
