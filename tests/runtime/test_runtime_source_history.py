"""Since when a source is as it is: by the time at which it was asked, in whatever order runs say so."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from include.runtime import source_history
from include.runtime.health import Health
from include.runtime.source_history import note, present
from include.runtime.state import State

T0 = datetime(2024, 3, 1, tzinfo=UTC)
FRESH, RED = Health("fresh", "dates"), Health("red", "listing", "connect", "refused")


@pytest.fixture
def state():
    state = State.in_memory()
    yield state
    state.close()


def noted(state, hour, health, run="run"):
    """Hours after T0 at which the state began that the run found."""
    return (note(state, "town", run, health, T0 + timedelta(hours=hour)) - T0) / timedelta(hours=1)


def rows(state):
    return state.read(select(func.count().label("n")).select_from(source_history.source_history))[0]["n"]


def test_a_state_that_stays_keeps_its_beginning(state):
    assert [noted(state, hour, FRESH, f"run{hour}") for hour in (1, 2, 3)] == [1, 1, 1]
    kept = present(state, "town")
    assert (kept["run_id"], kept["confirmed_at"]) == ("run3", (T0 + timedelta(hours=3)).timestamp())
    assert rows(state) == 1


def test_each_change_is_a_row(state):
    assert [noted(state, hour, health) for hour, health in ((1, FRESH), (2, RED), (3, RED), (4, FRESH))] == [1, 2, 2, 4]
    assert rows(state) == 3
    assert present(state, "town")["state"] == "fresh"


def test_the_newest_reason_of_a_state_counts(state):
    noted(state, 1, RED)
    noted(state, 2, RED._replace(reason="http_503"))
    assert present(state, "town")["reason"] == "http_503"


def test_older_news_change_nothing(state):
    noted(state, 1, FRESH, "first")
    noted(state, 5, RED, "newest")
    assert noted(state, 3, FRESH, "late") == 1
    assert noted(state, 4, RED, "late") == 4
    assert (present(state, "town")["run_id"], rows(state)) == ("newest", 2)


def test_the_same_news_twice_are_once(state):
    for _ in range(2):
        assert noted(state, 1, RED) == 1
    assert rows(state) == 1


def test_a_run_may_think_again(state):
    noted(state, 1, FRESH)
    assert noted(state, 1, RED) == 1
    assert (present(state, "town")["state"], rows(state)) == ("red", 1)


def test_sources_are_apart(state):
    noted(state, 1, RED)
    note(state, "city", "run", FRESH, T0)
    assert present(state, "town")["state"] == "red"
    assert present(state, "village") is None
