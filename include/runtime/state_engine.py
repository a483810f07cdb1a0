"""Opens the operational state: an SQLite file that many processes write, or PostgreSQL."""

from sqlalchemy import Engine, inspect

from include import database
from include.runtime import ledger_tables  # noqa: F401 - its tables belong to the same metadata
from include.runtime.state_tables import metadata

CREATE_LOCK = 7_203_114_221  # any number of our own


def open_engine(url: str) -> Engine:
    """An engine for the state at `url`, its tables made where they are missing."""
    engine = database.open_engine(url)
    with database.reading(engine) as connection:
        missing = set(metadata.tables) - set(inspect(connection).get_table_names())
    if missing:
        # Two processes may open a new state at once: the second waits for the first, then finds the tables.
        with engine.begin() as connection:
            database.hold_lock(connection, CREATE_LOCK)
            metadata.create_all(connection)
    return engine
