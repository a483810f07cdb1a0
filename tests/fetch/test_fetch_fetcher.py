"""What a Fetcher does for one source beyond single requests: leases, groups, hours, and what a page costs the state."""

import pytest
from sqlalchemy.event import listen

from include.errors import InterruptedRunError, PermanentError
from include.fetch.bodies import BodyStore
from include.fetch.failures import ParkedError
from include.fetch.fetcher import Fetcher
from include.fetch.links import fetch_links
from include.sources.parts import Hours

BODY = "<html><body><p>" + "全县各项工作稳步推进，群众生活持续改善，重点项目加快建设。" * 10 + "</p></body></html>"
NOON = 1_709_611_200.0  # 12:00 in Shanghai


def test_reserving_takes_the_lease_without_a_request(site, state, tiny, monkeypatch):
    monkeypatch.setattr("include.fetch.politeness.PATIENCE", 0.0)
    with Fetcher(site.source(), state, owner="first", limits=tiny) as first:
        first.reserve(site.url("/list/"))
        first.reserve(site.url("/other/"))
        with Fetcher(site.source(), state, owner="second", limits=tiny) as second, pytest.raises(InterruptedRunError):
            second.reserve(site.url("/list/"))
    assert site.paths() == []
    assert state.lease(site.host).owner is None


@pytest.mark.parametrize("call", ["reserve", "page"])
def test_c10_listings_are_parked_outside_the_hours_too(site, state, tiny, call):
    state.clock = lambda: NOON
    source = site.source(hours=Hours(start="22:00", end="06:00"))
    with (
        Fetcher(source, state, owner="test", limits=tiny) as fetcher,
        pytest.raises(ParkedError, match="22:00–06:00") as caught,
    ):
        getattr(fetcher, call)(site.url("/list/"))
    assert caught.value.reason == "outside_hours"
    assert site.paths() == []


def test_c9_a_source_that_shares_its_host_asks_under_the_lease_of_all(site, state, tiny):
    site.answers["/page"] = (200, {}, BODY.encode())
    with Fetcher(site.source(shares_host_with="city"), state, owner="test", limits=tiny) as fetcher:
        fetcher.page(site.url("/page"))
        assert state.lease("shared:city").owner == fetcher.gate.owner
    assert state.lease(site.host) is None
    assert state.robots(site.host) is not None  # rules are each host's own


def test_a_redirect_to_no_address_is_a_failure_of_its_own(site, fetcher):
    site.answers["/page"] = (302, {"Location": "http://[::1/"}, b"")
    with pytest.raises(PermanentError) as caught:
        fetcher.get(site.url("/page"))
    assert caught.value.reason == "blocked_url"


def test_a_page_costs_the_state_two_short_transactions(site, state, tiny, tmp_path):
    paths = [f"/{number}" for number in range(8)]
    site.answers.update(dict.fromkeys(paths, (200, {}, BODY.encode())))
    begun = []
    listen(state.engine, "begin", begun.append)

    def cost(run_id, links):
        begun.clear()
        store = BodyStore(tmp_path)
        fetch_links(site.source(), links, run_id=run_id, attempt=1, state=state, store=store, known={}, limits=tiny)
        return len(begun)

    links = [site.link(path) for path in paths]
    cost("warm up", links[:1])
    assert cost("all", links) - cost("one", links[:1]) == 2 * 7


@pytest.mark.parametrize(
    ("value", "expected", "asked_again"),
    [
        pytest.param("-5", ("failed", "http_503"), True, id="A13 negative is none"),
        pytest.param("soon", ("failed", "http_503"), True, id="A13 garbage is none"),
        pytest.param("86400", ("parked", "http_503"), False, id="A13 a day parks the host"),
        pytest.param("Tue, 05 Mar 2024 20:00:00 GMT", ("parked", "http_503"), False, id="A13 a date parks the host"),
        pytest.param("Tue, 05 Mar 2024 03:00:00 GMT", ("failed", "http_503"), True, id="A13 a date that is over"),
    ],
)
def test_what_retry_after_does_to_the_host(site, state, tiny, tmp_path, value, expected, asked_again):
    state.clock = lambda: NOON
    site.answers["/1"] = (503, {"Retry-After": value}, b"")
    site.answers["/2"] = (200, {}, BODY.encode())
    links = [site.link(path) for path in ("/1", "/2")]
    first, second = fetch_links(
        site.source(), links, run_id="run", attempt=1, state=state, store=BodyStore(tmp_path), known={}, limits=tiny
    )
    assert (first.outcome, first.reason) == expected
    assert (second.outcome, second.reason) == (("fetched", None) if asked_again else ("parked", "parked"))
    assert ("/2" in site.paths()) == asked_again


def test_a12_a_wait_beyond_patience_gives_the_slot_back_and_keeps_what_was_done(site, state, tiny, tmp_path):
    site.answers["/1"] = (429, {"Retry-After": "50"}, b"")
    site.answers["/2"] = (200, {}, BODY.encode())
    links = [site.link(path) for path in ("/1", "/2")]
    with pytest.raises(InterruptedRunError) as caught:
        fetch_links(
            site.source(), links, run_id="run", attempt=1, state=state, store=BodyStore(tmp_path), known={}, limits=tiny
        )
    assert 45 < caught.value.after <= 50
    assert [one.reason for one in state.attempts("run")] == ["http_429"]
    assert state.lease(site.host).owner is None
