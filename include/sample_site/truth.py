"""What is true of the sample site, a row for each page, speech and observation; nothing is read back out of a page."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from include.sample_site.site import Page, Site
from include.sample_site.speech import Speech

ENDS = 20  # characters of a speech that a row shows at either end

Row = dict[str, Any]


def truth_rows(site: Site) -> Iterator[Row]:
    """Every row. Offsets of observations lead into the `text` of their speech, in code points."""
    homes = {speech.key: speech_key(page, no) for page, no, speech in placed(site) if speech.original is None}
    for page in site.all_pages():
        yield page_row(page)
        for no, speech in enumerate(page.speeches, 1):
            yield speech_row(page, no, speech, homes)
            yield from observation_rows(page, no, speech)


def truth_lines(site: Site) -> str:
    """The rows as JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in truth_rows(site))


def placed(site: Site) -> Iterator[tuple[Page, int, Speech]]:
    """Every speech with its page and its number there."""
    for page in site.all_pages():
        for no, speech in enumerate(page.speeches, 1):
            yield page, no, speech


def speech_key(page: Page, no: int) -> str:
    """A name of a speech that holds on any port."""
    return f"{page.site}{page.path}#{no}"


def page_row(page: Page) -> Row:
    """The row of a page: `key` is its site and path, `expected` accepted, quarantined or failed:soft_404."""
    return {
        "kind": "page",
        "key": f"{page.site}{page.path}",
        "site": page.site,
        "path": page.path,
        "title": page.title,
        "listed_on": page.listed_on,
        "published_on": page.published_on if page.speeches else None,
        "expected": page.expected,
        "speeches": len(page.speeches),
    }


def speech_row(page: Page, no: int, speech: Speech, homes: dict[str, str]) -> Row:
    """The row of a speech: `original` and `edition_of` are keys of other speeches, or None."""
    text = speech.text()
    return {
        "kind": "speech",
        "key": speech_key(page, no),
        "site": page.site,
        "path": page.path,
        "no": no,
        "title": speech.title,
        "text": text,
        "first": text[:ENDS],
        "last": text[-ENDS:],
        "text_sha256": hashlib.sha256(text.encode("utf-8")).hexdigest(),
        "original": homes[speech.original] if speech.original else None,
        "copy_kind": speech.copy_kind,
        "redated": speech.redated,
        "edition_of": homes[speech.edition_of] if speech.edition_of else None,
    }


def observation_rows(page: Page, no: int, speech: Speech) -> Iterator[Row]:
    """The rows of a speech's figures."""
    for observation in speech.observations():
        yield {"kind": "observation", "speech": speech_key(page, no), **observation}
