"""Finds out which platform reads a listing, by what its body is."""

from dataclasses import dataclass

from include.errors import BrokenSourceError
from include.fetch.detect import refusal_in
from include.fetch.failures import error_of_refusal
from include.platforms.base import JsonPaths, ListingPage, ListingRules, load_platform
from include.platforms.json_listing import read_json
from include.platforms.pager import same_listing
from include.sources.scaffold_json import guess_paths

HINT = "if its list is drawn by a script, give the address that the script asks for (the browser's network view)"


@dataclass(frozen=True, slots=True)
class Detected:
    """The platform that reads a listing, and what it read."""

    platform: str
    page: ListingPage
    json: JsonPaths | None = None


def detect(text: str, url: str) -> Detected:
    """The platform for the listing `text` from `url`.

    BrokenSourceError where no platform finds an entry; for a page that is a refusal, the error that fetch gives it.
    """
    tried = [] if text.lstrip().startswith("<") else [_json]
    for attempt in (*tried, _sitemap, _feed, _html):
        try:
            found = attempt(text, url)
        except BrokenSourceError:
            if attempt is _json and text.lstrip()[:1] in ("{", "["):
                raise
            continue
        if found.page.entries or found.page.parts:
            return found
    if refusal := refusal_in(text):
        raise error_of_refusal(url, refusal)
    raise BrokenSourceError(f"{url} shows no entries of a listing; {HINT}")


def _json(text: str, url: str) -> Detected:
    paths = guess_paths(read_json(text, url), url)
    return Detected("json_listing", load_platform("json_listing").parse(text, url, ListingRules(json=paths)), paths)


def _sitemap(text: str, url: str) -> Detected:
    return Detected("sitemap", load_platform("sitemap").parse(text, url))


def _feed(text: str, url: str) -> Detected:
    return Detected("feed", load_platform("feed").parse(text, url))


def _html(text: str, url: str) -> Detected:
    """Numbered pages where the pager leads to some, else a "next page" link, else numbers again: one page has none."""
    numbered = load_platform("numbered_listing").parse(text, url)
    linked = load_platform("next_link").parse(text, url)
    if linked.next_url and not (numbered.next_url and same_listing(numbered.next_url, url)):
        return Detected("next_link", linked)
    return Detected("numbered_listing", numbered)
