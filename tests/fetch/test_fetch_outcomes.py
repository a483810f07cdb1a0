import gzip
import os
import socket
import time

import pytest

from include.fetch.bodies import BodyStore
from include.fetch.fetcher import Fetcher
from include.fetch.outcomes import fetch_one
from include.runtime.state import Validator

SPEECH = "同志们：今年以来，全县上下齐心协力，经济社会发展稳中有进，完成地区生产总值二百一十三亿元，增长百分之六。"
PAGE = f"<html><head><title>在全县工作会议上的讲话</title></head><body><p>{SPEECH * 6}</p></body></html>"
SOFT_404 = (
    "<html><head><title>提示</title></head><body><a href='/'>首页</a><p>对不起，您要找的页面不存在</p></body></html>"
)
LOGIN = "<html><head><title>用户登录</title></head><body><form>请先登录<input type='password'></form></body></html>"
CHALLENGE = "<html><script>document.cookie='__jsl_clearance=1';location.reload()</script></html>"


def outcome(fetched):
    return fetched.outcome, fetched.reason, fetched.transient


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param((200, {}, PAGE.encode()), ("fetched", None, False), id="a page"),
        pytest.param((404, {}, b"gone"), ("failed", "http_404", False), id="A10 404"),
        pytest.param((410, {}, b"gone"), ("failed", "http_410", False), id="A10 410"),
        pytest.param((403, {}, b"no"), ("declined", "http_403", False), id="A11 403"),
        pytest.param((412, {}, b"no"), ("declined", "http_412", False), id="D8 412"),
        pytest.param((521, {}, b"no"), ("declined", "http_521", False), id="D8 521"),
        pytest.param((500, {}, b"oh"), ("failed", "http_500", True), id="A9 500"),
        pytest.param((503, {}, b"oh"), ("failed", "http_503", True), id="A9 503"),
        pytest.param((429, {}, b"oh"), ("failed", "http_429", True), id="A12 429"),
        pytest.param((200, {}, b""), ("failed", "empty", False), id="A18 empty 200"),
        pytest.param((204, {}, b""), ("failed", "empty", False), id="A18 204"),
        pytest.param((206, {}, b"a part"), ("failed", "http_206", False), id="a part nobody asked for"),
        pytest.param((302, {}, b""), ("failed", "http_302", False), id="B1 a redirect without a place"),
        pytest.param((200, {}, SOFT_404.encode()), ("failed", "soft_404", False), id="D9 soft 404"),
        pytest.param((200, {}, LOGIN.encode()), ("declined", "login_wall", False), id="D8 login wall"),
        pytest.param((200, {}, CHALLENGE.encode()), ("declined", "challenge", False), id="D8 challenge"),
        pytest.param((304, {}, b""), ("failed", "http_304", False), id="304 nobody asked for"),
        pytest.param(
            (200, {"Content-Encoding": "compress"}, b"?"), ("failed", "content_encoding", False), id="unknown encoding"
        ),
        pytest.param(
            (200, {"Content-Encoding": "gzip"}, b"no gzip"), ("failed", "content_encoding", False), id="no gzip"
        ),
        pytest.param((302, {"Location": "ftp://x.example/"}, b""), ("failed", "blocked_scheme", False), id="B3 ftp"),
        pytest.param((302, {"Location": "file:///etc/passwd"}, b""), ("failed", "blocked_scheme", False), id="B3 file"),
        pytest.param(
            (302, {"Location": "http://169.254.169.254/"}, b""), ("failed", "blocked_address", False), id="B4 ssrf"
        ),
        pytest.param((302, {"Location": "http://other.example/"}, b""), ("failed", "offsite", False), id="B9 offsite"),
        pytest.param(
            (302, {"Location": "data:text/html,hello"}, b""), ("failed", "blocked_scheme", False), id="B3 data"
        ),
        pytest.param(
            (302, {"Location": "javascript:alert(1)"}, b""), ("failed", "blocked_scheme", False), id="B3 javascript"
        ),
        pytest.param(
            (302, {"Location": "http://good.example:80\\@127.0.0.1/"}, b""), ("failed", "blocked_url", False), id="B6"
        ),
        pytest.param((202, {}, b"<script>"), ("declined", "http_202", False), id="D8 202"),
        pytest.param((405, {}, b"no"), ("declined", "http_405", False), id="D8 405"),
        pytest.param(
            (200, {}, "<title>提示</title>系统维护中".encode()), ("failed", "unavailable", True), id="out of service"
        ),
    ],
)
def test_an_answer_gives_its_outcome(site, fetcher, answer, expected):
    site.answers["/page"] = answer
    fetched = fetch_one(site.link("/page"), fetcher)
    assert outcome(fetched) == expected
    assert fetched.status == answer[0]
    assert (fetched.body_sha256 is not None) == (expected[0] == "fetched")


