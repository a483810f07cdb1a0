"""Polite requests for one source: robots.txt, lease and delay of the host, redirects followed hop by hop."""

import time
from dataclasses import dataclass, field
from types import TracebackType
from urllib.parse import urljoin

from include.discover.canonical import host_port
from include.errors import DeclinedError, PermanentError
from include.fetch.answer import Answer
from include.fetch.failures import ParkedError, error_of_status
from include.fetch.guard import Resolver, check_url, system_resolver
from include.fetch.limits import DEFAULT, Limits
from include.fetch.politeness import HostGate
from include.fetch.retry_after import seconds_to_wait
from include.fetch.robots import LONGEST as LONGEST_ROBOTS
from include.fetch.robots import REDIRECT_STATUS, Rules, rules_for
from include.fetch.wire import Wire
from include.runtime.host_state import HostState
from include.sources.schema import PRODUCT, Source

RETRY_LATER = frozenset({429, 503})  # statuses whose Retry-After is meant for the whole host


@dataclass(slots=True)
class Trace:
    """What is known of a request even if it fails: filled in as it goes."""

    redirects: list[str] = field(default_factory=list)
    last: Answer | None = None


class Fetcher:
    """Requests pages of one source. Use as a context manager: leaving gives the hosts' leases back."""

    def __init__(
        self,
        source: Source,
        state: HostState,
        *,
        owner: str,
        limits: Limits = DEFAULT,
        resolve: Resolver = system_resolver,
    ) -> None:
        self.source, self.state, self.limits = source, state, limits
        self.gate = HostGate(
            state, owner=owner, delay_seconds=source.delay_seconds, lease_seconds=limits.total_seconds + 30
        )
        self._wire = Wire(source.user_agent, frozenset(source.allow_hosts), limits, resolve)
        self._rules: dict[str, Rules] = {}

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections and give the leases back."""
        self._wire.close()
        self.gate.close()

    def get(self, url: str, headers: dict[str, str] | None = None, trace: Trace | None = None) -> Answer:
        """The answer to a GET, redirects followed, whatever its status.

        Raises the classes of include.errors where there is none; InterruptedRunError where another run holds the host.
        """
        trace = trace or Trace()
        seen = {url}
        for _ in range(self.limits.redirects + 1):
            self._may_go(url)
            answer = self._hop(url, headers, trace=trace)
            location = answer.headers.get("location")
            if answer.status not in REDIRECT_STATUS or not location:
                return answer
            url = urljoin(url, _readable(location))
            trace.redirects.append(url)
            if url in seen:
                break
            seen.add(url)
        raise PermanentError(f"redirects lead nowhere: {' → '.join(trace.redirects[:4])} …", reason="redirect_loop")

    def page(self, url: str) -> Answer:
        """The answer to a GET that must be a page: any status but 200 raises, by its class."""
        answer = self.get(url)
        if error := error_of_status(url, answer.status):
            raise error
        return answer

    def _may_go(self, url: str) -> None:
        """Whether this hop may be made at all: by address, by the source's hosts, by robots.txt."""
        check_url(url, self.source.allow_hosts)
        host = host_port(url)
        if host not in self.source.hosts:
            raise PermanentError(f"{host} is no host of source {self.source.name}: {url[:200]}", reason="offsite")
        if host not in self._rules:
            self._rules[host] = rules_for(url, PRODUCT, self.state, host, self._robots, time.time())
            self.gate.delays[host] = self._rules[host].crawl_delay
        if not self._rules[host].allows(url):
            raise DeclinedError(f"robots.txt of {host} disallows {url}", reason="robots")

    def _robots(self, url: str) -> Answer:
        check_url(url, self.source.allow_hosts)
        return self._hop(url, None, keep=LONGEST_ROBOTS)

    def _hop(
        self, url: str, headers: dict[str, str] | None, *, keep: int | None = None, trace: Trace | None = None
    ) -> Answer:
        host = host_port(url)
        self.gate.enter(host)
        answer = None
        try:
            answer = self._wire.request(url, headers, keep=keep)
        finally:
            parked = self.gate.leave(host, _patience(answer))
            if trace is not None:
                trace.last = self._wire.head
        if parked:
            raise ParkedError(
                f"{host} answers {answer.status} and asks for a long pause", reason=f"http_{answer.status}"
            )
        return answer


def _readable(location: str) -> str:
    """A Location header as a browser reads it: UTF-8 that came as Latin-1, blanks that were not escaped."""
    return location.strip().encode("latin-1", "replace").decode("utf-8", "replace").replace(" ", "%20")


def _patience(answer: Answer | None) -> float | None:
    """The seconds for which an answer asks to leave the host alone."""
    if answer is None or answer.status not in RETRY_LATER:
        return None
    return seconds_to_wait(answer.headers.get("retry-after"), time.time())
