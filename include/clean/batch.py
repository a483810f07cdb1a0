"""The clean stage over one batch of fetched pages: every page becomes a page row or a quarantine row."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from include.clean.articles.further import Further
from include.clean.page import clean_page
from include.clean.rules import CleanRules
from include.errors import BadPageError, masked
from include.ids import speech_id
from include.records import CleanedPage, FetchedPart

log = logging.getLogger(__name__)


def clean_batch(
    fetched: Iterable[Mapping[str, Any]], body_of: Callable[[str], bytes], rules_of: Mapping[str, CleanRules | None]
) -> Iterator[dict[str, Any]]:
    """Clean each fetched page (`page_id, source, url, body_sha256, listed_on, fetched_at`, and where they are known
    `final_url, charset, listed_title, parts`).

    Gives `{"kind": "page", …}` rows with their speeches, or `{"kind": "quarantine", …}` rows with the reason.
    """
    for row in fetched:
        try:
            page = clean_page(
                body_of(row["body_sha256"]),
                row.get("final_url") or row["url"],
                rules=rules_of.get(row["source"]),
                listed_on=row["listed_on"],
                listed_title=row.get("listed_title"),
                charset=row.get("charset"),
                parts=further_bodies(row.get("parts", ()), body_of),
            )
            yield page_row(row, page)
        except BadPageError as error:
            yield quarantine_row(row, "clean", error)
        except Exception as error:
            log.exception("clean failed on %s", masked(row["url"]))
            yield quarantine_row(row, "clean", error)


def further_bodies(parts: Iterable[Mapping[str, Any]], body_of: Callable[[str], bytes]) -> list[Further]:
    """The further bodies of a page, as fetch listed them (`FetchedPart` as a dict), read from the store."""
    listed = [FetchedPart(**part) for part in parts]
    return [Further(part, body_of(part.body_sha256) if part.body_sha256 else None) for part in listed]


def page_row(fetched: Mapping[str, Any], page: CleanedPage) -> dict[str, Any]:
    """A staged page: where it came from, what clean made of it, its speeches with their ids."""
    content = page.to_dict()
    speeches: dict[str, dict[str, Any]] = {}
    for span in content.pop("speeches"):
        text = page.text[span["start"] : span["end"]]
        speech = {"speech_id": speech_id(fetched["page_id"], text), "text": text, **span}
        speeches.setdefault(speech["speech_id"], speech)  # the same text twice on one page is one speech
    return {"kind": "page", **fetched, **content, "speeches": list(speeches.values())}


def quarantine_row(fetched: Mapping[str, Any], stage: str, error: Exception) -> dict[str, Any]:
    """A staged page that could not be read: the stage, the reason in a word and in a sentence."""
    return {
        "kind": "quarantine",
        **{key: fetched[key] for key in ("page_id", "source", "url", "body_sha256")},
        "stage": stage,
        "reason": error.reason if isinstance(error, BadPageError) else "error",
        "message": str(error) if isinstance(error, BadPageError) else f"{type(error).__name__}: {error}",
    }
