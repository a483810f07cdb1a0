"""Cleans the same pages with the project, trafilatura and readability-lxml, and prints what a page costs each.

    python -m benchmarks.clean [--pages DIR] [--rounds 3] [--limit N]

Without `--pages`, the pages are the sample site's. A round runs everyone forwards and backwards (ABBA), each in a
process of its own, so that a machine that gets slower or faster harms all alike.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.peers import peer_python
from include.sample_site.generate import build_site
from include.sample_site.site import ACCEPTED

HERE = Path(__file__).resolve().parent
EXTRACTORS = ("ours", "trafilatura", "trafilatura_fast", "trafilatura_metadata", "readability")


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=Path, metavar="DIR", help="instead of the sample site's pages")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=int, default=200, help="so many pages at most")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        truths = {} if arguments.pages else sample_pages(Path(folder))
        pages = pages_of(arguments.pages or Path(folder))[: arguments.limit]
        if not pages:
            parser.error(f"no pages in {arguments.pages}")
        listing = Path(folder) / "pages.json"
        listing.write_text(json.dumps([str(page) for page in pages]))
        runs = compare(listing, arguments.rounds)
    show(runs, len(pages), truths)


def sample_pages(folder: Path) -> dict[str, str]:
    """Write the sample site's pages of whole speeches, as it serves them; the speeches' text by file name."""
    truths = {}
    for number, page in enumerate(build_site().all_pages()):
        if page.expected == ACCEPTED and page.page_count == 1 and not page.in_document:
            file = folder / f"{number:03}-{page.site}.html"
            file.write_bytes(page.body)
            truths[file.name] = "\n".join(speech.text() for speech in page.speeches)
    return truths


def pages_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".html", ".htm", ".shtml"))


def compare(listing: Path, rounds: int) -> dict[str, list[dict]]:
    """What each extractor took in each run, and the texts it gave."""
    runs: dict[str, list[dict]] = {name: [] for name in EXTRACTORS}
    python = peer_python()
    for number in range(rounds):
        for name in (*EXTRACTORS, *reversed(EXTRACTORS)):
            command = [sys.executable if name == "ours" else python, HERE / "extract.py", name, listing]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
            runs[name].append(json.loads(done.stdout.splitlines()[-1]))
        print(f"round {number + 1} of {rounds} done", file=sys.stderr)
    return runs


def show(runs: dict[str, list[dict]], pages: int, truths: dict[str, str]) -> None:
    """The table: medians of all runs, and ratios of runs that stood at the same place of a round."""
    print(f"{pages} pages\n\n| extractor | pages/s | CPU ms/page | ours is faster, wall | CPU | empty | character F1 |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, took in runs.items():
        wall, cpu = (statistics.median(run[what] for run in took) for what in ("seconds", "cpu"))
        texts = took[0]["texts"]
        scores = [f1(texts[file], truth) for file, truth in truths.items() if file in texts]
        cells = [name, f"{pages / wall:.1f}", f"{cpu / pages * 1000:.1f}"]
        pairs = list(zip(took, runs["ours"], strict=True))
        cells += [in_words([run[what] / own[what] for run, own in pairs]) for what in ("seconds", "cpu")]
        cells += [str(sum(not text.strip() for text in texts.values()))]
        cells += [f"{statistics.mean(scores):.3f}" if scores else "–"]
        print(f"| {' | '.join(cells)} |")


def in_words(ratios: list[float]) -> str:
    return f"{statistics.median(ratios):.2f} × ({min(ratios):.2f}–{max(ratios):.2f})"


def f1(text: str, truth: str) -> float:
    """Of the characters without white space, as multisets: what both hold, against what each holds."""
    found, wanted = (Counter("".join(each.split())) for each in (text, truth))
    both = (found & wanted).total()
    return 2 * both / (found.total() + wanted.total()) if both else 0.0


if __name__ == "__main__":
    main()
