import os
import socket
import time
from dataclasses import replace

import pytest

from include.errors import InterruptedRunError
from include.fetch.bodies import BodyStore
from include.fetch.links import fetch_links

BODY = "<html><body><p>" + "全县各项工作稳步推进，群众生活持续改善，重点项目加快建设。" * 10 + "</p></body></html>"


@pytest.fixture
def fetch(site, state, tmp_path, tiny):
    def run(links, *, attempt=1, run_id="night", known=None, source=None, **more):
        return fetch_links(
            source or site.source(),
            links,
            run_id=run_id,
            attempt=attempt,
            state=state,
            store=BodyStore(tmp_path),
            known=known or {},
            **{"limits": tiny, **more},
        )

    return run


def outcomes(fetched):
    return [(one.outcome, one.reason) for one in fetched]


def test_a9_the_next_attempt_takes_only_what_is_worth_another_try(site, state, fetch):
    site.answers["/good"] = (200, {}, BODY.encode())
    site.answers["/gone"] = (404, {}, b"")
    site.answers["/busy"] = lambda handler, hit: (503, {}, b"") if hit < 3 else (200, {}, BODY.encode())
    links = [site.link(path) for path in ("/good", "/gone", "/busy")]
    assert outcomes(fetch(links)) == [("fetched", None), ("failed", "http_404"), ("failed", "http_503")]
    assert outcomes(fetch(links, attempt=2))[2] == ("failed", "http_503")
    assert outcomes(fetch(links, attempt=3)) == [("fetched", None), ("failed", "http_404"), ("fetched", None)]
    assert [site.hits[path] for path in ("/good", "/gone", "/busy")] == [1, 1, 3]
    assert [(one.attempt, one.reason) for one in state.attempts("night") if one.url.endswith("busy")] == [
        (1, "http_503"),
        (2, "http_503"),
        (3, None),
    ]


def test_an_attempt_that_goes_on_after_a_pause_tries_no_link_twice(site, fetch):
    site.answers["/busy"] = (503, {}, b"")
    links = [site.link("/busy")]
    assert outcomes(fetch(links)) == outcomes(fetch(links)) == [("failed", "http_503")]
    assert site.hits["/busy"] == 1


def test_a_host_that_is_down_is_left_alone_and_its_untried_links_go_first_next_time(site, state, fetch):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    source = site.source(base_url=f"http://127.0.0.1:{port}/", allow_hosts=[f"127.0.0.1:{port}"])
    links = [
        type(link)(**{**link.to_dict(), "url": f"http://127.0.0.1:{port}/{n}"})
        for n in range(5)
        if (link := site.link(f"/{n}"))
    ]
    first = fetch(links, source=source)
    assert outcomes(first) == [("failed", "connect")] * 3 + [("failed", "host_down")] * 2
    assert all(one.transient for one in first)
    second = fetch(links, source=source, attempt=2)
    assert outcomes(second) == [("failed", "connect")] + [("failed", "host_down")] * 2 + [("failed", "connect")] * 2


def test_a13_a_long_retry_after_parks_what_is_left(site, state, fetch):
    site.answers["/first"] = (503, {"Retry-After": "86400"}, b"")
    fetched = fetch([site.link("/first"), site.link("/second")])
    assert outcomes(fetched) == [("parked", "http_503"), ("parked", "parked")]
    assert not any(one.transient for one in fetched)
    assert site.paths() == ["/robots.txt", "/first"]


def test_a14_the_second_night_asks_conditionally_for_what_landed(site, state, fetch):
    def page(handler, hit):
        return (304, {}, b"") if handler.headers["If-None-Match"] == '"v1"' else (200, {"ETag": '"v1"'}, BODY.encode())

    site.answers["/page"] = page
    links = [site.link("/page")]
    first = fetch(links)[0]
    assert outcomes(fetch(links, run_id="never landed")) == [("fetched", None)]
    again = fetch(links, run_id="landed", known={first.page_id: first.body_sha256})[0]
    assert (again.outcome, again.reason, again.body_sha256) == ("unchanged", "http_304", first.body_sha256)
    assert state.validator(first.page_id).etag == '"v1"'


def test_c8_a_host_that_another_run_holds_interrupts(site, state, fetch, monkeypatch):
    monkeypatch.setattr("include.fetch.politeness.PATIENCE", 0.0)
    assert state.acquire_lease(site.host, "another run", 60)
    with pytest.raises(InterruptedRunError, match=site.host):
        fetch([site.link("/page")])
    assert state.attempts("night") == []


def test_the_lease_is_given_back(site, state, fetch):
    fetch([site.link("/page")])
    assert state.lease(site.host).owner is None


