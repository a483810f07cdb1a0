import gzip
import logging
import time
from dataclasses import replace

import brotli
import pytest
import requests

from include.errors import PermanentError, TransientError
from include.fetch.wire import Wire

AGENT = "Jianghua/0.1 (+a@b.org)"
PAGE = b"<p>hello</p>" * 500


@pytest.fixture
def wire(site, tiny):
    with Wire(AGENT, frozenset({site.host}), tiny) as wire:
        yield wire


def chunked(body, *, size=700, end=b"0\r\n\r\n", **headers):
    """An answer in chunks."""

    def answer(handler, hit):
        handler.send_response(200)
        for name, value in {"Transfer-Encoding": "chunked", **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        for at in range(0, len(body), size):
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(body[at : at + size]), body[at : at + size]))
        handler.wfile.write(end)
        handler.close_connection = not end

    return answer


def raw(lines, *, close=True):
    """An answer as it stands."""

    def answer(handler, hit):
        handler.wfile.write(lines)
        handler.close_connection = close

    return answer


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://" + "a" * 70 + ".example/", id="a label too long"),
        pytest.param("http://a..example/", id="an empty label"),
        pytest.param("http://*.example/", id="a star"),
    ],
)
def test_b8_a_host_that_cannot_be_one_fails_without_a_look_up(url, tiny):
    with Wire(AGENT, frozenset(), tiny) as wire, pytest.raises(PermanentError):
        wire.request(url)


def test_the_head_is_known_when_the_body_fails(site, wire):
    site.answers["/page"] = (200, {"X-Server": "town"}, b"x" * 300_000)
    with pytest.raises(PermanentError, match="more than 100000 bytes"):
        wire.request(site.url("/page"))
    assert (wire.head.status, wire.head.headers["x-server"], wire.head.body) == (200, "town", b"")
    assert 100_000 < wire.head.wire_bytes <= 300_000


def test_a_body_that_is_only_wanted_in_part_is_cut(site, wire):
    site.answers["/page"] = (200, {}, b"x" * 300_000)
    assert wire.request(site.url("/page"), keep=1000).body == b"x" * 1000
    assert wire.request(site.url("/page"), keep=1000).body == b"x" * 1000


def test_only_what_can_be_undone_is_asked_for(site, wire):
    site.answers["/page"] = (200, {}, PAGE)
    wire.request(site.url("/page"))
    assert site.journal[0][2]["Accept-Encoding"] == "gzip, deflate, br"


@pytest.mark.parametrize(
    ("answer", "on_the_wire"),
    [
        pytest.param((200, {}, PAGE), len(PAGE), id="plain"),
        pytest.param((200, {"Content-Encoding": "br"}, brotli.compress(PAGE)), len(brotli.compress(PAGE)), id="br"),
        pytest.param(chunked(PAGE), len(PAGE), id="chunked"),
        pytest.param(
            chunked(gzip.compress(PAGE, mtime=0), size=9, Content_Encoding="gzip"),
            len(gzip.compress(PAGE, mtime=0)),
            id="chunked gzip",
        ),
        pytest.param(raw(b"HTTP/1.0 200 OK\r\n\r\n" + PAGE), len(PAGE), id="until the connection closes"),
    ],
)
def test_the_bytes_on_the_wire_are_counted(site, wire, answer, on_the_wire):
    site.answers["/page"] = answer
    answer = wire.request(site.url("/page"))
    assert (answer.body, answer.wire_bytes) == (PAGE, on_the_wire)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        pytest.param("gzip", gzip.compress(PAGE)[:-8], id="gzip without its trailer"),
        pytest.param("br", brotli.compress(PAGE * 9)[:-3], id="br unfinished"),
    ],
)
def test_a6_a_cut_encoding_is_found_although_its_length_is_right(site, wire, encoding, body):
    for answer in ((200, {"Content-Encoding": encoding}, body), chunked(body, Content_Encoding=encoding)):
        site.answers["/page"] = answer
        with pytest.raises(TransientError, match="cut off") as caught:
            wire.request(site.url("/page"))
        assert caught.value.reason == "truncated"


@pytest.mark.parametrize(
    "bomb",
    [
        pytest.param(("gzip", gzip.compress(bytes(3_000_000))), id="D1 gzip"),
        pytest.param(("br", brotli.compress(bytes(3_000_000), quality=1)), id="D1 br"),
        pytest.param(("gzip, gzip", gzip.compress(gzip.compress(bytes(9_000_000)))), id="D1 gzip in gzip"),
    ],
)
def test_d1_a_bomb_is_stopped_at_the_limit(site, wire, bomb):
    assert len(bomb[1]) < 100_000
    site.answers["/page"] = (200, {"Content-Encoding": bomb[0]}, bomb[1])
    with pytest.raises(PermanentError, match="larger than 200000 bytes") as caught:
        wire.request(site.url("/page"))
    assert caught.value.reason == "too_large"


