"""The walk over one listing, newest first, page by page until it has passed the days it is for.

Every page is recorded as it is read, with how far the walk has come: whoever comes next goes on from there.
"""

from collections.abc import Mapping

from include.discover.canonical import canonical_url
from include.discover.coverage import day_after
from include.discover.tree import walk_tree
from include.discover.visit import Aim, Visit
from include.runtime.ledger_rows import PageRead, Seen, Walk

RESTART = "restart"  # the page where a walk was to go on does not follow what it has read


def walk_listing(visit: Visit, walk: Walk, url: str, aim: Aim) -> str:
    """Take a walk over the listing that begins at `url` further, until `aim` is reached; gives why it stops.

    One of passed_window, end, loop, known, gone, page_limit, or RESTART. A listing that is an index is walked as a
    tree.
    """
    return _Chain(visit, walk, url, aim).go()


class _Chain:
    """Pages of which each names the next."""

    def __init__(self, visit: Visit, walk: Walk, url: str, aim: Aim) -> None:
        self.visit, self.walk, self.url = visit, walk, url
        # a new walk need not read ahead: if another run wants more, it goes on from here
        self.aim, self.tree_aim = Aim(aim.day, aim.ahead and walk.pages > 0), aim
        self.ledger = visit.ledger
        self.visited: set[str] = set()
        self.pages_now = 0

    def go(self) -> str:
        """Walk on, first over the page that was read last."""
        url = self.walk.resume_url or self.url
        again = self.walk.pages > 0
        while True:
            before = self.visit.remembered(self.walk, url) if again else None
            page = self.visit.read(self.walk, url, required=self.walk.pages == 0)
            if page is None:
                return self._restart() if again else self._gone()
            if page.parts:
                return walk_tree(self.visit, self.walk, page, self.tree_aim)
            seen = self.ledger.seen(self.walk.listing, [link.page_id for link in page.links])
            if again and not self._follows(page, before, seen):
                return self._restart()
            reason = self._take(page, seen, again=again)
            if reason is not None or page.next_url is None:
                return reason or "end"
            url, again = page.next_url, False

    def _take(self, page: PageRead, seen: Mapping[str, Seen], *, again: bool) -> str | None:
        """Record a page; gives a reason to stop, if there is one."""
        walk = self.walk
        if not again:
            self.pages_now, self.visit.taken = self.pages_now + 1, self.visit.taken + 1
            walk.pages, walk.entries = walk.pages + 1, walk.entries + page.entries
        self.visited.add(page.key)
        self._pass(page, seen)
        self.visit.weigh(walk)
        walk.resume_url, walk.read_at = page.url, page.read_at
        reason = self._reason(page, seen)
        if reason is not None or not again:
            self.visit.stop(walk, reason)
        self.ledger.save_page(walk, page, seen)
        return reason

    def _pass(self, page: PageRead, seen: Mapping[str, Seen]) -> None:
        """Move on to the newest day of what the walk sees for the first time: that it sees again was shifted down,
        or stands on every page.
        """
        walk = self.walk
        walk.ordered = walk.ordered and page.newest_first
        fresh = (link for link in page.links if link.page_id not in seen or seen[link.page_id].walk_id != walk.walk_id)
        days = [link.listed_on for link in fresh if link.listed_on]
        if walk.ordered and days:
            walk.covered_from = min(walk.covered_from, day_after(max(days)))

    def _reason(self, page: PageRead, seen: Mapping[str, Seen]) -> str | None:
        walk = self.walk
        if page.next_url is None:
            return "end"
        if self._was_read(page.next_url):
            return "loop"
        if self._is_known(page, seen):
            return "known"
        if walk.counts and walk.covered_from <= self.aim.day.isoformat() and self.aim.is_far_enough(self.pages_now):
            return "passed_window"
        return "page_limit" if walk.pages >= self.visit.page_limit else None

    def _was_read(self, url: str) -> bool:
        """Whether this walk has read a page, now or before it was broken off."""
        before = self.visit.remembered(self.walk, url)
        return canonical_url(url) in self.visited or (before is not None and before.walk_id == self.walk.walk_id)

    def _is_known(self, page: PageRead, seen: Mapping[str, Seen]) -> bool:
        """Whether a listing without any dates shows only what it showed an earlier walk, which saw all of it."""
        walk = self.walk
        if self.visit.relist or not walk.counts or not page.links or any(link.listed_on for link in page.links):
            return False
        old = (link.page_id in seen and seen[link.page_id].first_seen_at < walk.started_at for link in page.links)
        return all(old) and not self.ledger.has_dates(walk.listing) and self.ledger.is_whole(walk.listing)

    def _follows(self, page: PageRead, before: PageRead | None, seen: Mapping[str, Seen]) -> bool:
        """Whether nothing lies between what a walk has read and the page where it goes on.

        New entries shift a listing down: then this page shows again what the walk, or a later one, has seen. What
        stands on the first page, too, proves nothing: it may stand on every page.
        """
        ids = {link.page_id for link in page.links}
        if page.unchanged or (before is not None and ids == {link.page_id for link in before.links}):
            return True
        head = self.visit.remembered(self.walk, self.url)
        if head is not None and head.key != page.key:
            ids -= {link.page_id for link in head.links}
        return any(one in seen and seen[one].last_seen_at >= self.walk.started_at for one in ids)

    def _restart(self) -> str:
        """Leave this walk as it is; what it has covered stays covered."""
        self.walk.resume_url = None
        self.ledger.save_walk(self.walk)
        return RESTART

    def _gone(self) -> str:
        self.visit.stop(self.walk, "gone")
        self.ledger.save_walk(self.walk)
        return "gone"
