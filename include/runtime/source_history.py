"""Since when a source is as it is: a row in the state for every change, the newest of them the present state."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import RowMapping, select

from include import database
from include.runtime.health import Health
from include.runtime.state_base import StateBase
from include.runtime.state_tables import source_history

HISTORY_LOCK = 7_203_114_222  # any number of our own


def present(state: StateBase, source: str) -> RowMapping | None:
    """The newest row of a source: state, reason, message, since and confirmed_at (seconds since 1970), run_id."""
    query = select(source_history).where(source_history.c.source == source)
    rows = state.read(query.order_by(source_history.c.since.desc()).limit(1))
    return rows[0] if rows else None


def note(state: StateBase, source: str, run_id: str, health: Health, asked_at: datetime) -> datetime:
    """Add what a run found when it last asked the site; gives since when the source is so (UTC).

    What counts is when the site was asked, not which window the run had, nor when it ended: news that are older than
    what is known already change nothing. Noting the same twice changes nothing either.
    """
    asked = asked_at.timestamp()
    with state.engine.begin() as connection:
        database.hold_lock(connection, HISTORY_LOCK)
        query = select(source_history).where(source_history.c.source == source).order_by(source_history.c.since)
        rows = connection.execute(query).mappings().all()
        since, is_news = _since(rows, health.state, asked), not rows or asked >= rows[-1]["confirmed_at"]
        if is_news:
            row = {"source": source, "since": since, "confirmed_at": asked, "run_id": run_id, **health._asdict()}
            state.upsert(connection, source_history, [row])
    return moment(since)


def moment(seconds: float) -> datetime:
    """A time of the state as a date-time, UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def _since(rows: Sequence[RowMapping], state: str, asked: float) -> float:
    """When the state began that a source had at `asked`: before that, if it was in the same state already."""
    before = [row for row in rows if row["since"] <= asked]
    return float(before[-1]["since"]) if before and before[-1]["state"] == state else asked
