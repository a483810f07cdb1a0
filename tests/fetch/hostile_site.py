"""A site of our own with two speeches and with every trap there is."""

import gzip
import os
import socket
import time

import brotli

DAY = "2024-03-05"
SPEECH = "同志们：2023年，全县粮食产量12.5万吨，增长3.1%。我们要继续抓好春耕备耕工作，保障粮食安全，促进农民增收。"
BOMB = bytes(4_000_000)


def page(title, charset="utf-8"):
    paragraphs = "".join(f"<p>第{n}项。{SPEECH}</p>" for n in range(1, 5))
    head = f"<head><meta charset='{charset}'><title>{title}</title></head>"
    return f"<html>{head}<body><h1>{title}</h1><p>{DAY}</p><div class='content'>{paragraphs}</div></body></html>"


def endless(handler, hit):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    _write(handler, (b"x" * 65536 for _ in range(100_000)))


def drip(handler, hit):
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    _write(handler, (b"1\r\nx\r\n" for _ in range(1000)), pause=0.02)


def cut(handler, hit):
    handler.send_response(200)
    handler.send_header("Content-Length", "50000")
    handler.end_headers()
    _write(handler, [page("一半").encode()[:900]])


def reset(handler, hit):
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    os.close(handler.connection.detach())
    handler.close_connection = True


def no_http(handler, hit):
    _write(handler, [b"SSH-2.0-OpenSSH_9.2\r\n"])


def _write(handler, chunks, pause=0.0):
    handler.close_connection = True
    try:
        for chunk in chunks:
            handler.wfile.write(chunk)
            time.sleep(pause)
    except OSError:
        return  # they hung up, as they should


def once_busy(answer):
    """What answers 503 once, and then well."""
    return lambda handler, hit: (503, {}, b"") if hit == 1 else answer


GOOD = {
    "/good/utf8.html": once_busy((200, {}, page("在农村工作会议上的讲话").encode())),
    "/good/gbk.html": (
        200,
        {"Content-Type": "text/html; charset=utf-8"},
        page("在春耕会议上的讲话", "gb2312").encode("gb18030"),
    ),
}
# path → what answers, how it must end: outcome, reason, whether another try may help
TRAPS = {
    "/trap/loop.html": ((302, {"Location": "/trap/loop.html"}, b""), ("failed", "redirect_loop", False)),
    "/trap/ssrf.html": ((302, {"Location": "http://169.254.169.254/"}, b""), ("failed", "blocked_address", False)),
    "/trap/file.html": ((302, {"Location": "file:///etc/passwd"}, b""), ("failed", "blocked_scheme", False)),
    "/trap/away.html": ((302, {"Location": "http://other.example/"}, b""), ("failed", "offsite", False)),
    "/trap/gzip.html": ((200, {"Content-Encoding": "gzip"}, gzip.compress(BOMB)), ("failed", "too_large", False)),
    "/trap/br.html": (
        (200, {"Content-Encoding": "br"}, brotli.compress(BOMB, quality=1)),
        ("failed", "too_large", False),
    ),
    "/trap/endless.html": (endless, ("failed", "too_large", False)),
    "/trap/drip.html": (drip, ("failed", "too_slow", False)),  # after its second try
    "/trap/cut.html": (cut, ("failed", "truncated", True)),
    "/trap/reset.html": (reset, ("failed", "reset", True)),
    "/trap/no_http.html": (no_http, ("failed", "bad_response", False)),
    "/trap/empty.html": ((200, {}, b""), ("failed", "empty", False)),
    "/trap/gone.html": ((200, {}, "<title>提示</title>您访问的页面不存在".encode()), ("failed", "soft_404", False)),
    "/trap/wall.html": ((200, {}, "<title>提示</title>请先登录".encode()), ("declined", "login_wall", False)),
    "/trap/script.html": (
        (200, {}, b"<script>document.cookie='a=1';location.reload()</script>"),
        ("declined", "challenge", False),
    ),
    "/trap/521.html": ((521, {}, b""), ("declined", "http_521", False)),
    "/trap/junk.html": ((200, {}, bytes(range(256)) * 64), ("fetched", None, False)),
    "/trap/pdf.html": ((200, {}, b"%PDF-1.7" + bytes(2000)), ("fetched", None, False)),
    "/trap/deep.html": ((200, {}, b"<div>" * 20_000), ("fetched", None, False)),
}
# what is fetched and no page, and why clean puts it into quarantine
QUARANTINED = {
    "/trap/junk.html": "undecodable",
    "/trap/pdf.html": "unreadable_document",
    "/trap/deep.html": "no_speech",
}


def open_on(site):
    """Let a test's site answer so."""
    site.answers.update(GOOD)
    site.answers.update({path: answer for path, (answer, _) in TRAPS.items()})
