"""Collect: what came through the fetches of a run, cut into batches."""

from collections.abc import Iterable, Sequence
from typing import Any

from include.records import Fetched, Link
from include.settings import BATCH_PAGES


def final_attempts(attempts: Iterable[Fetched]) -> list[Fetched]:
    """The last attempt at each link of each source."""
    last: dict[tuple[str, str], Fetched] = {}
    for attempt in sorted(attempts, key=lambda a: a.attempt):
        last[attempt.source, attempt.page_id] = attempt
    return [last[key] for key in sorted(last)]


def fetched_pages(attempts: Iterable[Fetched], links: Iterable[Link]) -> list[dict[str, Any]]:
    """One row a fetched page, the newest where several sources list it, in the order of page ids."""
    listed = {(link.source, link.page_id): link for link in links}
    pages: dict[str, dict[str, Any]] = {}
    for attempt in sorted(final_attempts(attempts), key=lambda a: (a.requested_at, a.source)):
        if attempt.outcome == "fetched":
            link = listed.get((attempt.source, attempt.page_id))
            pages[attempt.page_id] = {
                "page_id": attempt.page_id,
                "source": attempt.source,
                "url": attempt.url,
                "final_url": attempt.final_url,
                "body_sha256": attempt.body_sha256,
                "charset": attempt.charset,
                "fetched_at": attempt.requested_at,
                "parts": [part.to_dict() for part in attempt.parts],
                "listed_on": link.listed_on if link else None,
                "listed_title": link.title if link else None,
            }
    return [pages[key] for key in sorted(pages)]


def cut(pages: Sequence[dict[str, Any]], size: int = BATCH_PAGES) -> list[Sequence[dict[str, Any]]]:
    """Batches of at most `size` pages; at least one, possibly empty: an empty map would skip what follows."""
    return [pages[at : at + size] for at in range(0, len(pages), size)] or [[]]
