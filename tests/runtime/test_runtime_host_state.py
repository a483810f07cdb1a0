"""Leases, parked hosts and robots on SQLite and PostgreSQL."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from include.runtime.host_state import LONGEST_LEASE, Parked, RobotsRow
from include.runtime.state import State

HOST = "town.example:80"


@pytest.fixture
def state(database_url):
    state = State.open(database_url)
    yield state
    state.close()


def test_a_lease_has_one_owner_and_a_rising_fence(state):
    assert state.acquire_lease(HOST, "a", 60) == 1
    assert state.acquire_lease(HOST, "b", 60) is None
    assert state.acquire_lease(HOST, "a", -1) == 2  # runs out at once
    assert state.acquire_lease(HOST, "b", 60) == 3
    assert not state.start_request(HOST, "a", 2, 60)
    state.release_lease(HOST, "a", 2)
    assert state.lease(HOST).owner == "b"
    assert state.start_request(HOST, "b", 3, 60)
    state.release_lease(HOST, "b", 3)
    assert state.acquire_lease(HOST, "a", 60) == 4


def test_a_request_is_noted_as_it_begins_and_as_the_lease_ends(state):
    fence = state.acquire_lease(HOST, "a", 1)
    assert state.start_request(HOST, "a", fence, 60)
    began = state.standing(HOST)
    assert 0 <= began.now - began.last_request_at < 30
    assert state.lease(HOST).expires_at > began.now + 30
    state.release_lease(HOST, "a", fence, ended_ago=10.0)
    after = state.standing(HOST)
    assert 10 <= after.now - after.last_request_at < 40


def test_only_the_owner_notes_anything(state):
    old = state.acquire_lease(HOST, "a", -1)
    new = state.acquire_lease(HOST, "b", 60)
    assert state.start_request(HOST, "b", new, 60)
    before = state.lease(HOST)
    assert not state.start_request(HOST, "a", old, 60)
    assert not state.ask_patience(HOST, "a", old, 30)
    state.release_lease(HOST, "a", old, ended_ago=0.0)
    assert state.lease(HOST) == before
    assert state.ask_patience(HOST, "b", new, 30)
    assert 0 < state.standing(HOST).not_before - state.now() <= 30


def test_a_parked_host_gets_no_request_until_its_time_is_over(state):
    fence = state.acquire_lease(HOST, "a", 60)
    until = state.now() + 3600
    state.park_host(HOST, until, "asked to wait")
    assert state.parked(HOST) == Parked(until, "asked to wait")
    assert not state.start_request(HOST, "a", fence, 60)
    state.park_host(HOST, state.now() - 1, "asked to wait")
    assert state.parked(HOST) is None
    assert state.start_request(HOST, "a", fence, 60)


def test_g8_a_lease_that_no_clock_can_have_meant_is_shortened(state):
    state.acquire_lease(HOST, "a", 7200)
    assert state.acquire_lease(HOST, "b", 60) is None
    assert state.lease(HOST).expires_at <= state.now() + LONGEST_LEASE


def test_g8_a_wrong_local_clock_does_not_matter_where_the_server_has_one(postgres):
    state = State.open(postgres)
    state.clock = lambda: time.time() - 7200
    assert abs(state.now() - time.time()) < 60
    state.acquire_lease(HOST, "a", 60)
    assert state.lease(HOST).expires_at > time.time()
    state.close()


def test_nothing_is_known_of_a_new_host(state):
    standing = state.standing(HOST)
    assert (standing.last_request_at, standing.not_before, standing.parked) == (0.0, 0.0, None)
    assert state.lease(HOST) is None
    assert state.robots(HOST) is None
    assert not state.start_request(HOST, "a", 1, 60)


def test_robots_are_kept(state):
    row = RobotsRow(1_000_000.5, 200, "User-agent: *\nDisallow: /私/", "rules")
    state.save_robots(HOST, row)
    assert state.robots(HOST) == row


def test_one_of_many_that_ask_at_once_gets_the_lease(state):
    with ThreadPoolExecutor(8) as pool:
        fences = list(pool.map(lambda number: state.acquire_lease(HOST, f"run {number}", 60), range(24)))
    assert [fence for fence in fences if fence is not None] == [1]
