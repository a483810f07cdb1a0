"""How the sources were at the end of a run: written whether it landed or not, and again without harm."""

from datetime import UTC, date, datetime

import pytest
from load.staged_runs import SOURCE
from sqlalchemy import select

from include.database import open_engine
from include.load import tables
from include.load.source_states import write_source_states

MOMENT = datetime(2024, 3, 1, tzinfo=UTC)
ROW = {
    "run_id": "d/1", "source": "portal", "state": "fresh", "since": MOMENT, "reason": None, "message": None,
    "asked_at": MOMENT, "newest_listed": date(2024, 2, 29), "entries": 20, "links": 3, "listing_pages": 1,
    "skipped": {"outside_window": 17}, "stopped": {"/jianghua/": "passed_window"},
}  # fmt: skip


@pytest.fixture
def engine(warehouse_url):
    engine = open_engine(warehouse_url)
    yield engine
    engine.dispose()


def write(engine, *rows):
    with engine.begin() as connection:
        write_source_states(connection, [SOURCE], rows)


def written(engine):
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(select(tables.source_state)).mappings()]


def test_a_run_has_its_states_whether_it_landed_or_not_and_what_it_says_last_counts(engine):
    write(engine, ROW)
    write(engine, ROW)
    (row,) = written(engine)
    kept = ("skipped", "stopped", "newest_listed", "listing_pages", "state")
    assert {name: row[name] for name in kept} == {name: ROW[name] for name in kept}
    write(engine, {**ROW, "state": "red", "reason": "held", "message": "its rows are held by a check"})
    (row,) = written(engine)
    assert (row["state"], row["reason"]) == ("red", "held")


def test_a_run_without_sources_writes_nothing(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'w.db'}")
    tables.metadata.create_all(engine)
    with engine.begin() as connection:
        write_source_states(connection, [], [])
    assert written(engine) == []
    engine.dispose()
