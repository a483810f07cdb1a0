"""The project's client: a thread a host in one process; state in one SQLite file, bodies in one folder.

A first page is fetched before anything is measured: start-up is not, here as with Scrapy.

python ours.py PORT HOSTS PAGES FOLDER      prints {"pages", "seconds", "cpu"}
"""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from include.fetch.bodies import BodyStore  # noqa: E402
from include.fetch.links import fetch_links  # noqa: E402
from include.ids import page_id  # noqa: E402
from include.records import Link  # noqa: E402
from include.runtime.state import State  # noqa: E402
from include.sources.schema import Source  # noqa: E402


def crawl(host: str, name: str, pages: int, folder: Path) -> bool:
    """All pages of one host, as a fetch task gets them; whether each of them landed."""
    base = f"http://{host}/"
    source = Source(
        name=name,
        title="Town",
        base_url=base,
        platform="numbered_listing",
        sections=("/list/",),
        first_date=date(2020, 1, 1),
        minimum_entries=0,
        contact="team@example.org",
        delay_seconds=0,
        allow_hosts=(host,),
    )
    urls = [f"{base}page/{number}.html" for number in range(pages)]
    links = [Link(name, page_id(url), url, "讲话", "2024-03-05", base) for url in urls]
    state, store = State.open(f"sqlite:///{folder / 'state.db'}"), BodyStore(folder / "raw")
    fetched = fetch_links(source, links, run_id="run", attempt=1, state=state, store=store, known={})
    return [one.outcome for one in fetched] == ["fetched"] * pages


def main(port: int, hosts: int, pages: int, folder: Path) -> None:
    """All hosts at once."""
    crawl(f"127.0.0.1:{port}", "warm_up", 1, folder / "warm up")
    names = [f"127.0.0.{number}:{port}" for number in range(1, hosts + 1)]
    started, cpu = time.monotonic(), cpu_seconds()
    with ThreadPoolExecutor(hosts) as pool:
        landed = list(pool.map(partial(crawl, pages=pages, folder=folder), names, sources_of(hosts)))
    assert all(landed), "not every page landed"
    print(json.dumps({"pages": hosts * pages, "seconds": time.monotonic() - started, "cpu": cpu_seconds() - cpu}))


def sources_of(hosts: int) -> list[str]:
    return [f"town_{number}" for number in range(1, hosts + 1)]


def cpu_seconds() -> float:
    """User and system time of this process and its children."""
    return sum(usage.ru_utime + usage.ru_stime for usage in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]), Path(sys.argv[4]))
