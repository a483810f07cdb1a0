"""A site on 127.0.0.1 whose every path answers as the test says, with a journal of what was asked."""

import threading
import time
from collections import Counter
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from include.fetch.fetcher import Fetcher
from include.fetch.limits import Limits
from include.ids import page_id
from include.records import Link
from include.runtime.state import State
from include.sources.schema import Source

TINY = Limits(
    connect_seconds=1, read_seconds=0.5, total_seconds=0.8, wire_bytes=100_000, body_bytes=200_000, redirects=5
)


class Site:
    """Answers by path: a tuple (status, headers, body) or a function of the handler and the number of the hit."""

    def __init__(self):
        self.answers = {"/robots.txt": (404, {}, b"")}
        self.hits = Counter()
        self.journal = []
        self.lock = threading.Lock()
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # headers and body are two writes: the second would wait for an ACK

            def do_GET(self):
                site.answer(self)

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *args: None  # clients that hang up are the subject here
        self.host = f"127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def answer(self, handler):
        with self.lock:
            self.hits[handler.path] += 1
            hit = self.hits[handler.path]
            self.journal.append((time.time(), handler.path, dict(handler.headers)))
        answer = self.answers.get(handler.path, (404, {}, b"nothing here"))
        if callable(answer):
            answer = answer(handler, hit)
        if answer is not None:
            send(handler, *answer)

    def paths(self):
        return [path for _, path, _ in self.journal]

    def url(self, path):
        return f"http://{self.host}{path}"

    def link(self, path):
        return Link("town", page_id(self.url(path)), self.url(path), "讲话", "2024-03-05", self.url("/list/"))

    def source(self, **fields):
        data = {
            "name": "town",
            "title": "Town",
            "base_url": self.url("/"),
            "platform": "numbered_listing",
            "sections": ["/list/"],
            "first_date": date(2020, 1, 1),
            "minimum_entries": 0,
            "contact": "team@example.org",
            "delay_seconds": 0,
            "allow_hosts": [self.host],
        }
        return Source(**{**data, **fields})


def send(handler, status, headers=None, body=b""):
    handler.send_response(status)
    for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **(headers or {})}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


@pytest.fixture
def site():
    site = Site()
    yield site
    site.server.shutdown()
    site.server.server_close()


@pytest.fixture
def state():
    state = State.in_memory()
    yield state
    state.close()


@pytest.fixture
def fetcher(site, state):
    with Fetcher(site.source(), state, owner="test", limits=TINY) as fetcher:
        yield fetcher


@pytest.fixture
def tiny():
    return TINY
