"""Segments and extracts the same speeches, beside jieba.posseg and recognizers-text, and prints characters a second.

    python -m benchmarks.extract [TEXT.txt…] [--rounds 3] [--passes 3]

Without files, the speeches are the sample site's originals. A round runs everyone forwards and backwards (ABBA), each
in a process of its own, so that a machine that gets slower or faster harms all alike.
"""

import argparse
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.extract.read import READERS
from benchmarks.peers import peer_python
from include.sample_site.generate import SEED
from include.sample_site.library import build_originals, draw_world

HERE = Path(__file__).resolve().parent
BASE = "jieba.posseg"
# of the slow ones a part of the texts is read once: characters at most, passes at most
LESS = {"recognizers-text": (6_000, 1), BASE: (60_000, 1)}


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="TEXT.txt")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--passes", type=int, default=3, help="so often a run reads the texts")
    arguments = parser.parse_args()
    texts = [file.read_text(encoding="utf-8") for file in arguments.files] or sample_texts()
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "texts.json"
        # the first is the warm-up
        listing.write_text(json.dumps([texts[0], *(texts[1:] or texts)]), encoding="utf-8")
        runs = compare(listing, arguments.rounds, arguments.passes)
    print(f"{sum(map(len, texts)):,} characters, {with_digits(texts):.0%} of them in sentences with a digit")
    show(runs)


def sample_texts() -> list[str]:
    """The speeches that the sample site is made of, without their copies."""
    originals = build_originals(SEED, draw_world(random.Random(f"{SEED}/world")))
    return [speech.text() for speech in originals.values()]


def compare(listing: Path, rounds: int, passes: int) -> dict[str, list[dict]]:
    """What each reader took in each run."""
    runs: dict[str, list[dict]] = {name: [] for name in READERS}
    python = peer_python()
    (packages,) = (python.parent.parent / "lib").glob("python*/site-packages")
    for number in range(rounds):
        for name in (*READERS, *reversed(READERS)):
            most, often = LESS.get(name, (10**9, passes))
            command = [HERE / "read.py", name, listing, min(often, passes), most, packages]
            run = [sys.executable if name.startswith("ours") else python, *map(str, command)]
            done = subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True)
            runs[name].append(json.loads(done.stdout.splitlines()[-1]))
        print(f"round {number + 1} of {rounds} done", file=sys.stderr)
    return runs


def with_digits(texts: list[str]) -> float:
    """The part of the characters that stand in sentences with a digit: what costs most to read."""
    sentences = [sentence for text in texts for sentence in re.split("(?<=[。！？\\n])", text)]
    return sum(len(each) for each in sentences if re.search(r"\d", each)) / max(1, sum(map(len, sentences)))


def show(runs: dict[str, list[dict]]) -> None:
    """The table: medians of all runs, and ratios of runs that stood at the same place of a round."""
    print(f"\n| reader | characters/s | CPU µs/character | as fast as {BASE}, CPU | found |")
    print("| --- | --- | --- | --- | --- |")
    for name, took in runs.items():
        wall = statistics.median(run["characters"] / run["seconds"] for run in took)
        cpu = statistics.median(cost(run) for run in took)
        pairs = zip(took, runs[BASE], strict=True)
        ratio = in_words([cost(base) / cost(run) for run, base in pairs])
        found = f"{took[0]['found']}" if name not in LESS else "–"
        print(f"| {name} | {wall:,.0f} | {cpu * 1e6:.2f} | {ratio} | {found} |")


def cost(run: dict) -> float:
    return run["cpu"] / run["characters"]


def in_words(ratios: list[float]) -> str:
    return f"{statistics.median(ratios):.2f} × ({min(ratios):.2f}–{max(ratios):.2f})"


if __name__ == "__main__":
    main()
