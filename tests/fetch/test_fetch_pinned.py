from email.parser import Parser
from http.client import HTTPException, HTTPMessage

import pytest

from include.errors import PermanentError
from include.fetch.pinned import check_headers
from include.fetch.wire import Wire

AGENT = "Jianghua/0.1 (+a@b.org)"


def test_b5_the_connection_goes_to_the_address_that_was_checked(site, tiny):
    site.answers["/page"] = (200, {}, b"hello")
    asked = []

    def rebinding(host, port):
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.2"]

    host = f"town.example:{site.server.server_port}"
    with Wire(AGENT, frozenset({host}), tiny, rebinding) as wire:
        assert wire.request(f"http://{host}/page").body == b"hello"
    assert asked == ["town.example"]
    assert site.journal[0][2]["Host"] == host


def test_b5_a_name_that_turns_private_before_the_next_connection_is_refused(site, tiny):
    addresses = iter([["8.8.8.8", "127.0.0.1"], ["127.0.0.1"]])
    host = f"town.example:{site.server.server_port}"
    with Wire(AGENT, frozenset(), tiny, lambda name, port: next(addresses)) as wire:
        for _ in range(2):
            with pytest.raises(PermanentError) as caught:
                wire.request(f"http://{host}/page")
            assert caught.value.reason == "blocked_address"
    assert site.journal == []


def test_the_next_address_is_tried_where_one_does_not_answer(site, tiny):
    site.answers["/page"] = (200, {}, b"hello")
    host = f"town.example:{site.server.server_port}"
    with Wire(AGENT, frozenset({host}), tiny, lambda name, port: ["127.0.0.2", "127.0.0.1"]) as wire:
        assert wire.request(f"http://{host}/page").body == b"hello"


@pytest.mark.parametrize(
    ("head", "holds"),
    [
        pytest.param("A: 1\r\nB: 2\r\n\r\n", True, id="plain"),
        pytest.param("A: 1\r\n  folded\r\nB: 2\r\n\r\n", True, id="folded"),
        pytest.param("A: 1\r\nno colon\r\n\r\n", True, id="A17 the last line"),
        pytest.param("A: 1\r\nno colon\r\nContent-Length: 5\r\n\r\n", False, id="A17 a line before others"),
        pytest.param("Content-Type: multipart/mixed\r\n\r\n", True, id="a head that looks like a mail's"),
    ],
)
def test_a17_headers_that_were_lost_are_noticed(head, holds):
    message = Parser(_class=HTTPMessage).parsestr(head)
    if holds:
        check_headers(message)
    else:
        with pytest.raises(HTTPException, match="no colon"):
            check_headers(message)
