"""What a run's rows make of its sources: since when, by which news, and what a run without news carries on."""

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import insert, update

from include.discover.coverage import listing_key
from include.discover.discovery import Discovery
from include.errors import BrokenSourceError, DeclinedError, TransientError
from include.fetch.failures import ParkedError
from include.records import Fetched, Link
from include.runtime import source_history
from include.runtime.ledger_tables import listed_entry
from include.runtime.source_states import newest_listed, settle
from include.runtime.state import State
from include.runtime.state_tables import source_run
from include.sources.schema import Source

NOW = datetime.now(UTC)
TODAY = NOW.date()


def source(name, **fields):
    return Source(
        name=name, title=name, base_url=f"http://{name}.example/", platform="numbered_listing", sections=("/a/", "/b/"),
        first_date="2010-01-01", minimum_entries=1, contact="team@example.org", **fields,
    )  # fmt: skip


TOWN, CITY = source("town"), source("city")


@pytest.fixture
def state():
    state = State.in_memory()
    yield state
    state.close()


def settled(state, run="night", sources=(TOWN,), failed_tasks=(), failed_checks=()):
    return settle(state, run, sources, failed_tasks, failed_checks)


def listed(state, run="night", name="town", pages=1, ago=0.0, **fields):
    """Discover has read so many listing pages, that many seconds ago."""
    link = Link(name, "page1", f"http://{name}.example/1.html", "讲话", "2024-03-05", f"http://{name}.example/a/")
    state.save_discovery(run, name, Discovery((link,), 20, pages, **fields))
    shift(state, run, ago)


def unlisted(state, error, run="night", ago=0.0):
    state.save_source_failure(run, "town", error)
    shift(state, run, ago)


def shift(state, run, ago):
    with state.engine.begin() as connection:
        rows = update(source_run).where(source_run.c.run_id == run)
        connection.execute(rows.values(noted_at=time.time() - ago))


def asked(state, outcome, reason, run="night", attempt=1, transient=False, ago=0.0, page="page1"):
    moment = (datetime.now(UTC) - timedelta(seconds=ago)).isoformat(timespec="milliseconds")
    state.record(
        run,
        Fetched("town", page, "http://x/", attempt, outcome, reason, transient=transient, requested_at=moment),
    )


def show(state, day, section="/a/", of=TOWN):
    """The ledger has an entry of that day."""
    row = {
        "listing": listing_key(of, section), "page_id": f"page {day}", "url": "http://x/", "title": "讲话",
        "listed_on": day and day.isoformat(), "listing_url": "http://x/", "first_seen_at": 0.0, "last_seen_at": 0.0,
        "walk_id": "walk",
    }  # fmt: skip
    with state.engine.begin() as connection:
        connection.execute(insert(listed_entry), [row])


def states(rows):
    return {row["source"]: (row["state"], row["reason"]) for row in rows}


def test_a_row_says_what_the_listings_gave(state):
    listed(state, skipped={"offsite": 2}, stopped={"/a/": "end"}, pages=3)
    show(state, TODAY)
    (row,) = settled(state)
    assert row["state"] == "fresh"
    assert row["since"] == row["asked_at"]
    expected = {"entries": 20, "links": 1, "listing_pages": 3, "skipped": {"offsite": 2}, "stopped": {"/a/": "end"}}
    assert {name: row[name] for name in expected} == expected
    assert row["newest_listed"] == TODAY


def test_sources_are_judged_apart(state):
    listed(state)
    unlisted(state, BrokenSourceError("3 entries"))
    listed(state, name="city")
    assert states(settled(state, sources=(CITY, TOWN))) == {"town": ("red", "broken_source"), "city": ("fresh", None)}


def test_the_last_attempt_at_a_link_counts(state):
    listed(state)
    asked(state, "failed", "http_503", transient=True)
    assert states(settled(state)) == {"town": ("red", "lost_links")}
    asked(state, "fetched", None, attempt=2)
    assert states(settled(state)) == {"town": ("fresh", None)}


def test_a_mapped_task_that_failed_is_that_of_its_source(state):
    listed(state)
    listed(state, name="city")
    failed = ["ingest_source.fetch_1", "clean_0", "ingest_source.discover_7"]
    assert states(settled(state, sources=(CITY, TOWN), failed_tasks=failed)) == {
        "city": ("fresh", None),
        "town": ("red", "task"),
    }