def test_a_fetched_page_says_all_about_its_request(site, fetcher, tmp_path):
    body = PAGE.encode("gb18030")
    site.answers["/old"] = (301, {"Location": "/page"}, b"")
    site.answers["/page"] = (200, {"Content-Type": "text/html; charset=UTF-8", "Set-Cookie": "a=b"}, body)
    store = BodyStore(tmp_path)
    fetched = fetch_one(site.link("/old"), fetcher, attempt=2, store=store)
    assert outcome(fetched) == ("fetched", None, False)
    assert (fetched.final_url, fetched.redirects, fetched.attempt) == (site.url("/page"), (site.url("/page"),), 2)
    assert (fetched.media_type, fetched.charset_declared, fetched.charset) == ("text/html", "utf-8", "gb18030")
    assert fetched.body_bytes == len(body)
    assert store.get(fetched.body_sha256) == body
    assert fetched.request_headers["user-agent"] == "Jianghua/0.1 (+team@example.org)"
    assert "set-cookie" not in fetched.response_headers
    assert fetched.requested_at.endswith("+00:00")


def test_a6_a_cut_body_is_transient_and_never_stored(site, fetcher, tmp_path):
    def cut(handler, hit):
        handler.send_response(200)
        handler.send_header("Content-Length", "5000")
        handler.end_headers()
        handler.wfile.write(PAGE.encode()[:1000])
        handler.close_connection = True

    site.answers["/page"] = cut
    fetched = fetch_one(site.link("/page"), fetcher, store=BodyStore(tmp_path))
    assert outcome(fetched) == ("failed", "truncated", True)
    assert fetched.status == 200
    assert list(tmp_path.iterdir()) == []


def test_a7_chunks_without_an_end_are_transient(site, fetcher):
    def unfinished(handler, hit):
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(b"5\r\nhello\r\n")
        handler.close_connection = True

    site.answers["/page"] = unfinished
    assert outcome(fetch_one(site.link("/page"), fetcher)) == ("failed", "truncated", True)


@pytest.mark.parametrize(
    "drip",
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 500, id="headers that drip"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" + b"a" * 500, id="A5 a body that drips"),
        pytest.param(b"HTTP/1.1 200 OK\r\n\r\n" + b"a" * 500, id="a body without length that drips"),
    ],
)
def test_a5_what_drips_is_cut_by_the_total_time(site, fetcher, drip):
    def slow(handler, hit):
        head, _, rest = drip.rpartition(b"\n")
        try:
            handler.wfile.write(head + b"\n")
            for byte in rest:
                handler.wfile.write(bytes([byte]))
                time.sleep(0.05)
        except OSError:
            handler.close_connection = True

    site.answers["/page"] = slow
    started = time.monotonic()
    fetched = fetch_one(site.link("/page"), fetcher)
    assert outcome(fetched) == ("failed", "too_slow", True)
    assert time.monotonic() - started < 2


def test_a3_silence_ends_with_the_read_timeout(site, fetcher):
    site.answers["/page"] = lambda handler, hit: time.sleep(0.7)
    assert outcome(fetch_one(site.link("/page"), fetcher)) == ("failed", "timeout", True)


def test_d1_a_bomb_is_stopped_at_the_limit(site, fetcher):
    site.answers["/page"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(3_000_000)))
    fetched = fetch_one(site.link("/page"), fetcher)
    assert outcome(fetched) == ("failed", "too_large", False)
    assert 0 < fetched.wire_bytes < 100_000


def test_d2_an_endless_body_is_stopped_at_the_limit(site, fetcher):
    def endless(handler, hit):
        handler.send_response(200)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"x" * 65536)
        except OSError:
            handler.close_connection = True

    site.answers["/page"] = endless
    assert outcome(fetch_one(site.link("/page"), fetcher)) == ("failed", "too_large", False)


def test_b1_redirects_in_a_circle_stop_and_are_kept(site, fetcher):
    site.answers["/a"] = (302, {"Location": "/b"}, b"")
    site.answers["/b"] = (302, {"Location": "/a"}, b"")
    fetched = fetch_one(site.link("/a"), fetcher)
    assert outcome(fetched) == ("failed", "redirect_loop", False)
    assert fetched.redirects == (site.url("/b"), site.url("/a"))


def test_b1_redirects_that_never_come_back_stop_too(site, fetcher, tiny):
    for number in range(20):
        site.answers[f"/{number}"] = (302, {"Location": f"/{number + 1}"}, b"")
    assert outcome(fetch_one(site.link("/0"), fetcher)) == ("failed", "redirect_loop", False)
    assert len(site.journal) == tiny.redirects + 2  # the first page and robots.txt


