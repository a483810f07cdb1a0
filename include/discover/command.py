"""`python -m include discover SOURCE --from D --to D`: the links of a window as JSON lines; stores nothing."""

import argparse
import sys
from datetime import date

from include.command import UNREADABLE, complain, print_row
from include.discover.listing import discover
from include.errors import JianghuaError
from include.fetch.fetcher import Fetcher
from include.runtime.ledger import Ledger
from include.runtime.state import State
from include.sources.registry import get_source


def main(argv: list[str]) -> int:
    """Print the links; 2 where the source is unknown or its listing cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m include discover", description="Print the links a source lists.")
    parser.add_argument("source", help="its name; source files lie in include/sources/ and in JIANGHUA_SOURCES")
    parser.add_argument("--from", dest="first", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
    parser.add_argument("--to", dest="last", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
    options = parser.parse_args(argv)
    try:
        source = get_source(options.source)
        with Fetcher(source, State.in_memory(), owner="command") as fetcher:
            found = discover(source, options.first, options.last, fetcher, Ledger(fetcher.state.engine))
    except JianghuaError as error:
        complain(options.source, error)
        return UNREADABLE
    for link in found.links:
        print_row(link.to_dict())
    skipped = ", ".join(f"{count} {reason}" for reason, count in sorted(found.skipped.items())) or "none"
    print(
        f"{len(found.links)} links of {found.entries} entries on {found.pages} listing pages; skipped: {skipped}",
        file=sys.stderr,
    )
    if found.note is not None:
        print(found.note, file=sys.stderr)
    return 0
