"""`python -m include sample-site`: serve the sample site, or write its pages and its truth to a folder."""

import argparse
import signal
import sys
from pathlib import Path
from types import FrameType

from include.command import UNREADABLE, complain
from include.sample_site.generate import SEED, build_site
from include.sample_site.pages import listing_body, listing_count, listing_path
from include.sample_site.server import serve
from include.sample_site.site import NAMES, Site
from include.sample_site.truth import truth_lines


def main(argv: list[str]) -> int:
    """Run the command; 2 where a port is taken or the folder cannot be written."""
    options = parser().parse_args(argv)
    try:
        site = build_site(options.seed)
        if options.write:
            write(site, options.write)
        else:
            signal.signal(signal.SIGTERM, interrupt)
            serve(options.port, options.down, site)
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        complain("sample-site", error)
        return UNREADABLE
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m include sample-site", description=__doc__)
    made.add_argument("--port", type=int, default=8701, help="of the portal; the other two follow (default 8701)")
    made.add_argument(
        "--down", action="append", default=[], choices=NAMES, help="leave this site out: it refuses connections"
    )
    made.add_argument("--write", type=Path, metavar="DIR", help="write pages and truth.jsonl there instead of serving")
    made.add_argument("--seed", type=int, default=SEED, help=f"of figures and names (default {SEED})")
    return made


def interrupt(signum: int, frame: FrameType | None) -> None:
    """A polite stop is like Ctrl-C."""
    raise KeyboardInterrupt


def write(site: Site, folder: Path) -> None:
    """Pages and listings under `folder`/<site>/<path>, and `folder`/truth.jsonl."""
    for page in site.all_pages():
        put(folder / page.site / page.path.lstrip("/"), page.body)
        for extra in page.extras:
            put(folder / page.site / extra.path.lstrip("/"), extra.body)
    for name in NAMES:
        for number in range(listing_count(site.pages[name])):
            put(folder / name / listing_path(number).lstrip("/"), listing_body(site.pages[name], number))
    put(folder / "truth.jsonl", truth_lines(site).encode("utf-8"))
    print(f"{len(site.all_pages())} pages and truth.jsonl in {folder}", file=sys.stderr)


def put(file: Path, content: bytes) -> None:
    """Write one file, with the folders above it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
