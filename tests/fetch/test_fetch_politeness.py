import pytest
from sqlalchemy.event import listen

from include.errors import InterruptedRunError, TransientError
from include.fetch import politeness
from include.fetch.failures import ParkedError
from include.fetch.politeness import HostGate, lease_key

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
def clock(state, monkeypatch):
    clock = Clock()
    monkeypatch.setattr(state, "clock", clock)
    return clock


def gate(state, clock, owner="run", delay=2.0, **more):
    return HostGate(state, owner=owner, delay_seconds=delay, lease_seconds=90, clock=clock, sleep=clock.sleep, **more)


def request(one, clock, host=HOST, seconds=0.5, retry_after=None):
    """One request; gives when it was sent."""
    one.enter(host)
    sent = clock()
    clock.now += seconds
    one.leave(host, retry_after)
    return sent


def test_requests_keep_the_delay_from_the_end_of_one_to_the_start_of_the_next(state, clock):
    one = gate(state, clock)
    assert [request(one, clock) for _ in range(3)] == [1_000_000.0, 1_000_002.5, 1_000_005.0]


def test_c5_the_longer_delay_of_robots_txt_counts_but_not_for_ever(state, clock):
    one = gate(state, clock)
    for asked, waited in ((5.0, 5.0), (86_400.0, 60.0), (1.0, 2.0)):
        one.delays[HOST] = asked
        request(one, clock)
        before = clock()
        assert request(one, clock) - before == waited


def test_what_a_source_asks_for_is_not_capped(state, clock):
    one = gate(state, clock, delay=300.0)
    request(one, clock)
    before = clock()
    assert request(one, clock) - before == 300.0


def test_c8_another_run_waits_for_the_lease_then_comes_back_later(state, clock):
    first, second = gate(state, clock), gate(state, clock)
    first.enter(HOST)
    before = clock()
    with pytest.raises(InterruptedRunError, match=HOST):
        second.enter(HOST)
    assert clock() - before <= politeness.PATIENCE + politeness.POLL


def test_c8_the_delay_holds_across_runs(state, clock):
    first, second = gate(state, clock), gate(state, clock)
    request(first, clock, seconds=1.5)
    clock.now += 0.25
    first.close()
    assert request(second, clock) == 1_000_000.0 + 1.5 + 2.0


def test_c8_a_lease_that_was_only_reserved_says_nothing_of_a_request(state, clock):
    first, second = gate(state, clock), gate(state, clock)
    first.reserve(HOST)
    with pytest.raises(InterruptedRunError):
        second.reserve(HOST)
    first.close()
    assert state.lease(HOST).last_request_at == 0.0


@pytest.mark.parametrize("seconds", [pytest.param(0.0, id="as it was sent"), pytest.param(90.0, id="at its very end")])
def test_c8_the_gap_holds_when_a_run_is_killed_in_a_request(state, clock, seconds):
    killed, next_one = gate(state, clock), gate(state, clock, delay=60.0)
    killed.enter(HOST)
    clock.now += seconds
    ended = clock()
    while True:
        try:
            assert request(next_one, clock) - ended >= 60.0
        except InterruptedRunError:
            clock.now += 10
        else:
            break
    assert clock() - ended < 300  # nobody is locked out for long


def test_c8_who_lost_the_lease_sends_nothing_and_leaves_the_new_owners_gap_alone(state, clock):
    first, second = gate(state, clock), gate(state, clock)
    first.enter(HOST)
    clock.now += 1000  # suspended, say
    sent = request(second, clock, seconds=0.0)
    clock.now += 1
    first.leave(HOST, retry_after=10.0)
    with pytest.raises(InterruptedRunError):
        first.enter(HOST)
    first.close()
    lease = state.lease(HOST)
    assert (lease.owner, lease.last_request_at, lease.not_before) == (second.owner, sent, 0.0)


def test_a_lease_that_ran_out_but_that_nobody_took_goes_on(state, clock):
    one = gate(state, clock)
    request(one, clock)
    clock.now += 1000
    assert request(one, clock) == clock() - 0.5


def test_g8_a_last_request_in_the_future_costs_one_delay(state, clock):
    first, second = gate(state, clock), gate(state, clock)
    request(first, clock)
    first.close()
    clock.now -= 7200  # the clock was set back
    before = clock()
    assert request(second, clock) - before == 2.0