def test_d1_the_body_of_a_redirect_is_never_undone(site, wire):
    bomb = gzip.compress(bytes(3_000_000))
    site.answers["/page"] = (302, {"Location": "/new", "Content-Encoding": "gzip"}, bomb)
    site.answers["/next"] = (200, {}, PAGE)
    answer = wire.request(site.url("/page"))
    assert (answer.status, answer.body) == (302, b"")
    assert answer.wire_bytes <= len(bomb)
    assert wire.request(site.url("/next")).body == PAGE


def test_d2_an_endless_redirect_is_let_go(site, wire):
    def endless(handler, hit):
        handler.send_response(302)
        handler.send_header("Location", "/new")
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"x" * 65536)
        except OSError:
            handler.close_connection = True

    site.answers["/page"] = endless
    assert wire.request(site.url("/page")).wire_bytes < 300_000


@pytest.mark.parametrize("status", [404, 503])
def test_a10_a_cut_body_does_not_hide_its_status(site, wire, status):
    site.answers["/page"] = raw(b"HTTP/1.1 %d Oh\r\nContent-Length: 900\r\n\r\nhalf" % status)
    assert wire.request(site.url("/page")).status == status


def test_a5_a_body_that_drips_ends_before_the_total_time(site, tiny):
    def drip(handler, hit):
        handler.send_response(200)
        handler.send_header("Content-Length", "5000")
        handler.end_headers()
        try:
            for _ in range(5000):
                handler.wfile.write(b"x")
                time.sleep(0.02)
        except OSError:
            handler.close_connection = True

    site.answers["/page"] = drip
    limits = replace(tiny, total_seconds=30, slow_seconds=0.3)
    with (
        Wire(AGENT, frozenset({site.host}), limits) as wire,
        pytest.raises(TransientError, match="500 bytes") as caught,
    ):
        wire.request(site.url("/page"))
    assert caught.value.reason == "too_slow"


def test_a5_an_encoded_body_without_length_that_drips_is_too_slow_not_cut(site, wire):
    def drip(handler, hit):
        handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Encoding: gzip\r\n\r\n")
        handler.close_connection = True
        try:
            for byte in gzip.compress(PAGE):
                handler.wfile.write(bytes([byte]))
                time.sleep(0.05)
        except OSError:
            return

    site.answers["/page"] = drip
    with pytest.raises(TransientError) as caught:
        wire.request(site.url("/page"))
    assert caught.value.reason == "too_slow"


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nno colon here\r\nContent-Length: 5\r\n\r\nhello", id="A17 a lost length"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nno colon\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            id="A17 lost chunks",
        ),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello", id="A17 two lengths"),
        pytest.param(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000 + b"\r\n\r\n", id="A17 a header of 100 kB"),
        pytest.param(b"HTTP/1.1 OK\r\n\r\nhello", id="A17 a status line without a number"),
        pytest.param(b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 200 + b"\r\n", id="A17 200 headers"),
        pytest.param(b"SSH-2.0-OpenSSH_9.2\r\n", id="another protocol"),
    ],
)
def test_a17_what_is_no_proper_http_is_a_permanent_failure(site, wire, answer):
    site.answers["/page"] = raw(answer)
    with pytest.raises(PermanentError) as caught:
        wire.request(site.url("/page"))
    assert caught.value.reason == "bad_response"
    assert site.url("/page") in str(caught.value)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nno colon here\r\n\r\nhello", id="A17 without colon"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello", id="A17 one length twice"
        ),
        pytest.param(b"HTTP/1.1 200\r\nContent-Length: 5\r\n\r\nhello", id="A17 a status line without words"),
    ],
)
def test_a17_what_does_no_harm_is_tolerated(site, wire, answer):
    site.answers["/page"] = raw(answer, close=False)
    assert wire.request(site.url("/page")).body == b"hello"


def test_i8_no_token_gets_into_messages_and_logs(site, wire, caplog):
    secret = "T0PS3CRET"
    caplog.set_level(logging.INFO)
    site.answers[f"/page?token={secret}"] = raw(b"SSH-2.0\r\n")
    with pytest.raises(PermanentError) as caught:
        wire.request(site.url(f"/page?token={secret}"))
    logging.getLogger("test").error("it failed", exc_info=caught.value)
    assert "/page?token=***: no proper HTTP answer" in caplog.text
    assert secret not in caplog.text


def test_d5_what_requests_makes_of_a_body_is_never_used(site, wire, monkeypatch):
    def guess(response):
        raise AssertionError("requests guesses the charset")

    monkeypatch.setattr(requests.Response, "text", property(guess))
    monkeypatch.setattr(requests.Response, "apparent_encoding", property(guess))
    monkeypatch.setattr(requests.Response, "content", property(guess))
    site.answers["/page"] = (200, {}, "镕".encode("gb18030"))
    assert wire.request(site.url("/page")).body == "镕".encode("gb18030")
