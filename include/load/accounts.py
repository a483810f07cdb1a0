"""The rows that say what became of every link: listing and fetch."""

from datetime import date, datetime
from typing import Any

from include.load.staged import StagedRun
from include.records import Fetched

DETAIL = ("redirects", "request_headers", "response_headers", "exceptions", "parts")


def listing_rows(staged: StagedRun) -> list[dict[str, Any]]:
    """A row for each link that a listing showed in the window."""
    return [
        {
            "run_id": staged.run_id,
            "source": link.source,
            "page_id": link.page_id,
            "url": link.url,
            "title": link.title,
            "listed_on": date.fromisoformat(link.listed_on) if link.listed_on else None,
            "listing_url": link.listing_url,
        }
        for link in staged.links
    ]


def fetch_rows(staged: StagedRun) -> list[dict[str, Any]]:
    """A row for each attempt; the last fetched one of a link also says what became of the page."""
    last = {(a.source, a.page_id): a.attempt for a in sorted(staged.attempts, key=lambda a: a.attempt)}
    fates = _dispositions(staged)
    return [
        {
            "run_id": staged.run_id,
            **_attempt_row(attempt),
            "disposition": fates.get(attempt.page_id)
            if attempt.outcome == "fetched" and last[attempt.source, attempt.page_id] == attempt.attempt
            else None,
        }
        for attempt in staged.attempts
    ]


def _dispositions(staged: StagedRun) -> dict[str, str]:
    """What became of each page; one that no stage accounts for has none, and the balance will not add up."""
    fates = {page["page_id"]: "held" for page in staged.pages if page["source"] in staged.held}
    fates |= {page["page_id"]: "accepted" for page in staged.released}
    return fates | {row["page_id"]: "quarantined" for row in staged.quarantined}


def _attempt_row(attempt: Fetched) -> dict[str, Any]:
    row = attempt.to_dict()
    kept = ("source", "page_id", "attempt", "outcome", "reason", "message", "status", "final_url", "body_sha256",
            "wire_bytes", "media_type_found", "charset_declared", "charset", "robots", "elapsed_ms")  # fmt: skip
    return {
        **{name: row[name] for name in kept},
        "body_sha256": row["body_sha256"] if attempt.outcome in ("fetched", "unchanged") else None,
        "requested_at": datetime.fromisoformat(attempt.requested_at),
        "detail": {name: row[name] for name in DETAIL},
    }
