"""Connections to checked addresses only, and a watch that cuts one when its time is up.

A name is looked up once, all its addresses are checked, and the connection goes to one of those: nothing can change
between check and use. The host name still serves for the Host header and the certificate.
"""

import os
import socket
import threading
from contextlib import suppress
from typing import cast

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from include.errors import TransientError
from include.fetch.guard import Resolver, checked_addresses


class Watch:
    """Ends one request after so many seconds, wherever it stands: in headers, in a body that drips, in a handshake.

    Read timeouts cannot: each byte that drips in starts them anew. The watch holds a twin of the socket's file
    descriptor, because http.client lets go of the socket itself before the body is read.
    """

    def __init__(self, seconds: float) -> None:
        self.expired = False
        self._twin: socket.socket | None = None
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> "Watch":
        self._timer.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._timer.cancel()
        with self._lock:
            self._release()

    def hold(self, sock: socket.socket) -> None:
        """Watch over this connection from now on."""
        with self._lock:
            self._release()
            self._twin = socket.socket(fileno=os.dup(sock.fileno()))
        if self.expired:
            self._cut()

    def _release(self) -> None:
        if self._twin is not None:
            self._twin.close()
            self._twin = None

    def _cut(self) -> None:
        self.expired = True
        with self._lock:
            if self._twin is not None:
                with suppress(OSError):  # the other side was faster
                    self._twin.shutdown(socket.SHUT_RDWR)


class PinnedAdapter(HTTPAdapter):
    """A requests adapter whose connections go to checked addresses, under the watch of the current request."""

    def __init__(self, allowed: frozenset[str], resolve: Resolver) -> None:
        self.allowed, self.resolve = allowed, resolve
        self.watch: Watch | None = None
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
        """A connection to the first checked address that answers; OSError of the last one where none does."""
        refusal: OSError | None = None
        for address in checked_addresses(host, port, self.allowed, self.resolve):
            if self.watch is not None and self.watch.expired:
                break
            try:
                return socket.create_connection((address, port), timeout)
            except OSError as error:
                refusal = error
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
        self._watch(sock)
        return sock

    def request(self, *args: object, **options: object) -> None:
        """Send a request; a connection that was kept alive comes under the new request's watch."""
        sock = cast(HTTPConnection, self).sock
        if sock is not None:
            self._watch(sock)
        super().request(*args, **options)  # type: ignore[misc]

    def _watch(self, sock: socket.socket) -> None:
        if self.adapter.watch is not None:
            self.adapter.watch.hold(sock)
