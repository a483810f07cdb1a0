"""What the state knows of hosts: who may send requests now, when the next may go out, robots.txt, parked hosts.

Times are seconds since 1970. On PostgreSQL the server's clock gives them, in the statement that needs them: clocks of
several machines differ. SQLite serves one machine, and takes its clock. `now` is for tests.
"""

import time
from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy import Update, select

from include.runtime import lease_statements as statements
from include.runtime.state_base import StateBase
from include.runtime.state_tables import host_lease, parked_host, robots

FREE = {"owner": None, "fence": 0, "expires_at": 0.0, "last_request_at": 0.0, "not_before": 0.0}
LONGEST_LEASE = 600.0  # seconds; a lease that ends later was taken by a clock that has been set back since


class Lease(NamedTuple):
    """A host's lease as it stands: its fence rises with every new owner."""

    owner: str | None
    fence: int
    expires_at: float
    last_request_at: float  # when the last request to the host was sent; once its lease was given back: when it ended
    not_before: float  # what the host asked for by Retry-After


class Parked(NamedTuple):
    """A host that is left alone until then."""

    until: float
    reason: str


class Standing(NamedTuple):
    """What stands between now and the next request to a host, by one clock."""

    now: float
    last_request_at: float
    not_before: float
    parked: Parked | None


class RobotsRow(NamedTuple):
    """A host's robots.txt as it was fetched; `decision` is rules, allowed or unreachable."""

    fetched_at: float
    status: int | None
    body: str
    decision: str


class HostState(StateBase):
    """The tables keyed by host: `host:port`, or for leases and parked hosts the group that shares them."""

    clock: Callable[[], float] = staticmethod(time.time)

    def now(self) -> float:
        """The time by the clock that leases go by."""
        return float(
            self.read(select(statements.moment(self._server_clock).label("now")).params(self._now(None)))[0]["now"]
        )

    def acquire_lease(self, host: str, owner: str, seconds: float, *, now: float | None = None) -> int | None:
        """Take the lease of a host that is free, expired or already the owner's; gives its fence, else None."""
        given = {"key": host, "who": owner, "term": seconds, **self._now(now)}
        with self.engine.begin() as connection:
            taken = connection.execute(statements.take(self._server_clock), given).rowcount
            if not taken:  # nobody ever had it, or somebody has it now
                self.upsert(connection, host_lease, [{"host": host, **FREE}], replace=False)
                taken = connection.execute(statements.take(self._server_clock), given).rowcount
            if taken:
                return int(connection.execute(statements.column("fence"), {"key": host}).scalar_one())
            longest = {"key": host, "longest": max(seconds, LONGEST_LEASE), **self._now(now)}
            connection.execute(statements.shorten(self._server_clock), longest)
            return None

    def start_request(self, host: str, owner: str, fence: int, seconds: float, *, now: float | None = None) -> bool:
        """Prolong a lease and note that a request goes out now, in one statement.

        False where the lease went to another owner meanwhile, or the host was parked: no request may go out then.
        """
        given = {"key": host, "who": owner, "token": fence, "term": seconds, **self._now(None)}
        return self._write(statements.start(self._server_clock), given)

    def ask_patience(self, host: str, owner: str, fence: int, seconds: float) -> bool:
        """Note that a request ended now, and that the host asked to be left alone for some seconds."""
        given = {"key": host, "who": owner, "token": fence, "term": seconds, **self._now(None)}
        return self._write(statements.patience(self._server_clock), given)

    def release_lease(self, host: str, owner: str, fence: int, *, ended_ago: float | None = None) -> None:
        """Give a lease back, with how many seconds ago the last request ended, if there was one.

        Nothing happens where it went to another owner meanwhile.
        """
        given = {"key": host, "who": owner, "token": fence}
        if ended_ago is None:
            self._write(statements.release(), given)
        else:
            self._write(statements.end(self._server_clock), {**given, "ago": ended_ago, **self._now(None)})

    def standing(self, host: str, *, now: float | None = None) -> Standing:
        """When the last request to a host was, what it asked for, and whether it is parked."""
        row = self.read(statements.standing(self._server_clock).params({"key": host, **self._now(now)}))[0]
        parked = Parked(row["until"], row["reason"]) if row["until"] is not None and row["until"] > row["now"] else None
        return Standing(float(row["now"]), row["last_request_at"] or 0.0, row["not_before"] or 0.0, parked)

    def lease(self, host: str) -> Lease | None:
        """The lease of a host, or None where nobody ever took it."""
        rows = self.read(select(host_lease).where(host_lease.c.host == host))
        return Lease(**{name: rows[0][name] for name in Lease._fields}) if rows else None

    def park_host(self, host: str, until: float, reason: str) -> None:
        """Leave a host alone until then."""
        with self.engine.begin() as connection:
            self.upsert(connection, parked_host, [{"host": host, "until": until, "reason": reason}])

    def parked(self, host: str, *, now: float | None = None) -> Parked | None:
        """Until when and why a host is left alone; None where it is not."""
        return self.standing(host, now=now).parked

    def save_robots(self, host: str, row: RobotsRow) -> None:
        """Keep a host's robots.txt, with the decision that it came to."""
        with self.engine.begin() as connection:
            self.upsert(connection, robots, [{"host": host, **row._asdict()}])

    def robots(self, host: str) -> RobotsRow | None:
        """A host's robots.txt as last fetched."""
        rows = self.read(select(robots).where(robots.c.host == host))
        return RobotsRow(**{name: rows[0][name] for name in RobotsRow._fields}) if rows else None

    @property
    def _server_clock(self) -> bool:
        return self.engine.dialect.name == "postgresql"

    def _now(self, now: float | None) -> dict[str, float]:
        return {} if self._server_clock else {"moment": self.clock() if now is None else now}

    def _write(self, statement: Update, given: dict[str, Any]) -> bool:
        with self.engine.begin() as connection:
            return bool(connection.execute(statement, given).rowcount)