def test_b2_a_redirect_to_another_local_port_is_blocked_before_connecting(site, fetcher):
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(0.1)
        site.answers["/page"] = (302, {"Location": f"http://127.0.0.1:{other.getsockname()[1]}/"}, b"")
        assert outcome(fetch_one(site.link("/page"), fetcher)) == ("failed", "blocked_address", False)
        with pytest.raises(TimeoutError):
            other.accept()


def test_a1_a_closed_port_is_transient(site, state, tiny):
    with socket.create_server(("127.0.0.1", 0)) as server:
        closed = f"127.0.0.1:{server.getsockname()[1]}"
    source = site.source(base_url=f"http://{closed}/", allow_hosts=[closed])
    with Fetcher(source, state, owner="test", limits=tiny) as fetcher:
        link = site.link("/page")
        fetched = fetch_one(type(link)(**{**link.to_dict(), "url": f"http://{closed}/page"}), fetcher)
    assert outcome(fetched) == ("failed", "connect", True)
    assert closed in fetched.message


def test_a2_a_name_that_does_not_resolve_is_transient(site, state, tiny):
    def unknown(host, port):
        raise socket.gaierror(-2, "Name or service not known")

    source = site.source(base_url="http://town.example/")
    with Fetcher(source, state, owner="test", limits=tiny, resolve=unknown) as fetcher:
        link = site.link("/page")
        fetched = fetch_one(type(link)(**{**link.to_dict(), "url": "http://town.example/page"}), fetcher)
    assert outcome(fetched) == ("failed", "dns", True)
    assert "town.example" in fetched.message


def test_b5_a_name_that_resolves_to_a_private_address_is_blocked(site, state, tiny):
    source = site.source(base_url=f"http://town.example:{site.server.server_port}/")
    with Fetcher(source, state, owner="test", limits=tiny, resolve=lambda host, port: ["127.0.0.1"]) as fetcher:
        link = site.link("/page")
        url = f"http://town.example:{site.server.server_port}/page"
        fetched = fetch_one(type(link)(**{**link.to_dict(), "url": url}), fetcher)
    assert outcome(fetched) == ("failed", "blocked_address", False)
    assert site.journal == []


def test_a8_a_reset_is_transient(site, fetcher):
    def reset(handler, hit):
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        os.close(handler.connection.detach())
        handler.close_connection = True

    site.answers["/page"] = reset
    assert outcome(fetch_one(site.link("/page"), fetcher)) == ("failed", "reset", True)


def test_a17_what_is_no_http_is_an_outcome(site, fetcher):
    def answer(handler, hit):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nhello")
        handler.close_connection = True

    site.answers["/page"] = answer
    assert outcome(fetch_one(site.link("/page"), fetcher)) == ("failed", "bad_response", False)


def test_a14_conditions_are_sent_for_the_known_body_and_304_is_unchanged(site, fetcher):
    site.answers["/page"] = lambda handler, hit: (304, {}, b"") if handler.headers["If-None-Match"] == '"v1"' else None
    validator = Validator('"v1"', "Tue, 05 Mar 2024 00:00:00 GMT", "abc")
    fetched = fetch_one(site.link("/page"), fetcher, known_sha256="abc", validator=validator)
    assert (fetched.outcome, fetched.reason, fetched.body_sha256) == ("unchanged", "http_304", "abc")
    assert site.journal[-1][2]["If-Modified-Since"] == "Tue, 05 Mar 2024 00:00:00 GMT"


@pytest.mark.parametrize(
    "known", [pytest.param(None, id="never landed"), pytest.param("other", id="another body landed")]
)
def test_no_conditions_are_sent_for_a_body_that_the_warehouse_does_not_hold(site, fetcher, known):
    site.answers["/page"] = (200, {}, PAGE.encode())
    validator = Validator('"v1"', None, "abc")
    assert fetch_one(site.link("/page"), fetcher, known_sha256=known, validator=validator).outcome == "fetched"
    assert "If-None-Match" not in site.journal[-1][2]


def test_a15_the_same_bytes_are_unchanged(site, fetcher, tmp_path):
    site.answers["/page"] = (200, {}, PAGE.encode())
    first = fetch_one(site.link("/page"), fetcher, store=BodyStore(tmp_path))
    again = fetch_one(site.link("/page"), fetcher, store=BodyStore(tmp_path), known_sha256=first.body_sha256)
    assert (again.outcome, again.reason, again.body_sha256) == ("unchanged", "same_body", first.body_sha256)


