"""One request over the wire: no redirects, no retries, no cookies, no proxies, cut off at the limits.

Every failure is a class of include.errors with a reason: dns, connect, tls, timeout, reset, truncated, too_slow,
too_large, content_encoding, bad_response, blocked_*.
"""

from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPException
from ssl import SSLCertVerificationError
from types import TracebackType
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from include.errors import JianghuaError, PermanentError, TransientError
from include.fetch.answer import Answer
from include.fetch.causes import cause, failure
from include.fetch.encodings import ACCEPT_ENCODING, codings_of, decoded
from include.fetch.guard import Resolver, check_url, system_resolver
from include.fetch.limits import DEFAULT, Limits
from include.fetch.pinned import PinnedAdapter
from include.fetch.tls import certificate_words, set_aside
from include.fetch.watch import Pace, Watch
from include.sources.parts import UnverifiedTls

CHUNK = 64 * 1024
ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"
PAGES = frozenset({200, 203})  # the statuses whose body anyone reads
DRAINED = 64 * 1024  # bytes of any other body that are read to keep the connection
BROKEN = (requests.RequestException, HTTPError, HTTPException, OSError)


class Wire:
    """Makes requests one at a time, as one user agent, to public hosts and those in `allowed` (host:port)."""

    def __init__(
        self,
        user_agent: str,
        allowed: frozenset[str] = frozenset(),
        limits: Limits = DEFAULT,
        resolve: Resolver = system_resolver,
        unverified: UnverifiedTls | None = None,
    ) -> None:
        self.limits, self.unverified = limits, unverified
        self.verify: bool | str = True  # or the file of the authorities to trust
        self.head: Answer | None = None  # status and headers of the last request, even if its body failed
        self._watch = Watch()
        self._adapter = PinnedAdapter(allowed, resolve, self._watch)
        self._headers = {
            "User-Agent": user_agent,
            "Accept": ACCEPT,
            "Accept-Language": "zh-CN,zh;q=0.9",
            "Accept-Encoding": ACCEPT_ENCODING,
        }

    def __enter__(self) -> "Wire":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._adapter.close()
        self._watch.close()

    def request(self, url: str, headers: dict[str, str] | None = None, *, keep: int | None = None) -> Answer:
        """One GET. `keep` cuts the body there instead of refusing a larger one (robots.txt).

        The body of any status but 200 and 203 is left out. TransientError or PermanentError where there is no whole
        answer.
        """
        check_url(url, self._adapter.allowed)
        self.head = None
        self._watch.start(self.limits.total_seconds)
        try:
            # no session: it would read the body of a redirect, however large, and keep cookies
            prepared = requests.Request("GET", url, headers={**self._headers, **(headers or {})}).prepare()
            return self._answer(prepared, keep)
        except (*BROKEN, JianghuaError) as error:
            if self._watch.expired:
                raise self._too_slow(url) from None
            if isinstance(error, JianghuaError):
                raise
            # not `from error`: what requests raises shows the whole address, tokens and all, in every log
            raise self._explained(failure(url, error), url, error) from None
        finally:
            if self._watch.stop():
                self._adapter.close()

    def _answer(self, prepared: requests.PreparedRequest, keep: int | None) -> Answer:
        url = str(prepared.url)
        timeout = (self.limits.connect_seconds, self.limits.read_seconds)
        verify = self.verify if set_aside(self.unverified) is None else False
        response = self._adapter.send(prepared, stream=True, timeout=timeout, verify=verify)
        headers = {name.lower(): value for name, value in response.headers.items()}
        self.head = Answer(url, response.status_code, headers, b"", dict(prepared.headers))
        body = b""
        try:
            if response.status_code in PAGES:
                body = self._body(response.raw, headers.get("content-encoding", ""), keep)
            else:
                self._drain(response)
        except BaseException as error:
            response.close()  # what is left of the body must not be taken for the next answer
            if isinstance(error, JianghuaError):
                raise type(error)(f"{url}: {error}", reason=error.reason) from error
            raise
        finally:
            self.head = replace(self.head, wire_bytes=response.raw.tell())
        if self._watch.expired and response.status_code in PAGES:  # a cut may look like the body's end
            raise self._too_slow(url)
        return replace(self.head, body=body)

    def _body(self, raw: BaseHTTPResponse, encoding: str, keep: int | None) -> bytes:
        pieces, size = [], 0
        most = self.limits.body_bytes if keep is None else min(keep, self.limits.body_bytes)
        for piece in decoded(self._chunks(raw, cut=keep is not None), codings_of(encoding), self.limits.body_bytes):
            pieces.append(piece)
            size += len(piece)
            if size <= most:
                continue
            if keep is None:
                raise PermanentError(f"body larger than {most} bytes", reason="too_large")
            raw.close()
            break
        return b"".join(pieces)[:most]

    def _chunks(self, raw: BaseHTTPResponse, *, cut: bool) -> Iterator[bytes]:
        """The body as it comes over the wire; one that is too large is refused, or cut."""
        pace = Pace(self.limits)
        while chunk := raw.read1(CHUNK, decode_content=False):
            if raw.tell() > self.limits.wire_bytes:
                if cut:
                    raw.close()
                    return
                raise PermanentError(f"more than {self.limits.wire_bytes} bytes on the wire", reason="too_large")
            if not pace.keeps(len(chunk)):
                raise TransientError(
                    f"less than {self.limits.slow_rate:g} bytes a second in {self.limits.slow_seconds:g} seconds",
                    reason="too_slow",
                )
            yield chunk

    def _drain(self, response: requests.Response) -> None:
        """Read a body that nobody wants, to keep the connection; if it is long or broken, the connection goes."""
        try:
            for _ in self._chunks(response.raw, cut=True):
                if response.raw.tell() > DRAINED:
                    response.close()
                    return
        except (*BROKEN, JianghuaError):  # the status has said all there is to say
            response.close()

    def _explained(self, known: JianghuaError, url: str, error: Exception) -> JianghuaError:
        """The failure, with the certificate's names and dates where that is what does not hold."""
        if not cause(error, SSLCertVerificationError):
            return known
        parts = urlsplit(url)
        host, port = str(parts.hostname), parts.port or 443
        shown = certificate_words(host, lambda: self._adapter.connect(host, port, self.limits.connect_seconds))
        return PermanentError(f"{known}; {shown}", reason=known.reason)

    def _too_slow(self, url: str) -> TransientError:
        return TransientError(f"{url}: no whole answer in {self.limits.total_seconds:g} seconds", reason="too_slow")
