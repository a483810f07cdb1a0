"""What the parts of the operational state share: short transactions and upserts on SQLite and PostgreSQL alike."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import Executable

from include.runtime.state_engine import READ_ONLY

Row = Mapping[str, Any]
CHUNK = 500  # rows in one statement


class StateBase:
    """Holds the engine. Every method is one short transaction."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def read(self, query: Executable) -> Sequence[RowMapping]:
        """All rows of a query, without taking the write lock."""
        with self.engine.connect().execution_options(**{READ_ONLY: True}) as connection:
            return connection.execute(query).mappings().all()

    def upsert(self, connection: Connection, table: Table, rows: Sequence[Row], *, replace: bool = True) -> None:
        """Insert rows by their primary key; a row that is there is replaced, or kept as it is."""
        insert = postgresql.insert if self.engine.dialect.name == "postgresql" else sqlite.insert
        keys = [column.name for column in table.primary_key]
        statement = insert(table)
        fields = {name: statement.excluded[name] for name in table.columns.keys() if name not in keys}  # noqa: SIM118
        clause = (
            statement.on_conflict_do_update(index_elements=keys, set_=fields)
            if replace
            else statement.on_conflict_do_nothing(index_elements=keys)
        )
        for start in range(0, len(rows), CHUNK):
            connection.execute(clause, [dict(row) for row in rows[start : start + CHUNK]])