@pytest.mark.parametrize(
    ("declared", "body", "found"),
    [
        pytest.param("application/pdf", b"%PDF-1.4\n" + bytes(range(256)) * 8, "application/pdf", id="D12 a PDF"),
        pytest.param("text/html", b"%PDF-1.4\n" + b"text " * 99, "application/pdf", id="D12 a PDF as a page"),
        pytest.param("text/html", b"\xff\xd8\xff\xe0" + bytes(99), "image/jpeg", id="D12 a picture as a page"),
    ],
)
def test_d12_a_file_under_a_pages_name_is_kept_with_its_type(site, fetcher, tmp_path, declared, body, found):
    site.answers["/page"] = (200, {"Content-Type": declared}, body)
    store = BodyStore(tmp_path)
    fetched = fetch_one(site.link("/page"), fetcher, store=store)
    assert outcome(fetched) == ("fetched", None, False)
    assert (fetched.media_type, fetched.media_type_found, fetched.charset) == (declared, found, None)
    assert store.get(fetched.body_sha256) == body


def test_d12_a_page_under_a_files_name_is_a_page(site, fetcher):
    site.answers["/page"] = (200, {"Content-Type": "application/msword"}, PAGE.encode())
    fetched = fetch_one(site.link("/page"), fetcher)
    assert (fetched.outcome, fetched.media_type_found, fetched.charset) == ("fetched", None, "utf-8")


def test_a_body_that_is_no_text_is_for_clean_to_judge(site, fetcher):
    site.answers["/page"] = (200, {}, bytes(range(1, 256)) * 8)
    fetched = fetch_one(site.link("/page"), fetcher)
    assert (fetched.outcome, fetched.media_type_found, fetched.charset) == ("fetched", None, None)


def test_i8_no_cookie_and_no_token_is_kept_in_words(site, fetcher):
    site.answers["/page?token=T0PS3CRET"] = (404, {"Set-Cookie": "visit=T0PS3CRET"}, b"")
    fetched = fetch_one(site.link("/page?token=T0PS3CRET"), fetcher)
    assert "T0PS3CRET" not in fetched.message + str(fetched.response_headers)
    assert "/page?token=*** answers 404" in fetched.message


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/" + "a" * 1900, id="B8 long"),
        pytest.param("/%2e%2e/%2e%2e/etc/passwd", id="B8 dots"),
        pytest.param("/%00%0D%0ASet-Cookie:1", id="B8 control characters"),
        pytest.param("/%E8%AE%B2%E8%AF%9D", id="B8 Chinese"),
    ],
)
def test_b8_no_address_is_ever_a_file_name(site, fetcher, tmp_path, path):
    site.answers[path] = site.answers["/../../etc/passwd"] = (200, {}, PAGE.encode())
    fetched = fetch_one(site.link(path), fetcher, store=BodyStore(tmp_path))
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert [file.name for file in files] == [fetched.body_sha256]
    assert len(fetched.page_id) < 40


@pytest.mark.parametrize(
    ("location", "path"),
    [
        pytest.param(
            "/讲话 1.html".encode().decode("latin-1"), "/%E8%AE%B2%E8%AF%9D%201.html", id="Chinese and a blank"
        ),
        pytest.param("new.html", "/new.html", id="relative"),
    ],
)
def test_redirects_are_read_as_browsers_do(site, fetcher, location, path):
    site.answers["/old.html"] = (301, {"Location": location}, b"")
    site.answers[path] = (200, {}, PAGE.encode())
    assert fetch_one(site.link("/old.html"), fetcher).outcome == "fetched"


def test_connections_are_kept_open_between_requests(site, fetcher):
    ports = set()
    site.answers["/page"] = lambda handler, hit: ports.add(handler.client_address[1]) or (200, {}, PAGE.encode())
    for _ in range(3):
        assert fetch_one(site.link("/page"), fetcher).outcome == "fetched"
    assert len(ports) == 1


def test_no_cookie_is_sent_back(site, fetcher):
    site.answers["/page"] = (200, {"Set-Cookie": "visit=1; Path=/"}, PAGE.encode())
    for _ in range(2):
        fetch_one(site.link("/page"), fetcher)
    assert "Cookie" not in site.journal[-1][2]


def test_a4_silence_after_the_headers_ends_with_the_read_timeout(site, fetcher):
    def hang(handler, hit):
        handler.send_response(200)
        handler.send_header("Content-Length", "5000")
        handler.end_headers()
        time.sleep(0.7)
        handler.close_connection = True

    site.answers["/page"] = hang
    fetched = fetch_one(site.link("/page"), fetcher)
    assert (*outcome(fetched), fetched.status) == ("failed", "timeout", True, 200)
