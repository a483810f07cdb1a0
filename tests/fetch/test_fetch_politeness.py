import pytest

from include.errors import InterruptedRunError, TransientError
from include.fetch.failures import ParkedError
from include.fetch.politeness import HostGate

HOST = "town.example:80"


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self):
        self.now = 1_000_000.0

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        assert seconds > 0
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


def gate(state, clock, owner="run", delay=2.0):
    return HostGate(state, owner=owner, delay_seconds=delay, lease_seconds=90, clock=clock, sleep=clock.sleep)


def test_requests_keep_the_delay(state, clock):
    one = gate(state, clock)
    times = []
    for _ in range(3):
        one.enter(HOST)
        times.append(clock())
        clock.now += 0.5  # the request itself
        one.leave(HOST)
    assert times == [1_000_000.0, 1_000_002.5, 1_000_005.0]


def test_the_longer_delay_of_robots_txt_counts_but_not_for_ever(state, clock):
    one = gate(state, clock)
    for asked, waited in ((5.0, 5.0), (86_400.0, 60.0)):
        one.delays[HOST] = asked
        one.enter(HOST)
        one.leave(HOST)
        before = clock()
        one.enter(HOST)
        assert clock() - before == waited
        one.leave(HOST)


def test_c8_another_run_waits_for_the_lease_then_comes_back_later(state, clock):
    first, second = gate(state, clock), gate(state, clock)
    first.enter(HOST)
    with pytest.raises(InterruptedRunError, match=HOST):
        second.enter(HOST)


def test_c8_the_delay_holds_across_runs(state, clock):
    first, second = gate(state, clock), gate(state, clock)
    first.enter(HOST)
    first.leave(HOST)
    first.close()
    before = clock()
    second.enter(HOST)
    assert clock() - before == 2.0


def test_a_lease_that_ran_out_is_anothers(state, clock):
    first, second = gate(state, clock), gate(state, clock)
    first.enter(HOST)
    clock.now += 1000
    second.enter(HOST)
    with pytest.raises(InterruptedRunError):
        first.enter(HOST)
    first.close()  # must not take the lease from the second
    assert state.lease(HOST).owner == second.owner


def test_a12_a_short_retry_after_delays_the_next_request(state, clock):
    one = gate(state, clock)
    one.enter(HOST)
    one.leave(HOST, retry_after=8.0)
    before = clock()
    one.enter(HOST)
    assert clock() - before == 8.0


def test_a_retry_after_beyond_patience_fails_without_a_request(state, clock):
    one = gate(state, clock)
    one.enter(HOST)
    one.leave(HOST, retry_after=50.0)
    with pytest.raises(TransientError) as caught:
        one.enter(HOST)
    assert caught.value.reason == "not_before"


def test_a13_a_long_retry_after_parks_the_host_for_all_runs(state, clock):
    one = gate(state, clock)
    one.enter(HOST)
    one.leave(HOST, retry_after=86_400.0)
    one.close()
    other = gate(state, clock, owner="other")
    with pytest.raises(ParkedError):
        other.enter(HOST)
    clock.now += 86_401
    other.enter(HOST)
