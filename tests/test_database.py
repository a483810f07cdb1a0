"""Engines: SQLite that many processes write, PostgreSQL by any of its names, inserts that can be repeated."""

import sqlite3
import threading

import pytest
from sqlalchemy import JSON, Column, ForeignKey, Integer, MetaData, String, Table, insert, select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from include import database
from include.database import hold_lock, insert_missing, open_engine, upsert

metadata = MetaData()
THING = Table("thing", metadata, Column("key", Integer, primary_key=True), Column("a", String), Column("b", String))
PART = Table("part", metadata, Column("key", Integer, ForeignKey("thing.key"), primary_key=True))


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'deep' / 'down' / 'w.db'}"


@pytest.fixture
def engine(url):
    engine = open_engine(url)
    metadata.create_all(engine)
    yield engine
    engine.dispose()


def rows(engine):
    with engine.connect() as connection:
        return sorted(map(tuple, connection.execute(select(THING))))


class Refused:
    """A connection that SQLite refuses so many times."""

    def __init__(self, code, times):
        self.code, self.times, self.asked = code, times, 0

    def execute(self, _statement):
        self.asked += 1
        if self.asked <= self.times:
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = self.code
            raise error


def test_two_processes_that_open_a_new_file_wait_for_each_other():
    connection = Refused(sqlite3.SQLITE_BUSY, 2)
    database._use_wal(connection)
    assert connection.asked == 3


@pytest.mark.parametrize(
    ("code", "seconds"),
    [pytest.param(sqlite3.SQLITE_IOERR, 60, id="another error"), pytest.param(sqlite3.SQLITE_BUSY, 0, id="too long")],
)
def test_other_refusals_are_told(monkeypatch, code, seconds):
    monkeypatch.setattr(database, "BUSY_SECONDS", seconds)
    with pytest.raises(sqlite3.OperationalError):
        database._use_wal(Refused(code, 99))


def test_a_new_file_gets_its_folder_and_wal_mode(engine, tmp_path):
    assert (tmp_path / "deep" / "down" / "w.db").exists()
    with engine.connect() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"


def test_foreign_keys_hold(engine):
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(insert(PART), {"key": 1})


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        pytest.param("postgres://u:p@db:5432/w", "postgresql+psycopg2", id="as-airflow-prints-it"),
        pytest.param("postgresql://u:p@db/w", "postgresql+psycopg2", id="plain"),
    ],
)
def test_postgresql_by_any_of_its_names(monkeypatch, url, driver):
    made = []
    monkeypatch.setattr(database, "create_engine", lambda url, **options: made.append(url))
    open_engine(url)
    assert (made[0].drivername, made[0].username, made[0].host) == (driver, "u", "db")


def test_a_transaction_that_fails_leaves_nothing(engine):
    def fail():
        with engine.begin() as connection:
            insert_missing(connection, THING, [{"key": 1, "a": "x", "b": "y"}])
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError, match="power cut"):
        fail()
    assert rows(engine) == []


def test_insert_missing_leaves_what_is_there(engine):
    for a in ("first", "second"):
        with engine.begin() as connection:
            insert_missing(connection, THING, [{"key": 1, "a": a, "b": a}, {"key": 2, "a": a, "b": a}])
    assert rows(engine) == [(1, "first", "first"), (2, "first", "first")]


def test_upsert_takes_over_the_columns_that_it_is_given(engine):
    with engine.begin() as connection:
        upsert(connection, THING, [{"key": 1, "a": "old", "b": "kept"}])
        upsert(connection, THING, [{"key": 1, "a": "new"}, {"key": 2, "a": "new"}])
    assert rows(engine) == [(1, "new", "kept"), (2, "new", None)]


@pytest.mark.parametrize("write", [insert_missing, upsert])
def test_no_rows_are_no_statement(engine, write):
    with engine.begin() as connection:
        write(connection, THING, [])
    assert rows(engine) == []


def test_a_second_writer_waits_for_the_first(url, engine):
    order, holding = [], threading.Event()

    def write(name, key):
        other = open_engine(url)
        with other.begin() as connection:
            hold_lock(connection, 1)
            holding.set()
            order.append(f"{name} in")
            insert_missing(connection, THING, [{"key": key, "a": name, "b": name}])
            threading.Event().wait(0.2)
            order.append(f"{name} out")
        other.dispose()

    first = threading.Thread(target=write, args=("first", 1))
    first.start()
    assert holding.wait(5)
    write("second", 2)
    first.join(5)
    assert order == ["first in", "first out", "second in", "second out"]
    assert [row[0] for row in rows(engine)] == [1, 2]


def test_a_writer_does_not_wait_for_ever(url, engine, monkeypatch):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.1)
    other = open_engine(url)
    with engine.begin(), pytest.raises(OperationalError, match="locked"), other.begin():
        pass
    other.dispose()


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param(["市场主体"], '["市场主体"]', id="as it is read"),
        pytest.param(["半\ud800"], '["\\u534a\\ud800"]', id="escaped where UTF-8 has no bytes for it"),
    ],
)
def test_json_is_kept_so_that_sql_can_search_it(engine, value, written):
    table = Table("noted", MetaData(), Column("value", JSON))
    table.create(engine)
    with engine.begin() as connection:
        connection.execute(insert(table), {"value": value})
        assert connection.execute(text("SELECT value FROM noted")).scalar() == written
        assert connection.execute(select(table.c.value)).scalar() == value
