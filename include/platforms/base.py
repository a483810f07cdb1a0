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
class ListingPage:
    """The entries of one listing page, in its order, and the absolute address of the next page, if there is one."""

    entries: tuple[Entry, ...]
    next_url: str | None


class Platform(Protocol):
    """A kind of web site. Modules implement it."""

    def parse(self, text: str, url: str, rows: str | None = None) -> ListingPage:
        """Read the listing page `text` that came from `url`; `rows` is a CSS selector of its rows, where declared."""
        ...


def load_platform(name: str) -> Platform:
    """The platform module of that name; KeyError where PLATFORMS has none (a source was validated before)."""
    return cast(Platform, import_module(PLATFORMS[name]))
