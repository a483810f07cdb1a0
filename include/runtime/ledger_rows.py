"""What the ledger of listings holds, as records: walks, pages read, links."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from include.platforms.base import Part

EVERYTHING = date.min.isoformat()  # covered from here: the walk came to the listing's end
NOTHING = date.max.isoformat()


class ListedLink(NamedTuple):
    """A usable link as a listing page shows it: canonical URL, ISO date or none."""

    page_id: str
    url: str
    title: str
    listed_on: str | None


class Seen(NamedTuple):
    """What the ledger knows of a link already."""

    walk_id: str
    first_seen_at: float
    last_seen_at: float
    listed_on: str | None


@dataclass(slots=True)
class Walk:
    """One walk over a listing from its first page, as far as it has come."""

    walk_id: str
    listing: str
    source: str
    section: str
    started_at: float
    read_at: float
    covered_from: str = NOTHING
    counts: bool = False
    resume_url: str | None = None
    pages: int = 0
    entries: int = 0
    ordered: bool = True
    stopped: str | None = None


@dataclass(frozen=True, slots=True)
class PageRead:
    """One listing page as it was read: `url` as it was asked for, `key` its canonical form."""

    url: str
    key: str
    read_at: float
    entries: int  # all that stand on it, links or not
    links: tuple[ListedLink, ...]
    refused: Mapping[str, int] = field(default_factory=dict)
    next_url: str | None = None
    parts: tuple[Part, ...] = ()
    newest_first: bool = True
    etag: str | None = None
    last_modified: str | None = None
    walk_id: str | None = None  # which walk read it; None where it comes from the site just now
    unchanged: bool = False  # the site answered 304

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only if it is another one (RFC 9110, 13.1)."""
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in pairs.items() if value}


def page_row(page: PageRead, walk: Walk) -> dict[str, Any]:
    """A page as a row. Links are kept where their order says how far a walk has come."""
    return {
        "listing": walk.listing,
        "url": page.key,
        "walk_id": walk.walk_id,
        "read_at": page.read_at,
        "etag": page.etag,
        "last_modified": page.last_modified,
        "entries": page.entries,
        "links": [list(link) for link in page.links] if page.newest_first else [],
        "refused": dict(page.refused),
        "next_url": page.next_url,
        "parts": [[part.url, part.changed_on.isoformat() if part.changed_on else None] for part in page.parts],
        "newest_first": page.newest_first,
    }


def page_of(row: Mapping[str, Any], url: str) -> PageRead:
    """A row as the page that it was."""
    parts = tuple(Part(part, date.fromisoformat(day) if day else None) for part, day in row["parts"])
    links = tuple(ListedLink(*link) for link in row["links"])
    same = ("read_at", "entries", "refused", "next_url", "newest_first", "etag", "last_modified", "walk_id")
    return PageRead(url, row["url"], links=links, parts=parts, **{name: row[name] for name in same})
