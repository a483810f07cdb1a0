"""What a platform module offers to discover."""

from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Protocol, cast

from include.platforms import PLATFORMS


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a listing, as listed: `href` as it stands in the page, not resolved."""

    href: str
    title: str
    listed_on: date | None


@dataclass(frozen=True, slots=True)
class Part:
    """A listing that another one points to, as a sitemap's index does; `changed_on` is the newest date in it."""

    url: str
    changed_on: date | None


@dataclass(frozen=True, slots=True)
class ListingPage:
    """The entries of one listing page, in its order, and the absolute address of the next page, if there is one.

    `parts` are the listings that an index names instead of entries. `newest_first` says whether the order of the
    entries is that of their dates, so that a walk may stop behind its window; a sitemap's is not.
    """

    entries: tuple[Entry, ...]
    next_url: str | None
    parts: tuple[Part, ...] = ()
    newest_first: bool = True


@dataclass(frozen=True, slots=True)
class JsonPaths:
    """Where the fields stand in a JSON listing, as dotted paths; all but `items` lead from one of the items."""

    items: str
    title: str
    url: str
    date: str | None = None
    pages: str | None = None  # from the top: how many pages the listing has


@dataclass(frozen=True, slots=True)
class ListingRules:
    """What a source says about its listings, where the general reading does not find it."""

    rows: str | None = None  # CSS selector of the rows
    json: JsonPaths | None = None


class Platform(Protocol):
    """A kind of web site. Modules implement it."""

    def parse(self, text: str, url: str, rules: ListingRules = ListingRules()) -> ListingPage:
        """Read the listing page `text` that came from `url`.

        BrokenSourceError where it cannot be what the source says it is: no JSON, no XML, no items at their path.
        """
        ...


def load_platform(name: str) -> Platform:
    """The platform module of that name; KeyError where PLATFORMS has none (a source was validated before)."""
    return cast(Platform, import_module(PLATFORMS[name]))
