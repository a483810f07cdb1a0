import multiprocessing
import sqlite3
import time
from itertools import pairwise

import pytest
from sqlalchemy import inspect

from include.discover.discovery import Discovery
from include.errors import BrokenSourceError, DeclinedError, PermanentError, TransientError
from include.fetch.failures import ParkedError
from include.records import Fetched, Link
from include.runtime.state import State, Validator
from include.runtime.state_tables import metadata

HOST = "town.example:80"


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'deep' / 'state.db'}"


@pytest.fixture
def state(url):
    state = State.open(url)
    yield state
    state.close()


def link(number, listed_on="2024-03-05", source="town"):
    return Link(
        source,
        f"page{number}",
        f"http://town.example/{number}.html",
        f"讲话{number}",
        listed_on,
        "http://town.example/",
    )


def fetched(number, attempt=1, **fields):
    data = {"outcome": "fetched", "status": 200, "body_sha256": f"sha{number}", "response_headers": {"etag": '"v1"'}}
    return Fetched("town", f"page{number}", f"http://town.example/{number}.html", attempt, **{**data, **fields})


def found(*links, **fields):
    return Discovery(links, len(links) + 3, 1, **fields)


def test_opening_makes_the_folder_and_the_tables_in_wal_mode(state, tmp_path):
    assert set(inspect(state.engine).get_table_names()) == set(metadata.tables)
    with sqlite3.connect(tmp_path / "deep" / "state.db") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_what_was_discovered_is_there_for_the_fetch(state):
    links = [link(1), link(2)]
    state.save_discovery("night", "town", found(*links, skipped={"offsite": 2}, stopped={"/": "end"}))
    state.save_discovery("night", "city", found(link(9, source="city")))
    assert state.links("night", "town") == links
    assert [one.source for one in state.listed("night")] == ["city", "town", "town"]
    row = state.source_runs("night")[1]
    assert (row["source"], row["status"], row["entries"], row["links"]) == ("town", "ok", 5, 2)
    assert (row["skipped"], row["stopped"], row["message"]) == ({"offsite": 2}, {"/": "end"}, None)


def test_a_rerun_of_discover_doubles_nothing(state):
    for _ in range(2):
        state.save_discovery("night", "town", found(link(1), link(2)))
    assert len(state.listed("night")) == 2
    assert len(state.source_runs("night")) == 1


def test_pages_that_came_to_an_end_without_a_body_are_known(state):
    outcomes = [("failed", False), ("declined", False), ("failed", True), ("fetched", False), ("parked", False)]
    for number, (outcome, transient) in enumerate(outcomes):
        state.record("night", Fetched("town", f"page{number}", "http://t.example/", 1, outcome, transient=transient))
    assert state.ended("town") == {"page0", "page1"}
    assert state.ended("city") == frozenset()


def test_b11_a_walk_that_hit_the_page_limit_says_so(state):
    state.save_discovery("night", "town", found(link(1), stopped={"/jh/": "page_limit"}))
    row = state.source_runs("night")[0]
    assert (row["status"], row["reason"], row["message"]) == ("ok", "page_limit", "stopped at the page limit: /jh/")


@pytest.mark.parametrize(
    ("error", "status", "reason"),
    [
        pytest.param(BrokenSourceError("3 entries"), "broken", "broken_source", id="broken"),
        pytest.param(PermanentError("404", reason="http_404"), "broken", "http_404", id="gone"),
        pytest.param(TransientError("down", reason="connect"), "down", "connect", id="down"),
        pytest.param(DeclinedError("403", reason="http_403"), "declined", "http_403", id="declined"),
        pytest.param(ParkedError("later", reason="robots_unreachable"), "parked", "robots_unreachable", id="parked"),
    ],
)
def test_why_a_source_gave_nothing(state, error, status, reason):
    state.save_source_failure("night", "town", error)
    row = state.source_runs("night")[0]
    assert (row["status"], row["reason"], row["message"], row["entries"]) == (status, reason, str(error), 0)


def test_a_source_that_came_back_is_no_failure(state):
    state.save_source_failure("night", "town", TransientError("down"))
    state.save_discovery("night", "town", found(link(1)))
    assert [row["status"] for row in state.source_runs("night")] == ["ok"]


def test_every_attempt_is_kept_whole(state):
    first = fetched(1, outcome="failed", reason="http_503", transient=True, status=503, body_sha256=None)
    second = fetched(1, 2, redirects=("http://town.example/b",), request_headers={"user-agent": "x"})
    for one in (second, first, first):
        state.record("night", one)
    assert state.attempts("night") == [first, second]
    assert state.attempts("night", "city") == []
    assert state.attempts("other night") == []


def test_validators_come_from_the_last_body(state):
    assert state.validator("page1") is None
    state.record("night", fetched(1))
    assert state.validator("page1") == Validator('"v1"', None, "sha1")
    state.record(
        "later", fetched(1, outcome="failed", status=503, body_sha256=None, response_headers={"etag": '"error"'})
    )
    state.record("later", fetched(1, outcome="unchanged", status=304, response_headers={}))
    assert state.validator("page1") == Validator('"v1"', None, "sha1")
    state.record("last", fetched(1, body_sha256="new", response_headers={"last-modified": "Tue"}))
    assert state.validator("page1") == Validator(None, "Tue", "new")


def _take_turns(url, host, name, results):
    state = State.open(url)
    for _ in range(15):
        while (fence := state.acquire_lease(host, name, 60)) is None:
            time.sleep(0.002)
        started = time.time()
        state.record(name, fetched(1, attempt=fence))
        results.put((started, time.time(), fence))
        state.release_lease(host, name, fence)
    state.close()


def test_processes_that_open_a_new_state_together_take_turns(url):
    context = multiprocessing.get_context("fork")
    results = context.Queue()
    workers = [context.Process(target=_take_turns, args=(url, HOST, name, results)) for name in ("a", "b", "c")]
    for worker in workers:
        worker.start()
    turns = sorted(results.get(timeout=30) for _ in range(45))
    for worker in workers:
        worker.join(timeout=10)
        assert worker.exitcode == 0
    assert [fence for _, _, fence in turns] == list(range(1, 46))
    assert all(before[1] <= after[0] for before, after in pairwise(turns))
