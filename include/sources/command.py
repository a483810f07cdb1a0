"""`python -m include check-source FILE`: is the file valid, what does the site list, how does a page come out?

Requests robots.txt, the first page of each listing (of an index of sitemaps, its newest part, too) and one page;
stores nothing.
"""

import argparse
import time
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from include.clean.batch import further_bodies
from include.clean.page import clean_page
from include.command import UNREADABLE, complain, print_row
from include.discover.discovery import Discovery
from include.discover.listing import Terms, discover
from include.errors import BadPageError, BrokenSourceError, JianghuaError
from include.fetch.bodies import BodyStore
from include.fetch.fetcher import Fetcher
from include.fetch.parts import fetch_article
from include.fetch.politeness import LONGEST_SLEEP
from include.platforms.rows import is_document
from include.records import CleanedPage, Link
from include.runtime.ledger import Ledger
from include.runtime.state import State
from include.sources.registry import read_source
from include.sources.schema import Source

SHOWN_LINKS = 10
SHOWN_TEXT = 300  # characters, from the beginning and from the end
SHOWN_SPEECH = ("title", "content_year", "speaker", "office", "occasion", "region", "flags")
TRIED_PAGES = 5


def main(argv: list[str]) -> int:
    """Print what the source says, lists and gives; 2 where any of it cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m include check-source", description=__doc__)
    parser.add_argument("file", type=Path, help="the YAML file of the source")
    options = parser.parse_args(argv)
    try:
        source = read_source(options.file)
        print_row({"kind": "source", **source.model_dump(mode="json", exclude_defaults=True)})
        with Fetcher(source, State.in_memory(), owner="command") as fetcher:
            try:
                _show_page(source, _show_links(source, fetcher), fetcher)
            finally:  # what robots.txt says is wanted most where something failed
                _show_hosts(source, fetcher)
    except JianghuaError as error:
        complain(options.file, error)
        return UNREADABLE
    return 0


def _show_links(source: Source, fetcher: Fetcher) -> tuple[Link, ...]:
    ledger, terms = Ledger(fetcher.state.engine), Terms(time.time(), page_limit=1)
    found = discover(source, source.first_date, date.max, fetcher, ledger, terms=terms)
    for link in found.links[:SHOWN_LINKS]:
        print_row({"kind": "link", **link.to_dict()})
    print_row({"kind": "listing", **_account(found)})
    if not found.links:
        skipped = ", ".join(f"{count} {reason}" for reason, count in found.skipped.items()) or "none"
        raise BrokenSourceError(
            f"source {source.name}: no link on the first page of its listings; skipped: {skipped}", reason="no_links"
        )
    return found.links


def _account(found: Discovery) -> dict[str, Any]:
    counts = {
        "entries": found.entries,
        "links": len(found.links),
        "undated": sum(link.listed_on is None for link in found.links),
        "untitled": sum(not link.title for link in found.links),
    }
    goes_on = {section: reason == "page_limit" for section, reason in found.stopped.items()}
    return {**counts, "skipped": dict(found.skipped), "goes_on": goes_on}


def _show_hosts(source: Source, fetcher: Fetcher) -> None:
    """What robots.txt came to on each host that was asked, and the seconds between two requests that are kept."""
    for host, asked in sorted(fetcher.gate.delays.items()):
        delay = max(source.delay_seconds, min(asked, LONGEST_SLEEP))
        robots = fetcher.robots_decision(f"http://{host}/")
        print_row({"kind": "host", "host": host, "robots": robots, "delay_seconds": delay, "notes": fetcher.notes})


def _show_page(source: Source, links: tuple[Link, ...], fetcher: Fetcher) -> None:
    """Fetch and clean the first page that can be had; BadPageError where none of the first few can."""
    with TemporaryDirectory() as folder:
        store = BodyStore(Path(folder))
        likely = sorted(links, key=lambda link: not is_document(link.url))  # a sitemap's first link is its home page
        for link in likely[:TRIED_PAGES]:
            fetched = fetch_article(link, fetcher, store)
            print_row({"kind": "fetched", "url": link.url, "outcome": fetched.outcome, "reason": fetched.reason})
            if fetched.body_sha256 is not None:
                body = store.get(fetched.body_sha256)
                parts = further_bodies((part.to_dict() for part in fetched.parts), store.get)
                page = clean_page(
                    body,
                    fetched.final_url or link.url,
                    rules=source.clean_rules,
                    listed_on=link.listed_on,
                    listed_title=link.title,
                    charset=fetched.charset,
                    parts=parts,
                )
                print_row({"kind": "page", "url": link.url, **_summary(page)})
                return
    raise BadPageError(f"source {source.name}: none of its first {TRIED_PAGES} pages can be had")


def _summary(page: CleanedPage) -> dict[str, Any]:
    return {
        "title": page.title,
        "title_from": page.title_from,
        "published_on": page.published_on,
        "published_from": page.published_from,
        "source_line": page.source_line,
        "charset": page.charset,
        "flags": page.flags,
        "speeches": [{name: getattr(speech, name) for name in SHOWN_SPEECH} for speech in page.speeches],
        "parts": [part.url for part in page.parts],
        "attachments": [attachment.url for attachment in page.attachments],
        "characters": len(page.text),
        "begins": page.text[:SHOWN_TEXT],
        "ends": page.text[-SHOWN_TEXT:],
        "stripped": dict(Counter(piece.kind for piece in page.stripped)),
        "repaired": dict(Counter(repair.rule for repair in page.repairs)),
    }
