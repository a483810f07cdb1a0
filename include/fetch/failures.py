"""From errors and statuses to outcomes: which failure means what for a link."""

from typing import NamedTuple

from include.errors import DeclinedError, JianghuaError, PermanentError, TransientError

DECLINED_STATUS = frozenset({202, 401, 403, 405, 407, 412, 451, 521})  # 202 and 405 to a GET: a firewall speaks
REFUSALS = {"challenge": "declined", "login_wall": "declined", "soft_404": "failed", "unavailable": "failed"}
EMPTY_STATUS = frozenset({204, 205})
TRANSIENT_STATUS = frozenset({408, 425, 429, 500, 502, 503, 504, 507, 509, 520, 522, 523, 524, 525, 530})


class ParkedError(DeclinedError):
    """The host is left alone for now: it asked for a long pause, or its robots.txt cannot be had."""

    reason = "parked"


class Verdict(NamedTuple):
    """How a link ended: outcome, reason, and whether another try in this run may help."""

    outcome: str
    reason: str | None
    transient: bool


def verdict_of_error(error: JianghuaError) -> Verdict:
    """The verdict on a link whose request raised."""
    if isinstance(error, ParkedError):
        return Verdict("parked", error.reason, False)
    if isinstance(error, DeclinedError):
        return Verdict("declined", error.reason, False)
    return Verdict("failed", error.reason, isinstance(error, TransientError))


def verdict_of_status(status: int) -> Verdict | None:
    """The verdict that an HTTP status alone gives; None for 200 and 304, where the body or its absence decides."""
    if status in (200, 203, 304):
        return None
    if status in EMPTY_STATUS:
        return Verdict("failed", "empty", False)
    if status in DECLINED_STATUS:
        return Verdict("declined", f"http_{status}", False)
    return Verdict("failed", f"http_{status}", status in TRANSIENT_STATUS)


def verdict_of_refusal(refusal: str) -> Verdict:
    """The verdict on an answer with status 200 that is no page, by what include.fetch.detect calls it."""
    return Verdict(REFUSALS[refusal], refusal, refusal == "unavailable")


def error_of_refusal(url: str, refusal: str) -> JianghuaError:
    """The same as an error, for requests that need a page: listings."""
    return _as_error(f"{url} answers 200 with a {refusal} page", verdict_of_refusal(refusal))


def error_of_status(url: str, status: int) -> JianghuaError | None:
    """The same as an error, for requests that need a page: listings."""
    verdict = verdict_of_status(status)
    if verdict is None:
        return None
    return _as_error(f"{url} answers {status}", verdict)


def _as_error(message: str, verdict: Verdict) -> JianghuaError:
    if verdict.outcome == "declined":
        return DeclinedError(message, reason=verdict.reason)
    kind = TransientError if verdict.transient else PermanentError
    return kind(message, reason=verdict.reason)
