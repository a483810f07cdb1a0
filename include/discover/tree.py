"""The walk over a listing that is an index of others, as a sitemap's is: the newest parts first.

A part that has not changed since it was last read is not asked for again, so each look at the index is a new walk.
"""

from typing import NamedTuple

from include.discover.canonical import canonical_url, host_port
from include.discover.coverage import day_after, local_day
from include.discover.visit import Aim, Visit
from include.errors import PermanentError
from include.platforms.base import Part
from include.runtime.ledger_rows import EVERYTHING, NOTHING, PageRead, Walk

DEEPEST = 3  # an index in an index in an index; sitemaps.org allows none in another


class _Pending(NamedTuple):
    part: Part
    depth: int


def walk_tree(visit: Visit, walk: Walk, index: PageRead, aim: Aim) -> str:
    """Take a walk from an index through its parts; gives why it stops: passed_window, end or page_limit."""
    return _Tree(visit, walk, aim).go(index)


class _Tree:
    """The parts of an index that are still to be read."""

    def __init__(self, visit: Visit, walk: Walk, aim: Aim) -> None:
        self.visit, self.walk, self.aim = visit, walk, aim
        self.pending: list[_Pending] = []
        self.visited: set[str] = set()
        self.pages_now = 0

    def go(self, index: PageRead) -> str:
        """Read the index and those of its parts that are needed."""
        walk = self.walk
        walk.entries, walk.resume_url, walk.ordered = 0, index.url, False
        self.visited.add(index.key)
        self._take(index, 0)
        while self.pending:
            pending = max(self.pending, key=_newest)
            if self._is_enough(pending.part):
                return self._stop("passed_window")
            before = self._still_valid(pending)
            if before is None and walk.pages >= self.visit.page_limit:
                return self._stop("page_limit")
            self.pending.remove(pending)
            self._read(pending, before)
        return self._stop("end")

    def _read(self, pending: _Pending, before: PageRead | None) -> None:
        """Take one part, from the ledger or from the site; one that is gone is counted and left out."""
        if before is not None:
            self.walk.entries += before.entries
            self._add(before, pending.depth)
            return
        page = self.visit.read(self.walk, pending.part.url, required=False)
        if page is None:
            self.visit.account.skipped["gone_part"] += 1
        else:
            self.pages_now += 1
            self._take(page, pending.depth)

    def _take(self, page: PageRead, depth: int) -> None:
        """Record a page that was read."""
        walk, ledger = self.walk, self.visit.ledger
        walk.entries, walk.read_at = walk.entries + page.entries, page.read_at
        if depth > 0:  # the index itself is none of the pages that a limit is for
            walk.pages, self.visit.taken = walk.pages + 1, self.visit.taken + 1
        self._add(page, depth)
        self.visit.weigh(walk)
        walk.covered_from = self._covered_from()
        ledger.save_page(walk, page, ledger.seen(walk.listing, [link.page_id for link in page.links]))

    def _add(self, page: PageRead, depth: int) -> None:
        """Put the parts that a page names among those to be read, and its next page with them."""
        further = [(part, depth + 1) for part in page.parts]
        if page.next_url:
            further.append((Part(page.next_url, None), depth))
        for part, below in further:
            key, refused = self._key(part, below)
            if refused is not None:
                self.visit.account.skipped[refused] += 1
            elif key not in self.visited:
                self.visited.add(key)
                self.pending.append(_Pending(part, below))

    def _key(self, part: Part, depth: int) -> tuple[str, str | None]:
        """The canonical address of a part, or why it is not asked for."""
        try:
            key = canonical_url(part.url)
        except PermanentError:
            return "", "bad_part"
        if host_port(key) not in self.visit.reader.source.hosts:
            return key, "offsite_part"
        return key, "nested_part" if depth > DEEPEST else None

    def _still_valid(self, pending: _Pending) -> PageRead | None:
        """A part as it was last read, where this walk read it or it has not changed since."""
        before = self.visit.remembered(self.walk, pending.part.url)
        if before is None or before.walk_id == self.walk.walk_id:
            return before
        changed_on = None if self.visit.relist else pending.part.changed_on
        return before if changed_on is not None and changed_on < local_day(before.read_at) else None

    def _is_enough(self, part: Part) -> bool:
        """Whether neither this part nor the older ones are needed for the days the walk is for."""
        if part.changed_on is None or part.changed_on >= self.aim.day or not self.walk.counts:
            return False
        return self.aim.is_far_enough(self.pages_now)

    def _covered_from(self) -> str:
        """The day after the last change of the parts that were not read."""
        if not self.pending:
            return EVERYTHING
        return day_after(max(map(_newest, self.pending)))

    def _stop(self, reason: str) -> str:
        walk = self.walk
        self.visit.weigh(walk)
        walk.covered_from = self._covered_from()
        walk.resume_url = walk.resume_url if reason == "page_limit" else None
        self.visit.stop(walk, reason)
        self.visit.ledger.save_walk(walk)
        return reason


def _newest(pending: _Pending) -> str:
    """Sorts parts by their last change; one that does not say when comes first."""
    changed_on = pending.part.changed_on
    return NOTHING if changed_on is None else changed_on.isoformat()
