"""Builds staged runs for the tests of load: pages with one speech and the observations named."""

from datetime import UTC, date, datetime, timedelta

from include.ids import digest, observation_id, page_id, speech_id
from include.load.staged import StagedRun
from include.records import CleanedPage, Fetched, Link, Observation, SpeechSpan

T0 = datetime(2024, 3, 1, tzinfo=UTC)
SOURCE = {"source": "portal", "title": "门户", "base_url": "http://x.cn", "platform": "p", "official": True}


def observation(text: str, quote: str, **changes) -> dict:
    start = text.index(quote)
    values = {
        "start": start, "end": start + len(quote), "quote": quote, "indicator": "粮食产量", "value": 1.0,
        "value_high": None, "unit": "吨", "measure": "level", "compared_to": None, "status": "actual",
        "bound": "exact", "masked": False, "period": None, "region": None, "rule": "plain",
    }  # fmt: skip
    return Observation(**values | changes).to_dict()


def version(url: str, text: str, quotes: tuple[str, ...] = (), hour: int = 0, **changes) -> dict:
    """One fetched version of a page, with what the stages read out of it."""
    page = page_id(url)
    speech = speech_id(page, text)
    observations = [observation(text, quote, **changes) for quote in quotes]
    for found in observations:
        found |= {"speech_id": speech, "observation_id": observation_id(speech, found["start"], found["end"])}
    return {
        "url": url, "page_id": page, "hour": hour, "text": text, "speech_id": speech, "observations": observations,
    }  # fmt: skip


def staged_run(run_id: str, versions: list[dict], **changes) -> StagedRun:
    """A run that fetched these versions, each once."""
    fetched = [_fetched(v) for v in versions]
    values = {
        "run_id": run_id, "run_type": "manual", "partition_key": None, "window_first": date(2024, 3, 1),
        "window_last": date(2024, 3, 2), "started_at": T0, "rules_version": "1", "sources": [SOURCE],
        "links": [Link("portal", v["page_id"], v["url"], "题", "2024-03-01", "http://x.cn/") for v in versions],
        "attempts": fetched, "inputs": [digest(run_id, *(v["text"] for v in versions))],
        "pages": [_page(v) for v in versions],
        "outlines": {v["page_id"]: {v["speech_id"]: [_segment(v["text"])]} for v in versions},
        "terms": {v["page_id"]: {v["speech_id"]: {"产量": 1}} for v in versions},
        "statements": {
            v["page_id"]: {"page_id": v["page_id"], "observations": v["observations"], "commitments": []}
            for v in versions
        },
    }  # fmt: skip
    return StagedRun(**values | changes)


def quarantined(v: dict) -> dict:
    return {
        "kind": "quarantine", "page_id": v["page_id"], "source": "portal", "url": v["url"],
        "body_sha256": digest("body", v["text"]), "stage": "clean", "reason": "no_speech", "message": "no text",
    }  # fmt: skip


def _segment(text: str) -> dict:
    return {"kind": "sentence", "level": 0, "start": 0, "end": len(text), "parent": None}


def _moment(v: dict) -> str:
    return (T0 + timedelta(hours=v["hour"])).isoformat()


def _fetched(v: dict) -> Fetched:
    return Fetched(
        "portal", v["page_id"], v["url"], 1, "fetched", status=200, body_sha256=digest("body", v["text"]),
        body_bytes=len(v["text"]), requested_at=_moment(v),
    )  # fmt: skip


def _page(v: dict) -> dict:
    span = SpeechSpan(1, "题", 0, len(v["text"]))
    content = CleanedPage("题", "2024-03-01", "meta", "utf-8", v["text"], (span,)).to_dict()
    return {
        "kind": "page", "page_id": v["page_id"], "source": "portal", "url": v["url"], "listed_on": "2024-03-01",
        "body_sha256": digest("body", v["text"]), "fetched_at": _moment(v), **content,
        "speeches": [{"speech_id": v["speech_id"], "text": v["text"], **span.to_dict()}],
    }  # fmt: skip
