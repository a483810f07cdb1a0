"""What one run saw on the listing pages that it read."""

from collections import Counter

from include.discover.coverage import Span
from include.runtime.ledger_rows import PageRead


class Account:
    """Counts pages and entries; `skipped` counts those entries that give the run no link, by reason."""

    def __init__(self, window: Span) -> None:
        self.first, self.last = window.first.isoformat(), window.last.isoformat()
        self.entries = self.pages = 0
        self.skipped: Counter[str] = Counter()
        self.undated: set[str] = set()
        self._taken: set[str] = set()

    def note(self, page: PageRead) -> None:
        """Count a page that was read."""
        self.pages += 1
        self.entries += page.entries
        self.skipped.update(page.refused)
        for link in page.links:
            if link.listed_on is not None and not self.first <= link.listed_on <= self.last:
                self.skipped["outside_window"] += 1
            elif link.page_id in self._taken:
                self.skipped["repeated"] += 1
            else:
                self._taken.add(link.page_id)
                if link.listed_on is None:
                    self.undated.add(link.page_id)
