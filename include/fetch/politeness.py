"""One request at a time to a host, with a delay, whoever asks: other tasks, other runs, other machines.

The lease of a host and the time of its last request lie in the operational state, so that they hold across processes.
"""

import time
import uuid
from collections.abc import Callable

from include.errors import InterruptedRunError, TransientError
from include.fetch.failures import ParkedError
from include.runtime.host_state import HostState

PATIENCE = 15.0  # seconds to wait for another's lease, or for what Retry-After asks; longer: come back later
POLL = 0.25  # seconds
LONGEST_SLEEP = 60.0  # seconds between two requests, whatever Crawl-delay says
PARK_FROM = 60.0  # a Retry-After of more seconds parks the host


class HostGate:
    """Opens hosts for requests, one after the other. Close it to give the leases back."""

    def __init__(
        self,
        state: HostState,
        *,
        owner: str,
        delay_seconds: float,
        lease_seconds: float,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.state = state
        self.owner = f"{owner}#{uuid.uuid4().hex[:12]}"  # a retry is another owner than its orphaned first try
        self.delay_seconds = delay_seconds
        self.lease_seconds = lease_seconds + LONGEST_SLEEP
        self.clock, self.sleep = clock, sleep
        self.delays: dict[str, float] = {}  # what robots.txt asks for, by host
        self._fences: dict[str, int] = {}

    def enter(self, host: str) -> None:
        """Wait until a request to `host` may go out, and hold its lease.

        InterruptedRunError where another holds the lease, ParkedError where the host is parked, TransientError
        (`not_before`) where it asked for more patience than a task has.
        """
        if parked := self.state.parked(host, now=self.clock()):
            raise ParkedError(f"{host} is left alone: {parked.reason}", reason="parked")
        self._hold(host)
        lease = self.state.lease(host)
        now = self.clock()
        if lease is None:
            return
        if lease.not_before - now > PATIENCE:
            raise TransientError(
                f"{host} asks for {lease.not_before - now:.0f} seconds of patience", reason="not_before"
            )
        delay = min(max(self.delay_seconds, self.delays.get(host, 0.0)), LONGEST_SLEEP)
        # a clock that was set back must not make us wait for hours
        wait = min(max(lease.last_request_at + delay, lease.not_before) - now, max(delay, PATIENCE))
        if wait > 0:
            self.sleep(wait)

    def leave(self, host: str, retry_after: float | None = None) -> bool:
        """Record that a request ended; a long Retry-After (seconds) parks the host, a short one delays the next.

        Gives whether the host is parked now.
        """
        now = self.clock()
        parks = retry_after is not None and retry_after > PARK_FROM
        if retry_after is not None and parks:
            self.state.park_host(host, now + retry_after, f"asked to wait {retry_after:.0f} seconds")
        self.state.note_request(host, now, not_before=now + retry_after if retry_after and not parks else 0.0)
        return parks

    def close(self) -> None:
        """Give all leases back."""
        for host, fence in self._fences.items():
            self.state.release_lease(host, self.owner, fence)
        self._fences.clear()

    def _hold(self, host: str) -> None:
        fence = self._fences.get(host)
        if fence is not None:
            if self.state.renew_lease(host, self.owner, fence, self.lease_seconds, now=self.clock()):
                return
            del self._fences[host]
            raise InterruptedRunError(f"the lease of {host} ran out and another took it")
        deadline = self.clock() + PATIENCE
        while (taken := self.state.acquire_lease(host, self.owner, self.lease_seconds, now=self.clock())) is None:
            if self.clock() >= deadline:
                raise InterruptedRunError(f"{host} is busy with another run")
            self.sleep(POLL)
        self._fences[host] = taken
