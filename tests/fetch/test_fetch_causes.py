import ssl
from http.client import IncompleteRead, RemoteDisconnected

import pytest
import requests
from urllib3.exceptions import MaxRetryError, ProtocolError, ReadTimeoutError, SSLError

from include.errors import PermanentError, TransientError
from include.fetch.causes import cause, failure

URL = "http://town.example/page?token=T0PS3CRET"
OURS = TransientError("no connection to town.example:80: refused", reason="connect")


def wrapped(error):
    """As requests raises it."""
    return requests.ConnectionError(MaxRetryError(None, "/page?token=T0PS3CRET", reason=error))


def broken_tls(reason):
    error = ssl.SSLError(1, "[SSL] whatever")
    error.reason = reason
    return error


@pytest.mark.parametrize(
    ("error", "kind", "reason"),
    [
        pytest.param(wrapped(OURS), TransientError, "connect", id="A1 what was ours"),
        pytest.param(ReadTimeoutError(None, "", "slow"), TransientError, "timeout", id="A3 urllib3's time-out"),
        pytest.param(requests.ReadTimeout("slow"), TransientError, "timeout", id="A3 requests' time-out"),
        pytest.param(ProtocolError("broken", IncompleteRead(b"half", 9)), TransientError, "truncated", id="A6 cut"),
        pytest.param(wrapped(ConnectionResetError(104, "reset")), TransientError, "reset", id="A8 reset"),
        pytest.param(ProtocolError("gone", RemoteDisconnected("no answer")), TransientError, "reset", id="A8 hung up"),
        pytest.param(wrapped(SSLError(broken_tls("UNSUPPORTED_PROTOCOL"))), PermanentError, "tls", id="A16 old"),
        pytest.param(wrapped(SSLError(broken_tls("UNEXPECTED_EOF"))), TransientError, "reset", id="A16 hung up"),
        pytest.param(requests.exceptions.InvalidHeader("odd"), PermanentError, "bad_response", id="A17 no HTTP"),
    ],
)
def test_what_others_raise_becomes_a_class_with_a_reason(error, kind, reason):
    made = failure(URL, error)
    assert type(made) is kind
    assert made.reason == reason
    assert "T0PS3CRET" not in str(made)


def test_a_chain_that_bites_its_tail_has_an_end():
    first, second = ValueError("first"), ValueError("second")
    first.__cause__, second.__cause__ = second, first
    assert cause(first, OSError) is None
