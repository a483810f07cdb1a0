"""Static listings with numbered pages: index.html, index_1.html, … as government content systems write them."""

from include.platforms.base import ListingPage, ListingRules
from include.platforms.markup import read_html
from include.platforms.pager import next_by_digits, next_by_label, next_by_number
from include.platforms.pager_script import scripted_pager
from include.platforms.rows import read_rows


def parse(text: str, url: str, rules: ListingRules = ListingRules()) -> ListingPage:  # noqa: B008 - frozen
    """Read one listing page; the next one is what its script or pager numbers, else what its "next page" link says."""
    soup = read_html(text, url)
    entries = tuple(read_rows(soup, rules.rows))
    if pager := scripted_pager(text, url):
        return ListingPage(entries, pager.next_url)
    return ListingPage(entries, next_by_number(soup, url) or next_by_label(soup, url) or next_by_digits(soup, url))
