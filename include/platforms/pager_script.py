"""Pagers that a script draws: createPageHTML(…) and its kin state how many pages a listing has and which this is."""

import re
from typing import NamedTuple
from urllib.parse import urljoin

from include.platforms.pager import listing_file, page_number

# createPageHTML(25, 0, "index", "html"): pages, the current one from 0, stem, extension.
# createPageHTML("page_div", 25, 1, "index", "html"): with the element's name first the current one counts from 1.
CALL = re.compile(
    r"createPageHTML\w*\(\s*(?P<element>[\"'](?!\d+[\"'])[\w#.-]{1,80}[\"']\s*,\s*)?"
    r"[\"']?(?P<pages>\d{1,6})[\"']?\s*,\s*[\"']?(?P<current>\d{1,6})[\"']?\s*,"
    r"\s*[\"'](?P<stem>[\w./-]{1,80})[\"']\s*,\s*[\"']\.?(?P<extension>\w{1,8})[\"']"
)
# var currentPage = 0; var countPage = 25: the same script, written out in the page
PAGES = re.compile(r"\bcountPage\s*=\s*[\"']?(\d{1,6})")
CURRENT = re.compile(r"\bcurrentPage\s*=\s*[\"']?(\d{1,6})")
EXTENSION = re.compile(r"[\"'](?:[\w/]{0,40}\.)?(s?html?|jspx?|aspx?|php)[\"']", re.IGNORECASE)


class ScriptedPager(NamedTuple):
    """What a pager's script says; `next_url` is None on the last page."""

    pages: int
    next_url: str | None


def scripted_pager(text: str, url: str) -> ScriptedPager | None:
    """The pager that a script of the page draws, if there is one."""
    if call := CALL.search(text):
        pages, current = int(call["pages"]), int(call["current"])
        first = 1 if call["element"] or (current == 1 and page_number(url) == 0) else 0
        return _pager(pages, current, first, call["stem"], call["extension"], url)
    pages_match, current_match = PAGES.search(text), CURRENT.search(text)
    if pages_match and current_match:
        stem, extension = listing_file(url)
        if url.partition("?")[0].endswith("/") and (written := EXTENSION.search(text, pages_match.end())):
            extension = written[1]
        return _pager(int(pages_match[1]), int(current_match[1]), 0, stem, extension, url)
    return None


def _pager(pages: int, current: int, first: int, stem: str, extension: str, url: str) -> ScriptedPager:
    following = current + 1
    more = following < pages + first
    return ScriptedPager(pages, urljoin(url, f"{stem}_{following}.{extension}") if more else None)
