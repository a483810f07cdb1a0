"""Listings that lead on by a link which says "next page" (下一页), whatever their addresses look like."""

from bs4 import BeautifulSoup

from include.platforms.base import ListingPage
from include.platforms.pager import next_by_label
from include.platforms.rows import read_rows


def parse(text: str, url: str, rows: str | None = None) -> ListingPage:
    """Read one listing page; the next one is where its "next page" link leads."""
    soup = BeautifulSoup(text, "lxml")
    return ListingPage(tuple(read_rows(soup, rows)), next_by_label(soup, url))
