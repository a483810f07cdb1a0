"""The warehouse as the pages read it: the one that the tasks write, opened for reading only."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, event, inspect
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection

from include.database import open_engine
from include.errors import JianghuaError
from include.load.tables import run
from include.runtime.warehouse import resolve_url


class NoWarehouseError(JianghuaError):
    """Nothing has landed yet: the warehouse, or its tables, are still to be made."""

    reason = "no_warehouse"


@contextmanager
def reading() -> Iterator[Connection]:
    """A connection on which nothing can be written; NoWarehouseError where there is nothing to read yet."""
    url = resolve_url()
    if not _may_exist(url):
        raise NoWarehouseError("there is no warehouse file yet")
    with _engine(url).connect() as connection:
        if not inspect(connection).has_table(run.name):
            raise NoWarehouseError("the warehouse has no tables yet")
        yield connection


def _may_exist(url: str) -> bool:
    # Opening an SQLite file that is not there would make an empty one.
    parsed = make_url(url)
    return parsed.get_backend_name() != "sqlite" or Path(parsed.database or "").is_file()


@cache
def _engine(url: str) -> Engine:
    engine = open_engine(url, read_only=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _refuse_writes)
        return engine
    return engine.execution_options(postgresql_readonly=True)


def _refuse_writes(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA query_only=ON")
    cursor.close()
