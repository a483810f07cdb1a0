"""Listings that lead on by a link which says "next page" (下一页), whatever their addresses look like."""

from include.platforms.base import ListingPage, ListingRules
from include.platforms.markup import read_html
from include.platforms.pager import next_by_label
from include.platforms.rows import read_rows


def parse(text: str, url: str, rules: ListingRules = ListingRules()) -> ListingPage:  # noqa: B008 - frozen
    """Read one listing page; the next one is where its "next page" link leads."""
    soup = read_html(text, url)
    return ListingPage(tuple(read_rows(soup, rules.rows)), next_by_label(soup, url))
