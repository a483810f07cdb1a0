"""`python -m include fetch URL…`: the outcome of each, one JSON object a line; stores nothing."""

import argparse
from datetime import date
from urllib.parse import urlsplit

from pydantic import ValidationError

from include import settings
from include.command import UNREADABLE, complain, print_row
from include.discover.canonical import canonical_url
from include.errors import ConfigurationError, JianghuaError
from include.fetch.fetcher import Fetcher
from include.fetch.outcomes import fetch_one
from include.ids import page_id
from include.records import Link
from include.runtime.state import State
from include.sources.schema import Source


def main(argv: list[str]) -> int:
    """Print an outcome for every URL; 2 where one is no web address."""
    parser = argparse.ArgumentParser(
        prog="python -m include fetch", description="Request pages and print what happened."
    )
    parser.add_argument("urls", nargs="+", metavar="URL")
    known = settings.contact()
    parser.add_argument(
        "--contact",
        default=known,
        required=known is None,
        help="e-mail or URL for the User-Agent, by which site owners can reach you; default: JIANGHUA_CONTACT",
    )
    parser.add_argument(
        "--allow", action="append", default=[], metavar="HOST:PORT", help="also contact this host, private or not"
    )
    parser.add_argument("--delay", type=float, default=2.0, help="seconds between two requests to one host")
    options = parser.parse_args(argv)
    state, status = State.in_memory(), 0
    for url in options.urls:
        try:
            source = _source_for(canonical_url(url), options)
            with Fetcher(source, state, owner="command") as fetcher:
                print_row(fetch_one(_link(url), fetcher).to_dict())
        except JianghuaError as error:
            complain(url, error)
            status = UNREADABLE
    return status


def _link(url: str) -> Link:
    canonical = canonical_url(url)
    return Link("command", page_id(canonical), canonical, "", None, "")


def _source_for(url: str, options: argparse.Namespace) -> Source:
    """A source for one URL: its own site, and what is allowed by name."""
    parts = urlsplit(url)
    try:
        return Source(
            name="command",
            title=parts.netloc,
            base_url=f"{parts.scheme}://{parts.netloc}/",
            platform="numbered_listing",
            sections=("/",),
            first_date=date.min,
            minimum_entries=0,
            contact=options.contact,
            delay_seconds=options.delay,
            allow_hosts=tuple(options.allow),
        )
    except ValidationError as error:
        reasons = "; ".join(f"{problem['loc'][0]}: {problem['msg']}" for problem in error.errors())
        raise ConfigurationError(reasons) from error
