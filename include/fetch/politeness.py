"""One request at a time to a host, with a delay, whoever asks: other tasks, other runs, other machines.

The lease of a host and the time of its last request lie in the operational state, so that they hold across processes.
Every request begins with one statement there, which goes through only for the lease's owner: who lost it sends nothing.
The end of a request is kept here and written when the lease is given back. A process that is killed before that leaves
a lease which runs out only after the longest request and the longest delay together: the gap holds all the same.
"""

import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from include.errors import InterruptedRunError, TransientError
from include.fetch.failures import ParkedError
from include.runtime.host_state import HostState, Standing

PATIENCE = 15.0  # seconds to wait for another's lease, or for what a host asks; longer: come back later
POLL = 0.25  # seconds
LONGEST_SLEEP = 60.0  # seconds between two requests, whatever robots.txt says
PARK_FROM = 60.0  # a Retry-After of more seconds parks the host


def lease_key(host: str, group: str | None = None) -> str:
    """What one budget of requests is for: the group of sources that share a host, else the host.

    http and https of one site are one host; `host` is `name:port`.
    """
    if group is not None:
        return f"shared:{group}"
    return f"{host.removesuffix(':443')}:80" if host.endswith(":443") else host


@dataclass(slots=True)
class Hold:
    """A lease that is held. Times are by the gate's clock."""

    fence: int
    last_at: float  # when the last request ended, by whomever
    not_before: float  # what the host asked for
    asked: bool = False  # whether a request went out under this lease


class HostGate:
    """Opens hosts for requests, one after the other. Close it to give the leases back.

    `resumes` says that the caller can be interrupted anywhere and goes on where it was: then no wait is longer than
    PATIENCE. `clock` measures time that passes; what time it is the state knows.
    """

    def __init__(
        self,
        state: HostState,
        *,
        owner: str,
        delay_seconds: float,
        lease_seconds: float,
        group: str | None = None,
        resumes: bool = False,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.state = state
        self.owner = f"{owner}#{uuid.uuid4().hex[:12]}"  # a retry is another owner than its orphaned first try
        self.delay_seconds = delay_seconds
        self.lease_seconds = lease_seconds + max(LONGEST_SLEEP, delay_seconds)
        self.group, self.resumes = group, resumes
        self.clock, self.sleep = clock, sleep
        self.delays: dict[str, float] = {}  # what robots.txt asks for, by host
        self._holds: dict[str, Hold] = {}

    def reserve(self, host: str) -> None:
        """Hold the lease of a host, without a request.

        InterruptedRunError where another holds it, ParkedError where the host is parked.
        """
        key = lease_key(host, self.group)
        if key in self._holds:
            return
        _refuse_if_parked(host, self.state.standing(key))
        hold = self._holds[key] = Hold(self._acquire(key, host), 0.0, 0.0)
        standing, now = self.state.standing(key), self.clock()
        # a last request in the future is a clock that was set back: it must not make us wait for hours
        hold.last_at = now - max(standing.now - standing.last_request_at, 0.0)
        hold.not_before = now + min(standing.not_before - standing.now, PARK_FROM)

    def enter(self, host: str) -> None:
        """Wait until a request to `host` may go out, hold its lease, and note that it goes out now.

        InterruptedRunError where another holds the lease or took it over, or a caller that resumes would wait too
        long; ParkedError where the host is parked; TransientError (`not_before`) where it asked for more patience than
        a task has.
        """
        key = lease_key(host, self.group)
        self.reserve(host)
        hold = self._holds[key]
        self._wait(key, host, hold)
        if not self.state.start_request(key, self.owner, hold.fence, self.lease_seconds):
            del self._holds[key]
            self.state.release_lease(key, self.owner, hold.fence)
            _refuse_if_parked(host, self.state.standing(key))
            raise InterruptedRunError(f"the lease of {host} ran out and another took it")
        hold.asked = True

    def leave(self, host: str, retry_after: float | None = None) -> bool:
        """Note that a request ended; a long Retry-After (seconds) parks the host, a short one delays the next.

        Gives whether the host is parked now.
        """
        key = lease_key(host, self.group)
        hold, now = self._holds[key], self.clock()
        hold.last_at = now
        if not retry_after:
            return False
        if retry_after > PARK_FROM:
            self.state.park_host(key, self.state.now() + retry_after, f"asked to wait {retry_after:.0f} seconds")
            self._give_back(key)
            return True
        hold.not_before = now + retry_after
        self.state.ask_patience(key, self.owner, hold.fence, retry_after)
        return False

    def close(self) -> None:
        """Give all leases back."""
        for key in list(self._holds):
            self._give_back(key)

    def _give_back(self, key: str) -> None:
        hold = self._holds.pop(key)
        ended_ago = max(self.clock() - hold.last_at, 0.0) if hold.asked else None
        self.state.release_lease(key, self.owner, hold.fence, ended_ago=ended_ago)

    def _acquire(self, key: str, host: str) -> int:
        deadline = self.clock() + PATIENCE
        while (fence := self.state.acquire_lease(key, self.owner, self.lease_seconds)) is None:
            if self.clock() >= deadline:
                raise InterruptedRunError(f"{host} is busy with another run")
            self.sleep(POLL)
        return fence

    def _delay(self, key: str) -> float:
        """Seconds between two requests under one lease: the longest that the source or one of its hosts asks for."""
        robots = [seconds for host, seconds in self.delays.items() if lease_key(host, self.group) == key]
        return max(self.delay_seconds, min(max(robots, default=0.0), LONGEST_SLEEP))

    def _wait(self, key: str, host: str, hold: Hold) -> None:
        now = self.clock()
        patience = hold.not_before - now
        if patience > PATIENCE and not self.resumes:
            raise TransientError(f"{host} asks for {patience:.0f} seconds of patience", reason="not_before")
        wait = max(hold.last_at + self._delay(key) - now, patience)
        if wait > PATIENCE and self.resumes:
            raise InterruptedRunError(f"the next request to {host} may go out in {wait:.0f} seconds", after=wait)
        if wait > 0:
            self.sleep(wait)


def _refuse_if_parked(host: str, standing: Standing) -> None:
    if standing.parked:
        raise ParkedError(f"{host} is left alone: {standing.parked.reason}", reason="parked")
