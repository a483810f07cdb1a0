"""Per-source selectors: an override for sites where the generic extractor is wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CleanRules:
    """CSS selectors of one source, all optional: where the text, title and date stand, and what to drop."""

    content: str | None = None
    title: str | None = None
    date: str | None = None
    drop: tuple[str, ...] = ()
