"""The rows that say how each source was at the end of a run, whether the run landed or not."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from include.database import hold_lock, upsert
from include.load import tables
from include.load.load import WRITER_LOCK

Row = Mapping[str, Any]


def write_source_states(connection: Connection, sources: Sequence[Row], states: Sequence[Row]) -> None:
    """Write the rows of `source_state`, and of the sources they lead to; what the run wrote before is replaced."""
    hold_lock(connection, WRITER_LOCK)
    upsert(connection, tables.source, sources)
    upsert(connection, tables.source_state, states)
