"""Addresses that carry their page in the query: ?page=2, ?pageNo=2, ?offset=20."""

import re
from urllib.parse import urlsplit, urlunsplit

# page, pageNo, page_index, curPage, currentPage, …; names that may as well be an id (pageid) are none of them
PAGE = re.compile(
    r"(?P<before>^|&)(?P<name>(?:(?:cur|curr|current|now|to|c)[_-]?)?page(?:[_-]?(?:no|num|number|index)|d)?"
    r"|pg|pn|p|current)=(?P<number>\d{1,6})(?=&|$)",
    re.IGNORECASE,
)
OFFSET = re.compile(
    r"(?P<before>^|&)(?P<name>offset|start|skip|start[_-]?(?:record|index|row))=(?P<number>\d{1,7})(?=&|$)",
    re.IGNORECASE,
)


def next_in_query(url: str, *, shown: int, pages: int | None = None) -> str | None:
    """The address of the page behind `url`, on which `shown` items stand; None without a number to count up.

    A page number goes up by one until it is `pages`. An offset goes on behind what was shown, whatever the size
    that was asked for: servers cap it.
    """
    query = urlsplit(url).query
    if match := PAGE.search(query):
        number, step, place = int(match["number"]), 1, int(match["number"])
    elif match := OFFSET.search(query):
        number, step = int(match["number"]), shown
        place = number // shown + 1
    else:
        return None
    return None if pages is not None and place >= pages else _with(url, match, number + step)


def number_in_query(url: str) -> int | None:
    """The page number that the query of an address states."""
    match = PAGE.search(urlsplit(url).query)
    return int(match["number"]) if match else None


def with_number_in_query(url: str, number: int) -> str:
    """The same address under another page number; one that states none stays as it is."""
    match = PAGE.search(urlsplit(url).query)
    return _with(url, match, number) if match else url


def query_without_number(url: str) -> str:
    """The query of an address without its page number."""
    return PAGE.sub("", urlsplit(url).query).strip("&")


def _with(url: str, match: re.Match[str], number: int) -> str:
    parts = urlsplit(url)
    changed = f"{match['before']}{match['name']}={number}"
    return urlunsplit(parts._replace(query=parts.query[: match.start()] + changed + parts.query[match.end() :]))
