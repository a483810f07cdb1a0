"""What the walks of one run share: how they read a page, when they pause, what the source has shown so far."""

from dataclasses import dataclass
from datetime import date

from include.discover.account import Account
from include.discover.canonical import canonical_url
from include.discover.reading import Reader
from include.errors import InterruptedRunError
from include.runtime.ledger import Ledger
from include.runtime.ledger_rows import EVERYTHING, PageRead, Walk

READ_AHEAD = 10  # pages that a walk for old days reads at least: a backfill soon comes for the days behind them
WHOLE = frozenset({"end", "loop", "known"})  # reasons to stop which mean that nothing is left to read


@dataclass(frozen=True, slots=True)
class Aim:
    """How far a walk has to go: past `day`, and some pages more where it may read ahead."""

    day: date
    ahead: bool

    def is_far_enough(self, pages_now: int) -> bool:
        """Whether a walk that has passed the day may stop, having read `pages_now` pages in this run."""
        return not self.ahead or pages_now >= READ_AHEAD


@dataclass(slots=True)
class Visit:
    """One run's visit to a source."""

    reader: Reader
    ledger: Ledger
    account: Account
    page_limit: int
    relist: bool = False  # take nothing as known
    until: float | None = None  # when the task gives its slot back, by the reader's clock
    shown: int = 0  # entries that the sections before this one showed
    taken: int = 0  # pages that brought a walk farther: a run is not interrupted before it has taken one

    def read(self, walk: Walk, url: str, *, required: bool) -> PageRead | None:
        """One page of a walk, or None where it is gone. InterruptedRunError where the task's time is over."""
        if self.until is not None and self.taken and self.reader.clock() > self.until:
            raise InterruptedRunError(f"{walk.source}: {self.account.pages} listing pages read, going on later")
        before = None if self.relist else self.remembered(walk, url)  # nor trust a 304
        page = self.reader.read(url, before, required=required)
        if page is not None:
            self.account.note(page)
        return page

    def remembered(self, walk: Walk, url: str) -> PageRead | None:
        """A page as it was last read."""
        return self.ledger.page(walk.listing, canonical_url(url), url)

    def weigh(self, walk: Walk) -> None:
        """A walk counts from when the source has shown the minimum that it declares."""
        walk.counts = walk.counts or self.shown + walk.entries >= self.reader.source.minimum_entries

    def stop(self, walk: Walk, reason: str | None) -> None:
        """Note why a walk stops. One that found the end has covered everything, if it counts.

        A further page that is gone may be back: only when the same walk finds it gone again is it the end.
        """
        if walk.counts and (reason in WHOLE or reason == walk.stopped == "gone"):
            walk.covered_from = EVERYTHING
        walk.stopped = reason
