"""Connections to checked addresses only.

A name is looked up once, all its addresses are checked, and the connection goes to one of those: nothing can change
between check and use. The host name still serves for the Host header and the certificate.
"""

import socket
from email.message import Message
from http.client import HTTPException
from typing import cast

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.response import HTTPResponse

from include.errors import TransientError
from include.fetch.guard import Resolver, checked_addresses
from include.fetch.watch import Watch


class PinnedAdapter(HTTPAdapter):
    """A requests adapter whose connections go to checked addresses, under the watch of the current request."""

    def __init__(self, allowed: frozenset[str], resolve: Resolver, watch: Watch) -> None:
        self.allowed, self.resolve, self.watch = allowed, resolve, watch
        super().__init__(max_retries=0)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **options: object) -> None:
        """Build urllib3's pools from our connection classes."""
        super().init_poolmanager(connections, maxsize, block, **options)
        members = {"adapter": self}
        plain = type("PinnedConnection", (_Pinned, HTTPConnection), members)
        secure = type("PinnedTlsConnection", (_Pinned, HTTPSConnection), members)
        self.poolmanager.pool_classes_by_scheme = {
            "http": type("PinnedPool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
            "https": type("PinnedTlsPool", (HTTPSConnectionPool,), {"ConnectionCls": secure}),
        }

    def connect(self, host: str, port: int, timeout: float | None) -> socket.socket:
        """A connection to the first checked address that answers; TransientError (`connect`) where none does."""
        refusal: OSError | None = None
        for address in checked_addresses(host, port, self.allowed, self.resolve):
            if self.watch.expired:
                break
            try:
                sock = socket.create_connection((address, port), timeout)
            except OSError as error:
                refusal = error
            else:
                self.watch.hold(sock)
                return sock
        raise TransientError(
            f"no connection to {host}:{port}: {refusal or 'time is up'}", reason="connect"
        ) from refusal


class _Pinned:
    """What the plain and the TLS connection share; mixed in before urllib3's class."""

    adapter: PinnedAdapter

    def _new_conn(self) -> socket.socket:
        this = cast(HTTPConnection, self)
        sock = self.adapter.connect(this._dns_host, this.port or this.default_port, this.timeout)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return sock

    def request(self, *args: object, **options: object) -> None:
        """Send a request; a connection that was kept alive comes under the new request's watch."""
        sock = cast(HTTPConnection, self).sock
        if sock is not None:
            self.adapter.watch.hold(sock)
        super().request(*args, **options)  # type: ignore[misc]

    def getresponse(self) -> HTTPResponse:
        """The answer's head; HTTPException where a line without colon hides the headers behind it."""
        response: HTTPResponse = super().getresponse()  # type: ignore[misc]
        check_headers(response._original_response.msg)  # type: ignore[union-attr]
        return response


def check_headers(head: Message) -> None:
    """HTTPException where headers were lost: the parser takes a line without colon for the end of the headers.

    Content-Length or Transfer-Encoding may be among them, and a body would be read by the wrong rule.
    """
    payload = head.get_payload()
    lost = [line for line in payload.splitlines() if line.strip()] if isinstance(payload, str) else []
    if len(lost) > 1:
        raise HTTPException(f"a header line without colon, and more behind it: {lost[0][:80]!r}")
