"""Time: a watch that cuts a request when its time is up, and the pace that its body must keep."""

import math
import os
import socket
import threading
import time
from contextlib import suppress

from include.fetch.limits import Limits


class Watch:
    """Ends one request at a time after so many seconds, wherever it stands: in headers, in a handshake, in a body.

    Read timeouts cannot: each byte that drips in starts them anew. One thread serves all requests of a Wire; it sleeps
    until the time of the earliest is up, so that a request that is quick costs nothing. The watch holds a twin of the
    socket's file descriptor, because http.client lets go of the socket itself before the body is read.
    """

    def __init__(self) -> None:
        self.expired = False
        self._deadline = math.inf
        self._twin: socket.socket | None = None
        self._thread: threading.Thread | None = None
        self._changed = threading.Condition()

    def start(self, seconds: float) -> None:
        """Begin to watch over a request."""
        with self._changed:
            self.expired = False
            self._deadline = time.monotonic() + seconds
            if self._thread is None or not self._thread.is_alive():  # a fork leaves the thread behind
                self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
                self._thread.start()

    def hold(self, sock: socket.socket) -> None:
        """Watch over this connection from now on."""
        with self._changed:
            self._release()
            self._twin = socket.socket(fileno=os.dup(sock.fileno()))
            if self.expired:
                self._cut()

    def stop(self) -> bool:
        """End the watch over a request; gives whether its time was up."""
        with self._changed:
            self._deadline = math.inf
            self._release()
            return self.expired

    def close(self) -> None:
        """Let the thread end."""
        with self._changed:
            self._deadline = math.inf
            self._changed.notify()

    def _run(self) -> None:
        with self._changed:
            while (left := self._deadline - time.monotonic()) < math.inf:
                if left > 0:
                    self._changed.wait(left)
                else:
                    self.expired, self._deadline = True, math.inf
                    self._cut()
            self._thread = None

    def _cut(self) -> None:
        if self._twin is not None:
            with suppress(OSError):  # the other side was faster
                self._twin.shutdown(socket.SHUT_RDWR)

    def _release(self) -> None:
        if self._twin is not None:
            self._twin.close()
            self._twin = None


class Pace:
    """Whether a body comes quickly enough: so many bytes in each stretch of seconds (curl's --speed-limit)."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._since, self._bytes = time.monotonic(), 0

    def keeps(self, received: int) -> bool:
        """Count what came; False where a stretch has ended with too little in it."""
        self._bytes += received
        seconds = time.monotonic() - self._since
        if seconds < self._limits.slow_seconds:
            return True
        enough = self._bytes >= self._limits.slow_rate * seconds
        self._since, self._bytes = time.monotonic(), 0
        return enough
