"""Discover and fetch as tasks: what is recorded, and which exception says what to Airflow."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from airflow.sdk.exceptions import AirflowRescheduleException
from runtime.fake_airflow import context

from include.errors import BrokenSourceError, PermanentError, TransientError
from include.fetch import politeness
from include.fetch.bodies import BodyStore
from include.runtime import sources

PLAN = {"source": "town", "first": "2024-03-01", "last": "2024-03-02"}
RUN = "ingest_speeches/run"


def busy(state, host):
    assert state.acquire_lease(host, "another run", 60)


def test_discover_counts_and_records_the_links(town, state):
    given = context()
    assert sources.discover(given, PLAN) == 2
    assert given["source"] == "town"
    assert [link.url.rpartition("/")[2] for link in state.links(RUN, "town")] == ["1.html", "2.html"]
    row = state.source_runs(RUN)[0]
    assert (row["status"], row["entries"], row["links"], row["skipped"]) == ("ok", 3, 2, {"outside_window": 1})


@pytest.mark.parametrize(
    ("answer", "error", "status", "reason"),
    [
        pytest.param((503, ""), TransientError, "down", "http_503", id="down"),
        pytest.param((404, ""), PermanentError, "broken", "http_404", id="gone"),
        pytest.param((200, "<html><body><p>改版了</p></body></html>"), BrokenSourceError, "broken", None, id="empty"),
    ],
)
def test_a_source_that_gives_nothing_is_recorded_and_raised(town, state, answer, error, status, reason):
    town.answers["/jianghua/"] = answer
    with pytest.raises(error):
        sources.discover(context(), PLAN)
    row = state.source_runs(RUN)[0]
    assert row["status"] == status
    assert reason is None or row["reason"] == reason


def test_a_source_that_declines_is_recorded_and_no_failure(town, state):
    town.answers["/jianghua/"] = (403, "")
    assert sources.discover(context(), PLAN) == 0
    row = state.source_runs(RUN)[0]
    assert (row["status"], row["reason"], row["links"]) == ("declined", "http_403", 0)
    assert sources.fetch(context(), PLAN) == {}


def test_a_host_that_is_parked_is_recorded_and_no_failure(town, state):
    state.park_host(town.host, time.time() + 3600, "asked to wait")
    assert sources.discover(context(), PLAN) == 0
    assert [row["status"] for row in state.source_runs(RUN)] == ["parked"]


def test_a_source_that_came_back_in_a_retry_is_no_failure(town, state):
    listing = town.answers["/jianghua/"]
    town.answers["/jianghua/"] = (503, "")
    with pytest.raises(TransientError):
        sources.discover(context(), PLAN)
    town.answers["/jianghua/"] = listing
    assert sources.discover(context(try_number=2), PLAN) == 2
    assert [row["status"] for row in state.source_runs(RUN)] == ["ok"]


@pytest.mark.parametrize("task", [sources.discover, sources.fetch])
def test_a_busy_host_gives_the_slot_back_and_is_no_failure(town, state, monkeypatch, task):
    if task is sources.fetch:
        sources.discover(context(), PLAN)
    monkeypatch.setattr(politeness, "PATIENCE", 0.0)
    busy(state, town.host)
    before = datetime.now(UTC)
    with pytest.raises(AirflowRescheduleException) as caught:
        task(context(), PLAN)
    assert before + sources.COME_BACK <= caught.value.reschedule_date <= datetime.now(UTC) + sources.COME_BACK
    assert [row["status"] for row in state.source_runs(RUN)] == (["ok"] if task is sources.fetch else [])
    assert state.attempts(RUN) == []


def test_a_window_that_was_walked_before_needs_no_request_and_no_host(town, state, monkeypatch):
    sources.discover(context(), PLAN)
    hits = dict(town.hits)
    monkeypatch.setattr(politeness, "PATIENCE", 0.0)
    busy(state, town.host)
    assert sources.discover(context("next"), PLAN) == 2
    assert town.hits == hits
    row = state.source_runs("ingest_speeches/next")[0]
    assert (row["status"], row["links"], row["stopped"]) == ("ok", 2, {"/jianghua/": "covered"})


def test_a_day_that_may_still_change_is_looked_at_by_every_run(town, state):
    plan = {"source": "town", "first": "2024-03-01", "last": "2999-01-01"}
    for hits, run in enumerate(("first", "next"), start=1):
        sources.discover(context(run, start_date=datetime.now(UTC)), plan)
        assert town.hits["/jianghua/"] == hits
    sources.discover(context("next"), plan)
    assert town.hits["/jianghua/"] == 2


def test_a_run_that_lists_again_finds_what_was_published_too_late(town, state):
    sources.discover(context(), PLAN)
    late = "<ul><li><a href='/jianghua/22.html'>在第22次全县工作会议上的讲话</a><span>2024-03-02</span></li>"
    town.answers["/jianghua/"] = (200, town.answers["/jianghua/"][1].replace("<ul>", late))
    assert sources.discover(context("next"), PLAN) == 2
    again = context("again", params={"relist": True}, start_date=datetime.now(UTC))
    assert sources.discover(again, PLAN) == 3


def test_a_walk_gives_its_slot_back_between_two_pages_and_goes_on_there(town, state, monkeypatch):
    town.publish([3, 2, 1])
    rows = town.answers["/jianghua/"][1].split("<li>")
    head, foot = "<html><body><ul>", "</ul><a href='/jianghua/index_1.html'>下一页</a></body></html>"
    town.answers["/jianghua/"] = (200, head + "<li>" + rows[1] + foot)
    town.answers["/jianghua/index_1.html"] = (200, head + "<li>" + rows[2] + "<li>" + rows[3])
    monkeypatch.setattr(sources, "SLICE_SECONDS", -1)
    with pytest.raises(AirflowRescheduleException):
        sources.discover(context(), PLAN)
    assert (town.hits["/jianghua/"], town.hits["/jianghua/index_1.html"]) == (1, 0)
    monkeypatch.setattr(sources, "SLICE_SECONDS", 300)
    assert sources.discover(context(), PLAN) == 2
    assert (town.hits["/jianghua/"], town.hits["/jianghua/index_1.html"]) == (2, 1)


def test_leases_are_given_back_even_after_a_failure(town, state):
    town.answers["/jianghua/"] = (503, "")
    with pytest.raises(TransientError):
        sources.discover(context(), PLAN)
    assert state.lease(town.host).owner is None


def test_fetch_gives_the_links_by_outcome_and_stores_the_bodies(town, state):
    sources.discover(context(), PLAN)
    town.answers["/jianghua/2.html"] = (404, "")
    assert sources.fetch(context(), PLAN) == {"fetched": 1, "failed": 1}
    by_outcome = {attempt.outcome: attempt for attempt in state.attempts(RUN)}
    assert by_outcome["failed"].reason == "http_404"
    body = BodyStore().get(by_outcome["fetched"].body_sha256)
    assert body.decode() == town.answers["/jianghua/1.html"][1]


def test_links_worth_another_try_raise_after_the_others_are_done(town, state):
    sources.discover(context(), PLAN)
    page = town.answers["/jianghua/1.html"]
    town.answers["/jianghua/1.html"] = (503, "")
    with pytest.raises(TransientError, match=r"town: 1 of 2 links are worth another try \(http_503 1\)"):
        sources.fetch(context(), PLAN)
    assert sorted(attempt.outcome for attempt in state.attempts(RUN)) == ["failed", "fetched"]
    town.answers["/jianghua/1.html"] = page
    assert sources.fetch(context(try_number=2), PLAN) == {"fetched": 2}
    assert (town.hits["/jianghua/1.html"], town.hits["/jianghua/2.html"]) == (2, 1)


def test_a_task_that_comes_back_in_the_same_try_asks_for_nothing_twice(town):
    sources.discover(context(), PLAN)
    for _ in range(2):
        assert sources.fetch(context(), PLAN) == {"fetched": 2}
    assert town.hits["/jianghua/1.html"] == 1


def test_a_task_gives_its_slot_back_when_its_time_is_over(town, state, monkeypatch):
    sources.discover(context(), PLAN)
    monkeypatch.setattr(sources, "SLICE_SECONDS", -1)
    with pytest.raises(AirflowRescheduleException):
        sources.fetch(context(), PLAN)
    monkeypatch.setattr(sources, "SLICE_SECONDS", 300)
    assert sources.fetch(context(), PLAN) == {"fetched": 2}


def test_a_body_that_the_warehouse_holds_is_unchanged(town, state, monkeypatch):
    sources.discover(context(), PLAN)
    sources.fetch(context(), PLAN)
    landed = {attempt.page_id: attempt.body_sha256 for attempt in state.attempts(RUN)}
    monkeypatch.setattr(sources, "known_bodies", lambda connection, page_ids: landed)
    sources.discover(context("next"), PLAN)
    assert sources.fetch(context("next"), PLAN) == {"unchanged": 2}


def test_a_body_that_was_fetched_but_never_landed_is_fetched_again(town):
    for run in ("first", "second"):
        sources.discover(context(run), PLAN)
        assert sources.fetch(context(run), PLAN) == {"fetched": 2}


def test_a_parked_host_ends_as_rows(town, state):
    sources.discover(context(), PLAN)
    state.park_host(town.host, time.time() + 3600, "asked to wait")
    assert sources.fetch(context(), PLAN) == {"parked": 2}


def test_a_quiet_window_is_no_failure(town):
    plan = {"source": "town", "first": "2024-04-01", "last": "2024-04-02"}
    assert sources.discover(context(), plan) == 0
    assert sources.fetch(context(), plan) == {}


def test_coming_back_is_soon():
    assert timedelta(seconds=1) <= sources.COME_BACK <= timedelta(minutes=1)
