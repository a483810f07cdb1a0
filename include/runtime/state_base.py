"""What the parts of the operational state share: short transactions and upserts on SQLite and PostgreSQL alike."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Table
from sqlalchemy.sql import Executable

from include import database

Row = Mapping[str, Any]


class StateBase:
    """Holds the engine. Every method is one short transaction."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def read(self, query: Executable) -> Sequence[RowMapping]:
        """All rows of a query, without taking the write lock."""
        with database.reading(self.engine) as connection:
            return connection.execute(query).mappings().all()

    def upsert(self, connection: Connection, table: Table, rows: Sequence[Row], *, replace: bool = True) -> None:
        """Insert rows by their primary key; a row that is there is replaced, or kept as it is."""
        write = database.upsert if replace else database.insert_missing
        write(connection, table, rows)
