"""Planning a run: its sources, its hour, its id."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from airflow.sdk.exceptions import AirflowRescheduleException
from runtime.fake_airflow import context

from include.errors import ConfigurationError
from include.runtime import runs

SITES = ["fanwen", "portal", "wenku"]


@pytest.fixture
def sample(monkeypatch):
    monkeypatch.setenv("JIANGHUA_SAMPLE_SITE", "true")


def test_a_run_id_carries_its_dag():
    assert runs.run_id_of(context("manual__1")) == "ingest_speeches/manual__1"


@pytest.mark.parametrize(
    ("wanted", "chosen"),
    [
        pytest.param(None, SITES, id="all"),
        pytest.param([], SITES, id="none-named-is-all"),
        pytest.param(["portal"], ["portal"], id="one"),
        pytest.param(["wenku", "portal", "wenku"], ["portal", "wenku"], id="sorted-and-once"),
    ],
)
def test_sources_are_those_named_or_all(sample, wanted, chosen):
    assert [plan["source"] for plan in runs.plan(context(), {"sources": wanted})] == chosen


def test_an_unknown_source_is_named_with_those_there_are(sample):
    with pytest.raises(ConfigurationError, match=r"named nowhere; there are: fanwen, portal, wenku"):
        runs.plan(context(), {"sources": ["portal", "nowhere"]})


def test_no_enabled_source_says_how_to_add_one(monkeypatch):
    monkeypatch.setenv("JIANGHUA_SAMPLE_SITE", "false")
    with pytest.raises(ConfigurationError, match="JIANGHUA_SOURCES"):
        runs.plan(context(), {})


def test_a_disabled_source_cannot_be_asked_for(monkeypatch):
    monkeypatch.setenv("JIANGHUA_SAMPLE_SITE", "false")
    with pytest.raises(ConfigurationError, match="portal"):
        runs.plan(context(), {"sources": ["portal"]})


def test_every_source_gets_the_window(sample):
    plans = runs.plan(context(), {"from_date": "2024-03-01", "to_date": "2024-03-03", "sources": ["portal", "wenku"]})
    assert plans == [
        {"source": "portal", "first": "2024-03-01", "last": "2024-03-03"},
        {"source": "wenku", "first": "2024-03-01", "last": "2024-03-03"},
    ]


def test_a_backfilled_run_takes_its_day_and_waits_for_nothing(sample):
    late = datetime.now(UTC) + timedelta(days=2)
    plans = runs.plan(context(run_type="backfill", partition_key="2024-03-02", run_after=late), {})
    assert {(plan["first"], plan["last"]) for plan in plans} == {("2024-03-02", "2024-03-02")}


@pytest.mark.parametrize(
    ("run_after", "opens"),
    [
        pytest.param(datetime(2024, 3, 9, 16, tzinfo=UTC), "2024-03-10T02:00:00+08:00", id="tick-at-local-midnight"),
        pytest.param(datetime(2024, 3, 9, 15, 59, tzinfo=UTC), "2024-03-09T02:00:00+08:00", id="a-minute-before"),
    ],
)
def test_a_run_opens_at_two_of_its_local_day(monkeypatch, run_after, opens):
    monkeypatch.delenv("JIANGHUA_NIGHTLY_HOUR", raising=False)
    assert runs.opening_hour(run_after).isoformat() == opens


def test_the_hour_can_be_set(monkeypatch):
    monkeypatch.setenv("JIANGHUA_NIGHTLY_HOUR", "5")
    assert runs.opening_hour(datetime(2024, 3, 9, 16, tzinfo=UTC)).hour == 5


def test_a_scheduled_run_gives_its_slot_back_until_its_hour(sample):
    tomorrow = datetime.now(ZoneInfo("Asia/Shanghai")) + timedelta(days=1)
    with pytest.raises(AirflowRescheduleException) as caught:
        runs.plan(context(run_type="scheduled", partition_key="2024-03-09", run_after=tomorrow), {})
    assert caught.value.reschedule_date == runs.opening_hour(tomorrow) + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("run_type", "since"),
    [
        pytest.param("manual", "2024-03-10T00:10:00+08:00", id="when-it-began"),
        pytest.param("scheduled", "2024-03-10T02:00:00+08:00", id="not-before-its-hour"),
    ],
)
def test_a_look_since_the_run_began_is_its_own(monkeypatch, run_type, since):
    monkeypatch.delenv("JIANGHUA_NIGHTLY_HOUR", raising=False)
    began, midnight = datetime(2024, 3, 9, 16, 10, tzinfo=UTC), datetime(2024, 3, 9, 16, tzinfo=UTC)
    given = context(run_type=run_type, run_after=midnight, start_date=began)
    assert runs.looks_since(given) == datetime.fromisoformat(since).timestamp()


def test_a_scheduled_run_works_after_its_hour(sample):
    past = datetime.now(UTC) - timedelta(days=1)
    plans = runs.plan(context(run_type="scheduled", partition_key="2024-03-09", run_after=past), {})
    assert plans[0] == {"source": "fanwen", "first": "2024-03-06", "last": "2024-03-09"}
