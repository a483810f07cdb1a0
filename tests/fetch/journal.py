"""A site on 127.0.0.1 that notes every connection and request, where the machine's load cannot disturb the notes.

A connection counts as open until the client has closed it, which the kernel knows before any thread of ours wakes up.
A request begins when it was read and ends before its answer is written: the pause between two of them is never shorter
in the journal than it was for the client.
"""

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

CLOCKS = 0.002  # seconds by which the clocks of processes may disagree: they are adjusted while they run


class Journal:
    """Answers by `answer(path)`: (status, body). Close it."""

    def __init__(self, answer):
        self.spans = []  # (begin, end, path) of each request
        self.together = []  # how many connections were open as each was opened, itself among them
        self._open = []
        journal = self

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 64

            def process_request(self, request, client_address):
                journal._opened(request)
                super().process_request(request, client_address)

            def handle_error(self, *args):
                pass

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # headers and body are two writes: the second would wait for an ACK

            def do_GET(self):
                begin = time.time()
                status, body = answer(self.path)
                journal.spans.append((begin, time.time(), self.path))
                self.send_response(status)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    @property
    def gaps(self):
        """Seconds from the end of each request to the beginning of the next one; negative: they overlapped."""
        spans = sorted(self.spans)
        return [after[0] - before[1] for before, after in pairwise(spans)]

    def check(self, delay):
        """Never two connections at a time, never less than `delay` seconds between two requests."""
        assert max(self.together) == 1, f"{max(self.together)} connections at a time"
        assert min(self.gaps) >= delay - CLOCKS, f"only {min(self.gaps):.3f} seconds between two requests"

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def _opened(self, connection):
        self._open = [other for other in self._open if _is_open(other)] + [connection]
        self.together.append(len(self._open))


def _is_open(connection):
    try:
        return connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) != b""
    except BlockingIOError:
        return True
    except OSError:  # reset, or closed at this end too
        return False
