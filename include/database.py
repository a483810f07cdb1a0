"""Engines for the warehouse and the state: SQLite in WAL mode or PostgreSQL, by URL."""

import json
import re
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, StaticPool, Table, create_engine, event, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, Connection, make_url

_SURROGATE = re.compile("[\ud800-\udfff]")  # no UTF-8, so no text column takes it
BUSY_SECONDS = 60  # how long a writer waits for another process's transaction
READ_ONLY = "jianghua_read_only"
_DRIVERS = {"postgres": "postgresql+psycopg2", "postgresql": "postgresql+psycopg2"}


def open_engine(url: str, *, read_only: bool = False) -> Engine:
    """An engine for `url`; an SQLite file gets its folder, WAL mode, foreign keys and immediate transactions.

    `postgres://`, which Airflow connections print, is read as PostgreSQL with psycopg2. A read-only engine
    never waits for a writer.
    """
    parsed = make_url(url)
    parsed = parsed.set(drivername=_DRIVERS.get(parsed.drivername, parsed.drivername))
    if parsed.get_backend_name() == "sqlite":
        engine = _sqlite_engine(parsed)
    else:
        engine = create_engine(parsed, pool_pre_ping=True, json_serializer=_json)
    return engine.execution_options(**{READ_ONLY: True}) if read_only else engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that never takes the write lock."""
    with engine.connect().execution_options(**{READ_ONLY: True}) as connection:
        yield connection


def _json(value: Any) -> str:  # noqa: ANN401 - whatever a JSON column holds
    """JSON with Chinese as Chinese, so that SQL can search it; escaped where it holds half a surrogate pair."""
    text = json.dumps(value, ensure_ascii=False)
    return json.dumps(value) if _SURROGATE.search(text) else text


def _sqlite_engine(url: URL) -> Engine:
    if url.database in (None, "", ":memory:"):
        memory = {"check_same_thread": False}
        engine = create_engine(url, poolclass=StaticPool, connect_args=memory, json_serializer=_json)
    else:
        Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS}, json_serializer=_json)
    event.listen(engine, "connect", _configure_sqlite)
    event.listen(engine, "begin", _begin)
    return engine


def _configure_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy's begin event opens the transaction, not the driver
    _use_wal(connection)
    for pragma in ("synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _use_wal(connection: sqlite3.Connection) -> None:
    """Turn WAL mode on. SQLite's timeout does not cover this: where two processes open a new file, one is refused."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) or time.monotonic() > until:
                raise
        time.sleep(0.02)


def _begin(connection: Connection) -> None:
    # A reader that turns writer in mid-transaction fails at once in SQLite; taking the write lock first waits.
    read_only = connection.get_execution_options().get(READ_ONLY)
    connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def insert_missing(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert `rows`, leaving those alone whose primary key is there already."""
    if rows:
        connection.execute(_insert(connection.dialect.name, table).on_conflict_do_nothing(), list(rows))


def upsert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert `rows`; where the primary key is there already, take over the other columns that `rows` name."""
    if rows:
        connection.execute(_upsert(connection.dialect.name, table, tuple(rows[0])), list(rows))


@lru_cache(maxsize=128)
def _upsert(dialect: str, table: Table, names: tuple[str, ...]) -> Any:  # noqa: ANN401 - either dialect's Insert
    """The statement; to build it takes longer than SQLite needs to run it."""
    keys = [column.name for column in table.primary_key.columns]
    statement = _insert(dialect, table)
    taken_over = {name: statement.excluded[name] for name in names if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=taken_over)


def _insert(dialect: str, table: Table) -> Any:  # noqa: ANN401 - either dialect's Insert
    return (postgresql if dialect == "postgresql" else sqlite).insert(table)


def hold_lock(connection: Connection, number: int) -> None:
    """Be the only transaction that holds lock `number` until this one ends.

    SQLite's immediate transactions are the only ones anyway; PostgreSQL has advisory locks.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(number)))
