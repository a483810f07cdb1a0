"""What a new source is written from: a listing and a page of it as they came, and what our reading makes of them."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit, urlunsplit

from include.clean.charset import decode
from include.clean.page import clean_page
from include.discover.canonical import canonical_url, host_port
from include.errors import BrokenSourceError, DeclinedError, JianghuaError, PermanentError
from include.platforms.base import Entry, ListingPage, load_platform
from include.platforms.plain import plain
from include.platforms.rows import is_document
from include.records import CleanedPage
from include.sources.scaffold_detect import Detected, detect

TRIED_PAGES = 5
TITLE = re.compile(r"<title[^>]*>([^<]{1,300})</title>", re.IGNORECASE)
SITE_NAME = re.compile(r"<meta\s+name=[\"']SiteName[\"']\s+content=[\"']([^\"']{1,100})", re.IGNORECASE)
BETWEEN = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|\s*--+\s*|-(?=[\u3400-\u9fff]+$)")
DECODED_BY_US = frozenset({"utf-8", "gb18030", "utf-16-le", "utf-16-be"})  # found from the bytes; no need to say so

Get = Callable[[str], tuple[str, bytes]]  # an address → where the body came from, and the body


@dataclass(frozen=True, slots=True)
class SeenPage:
    """One page behind a listing, and what clean makes of it."""

    url: str
    body: bytes
    listed_on: date | None
    cleaned: CleanedPage


@dataclass(frozen=True, slots=True)
class Seen:
    """A listing as it came, how it is read, and a page of it; `problem` says why there is no page."""

    section_url: str
    listing_url: str
    body: bytes
    charset: str
    detected: Detected
    site_title: str
    hosts: tuple[str, ...] = ()  # further hosts of the site that its entries lead to
    page: SeenPage | None = None
    problem: str | None = None

    @property
    def listing(self) -> ListingPage:
        """What the platform read."""
        return self.detected.page


def see_listing(url: str, get: Get) -> Seen:
    """Ask for the listing and find out how it is read; of an index of sitemaps, its newest part is the listing."""
    address, body = get(url)
    decoded = decode(body)
    detected = detect(decoded.text, address)
    title = _site_title(decoded.text, address)
    if detected.page.parts:
        newest = max(detected.page.parts, key=lambda part: part.changed_on or date.min)
        address, body = get(newest.url)
        decoded = decode(body)
        detected = replace(detected, page=load_platform("sitemap").parse(decoded.text, address))
        if not detected.page.entries:
            raise BrokenSourceError(f"{url} is an index of sitemaps; its newest, {address}, has no entries")
    hosts = _own_hosts(detected.page.entries, address)
    return Seen(url, address, body, decoded.charset, detected, title, hosts)


def see_page(seen: Seen, get: Get) -> Seen:
    """Ask for the first page that can be cleaned, of the first few that are listed."""
    problem = "the listing names no page of this site"
    likely = sorted(seen.listing.entries, key=lambda entry: not is_document(entry.href))
    for entry in likely[:TRIED_PAGES]:
        try:
            url = canonical_url(entry.href, seen.listing_url)
            _, body = get(url)
            listed_on = entry.listed_on.isoformat() if entry.listed_on else None
            return replace(seen, page=SeenPage(url, body, entry.listed_on, clean_page(body, url, listed_on=listed_on)))
        except JianghuaError as error:
            problem = f"{entry.href}: {error}"
            if isinstance(error, DeclinedError) and error.reason != "robots":
                break  # the site does not want us: it is not asked again
    return replace(seen, problem=problem)


def origin(url: str) -> str:
    """The site's own address: scheme and host."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc, "/", "", ""))


def _site_title(text: str, url: str) -> str:
    """What the site calls itself: its SiteName, else the last part of the listing's title, else its host."""
    if named := SITE_NAME.search(text):
        return plain(named[1])
    title = TITLE.search(text)
    parts = [part for part in BETWEEN.split(plain(title[1])) if part] if title else []
    return parts[-1] if parts else str(urlsplit(url).hostname)


def _own_hosts(entries: tuple[Entry, ...], listing_url: str) -> tuple[str, ...]:
    """The hosts of the same domain, other than the listing's own, that entries lead to."""
    own = _name(host_port(listing_url))
    domain = own.removeprefix("www.")
    hosts = set()
    for entry in entries:
        with suppress(PermanentError):  # what is no address leads to no host
            hosts.add(host_port(canonical_url(entry.href, listing_url)))
    return tuple(sorted(host for host in hosts if _name(host) != own and f".{_name(host)}".endswith(f".{domain}")))


def _name(host: str) -> str:
    return host.rpartition(":")[0]
