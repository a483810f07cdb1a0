"""The run's balance: queries over rows, never counters.

`listed = fetched + unchanged + skipped + declined + parked + failed`, `fetched = accepted + quarantined + held`,
`observations = new + seen again + rejected`. What no row accounts for is counted as unaccounted.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, func, or_, select

from include.load import tables

OUTCOMES = ("fetched", "unchanged", "skipped", "declined", "parked", "failed")
DISPOSITIONS = ("accepted", "quarantined", "held")


@dataclass
class SourceBalance:
    """The account of one source in one run; every field counts links, but the observations."""

    listed: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    dispositions: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def unaccounted(self) -> int:
        """Links without an outcome and fetched pages without a disposition."""
        no_outcome = self.listed - sum(self.outcomes[name] for name in OUTCOMES)
        no_disposition = self.outcomes["fetched"] - sum(self.dispositions[name] for name in DISPOSITIONS)
        return no_outcome + no_disposition

    def to_dict(self) -> dict[str, Any]:
        """As the report shows it."""
        counts = {"listed": self.listed, **{name: self.outcomes[name] for name in OUTCOMES}}
        counts |= {name: self.dispositions[name] for name in DISPOSITIONS}
        return {**counts, "unaccounted": self.unaccounted, "reasons": dict(sorted(self.reasons.items()))}


def links_by_source(connection: Connection, run_id: str) -> dict[str, SourceBalance]:
    """The account of every source that listed something in the run's window."""
    listing, fetch = tables.listing.c, tables.fetch.c
    last = (
        select(fetch.source, fetch.page_id, func.max(fetch.attempt).label("attempt"))
        .where(fetch.run_id == run_id)
        .group_by(fetch.source, fetch.page_id)
        .subquery()
    )
    of_last = and_(
        fetch.run_id == run_id,
        fetch.source == last.c.source,
        fetch.page_id == last.c.page_id,
        fetch.attempt == last.c.attempt,
    )
    ends = select(tables.fetch).join(last, of_last).where(fetch.run_id == run_id).subquery()
    same = and_(listing.source == ends.c.source, listing.page_id == ends.c.page_id)
    query = (
        select(listing.source, ends.c.outcome, ends.c.disposition, ends.c.reason)
        .select_from(tables.listing.outerjoin(ends, same))
        .where(listing.run_id == run_id)
    )
    accounts: dict[str, SourceBalance] = {}
    for source, outcome, disposition, reason in connection.execute(query):
        account = accounts.setdefault(source, SourceBalance())
        account.listed += 1
        account.outcomes[outcome or "none"] += 1
        if outcome == "fetched":
            account.dispositions[disposition or "none"] += 1
        if reason and outcome not in ("fetched", "unchanged"):
            account.reasons[reason] += 1
    return accounts


def observations(connection: Connection, run_id: str) -> dict[str, int]:
    """Observations of the run: staged = new + seen again + rejected.

    New ones were brought by a load of this run; seen again stand on its accepted pages and were known; rejected
    are what was staged and stands nowhere.
    """
    load, fetch, speech, observation = tables.load.c, tables.fetch.c, tables.speech.c, tables.observation.c
    of_run = select(tables.load).where(load.run_id == run_id).order_by(load.committed_at.desc()).limit(1)
    last = connection.execute(of_run).mappings().first()
    if last is None:
        return {"staged": 0, "new": 0, "seen_again": 0, "rejected": 0}
    loads = select(load.load_id).where(load.run_id == run_id)
    until_then = select(load.load_id).where(load.committed_at <= last["committed_at"])

    def stood(table: Table) -> ColumnElement[bool]:
        """Whether a row stood when the run had landed, whatever later runs closed."""
        first, closed = table.c.first_load, table.c.closed_load
        return and_(first.in_(until_then), or_(closed.is_(None), closed.not_in(until_then)))

    accepted = select(fetch.page_id).where(fetch.run_id == run_id, fetch.disposition == "accepted")
    standing = (
        select(func.count())
        .select_from(tables.observation.join(tables.speech, speech.speech_id == observation.speech_id))
        .where(speech.page_id.in_(accepted), stood(tables.speech), stood(tables.observation))
    )
    new = connection.scalar(standing.where(observation.first_load.in_(loads))) or 0
    seen_again = connection.scalar(standing.where(observation.first_load.not_in(loads))) or 0
    staged = last["observations_staged"]
    return {"staged": staged, "new": new, "seen_again": seen_again, "rejected": staged - new - seen_again}


def row_counts(connection: Connection) -> dict[str, int]:
    """How many rows each table holds, content tables first."""
    return {
        table.name: connection.scalar(select(func.count()).select_from(table)) or 0
        for table in (*tables.CONTENT_TABLES, *tables.RUN_TABLES)
    }


def checks(connection: Connection, run_id: str) -> list[dict[str, Any]]:
    """The checks of the run's last load: what an earlier one said may have been mended since."""
    load, check = tables.load.c, tables.check_result.c
    last = select(load.load_id).where(load.run_id == run_id).order_by(load.committed_at.desc()).limit(1)
    found = select(tables.check_result).where(check.load_id == last.scalar_subquery())
    return [dict(row) for row in connection.execute(found.order_by(check.source, check.check_name)).mappings()]
