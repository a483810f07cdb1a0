"""The walk over a source's listings, newest first, until it has passed the window."""

from collections import Counter
from collections.abc import Callable, Container
from datetime import date
from typing import Protocol
from urllib.parse import urljoin

from include.clean.charset import decode
from include.discover.canonical import canonical_url, host_port
from include.discover.discovery import Discovery
from include.errors import BrokenSourceError, DeclinedError, PermanentError
from include.fetch.detect import refusal_in
from include.ids import page_id
from include.platforms.base import Entry, ListingPage, load_platform
from include.records import Link
from include.sources.schema import Source

PAGE_LIMIT = 500  # listing pages of one section; a calendar that goes on for ever ends here


class Response(Protocol):
    """What discover needs of an answer to a request."""

    @property
    def body(self) -> bytes:
        """The body, content encodings undone."""
        ...

    @property
    def url(self) -> str:
        """Where the body came from, redirects followed."""
        ...

    @property
    def charset_declared(self) -> str | None:
        """The charset of the Content-Type header."""
        ...


def discover(
    source: Source,
    first: date,
    last: date,
    get: Callable[[str], Response],
    *,
    known: Container[str] = frozenset(),
    page_limit: int = PAGE_LIMIT,
) -> Discovery:
    """The links that `source` lists between `first` and `last`, both included, and the undated ones not in `known`.

    `known` holds page ids of undated links that were taken before. `get` raises the classes of include.errors: a
    section's first page that cannot be had ends the walk. BrokenSourceError where the listings show fewer entries
    than the source declares, DeclinedError where they show a challenge page instead.
    """
    first = max(first, source.first_date)
    if last < first:
        return Discovery((), 0, 0, {}, dict.fromkeys(source.sections, "before_first_date"))
    walk = _Walk(source, first, last, get, known, page_limit)
    stopped = {section: walk.section(section) for section in source.sections}
    if walk.entries < source.minimum_entries and "page_limit" not in stopped.values():
        raise BrokenSourceError(
            f"source {source.name} lists {walk.entries} entries, at least {source.minimum_entries} are expected"
        )
    return Discovery(tuple(walk.links.values()), walk.entries, walk.pages, dict(walk.skipped), stopped)


class _Walk:
    """One walk's progress over the sections of a source."""

    def __init__(
        self,
        source: Source,
        first: date,
        last: date,
        get: Callable[[str], Response],
        known: Container[str],
        page_limit: int,
    ) -> None:
        self.source, self.first, self.last, self.get = source, first, last, get
        self.known, self.page_limit = known, page_limit
        self.platform = load_platform(source.platform)
        self.links: dict[str, Link] = {}
        self.skipped: Counter[str] = Counter()
        self.entries = self.pages = 0

    def section(self, section: str) -> str:
        """Walk one section; gives why the walk ended."""
        url: str | None = urljoin(self.source.base_url, section)
        visited: set[str] = set()
        while url is not None:
            if canonical_url(url) in visited:
                return "loop"
            if len(visited) == self.page_limit:
                return "page_limit"
            visited.add(canonical_url(url))
            page = self._page(url, required=len(visited) == 1)
            if page is None:
                return "gone"
            reason = self._take(page, url)
            # A walk that could stop early goes on until the source has shown its minimum: that counts what the
            # source lists, not what a night's window needs of it.
            if reason and self.entries >= self.source.minimum_entries:
                return reason
            url = page.next_url
        return "end"

    def _page(self, url: str, *, required: bool) -> ListingPage | None:
        """One listing page. A further page that is gone ends the walk; one that is only down does not."""
        try:
            answer = self.get(url)
        except DeclinedError:
            raise
        except PermanentError as error:
            if required or error.reason not in ("http_404", "http_410"):
                raise
            return None
        self.pages += 1
        text = decode(answer.body, self.source.encoding or answer.charset_declared).text
        page = self.platform.parse(text, answer.url, self.source.listing_rules)
        if not page.entries and (refusal := refusal_in(text)):
            raise DeclinedError(f"{url} answers with a page that asks for proof or login", reason=refusal)
        return page

    def _take(self, page: ListingPage, url: str) -> str | None:
        """Take a listing page's entries; gives a reason to stop, if it shows one."""
        self.entries += len(page.entries)
        known_before, links_before = self.skipped["known"], len(self.links)
        for entry in page.entries:
            if reason := self._take_entry(entry, url):
                self.skipped[reason] += 1
        dates = [entry.listed_on for entry in page.entries if entry.listed_on]
        if dates and max(dates) < self.first:
            return "passed_window"
        if not dates and self.skipped["known"] > known_before and len(self.links) == links_before:
            return "known"
        return None

    def _take_entry(self, entry: Entry, listing_url: str) -> str | None:
        """Keep an entry as a link; gives the reason where it is none."""
        if entry.listed_on is not None and not self.first <= entry.listed_on <= self.last:
            return "outside_window"
        try:
            url = canonical_url(entry.href, listing_url)
        except PermanentError:
            return "bad_url"
        page = page_id(url)
        if page in self.links:
            return "repeated"
        if host_port(url) not in self.source.hosts:
            return "offsite"
        if entry.listed_on is None and page in self.known:
            return "known"
        listed_on = entry.listed_on.isoformat() if entry.listed_on else None
        self.links[page] = Link(self.source.name, page, url, entry.title, listed_on, listing_url)
        return None
