"""robots.txt by RFC 9309: kept a day, its decision recorded.

4xx: there are no rules. 5xx or silence: the host is left alone this run. A file that is no robots.txt has no rules.
"""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from protego import Protego

from include.errors import JianghuaError, TransientError
from include.fetch.answer import Answer
from include.fetch.failures import ParkedError
from include.runtime.host_state import HostState, RobotsRow

FRESH_SECONDS = 86_400.0
UNREACHABLE_SECONDS = 600.0  # so long an unreachable robots.txt is not asked for again
LONGEST = 500 * 1024  # bytes that are read, as the RFC has it
REDIRECTS = 5
REDIRECT_STATUS = frozenset({301, 302, 303, 307, 308})
# What stands in the way of every request to the host, not of robots.txt alone: the link itself fails so
HOST_FAILS = frozenset({"connect", "dns", "tls", "busy", "not_before", "blocked_address"})


@dataclass(frozen=True, slots=True)
class Rules:
    """What one host's robots.txt says to us."""

    parsed: Protego
    agent: str

    def allows(self, url: str) -> bool:
        """Whether this address may be requested."""
        return bool(self.parsed.can_fetch(url, self.agent))

    @property
    def crawl_delay(self) -> float:
        """Seconds between two requests, 0 where it does not say or says nonsense."""
        delay = self.parsed.crawl_delay(self.agent)
        return max(float(delay), 0.0) if delay is not None else 0.0


def rules_for(url: str, agent: str, state: HostState, host: str, get: Callable[[str], Answer], now: float) -> Rules:
    """The rules of the host of `url`, from the state where they are fresh, else by `get`.

    ParkedError (`robots_unreachable`) where they cannot be had, TransientError where the host itself is down.
    """
    row = state.robots(host)
    if row is None or now - row.fetched_at > (UNREACHABLE_SECONDS if row.decision == "unreachable" else FRESH_SECONDS):
        row = _fetch(f"{urlsplit(url).scheme}://{urlsplit(url).netloc}/robots.txt", get, now)
        state.save_robots(host, row)
    if row.decision == "unreachable":
        raise ParkedError(
            f"robots.txt of {host} cannot be had ({row.status or 'no answer'})", reason="robots_unreachable"
        )
    return Rules(Protego.parse(row.body), agent)


def _fetch(url: str, get: Callable[[str], Answer], now: float) -> RobotsRow:
    for hop in range(REDIRECTS + 1):
        try:
            answer = get(url)
        except JianghuaError as error:
            if isinstance(error, ParkedError) or (error.reason in HOST_FAILS and hop == 0):
                raise
            return RobotsRow(now, None, "", "unreachable" if isinstance(error, TransientError) else "allowed")
        if answer.status not in REDIRECT_STATUS or not answer.headers.get("location"):
            return _decide(answer, now)
        url = urljoin(url, answer.headers["location"])
    return RobotsRow(now, answer.status, "", "allowed")


def _decide(answer: Answer, now: float) -> RobotsRow:
    if answer.status == 200:
        text = answer.body[:LONGEST].decode("utf-8-sig", "replace").replace("\x00", "")
        return RobotsRow(now, answer.status, text, "rules")
    decision = "unreachable" if answer.status >= 500 or answer.status == 429 else "allowed"
    return RobotsRow(now, answer.status, "", decision)
