import socket
import threading
import time
from dataclasses import replace

import pytest

from include.fetch.watch import Pace, Watch


@pytest.fixture
def pair():
    ours, theirs = socket.socketpair()
    ours.settimeout(5)
    yield ours, theirs
    ours.close()
    theirs.close()


@pytest.fixture
def watch():
    watch = Watch()
    yield watch
    watch.close()


def test_a3_a_request_whose_time_is_up_is_cut(watch, pair):
    watch.start(0.05)
    watch.hold(pair[0])
    assert pair[0].recv(1) == b""
    assert watch.stop()


def test_a_connection_that_comes_too_late_is_cut_at_once(watch, pair):
    watch.start(0.01)
    while not watch.expired:
        time.sleep(0.005)
    watch.hold(pair[0])
    assert pair[0].recv(1) == b""


def test_a_request_that_ended_is_left_alone(watch, pair):
    watch.start(0.05)
    watch.hold(pair[0])
    assert not watch.stop()
    time.sleep(0.1)
    pair[1].send(b"x")
    assert pair[0].recv(1) == b"x"


def test_many_requests_need_one_thread(watch, pair):
    before = threading.active_count()
    for _ in range(50):
        watch.start(60)
        watch.hold(pair[0])
        watch.stop()
    assert threading.active_count() <= before + 1


def test_the_thread_ends_with_the_watch(watch):
    watch.start(60)
    thread = watch._thread
    watch.stop()
    watch.close()
    thread.join(5)
    assert not thread.is_alive()


def test_the_watch_can_be_used_again_after_it_was_closed(watch, pair):
    watch.start(60)
    watch.close()
    watch.start(0.05)
    watch.hold(pair[0])
    assert pair[0].recv(1) == b""


@pytest.mark.parametrize(
    ("received", "keeps"),
    [
        pytest.param([(1, 1)] * 9, True, id="within the first stretch"),
        pytest.param([(1, 1)] * 10, False, id="A5 a drip"),
        pytest.param([(1, 10_000)] * 30, True, id="quick"),
        pytest.param([(9, 40_000), (1, 1), (10, 1)], False, id="quick, then a drip"),
        pytest.param([(29, 40_000), (9, 100)], True, id="a long pause, then data"),
    ],
)
def test_a5_a_body_must_keep_its_pace(monkeypatch, tiny, received, keeps):
    clock = [0.0]
    monkeypatch.setattr("include.fetch.watch.time.monotonic", lambda: clock[0])
    pace = Pace(replace(tiny, slow_rate=500, slow_seconds=10))
    results = []
    for seconds, count in received:
        clock[0] += seconds
        results.append(pace.keeps(count))
    assert all(results) is keeps
