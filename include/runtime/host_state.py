"""What the state knows of hosts: who may send requests now, when the next may go out, robots.txt, parked hosts."""

import time
from typing import NamedTuple

from sqlalchemy import select, update

from include.runtime.state_base import StateBase
from include.runtime.state_tables import host_lease, parked_host, robots

FREE = {"owner": None, "fence": 0, "expires_at": 0.0, "last_request_at": 0.0, "not_before": 0.0}


class Lease(NamedTuple):
    """A host's lease as it stands: its fence rises with every new owner."""

    owner: str | None
    fence: int
    expires_at: float
    last_request_at: float  # when the last request to the host ended, by whomever
    not_before: float  # what the host asked for by Retry-After


class Parked(NamedTuple):
    """A host that is left alone until then."""

    until: float
    reason: str


class RobotsRow(NamedTuple):
    """A host's robots.txt as it was fetched; `decision` is rules, allowed or unreachable."""

    fetched_at: float
    status: int | None
    body: str
    decision: str


class HostState(StateBase):
    """The tables keyed by `host:port`. Times are seconds since 1970; `now` is for tests."""

    def acquire_lease(self, host: str, owner: str, seconds: float, *, now: float | None = None) -> int | None:
        """Take the lease of a host that is free, expired or already the owner's; gives its fence, else None."""
        now = time.time() if now is None else now
        with self.engine.begin() as connection:
            self.upsert(connection, host_lease, [{"host": host, **FREE}], replace=False)
            query = select(host_lease).where(host_lease.c.host == host).with_for_update()
            row = connection.execute(query).mappings().one()
            if row["owner"] not in (None, owner) and row["expires_at"] > now:
                return None
            fence = int(row["fence"]) + 1
            values = {"owner": owner, "fence": fence, "expires_at": now + seconds}
            connection.execute(update(host_lease).where(host_lease.c.host == host).values(values))
            return fence

    def renew_lease(self, host: str, owner: str, fence: int, seconds: float, *, now: float | None = None) -> bool:
        """Prolong a lease; False where it went to another owner meanwhile."""
        now = time.time() if now is None else now
        return self._update_lease(host, owner, fence, {"expires_at": now + seconds})

    def release_lease(self, host: str, owner: str, fence: int) -> None:
        """Give a lease back; nothing happens where it went to another owner meanwhile."""
        self._update_lease(host, owner, fence, {"owner": None, "expires_at": 0.0})

    def note_request(self, host: str, at: float, *, not_before: float = 0.0) -> None:
        """Record when a request ended, and until when the host asked for patience."""
        values = {"last_request_at": at, **({"not_before": not_before} if not_before else {})}
        with self.engine.begin() as connection:
            connection.execute(update(host_lease).where(host_lease.c.host == host).values(values))

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
        now = time.time() if now is None else now
        rows = self.read(select(parked_host).where(parked_host.c.host == host, parked_host.c.until > now))
        return Parked(rows[0]["until"], rows[0]["reason"]) if rows else None

    def save_robots(self, host: str, row: RobotsRow) -> None:
        """Keep a host's robots.txt, with the decision that it came to."""
        with self.engine.begin() as connection:
            self.upsert(connection, robots, [{"host": host, **row._asdict()}])

    def robots(self, host: str) -> RobotsRow | None:
        """A host's robots.txt as last fetched."""
        rows = self.read(select(robots).where(robots.c.host == host))
        return RobotsRow(**{name: rows[0][name] for name in RobotsRow._fields}) if rows else None

    def _update_lease(self, host: str, owner: str, fence: int, values: dict[str, str | float | None]) -> bool:
        mine = (host_lease.c.host == host, host_lease.c.owner == owner, host_lease.c.fence == fence)
        with self.engine.begin() as connection:
            return bool(connection.execute(update(host_lease).where(*mine).values(values)).rowcount)