def test_a_source_whose_discover_left_nothing_behind_is_red_since_now(state):
    (row,) = settled(state, failed_tasks=["ingest_source.discover_0"])
    assert (row["state"], row["reason"], row["asked_at"]) == ("red", "task", None)
    assert row["since"] >= NOW


def test_a_source_of_which_nothing_is_known_has_no_row(state):
    assert settled(state) == []


def test_a_state_that_stays_keeps_its_beginning_over_runs(state):
    unlisted(state, TransientError("refused", reason="connect"), "one", ago=200)
    unlisted(state, TransientError("503", reason="http_503"), "two", ago=100)
    first, second = (settled(state, run)[0] for run in ("one", "two"))
    assert first["since"] == second["since"] < second["asked_at"]
    assert second["reason"] == "http_503"


def test_a_late_run_with_older_news_leaves_the_present_alone(state):
    unlisted(state, BrokenSourceError("3 entries"), "late", ago=500)
    listed(state, "night", ago=100)
    assert states(settled(state, "night")) == {"town": ("fresh", None)}
    assert states(settled(state, "late")) == {"town": ("red", "broken_source")}
    assert source_history.present(state, "town")["state"] == "fresh"


def test_a_backfill_of_old_days_is_news_by_when_it_asked_and_never_quiet(state):
    show(state, TODAY - timedelta(days=3))
    show(state, date(2019, 3, 1))
    listed(state, "backfill of 2019")
    assert states(settled(state, "backfill of 2019")) == {"town": ("fresh", None)}


def test_a_source_is_quiet_by_what_any_run_saw_listed(state):
    show(state, date(2024, 1, 1), section="/b/")
    listed(state)
    (row,) = settled(state)
    assert (row["state"], row["newest_listed"]) == ("quiet", date(2024, 1, 1))


def test_a_run_that_the_ledger_spared_every_request_carries_the_present_on(state):
    unlisted(state, BrokenSourceError("3 entries"), "night", ago=100)
    (before,) = settled(state, "night")
    listed(state, "covered", pages=0)
    (row,) = settled(state, "covered")
    assert (row["state"], row["reason"], row["since"]) == ("red", "broken_source", before["since"])
    assert row["asked_at"] is None
    assert source_history.present(state, "town")["run_id"] == "night"


def test_links_that_are_well_do_not_mend_a_broken_listing(state):
    unlisted(state, BrokenSourceError("3 entries"), "night", ago=100)
    settled(state, "night")
    listed(state, "covered", pages=0)
    asked(state, "fetched", None, "covered")
    assert states(settled(state, "covered")) == {"town": ("red", "broken_source")}


def test_links_that_are_well_mend_what_links_broke(state):
    listed(state, "night", ago=100)
    asked(state, "failed", "connect", "night", transient=True, ago=90)
    assert states(settled(state, "night")) == {"town": ("red", "lost_links")}
    listed(state, "covered", pages=0)
    asked(state, "fetched", None, "covered")
    assert states(settled(state, "covered")) == {"town": ("fresh", None)}


def test_lost_links_are_news_without_the_listing(state):
    listed(state, "night", ago=100)
    settled(state, "night")
    listed(state, "covered", pages=0)
    asked(state, "failed", "connect", "covered", transient=True)
    assert states(settled(state, "covered")) == {"town": ("red", "lost_links")}


def test_lost_links_are_worse_than_a_listing_that_declined_before(state):
    unlisted(state, DeclinedError("403", reason="http_403"), "night", ago=100)
    assert states(settled(state, "night")) == {"town": ("declined", "http_403")}
    listed(state, "covered", pages=0)
    asked(state, "failed", "connect", "covered", transient=True)
    assert states(settled(state, "covered")) == {"town": ("red", "lost_links")}


def test_c10_a_host_outside_its_hours_is_parked(state):
    unlisted(state, ParkedError("asked between 01:00 and 05:00 only", reason="outside_hours"))
    assert states(settled(state)) == {"town": ("parked", "outside_hours")}


def test_a_report_that_is_tried_again_says_the_same(state):
    listed(state)
    assert settled(state) == settled(state)


def test_d13_a_day_in_the_future_is_no_news(state):
    for day in (date(2024, 1, 1), TODAY + timedelta(days=300), None):
        show(state, day)
    show(state, TODAY, of=CITY)
    assert newest_listed(state, TOWN, TODAY) == date(2024, 1, 1)
    assert newest_listed(state, source("village"), TODAY) is None
