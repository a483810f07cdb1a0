"""`python -m include new-source NAME`: writes a source's YAML, its test and the pages that the test reads.

With a URL, that listing and one of its pages are asked for, politely, and all is written as they have it. Without
one, a page of the bundled sample site shows the form.
"""

import argparse
import re
import shlex
import sys
import time
from pathlib import Path

from pydantic import ValidationError

from include import settings
from include.command import UNREADABLE, complain
from include.discover.canonical import canonical_url
from include.discover.coverage import local_day
from include.discover.reading import unpacked
from include.errors import ConfigurationError, JianghuaError
from include.fetch.fetcher import Fetcher
from include.runtime.state import State
from include.sources.scaffold_files import refuse_existing, write_files
from include.sources.scaffold_sample import SAMPLE_URL, get_sample
from include.sources.scaffold_seen import Get, Seen, origin, see_listing, see_page
from include.sources.schema import Source

NAME = re.compile(r"[a-z0-9_]{1,60}")
NOBODY = "you@example.org"  # in a source that is only an example


def main(argv: list[str]) -> int:
    """Write the files and say what to do next; 2, with nothing written, where that cannot be done."""
    options = _parser().parse_args(argv)
    try:
        if not NAME.fullmatch(options.name):
            raise ConfigurationError("a source's name has a–z, 0–9 and _ only, 60 at most")
        refuse_existing(options.folder, options.name, settings.source_folders())
        allow = tuple(host.lower() for host in options.allow)
        seen = _of_site(options, allow) if options.url else see_page(see_listing(SAMPLE_URL, get_sample), get_sample)
        day = local_day(time.time())
        contact = options.contact or NOBODY
        files = write_files(seen, options.folder, options.name, contact, allow=allow, day=day)
    except JianghuaError as error:
        complain(options.name, error)
        return UNREADABLE
    print("\n".join(_report(seen, files, options)))
    return 0


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="python -m include new-source", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument("name", help="the source's name: a–z, 0–9, _")
    made.add_argument("--url", help="the first page of its listing, its sitemap or its feed")
    made.add_argument("--contact", default=settings.contact(), help="e-mail or URL; default: JIANGHUA_CONTACT")
    made.add_argument("--folder", type=Path, default=Path("sources"), help="where to write; default: sources")
    made.add_argument(
        "--allow", action="append", default=[], metavar="HOST:PORT", help="also contact this host, private or not"
    )
    return made


def _of_site(options: argparse.Namespace, allow: tuple[str, ...]) -> Seen:
    """Ask the site, one request at a time and as its robots.txt allows, under the source that is being made."""
    if not options.contact:
        raise ConfigurationError("no contact: site owners must be able to write to you (--contact or JIANGHUA_CONTACT)")
    url, state = canonical_url(options.url), State.in_memory()
    with Fetcher(_source(url, options, allow), state, owner="command") as fetcher:
        seen = see_listing(url, _get(fetcher))
    with Fetcher(_source(url, options, (*allow, *seen.hosts)), state, owner="command") as fetcher:
        return see_page(seen, _get(fetcher))


def _source(url: str, options: argparse.Namespace, allow: tuple[str, ...]) -> Source:
    """A source that is just enough for a Fetcher."""
    try:
        return Source(
            name=options.name,
            title=options.name,
            base_url=origin(url),
            platform="numbered_listing",
            sections=("/",),
            first_date=local_day(time.time()),
            minimum_entries=0,
            contact=options.contact,
            allow_hosts=allow,
        )
    except ValidationError as error:
        problem = error.errors()[0]
        raise ConfigurationError(f"{problem['loc'][0]}: {problem['msg'].removeprefix('Value error, ')}") from error


def _get(fetcher: Fetcher) -> Get:
    def get(url: str) -> tuple[str, bytes]:
        answer = fetcher.page(url)
        return answer.url, unpacked(answer.body)

    return get


def _report(seen: Seen, files: list[Path], options: argparse.Namespace) -> list[str]:
    """What was seen, what was written and what to do next."""
    undated = sum(entry.listed_on is None for entry in seen.listing.entries)
    lines = [f"{seen.detected.platform}: {len(seen.listing.entries)} entries at {seen.listing_url}, {undated} undated"]
    if seen.page:
        lines.append(f"page: {seen.page.cleaned.title or 'no title'} (speeches: {len(seen.page.cleaned.speeches)})")
    else:
        lines.append(f"no page could be cleaned, so none was saved: {seen.problem}")
    lines += [f"wrote {file}" for file in files]
    if not options.url:
        lines.append("This is the bundled sample site, to show the form: put your site into the YAML, or start again")
        lines.append(f"with its address: make new-source NAME={options.name} URL=https://… CONTACT=you@…")
    name, folder = shlex.quote(str(files[0])), shlex.quote(str(options.folder))
    lines += [f"next: look at every line of {name}, then", f"  {_python()} -m pytest {folder}"]
    return [*lines, f"  {_python()} -m include check-source {name}"]


def _python() -> str:
    inside = Path(sys.executable).absolute()
    return str(inside.relative_to(Path.cwd())) if inside.is_relative_to(Path.cwd()) else "python"
