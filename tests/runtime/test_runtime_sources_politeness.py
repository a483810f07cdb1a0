"""Discover and fetch as tasks: outside the hours of their source, and at a host that asks for long pauses."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from airflow.sdk.exceptions import AirflowRescheduleException
from runtime.fake_airflow import context

from include.runtime import sources
from include.runtime.host_state import HostState, RobotsRow

PLAN = {"source": "town", "first": "2024-03-01", "last": "2024-03-02"}
RUN = "ingest_speeches/run"
NOON = 1_709_611_200.0  # 12:00 in Shanghai


def describe(town, place, hours):
    town.describe(place / "sources", hours=hours)


def test_c10_discover_outside_the_hours_is_parked(town, place, state, monkeypatch):
    describe(town, place, '{start: "22:00", end: "06:00"}')
    monkeypatch.setattr(HostState, "clock", staticmethod(lambda: NOON))
    assert sources.discover(context(), PLAN) == 0
    row = state.source_runs(RUN)[0]
    assert (row["status"], row["reason"]) == ("parked", "outside_hours")
    assert not town.hits


def test_c10_links_that_are_left_when_the_hours_end_are_parked_and_not_failed(town, place, state, monkeypatch):
    describe(town, place, '{start: "08:00", end: "18:00"}')
    monkeypatch.setattr(HostState, "clock", staticmethod(lambda: NOON))
    assert sources.discover(context(), PLAN) == 2
    monkeypatch.setattr(HostState, "clock", staticmethod(lambda: NOON + 8 * 3600))
    assert sources.fetch(context(), PLAN) == {"parked": 2}
    assert {one.reason for one in state.attempts(RUN)} == {"outside_hours"}


def test_c5_a_long_crawl_delay_is_waited_for_without_a_slot(town, state):
    assert sources.discover(context(), PLAN) == 2
    state.save_robots(town.host, RobotsRow(time.time(), 200, "User-agent: *\nCrawl-delay: 40", "rules"))
    before = datetime.now(UTC)
    with pytest.raises(AirflowRescheduleException) as caught:
        sources.fetch(context(), PLAN)
    assert before + timedelta(seconds=20) < caught.value.reschedule_date <= datetime.now(UTC) + timedelta(seconds=40)
    assert state.lease(town.host).owner is None
    assert state.attempts(RUN) == []
