"""Serves the three sites on 127.0.0.1 as polite, ordinary web servers: validators, gzip, robots.txt, 404."""

import email.utils
import gzip
import hashlib
import re
import threading
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from include.sample_site.generate import build_site
from include.sample_site.pages import listing_body, listing_count
from include.sample_site.site import CHARSETS, NAMES, SECTION, Extra, Page, Site

HOST = "127.0.0.1"
ROBOTS = b"User-agent: *\nDisallow: /private/\n"
NOT_FOUND = "<html><head><title>404</title></head><body><h1>404 Not Found</h1></body></html>"
LISTING = re.compile(re.escape(SECTION) + r"(?:index(?:_(\d{1,3}))?\.html)?")
POLL = 0.05  # seconds
SHANGHAI = timezone(timedelta(hours=8))


class SiteServer(ThreadingHTTPServer):
    """One of the three sites on a port of its own."""

    daemon_threads = True

    def __init__(self, port: int, pages: Sequence[Page]) -> None:
        super().__init__((HOST, port), Handler)
        self.pages = pages
        self.by_path: dict[str, Page | Extra] = {page.path: page for page in pages}
        self.by_path |= {extra.path: extra for page in pages for extra in page.extras}

    @property
    def url(self) -> str:
        """The site's base URL, without a trailing slash."""
        return f"http://{HOST}:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # headers and body are two writes: the second would wait for an ACK
    server: SiteServer

    def do_GET(self) -> None:
        """Answer with a page, a listing, robots.txt or 404."""
        path = self.path.partition("?")[0]
        page = self.server.by_path.get(path)
        listing = LISTING.fullmatch(path)
        if page is not None:
            self.answer_page(page)
        elif path == "/robots.txt":
            self.send(200, ROBOTS, "text/plain; charset=utf-8")
        elif path == "/" or (listing and int(listing[1] or 0) < listing_count(self.server.pages)):
            body = listing_body(self.server.pages, int(listing[1] or 0) if listing else 0)
            self.send(200, body, f"text/html; charset={CHARSETS[self.server.pages[0].site]}")
        else:
            self.send(404, NOT_FOUND.encode(), "text/html; charset=utf-8")

    def do_HEAD(self) -> None:
        """As GET, without the body."""
        self.do_GET()

    def answer_page(self, page: Page | Extra) -> None:
        """A page with its validators, or 304 to a request whose condition they meet."""
        etag, modified = f'"{hashlib.sha256(page.body).hexdigest()[:16]}"', last_modified(page)
        validators = {"ETag": etag, "Last-Modified": modified}
        condition = self.headers.get("If-None-Match")
        unchanged = condition == etag if condition else self.headers.get("If-Modified-Since") == modified
        if unchanged:
            self.send(304, b"", None, validators)
        else:
            self.send(200, page.body, page.content_type, validators)

    def send(self, status: int, body: bytes, content_type: str | None, headers: dict[str, str] | None = None) -> None:
        """One answer, compressed where the client takes gzip."""
        more = {**(headers or {}), "Vary": "Accept-Encoding"}
        if content_type:
            more["Content-Type"] = content_type
        if body and "gzip" in self.headers.get("Accept-Encoding", ""):
            body, more["Content-Encoding"] = gzip.compress(body, mtime=0), "gzip"
        self.send_response(status)
        for name, value in more.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Stay quiet: the caller's output is its own."""


def last_modified(page: Page | Extra) -> str:
    """Eight in the morning of the day of publication, Shanghai time, as an HTTP date."""
    morning = datetime.fromisoformat(page.published_on).replace(hour=8, tzinfo=SHANGHAI)
    return email.utils.format_datetime(morning.astimezone(UTC), usegmt=True)


def started(server: SiteServer) -> SiteServer:
    """The server, answering in a thread; `shutdown` waits for ever for one that never started."""
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": POLL}, daemon=True).start()
    return server


@contextmanager
def running(port: int = 0, down: Collection[str] = (), site: Site | None = None) -> Iterator[dict[str, str]]:
    """The sites in threads of this process, as base URLs by name.

    They take `port`, `port` + 1 and `port` + 2, or free ports for 0; those in `down` refuse connections.
    Raises OSError where a port is taken.
    """
    site = site or build_site()
    servers: dict[str, SiteServer] = {}
    try:
        for place, name in enumerate(NAMES):
            if name not in down:
                servers[name] = started(SiteServer(port + place if port else 0, site.pages[name]))
        yield {name: server.url for name, server in servers.items()}
    finally:
        for server in servers.values():
            server.shutdown()
            server.server_close()


def serve(port: int, down: Collection[str] = (), site: Site | None = None) -> None:
    """Serve until interrupted (Ctrl-C, or SIGTERM as the command sets it up); prints one line once ready."""
    with running(port, down, site) as addresses:
        print(" ".join(f"{name} {url}/" for name, url in addresses.items()), flush=True)
        while True:  # a wait without end would miss a signal that comes just before it
            time.sleep(10 * POLL)
