"""Discover: make sure that a window of days was walked, as far as it was not, then take its links from the ledger."""

import time
import uuid
from collections.abc import Callable, Collection, Container
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin

from include.discover.account import Account
from include.discover.coverage import Span, listing_key, local_day, newest_gap, settled_until, settles_at
from include.discover.discovery import Discovery
from include.discover.reading import Reader, Web
from include.discover.visit import Aim, Visit
from include.discover.walk import RESTART, walk_listing
from include.errors import BrokenSourceError
from include.records import Link
from include.runtime.ledger import Ledger
from include.runtime.ledger_rows import NOTHING, Walk
from include.sources.schema import Source

COVERED = "covered"  # no walk was needed
GOES_ON = frozenset({"passed_window", RESTART})  # what other days of the window may still need another walk after

Known = Callable[[Collection[str]], Container[str]]


@dataclass(frozen=True, slots=True)
class Terms:
    """How a run looks at listings. `since`: a walk that began then or later is as good as the run's own."""

    since: float
    relist: bool = False  # walk from the first page, whatever was covered before
    slice_seconds: float | None = None  # after this long, the run is interrupted between two pages
    page_limit: int | None = None  # listing pages of one walk; None: as many as the source allows

    def good_from(self, day: date) -> float:
        """When a walk must have begun so that a day it passed needs no other."""
        return self.since if self.relist else min(self.since, settles_at(day))


def discover(
    source: Source,
    first: date,
    last: date,
    web: Web,
    ledger: Ledger,
    *,
    terms: Terms | None = None,
    known: Known = lambda page_ids: (),
    clock: Callable[[], float] = time.time,
) -> Discovery:
    """The links that `source` lists between `first` and `last`, both included, and the undated ones that are not known.

    `known` gives those page ids, of undated links, that were taken before. Days that a finished walk covered are not
    walked again. Raises the classes of include.errors where a section's first page cannot be had; BrokenSourceError
    where the listings show fewer entries than the source declares, DeclinedError where they show a challenge page
    instead; InterruptedRunError where another run holds the host or the time is over: call again with the same terms.
    """
    window = Span(max(first, source.first_date), last)
    if window.last < window.first:
        return Discovery((), 0, 0, {}, dict.fromkeys(source.sections, "before_first_date"))
    return _Run(source, window, web, ledger, terms or Terms(clock()), clock).go(known)


class _Run:
    """One run's look at all listings of a source."""

    def __init__(
        self, source: Source, window: Span, web: Web, ledger: Ledger, terms: Terms, clock: Callable[[], float]
    ) -> None:
        self.source, self.window, self.web, self.ledger, self.terms = source, window, web, ledger, terms
        self.clock = clock
        until = clock() + terms.slice_seconds if terms.slice_seconds is not None else None
        reader = Reader(source, web, clock)
        self.visit = Visit(reader, ledger, Account(window), terms.page_limit or source.page_limit, terms.relist, until)
        self.keys = {section: listing_key(source, section) for section in source.sections}
        self.walks: list[Walk] = []
        # listings show no days to come: those are covered by whatever covers today
        self.days = Span(window.first, max(window.first, min(window.last, local_day(clock()))))

    def go(self, known: Known) -> Discovery:
        """Walk what is missing, then read the window from the ledger."""
        stopped = {section: self._cover(section) for section in self.source.sections}
        self._check_minimum(stopped)
        links, account = self._links(known), self.visit.account
        return Discovery(links, account.entries, account.pages, dict(account.skipped), stopped, self._reach())

    def _cover(self, section: str) -> str:
        """Walk the days that no walk has covered, the newest first; gives why the last walk ended."""
        listing, url = self.keys[section], urljoin(self.source.base_url, section)
        reason, entries = COVERED, 0
        gap = self._gap(listing)
        if gap is not None:
            self.web.reserve(url)
            gap = self._gap(listing)  # whoever held the host before us may have walked for us, too
        while gap is not None:
            walk = self.ledger.to_resume(listing, gap.last.isoformat(), self.terms.good_from(gap.last))
            walk = walk or self._new_walk(section)
            self.walks.append(walk)
            reason = self._walk(walk, url, gap)
            entries = max(entries, walk.entries)
            gap = self._gap(listing) if reason in GOES_ON else None
        if reason == COVERED and (newest := self.ledger.newest(listing)) is not None:
            entries = newest.entries
        self.visit.shown += entries
        return reason

    def _gap(self, listing: str) -> Span | None:
        """The newest days of the window that no walk has covered."""
        first, last = self.days
        spans = []
        for covered_from, began in self.ledger.spans(listing, last.isoformat(), self.terms.good_from(first)):
            until = date.max if began >= self.terms.since else settled_until(began)
            spans.append(Span(date.fromisoformat(covered_from), until))
        return newest_gap(self.days, spans)

    def _walk(self, walk: Walk, url: str, gap: Span) -> str:
        if walk.pages >= self.visit.page_limit:
            return "page_limit"
        settled = walk.started_at >= settles_at(gap.last)
        return walk_listing(self.visit, walk, url, Aim(gap.first, ahead=settled))

    def _new_walk(self, section: str) -> Walk:
        now = self.clock()
        return Walk(uuid.uuid4().hex, self.keys[section], self.source.name, section, now, now)

    def _check_minimum(self, stopped: dict[str, str]) -> None:
        """Let the walks count that could not know of the other sections; BrokenSourceError where all show too little.

        What a broken source showed covers nothing.
        """
        doubtful = [walk for walk in self.walks if not walk.counts]
        if self.visit.shown < self.source.minimum_entries:
            if "page_limit" in stopped.values():
                return
            for walk in doubtful:
                walk.resume_url, walk.covered_from = None, NOTHING
                self.ledger.save_walk(walk)
            if doubtful:
                raise BrokenSourceError(
                    f"source {self.source.name} lists {self.visit.shown} entries, at least "
                    f"{self.source.minimum_entries} are expected"
                )
        for walk in doubtful:
            walk.counts = True
            self.visit.stop(walk, walk.stopped)
            self.ledger.save_walk(walk)

    def _links(self, known: Known) -> tuple[Link, ...]:
        """The links of the window as the ledger has them, by section; the first section that lists one names it."""
        undated = {listing: self.ledger.undated(listing) for listing in self.keys.values()}
        every = frozenset[str]().union(*undated.values())
        taken = known(every) if every else ()
        if again := sum(page in taken for page in self.visit.account.undated):
            self.visit.account.skipped["known"] += again
        first, last = self.window.first.isoformat(), self.window.last.isoformat()
        links: dict[str, Link] = {}
        for listing in self.keys.values():
            new = [page for page in undated[listing] if page not in taken]
            for link, listing_url in self.ledger.links(listing, first, last) + self.ledger.links_of(listing, new):
                found = Link(self.source.name, link.page_id, link.url, link.title, link.listed_on, listing_url)
                links.setdefault(link.page_id, found)
        return tuple(links.values())

    def _reach(self) -> str | None:
        """The oldest day that the listings show, where they are read to their end and the window begins before it."""
        days = [self.ledger.oldest_day(listing) for listing in self.keys.values() if self.ledger.is_whole(listing)]
        oldest = min(filter(None, days), default=None) if len(days) == len(self.keys) else None
        return oldest if oldest is not None and self.window.first.isoformat() < oldest else None
