"""One request, one outcome: whatever a server does becomes a row with a reason, never an exception."""

import hashlib
import time
from dataclasses import replace
from datetime import UTC, datetime

from include.clean.charset import decode
from include.clean.media_types import foreign_type
from include.errors import BadPageError, InterruptedRunError, JianghuaError, masked
from include.fetch.answer import Answer
from include.fetch.bodies import BodyStore
from include.fetch.detect import refusal_in
from include.fetch.failures import Verdict, verdict_of_error, verdict_of_refusal, verdict_of_status
from include.fetch.fetcher import Fetcher, Trace
from include.fetch.tls import set_aside
from include.records import Fetched, Link
from include.runtime.state import Validator
from include.sources.schema import Source

LONGEST_HEADER = 500  # characters kept of one header
MOST_HEADERS = 60
SECRET_HEADERS = frozenset({"set-cookie", "cookie", "authorization", "proxy-authorization"})


def fetch_one(
    link: Link,
    fetcher: Fetcher,
    *,
    attempt: int = 1,
    store: BodyStore | None = None,
    known_sha256: str | None = None,
    validator: Validator | None = None,
) -> Fetched:
    """The outcome of one attempt at one link. The body goes into `store`, where there is one.

    `known_sha256` is the body that the warehouse holds of this page; `validator` is only sent where it belongs to
    that body: else a body that was fetched but never landed would hide behind a 304 for ever. Raises nothing but
    InterruptedRunError (another run holds the host) and OSError (the store's disk).
    """
    started, moment = time.monotonic(), datetime.now(UTC).isoformat(timespec="milliseconds")
    headers = _conditions(validator) if validator and validator.body_sha256 == known_sha256 else {}
    fetched = Fetched(link.source, link.page_id, link.url, attempt, "failed", requested_at=moment)
    trace = Trace()
    try:
        answer = fetcher.get(link.url, headers, trace)
        fetched = _judge(fetched, answer, store, known_sha256, asked=bool(headers), encoding=fetcher.source.encoding)
    except InterruptedRunError:
        raise
    except JianghuaError as error:
        fetched = _with(fetched, verdict_of_error(error), str(error))
    fetched = replace(fetched, exceptions=_exceptions(fetcher.source, [link.url, *trace.redirects]))
    return _with_trace(fetched, trace, elapsed_ms=round((time.monotonic() - started) * 1000))


def _judge(
    fetched: Fetched,
    answer: Answer,
    store: BodyStore | None,
    known_sha256: str | None,
    *,
    asked: bool,
    encoding: str | None,
) -> Fetched:
    """The outcome that an answer gives."""
    if answer.status == 304 and asked:
        return replace(_with(fetched, Verdict("unchanged", "http_304", False)), body_sha256=known_sha256)
    if answer.status == 304:
        return _with(fetched, Verdict("failed", "http_304", False), "304 to a request without conditions")
    if verdict := verdict_of_status(answer.status):
        return _with(fetched, verdict, f"{answer.url} answers {answer.status}")
    if not answer.body.strip():
        return _with(fetched, Verdict("failed", "empty", False), f"{answer.url} answers {answer.status} without a body")
    found = foreign_type(answer.body)
    charset, refusal = (None, None) if found else _read(answer, encoding)
    if refusal:
        words = f"{answer.url} answers {answer.status} with a {refusal} page"
        return replace(_with(fetched, verdict_of_refusal(refusal), words), charset=charset)
    sha256 = store.put(answer.body) if store else hashlib.sha256(answer.body).hexdigest()
    verdict = Verdict("unchanged", "same_body", False) if sha256 == known_sha256 else Verdict("fetched", None, False)
    fetched = replace(_with(fetched, verdict), body_sha256=sha256, body_bytes=len(answer.body))
    return replace(fetched, charset=charset, media_type_found=found)


def _read(answer: Answer, encoding: str | None) -> tuple[str | None, str | None]:
    """The charset that reads the body, and the kind of refusal it is; a body that is no text is for clean to judge."""
    try:
        decoded = decode(answer.body, encoding or answer.charset_declared)
    except BadPageError:
        return None, None
    return decoded.charset, refusal_in(decoded.text)


def _exceptions(source: Source, urls: list[str]) -> tuple[str, ...]:
    """The rules that were set aside for this request: certificates that need not hold, where one was shown."""
    note = set_aside(source.unverified_tls) if any(url.startswith("https:") for url in urls) else None
    return (note,) if note else ()


def _conditions(validator: Validator) -> dict[str, str]:
    pairs = {"If-None-Match": validator.etag, "If-Modified-Since": validator.last_modified}
    return {name: value for name, value in pairs.items() if value}


def _with(fetched: Fetched, verdict: Verdict, message: str | None = None) -> Fetched:
    words = masked(message) if message else None
    return replace(fetched, outcome=verdict.outcome, reason=verdict.reason, transient=verdict.transient, message=words)


def _with_trace(fetched: Fetched, trace: Trace, *, elapsed_ms: int) -> Fetched:
    fetched = replace(fetched, redirects=tuple(url[:LONGEST_HEADER] for url in trace.redirects), elapsed_ms=elapsed_ms)
    fetched = replace(fetched, robots=trace.robots, exceptions=(*fetched.exceptions, *trace.exceptions))
    if trace.last is None:
        return fetched
    return replace(
        fetched,
        status=trace.last.status,
        final_url=trace.last.url,
        media_type=trace.last.media_type,
        wire_bytes=trace.last.wire_bytes,
        charset_declared=trace.last.charset_declared,
        request_headers=_kept(trace.last.request_headers),
        response_headers=_kept(trace.last.headers),
    )


def _kept(headers: dict[str, str]) -> dict[str, str]:
    """Headers fit to be stored: lower case, of bounded size, without cookies and secrets, without NUL."""
    pairs = [(name.lower(), value) for name, value in headers.items() if name.lower() not in SECRET_HEADERS]
    return {name[:100]: value.replace("\x00", "")[:LONGEST_HEADER] for name, value in pairs[:MOST_HEADERS]}