def test_a_slice_that_is_over_keeps_what_was_done(site, state, fetch):
    site.answers["/1"] = (200, {}, BODY.encode())
    with pytest.raises(InterruptedRunError, match="0 of 1"):
        fetch([site.link("/1")], slice_seconds=-1)
    assert outcomes(fetch([site.link("/1")], slice_seconds=60)) == [("fetched", None)]


def test_two_pages_of_one_body_are_stored_once(site, fetch, tmp_path):
    for path in ("/1", "/2"):
        site.answers[path] = (200, {}, BODY.encode())
    first, second = fetch([site.link("/1"), site.link("/2")])
    assert first.body_sha256 == second.body_sha256
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def drip(handler, hit):
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    try:
        for _ in range(500):
            handler.wfile.write(b"x")
            time.sleep(0.02)
    except OSError:
        handler.close_connection = True


@pytest.fixture
def impatient(tiny):
    return replace(tiny, slow_seconds=0.05)


def test_a5_a_page_that_drips_is_given_up_after_two_tries(site, fetch, impatient):
    site.answers["/drip"] = drip
    links = [site.link("/drip")]
    first, second, third = (fetch(links, attempt=attempt, limits=impatient)[0] for attempt in (1, 2, 3))
    assert [(one.reason, one.transient) for one in (first, second)] == [("too_slow", True), ("too_slow", False)]
    assert third == second
    assert site.hits["/drip"] == 2


def test_a5_a_host_that_only_drips_counts_as_down_for_this_attempt(site, fetch, impatient):
    paths = [f"/{n}" for n in range(5)]
    site.answers.update(dict.fromkeys(paths, drip))
    fetched = fetch([site.link(path) for path in paths], limits=impatient)
    assert [one.reason for one in fetched] == ["too_slow"] * 3 + ["host_down"] * 2
    assert all(one.transient for one in fetched)


def test_a8_a_page_that_is_reset_twice_lands_once_with_three_attempts(site, state, fetch, tmp_path):
    def reset(handler, hit):
        if hit > 2:
            return (200, {}, BODY.encode())
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        os.close(handler.connection.detach())
        handler.close_connection = True
        return None

    site.answers["/page"] = reset
    links = [site.link("/page")]
    assert [fetch(links, attempt=attempt)[0].reason for attempt in (1, 2, 3)] == ["reset", "reset", None]
    assert [one.attempt for one in state.attempts("night")] == [1, 2, 3]
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a10_what_is_gone_is_not_asked_for_again_in_the_run(site, fetch):
    site.answers["/gone"] = (410, {}, b"")
    for attempt in (1, 2):
        assert outcomes(fetch([site.link("/gone")], attempt=attempt)) == [("failed", "http_410")]
    assert site.hits["/gone"] == 1


def test_a11_what_is_declined_is_not_asked_for_again_in_the_run(site, fetch):
    site.answers["/no"] = (403, {}, b"")
    for attempt in (1, 2):
        assert outcomes(fetch([site.link("/no")], attempt=attempt)) == [("declined", "http_403")]
    assert site.hits["/no"] == 1


def test_what_an_orphaned_first_try_still_records_is_not_fetched_again(site, state, fetch):
    site.answers["/1"] = site.answers["/2"] = (200, {}, BODY.encode())
    links = [site.link("/1"), site.link("/2")]
    fetch(links[:1])  # the first try was cut off here
    assert outcomes(fetch(links, attempt=2)) == [("fetched", None)] * 2
    assert [site.hits[path] for path in ("/1", "/2")] == [1, 1]
    state.record("night", replace(state.attempts("night")[0], attempt=1))  # and writes once more
    assert outcomes(fetch(links, attempt=3)) == [("fetched", None)] * 2
    assert [site.hits[path] for path in ("/1", "/2")] == [1, 1]


def test_a14_a_304_renews_what_it_names_and_leaves_the_rest(site, state, fetch):
    def page(handler, hit):
        if hit == 1:
            return (200, {"ETag": '"v1"', "Last-Modified": "Tue, 05 Mar 2024 00:00:00 GMT"}, BODY.encode())
        return (304, {"ETag": '"v2"'} if hit == 2 else {}, b"")

    site.answers["/page"] = page
    first = fetch([site.link("/page")])[0]
    known = {first.page_id: first.body_sha256}
    for night in ("second", "third"):
        again = fetch([site.link("/page")], run_id=night, known=known)[0]
        assert (again.outcome, again.reason) == ("unchanged", "http_304")
    assert [headers.get("If-None-Match") for _, path, headers in site.journal if path == "/page"] == [
        None,
        '"v1"',
        '"v2"',
    ]
    assert state.validator(first.page_id) == ('"v2"', "Tue, 05 Mar 2024 00:00:00 GMT", first.body_sha256)
