"""What discover gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from include.records import Link


@dataclass(frozen=True, slots=True)
class Discovery:
    """What a walk found: the links of the window, and the account of what else the listing showed.

    `entries` counts all that stood on the pages read. `skipped` counts, by reason, entries that gave no link:
    outside_window, offsite, unwanted (not what the source wants `only`), bad_url, repeated, known (undated, taken
    before); and parts of a sitemap that were not read: offsite_part, bad_part, nested_part, gone_part. `stopped` says
    by section why its walk ended: passed_window, end, known (an undated listing shows nothing new), loop, page_limit,
    gone (a further listing page answered like a 404), or covered: earlier walks had passed the window, and nothing was
    requested. `pages` and `entries` are those of this run's requests.
    """

    links: tuple[Link, ...]
    entries: int
    pages: int
    skipped: Mapping[str, int] = field(default_factory=dict)
    stopped: Mapping[str, str] = field(default_factory=dict)
    reach: str | None = None  # the oldest day the listings show, where the window begins before it

    @property
    def note(self) -> str | None:
        """What a reader of the run should know, in a sentence."""
        limit = [section for section, reason in self.stopped.items() if reason == "page_limit"]
        notes = [f"stopped at the page limit: {', '.join(limit)}"] if limit else []
        if self.reach is not None:
            notes.append(f"the oldest entry it lists is of {self.reach}")
        return "; ".join(notes) or None
