"""Runs the project's fetch and Scrapy side by side against one local server, and prints what a page costs each.

    python -m benchmarks.fetch [--hosts 1,8,32] [--rounds 3] [--pages N]

Order within a round is ABBA, so that a machine that gets slower or faster harms both alike.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.peers import peer_python

HERE = Path(__file__).resolve().parent
PAGES = {1: 60, 8: 40, 32: 25}  # a host: a run takes two to four seconds at 50 ms a page


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hosts", default="1,8,32")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pages", type=int, help="a host, instead of so many that a run takes some seconds")
    arguments = parser.parse_args()
    counts = [int(count) for count in arguments.hosts.split(",")]
    clients = {"ours": [sys.executable, HERE / "ours.py"], "scrapy": [peer_python(), HERE / "scrapy_client.py"]}
    rows = []
    command = [sys.executable, HERE / "server.py", str(max(counts))]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        port = server.stdout.readline().strip()
        for hosts in counts:
            pages = arguments.pages or PAGES.get(hosts, 25)
            print(f"{hosts} hosts, {pages} pages each, {arguments.rounds} rounds …", file=sys.stderr)
            rows.append((hosts, hosts * pages, *compare(clients, [port, str(hosts), str(pages)], arguments.rounds)))
    finally:
        server.stdin.close()
        server.wait()
    show(rows)


def compare(clients: dict, arguments: list[str], rounds: int) -> tuple[list[dict], list[dict]]:
    """What each client took in each run, ours then Scrapy's, in the order of the rounds."""
    runs = {name: [] for name in clients}
    for _ in range(rounds):
        for name in ("ours", "scrapy", "scrapy", "ours"):
            with tempfile.TemporaryDirectory() as folder:
                command = [*clients[name], *arguments, folder]
                done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
            took = json.loads(done.stdout.splitlines()[-1])
            assert took["pages"] == int(arguments[1]) * int(arguments[2]), f"{name}: {took}"
            runs[name].append(took)
    return runs["ours"], runs["scrapy"]


def show(rows: list) -> None:
    """The table: medians, and ratios of runs that stood side by side."""
    print(
        "| hosts | pages a run | ours, pages/s | Scrapy, pages/s | ours ÷ Scrapy | ours, CPU ms/page | "
        "Scrapy, CPU ms/page | ours ÷ Scrapy |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for hosts, pages, ours, peer in rows:
        cells = []
        for value, digits in ((speed, 1), (cost, 2)):
            mine, theirs = [value(run) for run in ours], [value(run) for run in peer]
            cells += [f"{statistics.median(mine):.{digits}f}", f"{statistics.median(theirs):.{digits}f}"]
            cells.append(in_words([one / other for one, other in zip(mine, theirs, strict=True)]))
        print(f"| {hosts} | {pages} | {' | '.join(cells)} |")


def speed(run: dict) -> float:
    return run["pages"] / run["seconds"]


def cost(run: dict) -> float:
    return run["cpu"] / run["pages"] * 1000


def in_words(ratios: list[float]) -> str:
    return f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"


if __name__ == "__main__":
    main()
