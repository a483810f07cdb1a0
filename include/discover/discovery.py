"""What discover gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from include.records import Link


@dataclass(frozen=True, slots=True)
class Discovery:
    """What a walk found: the links of the window, and the account of what else the listing showed.

    `entries` counts all that stood on the pages read. `skipped` counts, by reason, entries that gave no link:
    outside_window, offsite, bad_url, repeated, known (undated, taken before). `stopped` says by section why its walk
    ended: passed_window, end, known, loop, page_limit, gone (a further listing page answered like a 404).
    """

    links: tuple[Link, ...]
    entries: int
    pages: int
    skipped: Mapping[str, int] = field(default_factory=dict)
    stopped: Mapping[str, str] = field(default_factory=dict)
