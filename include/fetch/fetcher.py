"""Polite requests for one source: its hours, robots.txt, lease and delay of the host, redirects hop by hop."""

import logging
from dataclasses import dataclass, field
from types import TracebackType

from include.discover.canonical import host_port
from include.errors import PermanentError
from include.fetch.answer import Answer
from include.fetch.failures import ParkedError, error_of_status
from include.fetch.guard import Resolver, check_url, system_resolver
from include.fetch.hours import is_open
from include.fetch.limits import DEFAULT, Limits
from include.fetch.politeness import LONGEST_SLEEP, HostGate
from include.fetch.redirects import target
from include.fetch.retry_after import seconds_to_wait
from include.fetch.robots import Rules, rules_for
from include.fetch.robots_text import LONGEST as LONGEST_ROBOTS
from include.fetch.wire import Wire
from include.runtime.host_state import HostState
from include.sources.schema import PRODUCT, Source

log = logging.getLogger(__name__)

RETRY_LATER = frozenset({429, 503})  # statuses whose Retry-After is meant for the whole host


@dataclass(slots=True)
class Trace:
    """What is known of a request even if it fails: filled in as it goes."""

    redirects: list[str] = field(default_factory=list)
    last: Answer | None = None
    robots: str | None = None  # what the robots.txt of the last host came to: rules, allowed, unreachable, forbidden
    exceptions: list[str] = field(default_factory=list)  # rules that were set aside

    def set_aside(self, rule: str) -> None:
        """Note that a rule was set aside, once however many hops it met."""
        if rule not in self.exceptions:
            self.exceptions.append(rule)


class Fetcher:
    """Requests pages of one source. Use as a context manager: leaving gives the hosts' leases back.

    `resumes` says that the caller can be interrupted between any two requests and goes on where it was.
    `notes` is what a human should know of the source.
    """

    def __init__(
        self,
        source: Source,
        state: HostState,
        *,
        owner: str,
        limits: Limits = DEFAULT,
        resolve: Resolver = system_resolver,
        resumes: bool = False,
    ) -> None:
        self.source, self.state, self.limits = source, state, limits
        self.gate = HostGate(
            state,
            owner=owner,
            delay_seconds=source.delay_seconds,
            lease_seconds=limits.total_seconds + 30,
            group=source.shares_host_with,
            resumes=resumes,
        )
        self.notes: list[str] = []
        self._hosts = source.hosts
        self._wire = Wire(source.user_agent, frozenset(source.allow_hosts), limits, resolve, source.unverified_tls)
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
            self._may_go(url, trace)
            answer = self._hop(url, headers, trace=trace)
            further = target(answer)
            if further is None:
                return answer
            trace.redirects.append(further)
            if further in seen:
                break
            seen.add(further)
            url = further
        raise PermanentError(f"redirects lead nowhere: {' → '.join(trace.redirects[:4])} …", reason="redirect_loop")

    def page(self, url: str, headers: dict[str, str] | None = None) -> Answer:
        """The answer to a GET that must be a page: any status but 200, or 304, raises, by its class."""
        answer = self.get(url, headers)
        if error := error_of_status(url, answer.status):
            raise error
        return answer

    def reserve(self, url: str) -> None:
        """Take the lease of the host of `url`, without a request: nobody else asks it until this is closed.

        InterruptedRunError where another run holds the host, ParkedError where it is left alone.
        """
        self._check_hours()
        self.gate.reserve(host_port(url))

    def robots_decision(self, url: str) -> str | None:
        """What the robots.txt of the host of `url` came to; None where it was not needed yet."""
        rules = self._rules.get(host_port(url))
        return rules.decision if rules else None

    def _may_go(self, url: str, trace: Trace) -> None:
        """Whether this hop may be made at all: by address, by the source's hosts and hours, by robots.txt."""
        check_url(url, self.source.allow_hosts)
        host = host_port(url)
        if host not in self._hosts:
            raise PermanentError(f"{host} is no host of source {self.source.name}: {url[:200]}", reason="offsite")
        self._check_hours()
        rules = self._rules_of(host, url)
        trace.robots = rules.decision
        if rules.crawl_delay > LONGEST_SLEEP:
            trace.set_aside(f"Crawl-delay {rules.crawl_delay:g} of {host}: {LONGEST_SLEEP:g} seconds are kept")
        rules.check(url)

    def _check_hours(self) -> None:
        hours = self.source.hours
        if not is_open(hours, self.state.clock()):
            span = f"{hours.start:%H:%M}–{hours.end:%H:%M}" if hours else ""
            raise ParkedError(f"{self.source.name} is only asked at {span}", reason="outside_hours")

    def _rules_of(self, host: str, url: str) -> Rules:
        rules = self._rules.get(host)
        if rules is None or not rules.is_fresh(self.state.clock()):
            rules = self._rules[host] = rules_for(
                url,
                PRODUCT,
                self.state,
                host,
                self._robots,
                reserve=self.gate.reserve,
                strict=self.source.robots_strict,
            )
            self.gate.delays[host] = rules.crawl_delay
            if rules.crawl_delay > LONGEST_SLEEP:
                self._note(
                    f"robots.txt of {host} asks for {rules.crawl_delay:g} seconds between two requests; "
                    f"{LONGEST_SLEEP:g} are kept: ask the site, or set delay_seconds"
                )
        return rules

    def _note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)
            log.warning("%s", text)

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
            if trace is not None:
                trace.last = self._wire.head
            parked = self.gate.leave(host, _patience(answer, self.state.clock()))
        if parked:
            raise ParkedError(
                f"{host} answers {answer.status} and asks for a long pause", reason=f"http_{answer.status}"
            )
        return answer


def _patience(answer: Answer | None, now: float) -> float | None:
    """The seconds for which an answer asks to leave the host alone."""
    if answer is None or answer.status not in RETRY_LATER:
        return None
    return seconds_to_wait(answer.headers.get("retry-after"), now)
