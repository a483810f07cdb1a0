"""robots.txt by RFC 9309: kept a day, its decision recorded.

4xx: there are no rules. 5xx or silence: the host is left alone this run. A file that is no robots.txt has no rules.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from protego import Protego

from include.errors import DeclinedError, InterruptedRunError, JianghuaError, TransientError
from include.fetch.answer import Answer
from include.fetch.failures import ParkedError
from include.fetch.redirects import target
from include.fetch.robots_text import octets, prepared, text_of
from include.runtime.host_state import HostState, RobotsRow

FRESH_SECONDS = 86_400.0
UNREACHABLE_SECONDS = 3600.0  # so long it is not asked for again: longer than a run's retries, shorter than a night
CLOCKS_APART = 300.0  # seconds by which clocks of several machines may differ
REDIRECTS = 5
KEPT_BACK = frozenset({401, 403})  # what a strict source takes for a no
# What stands in the way of every request to the host, not of robots.txt alone: the link itself fails so
HOST_FAILS = frozenset({"connect", "dns", "tls", "not_before", "blocked_address"})


@dataclass(frozen=True, slots=True)
class Rules:
    """What one host's robots.txt says to us."""

    host: str
    row: RobotsRow
    parsed: Protego
    agent: str
    strict: bool = False

    @property
    def decision(self) -> str:
        """`rules`, `allowed`, `unreachable`, or `forbidden`: a strict source that keeps its robots.txt back."""
        return "forbidden" if self.strict and self.row.status in KEPT_BACK else self.row.decision

    @property
    def crawl_delay(self) -> float:
        """Seconds between two requests by Crawl-delay or Request-rate, 0 where it does not say or says nonsense."""
        delay, rate = self.parsed.crawl_delay(self.agent), self.parsed.request_rate(self.agent)
        return max(float(delay or 0.0), rate.seconds / rate.requests if rate else 0.0)

    def is_fresh(self, now: float) -> bool:
        """Whether they may still be gone by; a file from the future was noted by a clock that was set back."""
        return _is_fresh(self.row, now)

    def allows(self, url: str) -> bool:
        """Whether this address may be requested."""
        return self.decision in ("rules", "allowed") and bool(self.parsed.can_fetch(octets(url), self.agent))

    def check(self, url: str) -> None:
        """ParkedError (`robots_unreachable`) or DeclinedError (`robots`) where this address may not be requested."""
        if self.decision == "unreachable":
            status = self.row.status or "no answer"
            raise ParkedError(f"robots.txt of {self.host} cannot be had ({status})", reason="robots_unreachable")
        if not self.allows(url):
            raise DeclinedError(f"robots.txt of {self.host} disallows {url}{self._why()}", reason="robots")

    def _why(self) -> str:
        return f" (it answers {self.row.status})" if self.decision == "forbidden" else ""


def rules_for(
    url: str,
    agent: str,
    state: HostState,
    host: str,
    get: Callable[[str], Answer],
    *,
    reserve: Callable[[str], None] = lambda host: None,
    strict: bool = False,
) -> Rules:
    """The rules of the host of `url`, from the state where they are fresh, else by `get`.

    `reserve` takes the host before it is asked, so that of several runs that start together only one asks. Raises what
    these two do where the host itself cannot be asked: it is down, busy or parked.
    """
    row = state.robots(host)
    if row is None or not _is_fresh(row, state.clock()):
        reserve(host)
        row = state.robots(host)
    if row is None or not _is_fresh(row, state.clock()):
        row = _fetch(f"{urlsplit(url).scheme}://{urlsplit(url).netloc}/robots.txt", get, state.clock())
        state.save_robots(host, row)
    return Rules(host, row, _parsed(row.body, agent), agent, strict)


@lru_cache(maxsize=64)
def _parsed(text: str, agent: str) -> Protego:
    return Protego.parse(prepared(text, agent))


def _is_fresh(row: RobotsRow, now: float) -> bool:
    return (
        -CLOCKS_APART
        <= now - row.fetched_at
        <= (UNREACHABLE_SECONDS if row.decision == "unreachable" else FRESH_SECONDS)
    )


def _fetch(url: str, get: Callable[[str], Answer], now: float) -> RobotsRow:
    for hop in range(REDIRECTS + 1):
        try:
            answer = get(url)
            further = target(answer)
        except JianghuaError as error:
            if isinstance(error, ParkedError | InterruptedRunError) or (error.reason in HOST_FAILS and hop == 0):
                raise
            return RobotsRow(now, None, "", "unreachable" if isinstance(error, TransientError) else "allowed")
        if further is None:
            return _decide(answer, now)
        url = further
    return RobotsRow(now, answer.status, "", "allowed")


def _decide(answer: Answer, now: float) -> RobotsRow:
    if 200 <= answer.status < 300:
        return RobotsRow(now, answer.status, text_of(answer.body), "rules")
    decision = "unreachable" if answer.status >= 500 or answer.status == 429 else "allowed"
    return RobotsRow(now, answer.status, "", decision)
