"""From what requests, urllib3, ssl and the system raise to the classes of include.errors."""

from collections.abc import Iterator
from http.client import HTTPException, IncompleteRead, RemoteDisconnected
from ssl import SSLCertVerificationError, SSLError
from typing import TypeVar

import requests
from urllib3.exceptions import InvalidChunkLength
from urllib3.exceptions import TimeoutError as UrllibTimeout

from include.errors import JianghuaError, PermanentError, TransientError
from include.fetch.tls import handshake_words

_Kind = TypeVar("_Kind", bound=BaseException)


def failure(url: str, error: Exception) -> JianghuaError:
    """The error class and reason: dns, connect, tls, timeout, reset, truncated, bad_response, or what was ours."""
    if known := cause(error, JianghuaError):
        return known
    if words := _tls_words(error):
        return PermanentError(f"{url}: {words}", reason="tls")
    if cause(error, IncompleteRead, InvalidChunkLength):
        return TransientError(f"{url}: the body is cut off", reason="truncated")
    if cause(error, requests.Timeout, UrllibTimeout, TimeoutError):
        return TransientError(f"{url}: no answer in time", reason="timeout")
    if dropped := cause(error, RemoteDisconnected, ConnectionError, SSLError):
        return TransientError(f"{url}: {dropped}", reason="reset")
    return PermanentError(
        f"{url}: no proper HTTP answer: {cause(error, HTTPException) or error}", reason="bad_response"
    )


def cause(error: BaseException, *kinds: type[_Kind]) -> _Kind | None:
    """The first of these kinds among an exception and all that stands behind it."""
    return next((found for found in _causes(error) if isinstance(found, kinds)), None)


def _tls_words(error: Exception) -> str | None:
    if untrusted := cause(error, SSLCertVerificationError):
        return f"the certificate does not hold: {untrusted.verify_message}"
    broken = cause(error, SSLError)
    words = handshake_words(broken) if broken else None
    return f"no TLS connection: {words} ({broken.reason})" if broken and words else None


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An exception, what caused it, and what it carries: urllib3 and requests wrap in all three ways."""
    seen: set[int] = set()
    waiting: list[BaseException] = [error]
    while waiting:
        current = waiting.pop(0)
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        inner = [current.__cause__, current.__context__, getattr(current, "reason", None), *current.args]
        waiting += [item for item in inner if isinstance(item, BaseException)]
