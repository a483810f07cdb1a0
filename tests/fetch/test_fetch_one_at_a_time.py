"""C8: several runs at one host, each with its own connection to the state, as processes have."""

import http.client
import multiprocessing
import os
import signal
import threading
import time

import pytest
from fetch.journal import Journal

from include.fetch import politeness
from include.fetch.bodies import BodyStore
from include.fetch.limits import Limits
from include.fetch.links import fetch_links
from include.fetch.politeness import HostGate
from include.ids import page_id
from include.records import Link
from include.runtime.state import State

BODY = "<html><body><p>" + "全县各项工作稳步推进，群众生活持续改善，重点项目加快建设。" * 10 + "</p></body></html>"
DELAY = 0.03
PATIENT = Limits(connect_seconds=20, read_seconds=20, total_seconds=20)  # a busy machine is no silent server


@pytest.fixture
def journal():
    def answer(path):
        time.sleep(0.01)
        return (404, b"") if path == "/robots.txt" else (200, BODY.encode())

    journal = Journal(answer)
    yield journal
    journal.close()


def test_c8_runs_at_one_host_never_overlap_and_keep_the_gap(site, journal, tmp_path, database_url):
    source = site.source(base_url=f"http://{journal.host}/", allow_hosts=[journal.host], delay_seconds=DELAY)
    ended = []

    def run(number):
        state = State.open(database_url)
        urls = [f"http://{journal.host}/{number}/{page}" for page in range(3)]
        links = [Link("town", page_id(url), url, "讲话", "2024-03-05", source.base_url) for url in urls]
        store = BodyStore(tmp_path / "raw")
        ended.extend(
            fetch_links(
                source, links, run_id=f"{number}", attempt=1, state=state, store=store, known={}, limits=PATIENT
            )
        )
        state.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    journal.check(DELAY)
    assert [one.outcome for one in ended] == ["fetched"] * 9
    assert len(journal.spans) == 10  # and robots.txt, once for all


def ask_and_hang(url, pipe):
    gate = HostGate(State.open(url), owner="killed", delay_seconds=DELAY, lease_seconds=0.2)
    gate.enter("town.example:80")
    pipe.send("asked")
    time.sleep(60)


def test_c8_a_run_that_is_killed_in_a_request_holds_the_host_for_the_gap_and_not_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr(politeness, "LONGEST_SLEEP", DELAY)
    url = f"sqlite:///{tmp_path / 'state.db'}"
    here, there = multiprocessing.Pipe()
    child = multiprocessing.get_context("fork").Process(target=ask_and_hang, args=(url, there))
    child.start()
    assert here.poll(30)
    os.kill(child.pid, signal.SIGKILL)
    killed = time.time()
    child.join()
    state = State.open(url)
    asked_at = state.lease("town.example:80").last_request_at
    gate = HostGate(state, owner="next", delay_seconds=DELAY, lease_seconds=0.2)
    gate.enter("town.example:80")
    assert asked_at + 0.2 + DELAY - 0.01 <= time.time() < killed + 30
    gate.close()
    state.close()


def test_the_journal_sees_connections_and_requests_that_come_too_early(journal):
    first, second = (http.client.HTTPConnection(journal.host) for _ in range(2))
    for connection in (first, second):
        connection.request("GET", "/page")
        connection.getresponse().read()
    assert journal.together == [1, 2]
    assert min(journal.gaps) < DELAY
    for connection in (first, second):
        connection.close()
    third = http.client.HTTPConnection(journal.host)
    third.request("GET", "/page")
    assert third.getresponse().status == 200
    assert journal.together == [1, 2, 1]
    third.close()
