"""What the pages say about sources: how each is now, and how it was at the end of a run."""

from typing import Any

from sqlalchemy import Connection, and_, func, select

from include.load import tables
from include.runtime.health import STATES


def present_states(connection: Connection) -> list[dict[str, Any]]:
    """Each source as the run found it that asked it last, the worst first; `landed` says whether that run did."""
    state, run = tables.source_state.c, tables.run.c
    asked = select(state.source, func.max(state.asked_at).label("last")).group_by(state.source).subquery()
    newest = and_(state.source == asked.c.source, state.asked_at == asked.c.last)
    query = (
        select(tables.source_state, tables.source.c.title, tables.source.c.base_url, run.run_id.label("landed"))
        .join(asked, newest)
        .join(tables.source, tables.source.c.source == state.source)
        .outerjoin(tables.run, run.run_id == state.run_id)
        .order_by(state.source, state.run_id)
    )
    found = {row["source"]: dict(row) for row in connection.execute(query).mappings()}
    return sorted(found.values(), key=lambda row: STATES.index(row["state"]))


def states_of_run(connection: Connection, run_id: str) -> dict[str, dict[str, Any]]:
    """How the sources of one run were when it ended, by name."""
    query = select(tables.source_state).where(tables.source_state.c.run_id == run_id)
    return {row["source"]: dict(row) for row in connection.execute(query).mappings()}
