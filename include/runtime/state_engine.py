"""Opens the operational state: an SQLite file that many processes write, or PostgreSQL."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event, text
from sqlalchemy.engine import make_url

from include.runtime.state_tables import metadata

BUSY_SECONDS = 30
CREATE_LOCK = 7_203_114_221  # any number of our own: PostgreSQL's advisory lock while tables are made
READ_ONLY = "jianghua_read_only"


def open_engine(url: str) -> Engine:
    """An engine for the state at `url`, its tables made where they are missing."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        engine = create_engine(parsed, pool_pre_ping=True)
    elif parsed.database in (None, "", ":memory:"):
        engine = create_engine(parsed, poolclass=StaticPool, connect_args={"check_same_thread": False})
        _prepare_sqlite(engine)
    else:
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed, connect_args={"timeout": BUSY_SECONDS})
        _prepare_sqlite(engine)
    _create_tables(engine)
    return engine


def _prepare_sqlite(engine: Engine) -> None:
    """WAL, and transactions that take the write lock at their start: taking it later fails instead of waiting."""

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        read_only = connection.get_execution_options().get(READ_ONLY)
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def _create_tables(engine: Engine) -> None:
    """Two processes may open a new state at once: the second waits for the first, then finds the tables."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": CREATE_LOCK})
        metadata.create_all(connection)