def test_g8_a_lease_of_a_clock_that_was_ahead_does_not_lock_for_hours(state, clock):
    first, second = gate(state, clock), gate(state, clock)
    first.enter(HOST)
    clock.now -= 7200
    before = clock()
    for _ in range(100):
        try:
            second.enter(HOST)
        except InterruptedRunError:
            clock.now += 60
        else:
            break
    assert 60 < clock() - before < 1000


def test_a12_a_short_retry_after_delays_the_next_request_of_every_run(state, clock):
    first, second = gate(state, clock), gate(state, clock)
    request(first, clock, retry_after=8.0)
    ended = clock()
    assert request(first, clock, retry_after=8.0) - ended == 8.0
    ended = clock()
    first.close()
    assert request(second, clock) - ended == 8.0


def test_a12_a_retry_after_beyond_patience_fails_without_a_request(state, clock):
    one = gate(state, clock)
    request(one, clock, retry_after=50.0)
    with pytest.raises(TransientError) as caught:
        one.enter(HOST)
    assert caught.value.reason == "not_before"


@pytest.mark.parametrize(
    ("delay", "robots", "retry_after", "after"),
    [
        pytest.param(2.0, 0.0, 50.0, 50.0, id="A12 Retry-After"),
        pytest.param(2.0, 40.0, None, 40.0, id="C5 Crawl-delay"),
        pytest.param(300.0, 0.0, None, 300.0, id="the source's own delay"),
    ],
)
def test_who_can_go_on_later_gives_its_slot_back(state, clock, delay, robots, retry_after, after):
    one = gate(state, clock, delay=delay, resumes=True)
    one.delays[HOST] = robots
    request(one, clock, retry_after=retry_after)
    before = clock()
    with pytest.raises(InterruptedRunError) as caught:
        one.enter(HOST)
    one.close()
    assert (caught.value.after, clock()) == (after, before)
    clock.now += after
    back = gate(state, clock, delay=delay, resumes=True)
    back.delays[HOST] = robots
    assert request(back, clock) == before + after


def test_a13_a_long_retry_after_parks_the_host_for_all_runs(state, clock):
    one = gate(state, clock)
    one.enter(HOST)
    assert one.leave(HOST, retry_after=86_400.0)
    before = clock()
    other = gate(state, clock, owner="other")
    for waiting in (one, other):
        with pytest.raises(ParkedError):
            waiting.enter(HOST)
    assert clock() == before
    clock.now += 86_401
    other.enter(HOST)


def test_a_host_that_was_parked_meanwhile_gets_no_request(state, clock):
    one = gate(state, clock)
    request(one, clock)
    state.park_host(HOST, clock() + 3600, "by hand")
    with pytest.raises(ParkedError, match="by hand"):
        one.enter(HOST)
    assert state.lease(HOST).owner is None


def test_c9_sources_that_share_a_host_share_its_budget(state, clock):
    first, second = gate(state, clock, group="city"), gate(state, clock, group="city")
    request(first, clock, host="a.example:80")
    ended = clock()
    with pytest.raises(InterruptedRunError):
        second.enter("b.example:80")
    first.close()
    clock.now = ended
    assert request(second, clock, host="b.example:80") - ended == 2.0
    assert request(gate(state, clock), clock, host="c.example:80") == clock() - 0.5


def test_c9_the_longest_delay_of_the_hosts_that_share_a_budget_counts(state, clock):
    one = gate(state, clock, group="city")
    one.delays.update({"a.example:80": 7.0, "b.example:443": 0.0})
    request(one, clock, host="a.example:80")
    before = clock()
    assert request(one, clock, host="b.example:443") - before == 7.0


@pytest.mark.parametrize(
    ("host", "group", "key"),
    [
        pytest.param("town.example:80", None, "town.example:80", id="http"),
        pytest.param("town.example:443", None, "town.example:80", id="https is the same host"),
        pytest.param("town.example:8443", None, "town.example:8443", id="another port is another server"),
        pytest.param("town.example:443", "city", "shared:city", id="C9 shared"),
    ],
)
def test_what_a_budget_is_for(host, group, key):
    assert lease_key(host, group) == key


def test_a_request_costs_one_statement(state, clock):
    one = gate(state, clock)
    request(one, clock)
    statements = []
    listen(state.engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    request(one, clock)
    assert [statement.split()[:2] for statement in statements] == [["BEGIN", "IMMEDIATE"], ["UPDATE", "host_lease"]]
