"""Per-source selectors: an override for sites where the generic extractor is wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CleanRules:
    """What one source knows of its pages, all optional: CSS selectors of text, title, date and chrome; its code."""

    content: str | None = None
    title: str | None = None
    date: str | None = None
    drop: tuple[str, ...] = ()
    site_id: str | None = None  # 网站标识码, as the meta SiteIDCode has it
