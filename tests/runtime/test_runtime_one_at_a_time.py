"""C8: a nightly run and a backfill of ten days at once, on one host: three processes with their runs as threads."""

import multiprocessing
import threading
import time

import pytest
from airflow.sdk.exceptions import AirflowRescheduleException
from fetch.journal import Journal
from runtime.fake_airflow import context

from include.fetch import politeness
from include.runtime import sources
from include.runtime.state import State

DELAY = 0.02
DAYS = range(1, 11)
RUNS = {"nightly": (8, 11), **{f"backfill of {day}": (day, day) for day in DAYS}}
PROCESSES = 3


@pytest.fixture
def journal(town, place):
    """The town's pages of eleven days, on a site that keeps a journal."""
    town.publish([*DAYS, 11])
    journal = Journal(lambda path: (lambda status, text: (status, text.encode()))(*town.answers.get(path, (404, ""))))
    town.describe(
        place / "sources",
        base_url=f"http://{journal.host}/",
        allow_hosts=f'["{journal.host}"]',
        delay_seconds=DELAY,
    )
    yield journal
    journal.close()


def work(names, start, results):
    start.wait()
    threads = [threading.Thread(target=run, args=(name, *RUNS[name], results)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def run(name, first, last, results):
    """Discover and fetch as Airflow would run them: a task that gives its slot back is called again."""
    plan = {"source": "town", "first": f"2024-03-{first:02}", "last": f"2024-03-{last:02}"}
    pauses, outcomes = 0, None
    for task in (sources.discover, sources.fetch):
        while True:
            try:
                outcomes = task(context(name), plan)
            except AirflowRescheduleException:
                pauses += 1
                time.sleep(0.02)
            else:
                break
    results.put((name, outcomes, pauses))


def test_c8_nightly_and_ten_days_of_backfill_are_one_visitor(journal, place, monkeypatch):
    monkeypatch.setattr(politeness, "PATIENCE", 0.1)
    monkeypatch.setattr(politeness, "POLL", 0.01)
    State.open().close()
    forked = multiprocessing.get_context("fork")
    start, results = forked.Event(), forked.Queue()
    shares = [list(RUNS)[number::PROCESSES] for number in range(PROCESSES)]
    workers = [forked.Process(target=work, args=(names, start, results)) for names in shares]
    for worker in workers:
        worker.start()
    start.set()
    ended = [results.get(timeout=60) for _ in RUNS]
    for worker in workers:
        worker.join(timeout=30)
        assert worker.exitcode == 0
    journal.check(DELAY)
    assert {name: outcomes for name, outcomes, _ in ended} == {
        name: {"fetched": last - first + 1} for name, (first, last) in RUNS.items()
    }
    assert sum(pauses for *_, pauses in ended) > 0  # somebody had to come back later
    assert len({path for *_, path in journal.spans}) == 13  # eleven pages, the listing and robots.txt
