"""The operational state: what was listed and every attempt, written as it happens; what hosts ask of us.

An orphaned first try of a task may write at the same time as its retry: every write is an upsert by natural key.
"""

import time
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, NamedTuple

from sqlalchemy import RowMapping, select

from include import settings
from include.discover.discovery import Discovery
from include.errors import BrokenSourceError, DeclinedError, JianghuaError, TransientError
from include.fetch.failures import ParkedError
from include.records import Fetched, FetchedPart, Link
from include.runtime.host_state import HostState
from include.runtime.state_engine import open_engine
from include.runtime.state_tables import attempt, listed, listing_read, source_run, validator


class Validator(NamedTuple):
    """What a conditional request may send, and the body it speaks of."""

    etag: str | None
    last_modified: str | None
    body_sha256: str


class State(HostState):
    """The operational state of all runs."""

    @classmethod
    def open(cls, url: str | None = None) -> "State":
        """The state at an SQLAlchemy URL, settings.state_url() by default; tables are made where missing."""
        return cls(open_engine(url or settings.state_url()))

    @classmethod
    def in_memory(cls) -> "State":
        """A state that ends with the process: for commands that store nothing, and for tests."""
        return cls(open_engine("sqlite://"))

    def save_discovery(self, run_id: str, source: str, discovery: Discovery) -> None:
        """Record what discover found for a run."""
        with self.engine.begin() as connection:
            rows = [{"run_id": run_id, **link.to_dict()} for link in discovery.links]
            if rows:
                self.upsert(connection, listed, rows)
            reason = "page_limit" if "page_limit" in discovery.stopped.values() else None
            row = _source_row(run_id, source, "ok", reason, discovery.note)
            row |= {
                "entries": discovery.entries,
                "links": len(rows),
                "skipped": dict(discovery.skipped),
                "stopped": dict(discovery.stopped),
            }
            self.upsert(connection, source_run, [row])
            read = {"run_id": run_id, "source": source, "pages": discovery.pages}
            self.upsert(connection, listing_read, [read])

    def save_source_failure(self, run_id: str, source: str, error: JianghuaError) -> None:
        """Record why discover gave nothing, as broken, down (another try may help), declined or parked."""
        row = _source_row(run_id, source, source_status(error), error.reason, str(error))
        with self.engine.begin() as connection:
            self.upsert(connection, source_run, [row])

    def record(self, run_id: str, fetched: Fetched) -> None:
        """Record one attempt, and with it what a conditional request may say next time."""
        row = {
            "run_id": run_id,
            "source": fetched.source,
            "page_id": fetched.page_id,
            "attempt": fetched.attempt,
            "outcome": fetched.outcome,
            "reason": fetched.reason,
            "transient": fetched.transient,
            "requested_at": fetched.requested_at,
            "fetched": fetched.to_dict(),
        }
        with self.engine.begin() as connection:
            self.upsert(connection, attempt, [row])
            if fetched.status in (200, 304) and fetched.body_sha256:
                self.upsert(connection, validator, [_validator_row(fetched)])

    def links(self, run_id: str, source: str) -> list[Link]:
        """The links of one source in a run, in the order of their URLs."""
        query = select(listed).where(listed.c.run_id == run_id, listed.c.source == source).order_by(listed.c.url)
        return [_link(row) for row in self.read(query)]

    def listed(self, run_id: str) -> list[Link]:
        """The links of all sources in a run, by source and URL."""
        query = select(listed).where(listed.c.run_id == run_id).order_by(listed.c.source, listed.c.url)
        return [_link(row) for row in self.read(query)]

    def attempts(self, run_id: str, source: str | None = None) -> list[Fetched]:
        """Every attempt of a run, all sources or one, by source, page and attempt."""
        query = select(attempt.c.fetched).where(attempt.c.run_id == run_id)
        if source is not None:
            query = query.where(attempt.c.source == source)
        query = query.order_by(attempt.c.source, attempt.c.page_id, attempt.c.attempt)
        return [_fetched(row["fetched"]) for row in self.read(query)]

    def source_runs(self, run_id: str) -> list[dict[str, Any]]:
        """How discover went, a row a source: status, reason, message, entries, links, skipped, stopped."""
        query = select(source_run).where(source_run.c.run_id == run_id).order_by(source_run.c.source)
        return [dict(row) for row in self.read(query)]

    def validator(self, page_id: str) -> Validator | None:
        """What the page's last body said about itself."""
        rows = self.read(select(validator).where(validator.c.page_id == page_id))
        return Validator(*(rows[0][name] for name in Validator._fields)) if rows else None

    def ended(self, source: str) -> frozenset[str]:
        """The pages of a source that some run tried and need not be tried again: gone, declined, no page at all."""
        final = attempt.c.transient.is_(False) & attempt.c.outcome.in_(("failed", "declined"))
        query = select(attempt.c.page_id).where(attempt.c.source == source, final)
        return frozenset(row["page_id"] for row in self.read(query))


def source_status(error: JianghuaError) -> str:
    """What a failure of discover says of its source: broken, down, declined or parked."""
    if isinstance(error, BrokenSourceError):
        return "broken"
    if isinstance(error, DeclinedError):
        return "parked" if isinstance(error, ParkedError) else "declined"
    return "down" if isinstance(error, TransientError) else "broken"


def _source_row(run_id: str, source: str, status: str, reason: str | None, message: str | None) -> dict[str, Any]:
    counts = {"entries": 0, "links": 0, "skipped": {}, "stopped": {}}
    named = {"run_id": run_id, "source": source, "status": status, "reason": reason, "message": message}
    return named | counts | {"noted_at": time.time()}


def _validator_row(fetched: Fetched) -> dict[str, Any]:
    """What to ask for next time. A 304 changes what it names and leaves the rest (RFC 9111, 4.3.4)."""
    headers = fetched.response_headers
    said = {"etag": headers.get("etag"), "last_modified": headers.get("last-modified")}
    if fetched.status == 304:
        said = {name: value for name, value in said.items() if value is not None}
    return {"page_id": fetched.page_id, "body_sha256": fetched.body_sha256, **said}


def _link(row: RowMapping) -> Link:
    return Link(**{field.name: row[field.name] for field in fields(Link)})


def _fetched(data: Mapping[str, Any]) -> Fetched:
    tuples = {name: tuple(data.get(name, ())) for name in ("redirects", "exceptions")}
    return Fetched(**{**data, **tuples, "parts": tuple(FetchedPart(**part) for part in data.get("parts", ()))})
