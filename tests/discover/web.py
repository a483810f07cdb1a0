"""Listings in this process: pages by address, a journal of what was asked, and a source that describes them."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from time import time as now
from zoneinfo import ZoneInfo

from include.discover import listing as stage
from include.discover.listing import Terms
from include.errors import PermanentError
from include.runtime.ledger import Ledger
from include.runtime.state import State
from include.sources.schema import Source

SITE = "http://town.example"


@dataclass
class Answer:
    url: str
    body: bytes
    status: int = 200
    headers: dict = field(default_factory=dict)
    charset_declared: str | None = None


class Web:
    """Listings by address; what is missing raises as a fetcher does. With `etags`, it knows conditional requests."""

    def __init__(self, pages, errors=None, *, etags=False):
        self.pages, self.errors, self.etags = pages, errors or {}, etags
        self.asked, self.not_modified, self.reserved = [], [], []

    def page(self, url, headers=None):
        path = url.removeprefix(SITE)
        self.asked.append(path)
        if path in self.errors:
            raise self.errors[path]
        text = self.text(path)
        if text is None:
            raise PermanentError(f"{url} answers 404", reason="http_404")
        body = text if isinstance(text, bytes) else text.encode()
        etag = f'"{hash(body)}"' if self.etags else None
        if etag and (headers or {}).get("If-None-Match") == etag:
            self.not_modified.append(path)
            return Answer(url, b"", 304)
        return Answer(url, body, headers={"etag": etag} if etag else {})

    def text(self, path):
        return self.pages.get(path)

    def reserve(self, url):
        self.reserved.append(url.removeprefix(SITE))


def at(day, hour=2):
    """A clock that stands still at an hour of a local day."""
    moment = datetime.combine(day, time(hour), ZoneInfo("Asia/Shanghai")).timestamp()
    return lambda: moment


def new_ledger():
    return Ledger(State.in_memory().engine)


def discover(source, first, last, web, ledger=None, *, known=(), page_limit=None, **options):
    """The stage with a ledger of its own, where the test has none."""
    options.setdefault("terms", Terms(options.get("clock", now)(), page_limit=page_limit))
    ledger = ledger or new_ledger()
    return stage.discover(source, first, last, web, ledger, known=lambda page_ids: known, **options)


def source(**fields):
    data = {
        "name": "town",
        "title": "Town",
        "base_url": SITE,
        "platform": "numbered_listing",
        "sections": ["/jh/"],
        "first_date": date(2020, 1, 1),
        "minimum_entries": 1,
        "contact": "team@example.org",
    }
    return Source(**{**data, **fields})


def listing(rows, pages=1, section="/jh/"):
    items = "".join(
        f'<li><a href="{href}">在第{href}号会议上的讲话</a><span>{day or ""}</span></li>' for href, day in rows
    )
    numbers = "".join(f'<a href="{section}index{f"_{n}" if n else ""}.html">{n + 1}</a>' for n in range(pages))
    return f"<html><body><ul>{items}</ul><div>{numbers}</div></body></html>"


def daily(pages, per_page=5, newest=date(2024, 3, 31)):
    """A listing with one entry a day, newest first."""
    found = {}
    for page in range(pages):
        days = [newest - timedelta(days=page * per_page + n) for n in range(per_page)]
        rows = [(f"/jh/t{day:%Y%m%d}_1.html", day.isoformat()) for day in days]
        found[f"/jh/index_{page}.html" if page else "/jh/"] = listing(rows, pages)
    return found


class Portal(Web):
    """A listing of entries (number, day), newest first, `per_page` to a page; entries come and go."""

    def __init__(self, entries, per_page=20, **options):
        super().__init__({}, **options)
        self.gone = set()
        self.entries, self.per_page = sorted(entries, key=lambda entry: entry[1], reverse=True), per_page

    def add(self, name, day):
        """Publish an entry: on top of those of its day."""
        place = sum(other > day for _, other in self.entries)
        self.entries.insert(place, (name, day))

    def take_down(self, start, count):
        """Take some entries out of the listing."""
        self.gone |= {name for name, _ in self.entries[start : start + count]}
        del self.entries[start : start + count]

    @property
    def count(self):
        return -(-len(self.entries) // self.per_page)

    def text(self, path):
        number = int(path.partition("_")[2].partition(".")[0] or 0)
        rows = self.entries[number * self.per_page : (number + 1) * self.per_page]
        page = [(f"/jh/t{day:%Y%m%d}_{name}.html", day.isoformat()) for name, day in rows]
        further = f'<a href="/jh/index_{number + 1}.html">下一页</a>' if number + 1 < self.count else ""
        return listing(page, 0) + further if page or not number else None

    def listed_on(self, first, last):
        return {name for name, day in self.entries if first <= day <= last}


def names(found):
    return {int(link.url.rpartition("_")[2].removesuffix(".html")) for link in found.links}
