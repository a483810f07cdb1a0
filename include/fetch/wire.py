"""One request over the wire: no redirects, no retries, no cookies, cut off at the limits.

Every failure is a class of include.errors with a reason: dns, connect, tls, timeout, reset, truncated, too_slow,
too_large, content_encoding, bad_response, blocked_*.
"""

from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPException, IncompleteRead, RemoteDisconnected
from http.cookiejar import DefaultCookiePolicy
from ssl import SSLCertVerificationError
from ssl import SSLError as BaseSslError
from types import TracebackType

import requests
from urllib3.exceptions import DecodeError, HTTPError, InvalidChunkLength
from urllib3.response import BaseHTTPResponse
from urllib3.util.request import ACCEPT_ENCODING

from include.errors import JianghuaError, PermanentError, TransientError
from include.fetch.answer import Answer
from include.fetch.guard import Resolver, check_url, system_resolver
from include.fetch.limits import DEFAULT, Limits
from include.fetch.pinned import PinnedAdapter, Watch

CHUNK = 64 * 1024
ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"
IDENTITY = {"", "identity", "none", "utf-8"}  # the last two are no encodings, but servers send them


class Wire:
    """Makes requests one at a time, as one user agent, to public hosts and those in `allowed` (host:port)."""

    def __init__(
        self,
        user_agent: str,
        allowed: frozenset[str] = frozenset(),
        limits: Limits = DEFAULT,
        resolve: Resolver = system_resolver,
    ) -> None:
        self.limits = limits
        self.head: Answer | None = None  # status and headers of the last request, even if its body failed
        self._adapter = PinnedAdapter(allowed, resolve)
        self.session = requests.Session()
        self.session.trust_env = False  # proxies would be contacted unchecked, .netrc would send passwords
        self.session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self.session.headers.clear()
        self.session.headers.update(
            {
                "User-Agent": user_agent,
                "Accept": ACCEPT,
                "Accept-Language": "zh-CN,zh;q=0.9",
                "Accept-Encoding": ACCEPT_ENCODING,
            }
        )
        for scheme in ("http://", "https://"):
            self.session.mount(scheme, self._adapter)

    def __enter__(self) -> "Wire":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self.session.close()

    def request(self, url: str, headers: dict[str, str] | None = None, *, keep: int | None = None) -> Answer:
        """One GET. `keep` cuts the body there instead of refusing a larger one (robots.txt).

        TransientError or PermanentError where there is no whole answer.
        """
        check_url(url, self._adapter.allowed)
        self.head = None
        with Watch(self.limits.total_seconds) as watch:
            self._adapter.watch = watch
            try:
                prepared = self.session.prepare_request(requests.Request("GET", url, headers=headers))
                return self._answer(prepared, keep)
            except (requests.RequestException, HTTPError, HTTPException, OSError) as error:
                if watch.expired:
                    raise self._too_slow(url) from error
                raise failure(url, error) from error
            finally:
                if watch.expired:
                    self.session.close()
                self._adapter.watch = None

    def _answer(self, prepared: requests.PreparedRequest, keep: int | None) -> Answer:
        url = str(prepared.url)
        timeout = (self.limits.connect_seconds, self.limits.read_seconds)
        response = self.session.send(prepared, stream=True, allow_redirects=False, timeout=timeout)
        try:
            headers = {name.lower(): value for name, value in response.headers.items()}
            self.head = Answer(url, response.status_code, headers, b"", dict(prepared.headers))
            _check_encoding(url, headers.get("content-encoding", ""))
            body = self._body(url, response.raw, keep)
        except BaseException:
            response.close()  # what is left of the body must not be taken for the next answer
            raise
        watch = self._adapter.watch
        if watch is not None and watch.expired:  # a cut may look like the body's end
            raise self._too_slow(url)
        return replace(self.head, body=body)

    def _body(self, url: str, raw: BaseHTTPResponse, keep: int | None) -> bytes:
        chunks, size = [], 0
        most = self.limits.body_bytes if keep is None else min(keep, self.limits.body_bytes)
        for chunk in raw.stream(CHUNK, decode_content=True):
            chunks.append(chunk)
            size += len(chunk)
            if size <= most and raw.tell() <= self.limits.wire_bytes:
                continue
            if keep is None:
                raise PermanentError(f"{url}: body larger than {most} bytes", reason="too_large")
            raw.close()
            break
        return b"".join(chunks)[:most]

    def _too_slow(self, url: str) -> TransientError:
        return TransientError(f"{url}: no whole answer in {self.limits.total_seconds:g} seconds", reason="too_slow")


def failure(url: str, error: Exception) -> JianghuaError:
    """The error class and reason for what requests, urllib3 or the system raised."""
    causes = list(_causes(error))

    def caused(*kinds: type[BaseException]) -> BaseException | None:
        return next((cause for cause in causes if isinstance(cause, kinds)), None)

    if known := caused(JianghuaError):
        return known  # type: ignore[return-value]
    message = f"{url}: {caused(OSError, HTTPException) or error}"
    if caused(SSLCertVerificationError):
        return PermanentError(message, reason="tls")
    if caused(IncompleteRead, InvalidChunkLength) or "ended prematurely" in str(error):
        return TransientError(f"{url}: the body is cut off", reason="truncated")
    if caused(requests.Timeout, TimeoutError):
        return TransientError(f"{url}: no answer in time", reason="timeout")
    if caused(RemoteDisconnected, ConnectionError, BaseSslError):
        return TransientError(message, reason="reset")
    if caused(DecodeError):
        return PermanentError(f"{url}: the body is not encoded as its header says", reason="content_encoding")
    return PermanentError(f"{url}: no proper HTTP answer: {error}", reason="bad_response")


def _check_encoding(url: str, value: str) -> None:
    for token in value.lower().split(","):
        if token.strip() not in IDENTITY and token.strip() not in BaseHTTPResponse.CONTENT_DECODERS:
            raise PermanentError(
                f"{url}: content encoding {token.strip()!r} cannot be undone", reason="content_encoding"
            )


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
