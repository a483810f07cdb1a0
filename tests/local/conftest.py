import socket
from contextlib import ExitStack

import pytest

from include.local.config import Local


@pytest.fixture
def free_ports():
    """Four ports in a row that nobody listens on."""
    for first in range(20000, 60000, 37):
        with ExitStack() as probes:
            try:
                for port in range(first, first + 4):
                    probes.enter_context(socket.socket()).bind(("127.0.0.1", port))
            except OSError:
                continue
        return list(range(first, first + 4))
    raise RuntimeError("no four free ports in a row")


@pytest.fixture
def local_place(home, free_ports):
    return Local(port=free_ports[0], sample_port=free_ports[1], data=home)
