"""Static listings with numbered pages: index.html, index_1.html, … as government content systems write them."""

from bs4 import BeautifulSoup

from include.platforms.base import ListingPage, ListingRules
from include.platforms.pager import next_by_label, next_by_number
from include.platforms.rows import read_rows


def parse(text: str, url: str, rules: ListingRules = ListingRules()) -> ListingPage:  # noqa: B008 - frozen
    """Read one listing page; the next one is what its pager numbers, else what its "next page" link says."""
    soup = BeautifulSoup(text, "lxml")
    return ListingPage(tuple(read_rows(soup, rules.rows)), next_by_number(soup, text, url) or next_by_label(soup, url))
