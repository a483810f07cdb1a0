"""One listing page: requested, on condition where it was read before, and brought into the form of the ledger."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from include.clean.charset import decode
from include.discover.canonical import canonical_url, host_port
from include.errors import BrokenSourceError, PermanentError
from include.fetch.detect import refusal_in
from include.fetch.encodings import GZIP_MAGIC, decoded
from include.fetch.failures import error_of_refusal
from include.fetch.limits import DEFAULT
from include.ids import page_id
from include.platforms.base import Entry, ListingPage, load_platform
from include.runtime.ledger_rows import ListedLink, PageRead
from include.sources.schema import Source

GONE = frozenset({"http_404", "http_410", "soft_404"})
NOT_MODIFIED = 304


class Response(Protocol):
    """What discover needs of an answer to a request."""

    @property
    def status(self) -> int:
        """200, or 304 to a conditional request."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """The response's headers, names in lower case."""
        ...

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


class Web(Protocol):
    """What discover needs of whoever makes the requests; a Fetcher is one. Raises the classes of include.errors."""

    def page(self, url: str, headers: dict[str, str] | None = None) -> Response:
        """The answer to a GET that must be a page; any other status raises by its class."""
        ...

    def reserve(self, url: str) -> None:
        """Be the only one to make requests to the host of `url`, without making one."""
        ...


class Reader:
    """Reads the listing pages of one source."""

    def __init__(self, source: Source, web: Web, clock: Callable[[], float]) -> None:
        self.source, self.web, self.clock = source, web, clock
        self.platform = load_platform(source.platform)
        self.only = re.compile(source.only or "")

    def read(self, url: str, before: PageRead | None, *, required: bool) -> PageRead | None:
        """One listing page, or None where a page that is not required is gone; one that is only down raises.

        `before` is the page as it was last read: the request asks for another one only, and a 304 gives it back.
        """
        try:
            answer = self.web.page(url, (before.conditions if before else None) or None)
            if answer.status != NOT_MODIFIED:
                return self._page(url, answer)
        except PermanentError as error:
            if required or error.reason not in GONE:
                raise
            return None
        if before is None or not before.conditions:
            raise BrokenSourceError(f"{url} answers 304 to a request without conditions")
        return replace(before, read_at=self.clock(), walk_id=None, unchanged=True)

    def _page(self, url: str, answer: Response) -> PageRead:
        text = decode(unpacked(answer.body), self.source.encoding or answer.charset_declared).text
        page = self._parsed(text, url, answer.url)
        links, refused = self._links(page, answer.url)
        return PageRead(
            url,
            canonical_url(url),
            self.clock(),
            len(page.entries),
            links,
            refused,
            page.next_url,
            page.parts,
            page.newest_first,
            answer.headers.get("etag"),
            answer.headers.get("last-modified"),
        )

    def _parsed(self, text: str, url: str, came_from: str) -> ListingPage:
        """What the platform reads; where it reads nothing, the page may be a refusal in place of a listing."""
        try:
            page = self.platform.parse(text, came_from, self.source.listing_rules)
        except BrokenSourceError as error:
            if refusal := refusal_in(text):
                raise error_of_refusal(url, refusal) from error
            raise
        if not page.entries and not page.parts and (refusal := refusal_in(text)):
            raise error_of_refusal(url, refusal)
        return page

    def _links(self, page: ListingPage, url: str) -> tuple[tuple[ListedLink, ...], Counter[str]]:
        """The usable links of a page in its order, and how many entries are none, by reason."""
        links, refused = [], Counter[str]()
        for entry in page.entries:
            link = self._link(entry, url)
            if isinstance(link, str):
                refused[link] += 1
            else:
                links.append(link)
        return tuple(links), refused

    def _link(self, entry: Entry, url: str) -> ListedLink | str:
        try:
            address = canonical_url(entry.href, url)
        except PermanentError:
            return "bad_url"
        if host_port(address) not in self.source.hosts:
            return "offsite"
        if not self.only.search(address):
            return "unwanted"
        return ListedLink(
            page_id(address), address, entry.title, entry.listed_on.isoformat() if entry.listed_on else None
        )


def unpacked(body: bytes, most: int = DEFAULT.body_bytes) -> bytes:
    """A body that is a gzip file, as sitemaps are (`sitemap.xml.gz`), unpacked; any other as it is.

    PermanentError `too_large` where it holds more than `most` bytes, TransientError where it is cut off.
    """
    if not body.startswith(GZIP_MAGIC):
        return body
    pieces, size = [], 0
    for piece in decoded(iter([body]), ["gzip"], most):
        pieces.append(piece)
        if (size := size + len(piece)) > most:
            raise PermanentError(f"a packed listing holds more than {most} bytes", reason="too_large")
    return b"".join(pieces)
