import time

import pytest

from include.fetch.detect import refusal_in

SENTENCE = "今年以来，全县地区生产总值完成一百八十六亿元，同比增长百分之五点九，工业投资增长较快，民生实事全部完成。"
NAVIGATION = "".join(f"<li><a href='/{n}/'>栏目{n}</a></li>" for n in range(60))


def page(body, title="在全县工作会议上的讲话"):
    head = f"<html><head><title>{title}</title></head><body><ul>{NAVIGATION}</ul>"
    return f"{head}{body}<div>主办：县政府办公室</div></body></html>"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(page("<p>抱歉，您访问的页面不存在</p>", "404"), "soft_404", id="a portal's 404 page"),
        pytest.param("<html><body>该信息已被删除</body></html>", "soft_404", id="a deleted item"),
        pytest.param("<h1>404 Not Found</h1><hr>nginx", "soft_404", id="a server's page"),
        pytest.param("<title>安全验证</title><body><div>请完成验证后继续访问</div>", "challenge", id="safety check"),
        pytest.param(
            "<title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x'></script>",
            "challenge",
            id="script",
        ),
        pytest.param("<script>var a='__jsluid_s=1';location='/'</script>", "challenge", id="cookie script"),
        pytest.param("<body>您的访问过于频繁，请稍后再试</body>", "challenge", id="too often"),
        pytest.param("<title>用户登录</title><form><input name=p type=password></form>", "login_wall", id="login form"),
        pytest.param("<body><div>该文档需要登录后才能查看</div></body>", "login_wall", id="login message"),
    ],
)
def test_a_page_that_is_none(text, kind):
    assert refusal_in(text) == kind


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<p>{SENTENCE * 8}</p>", id="plain"),
        pytest.param(f"<p>{SENTENCE * 8}有的部门网站页面不存在，群众找不到页面。</p>", id="speaks of dead pages"),
        pytest.param(f"<p>{SENTENCE * 8}要完成安全验证，落实访问验证制度。</p>", id="speaks of safety checks"),
        pytest.param(f"<div>请先登录</div><p>{SENTENCE * 8}</p><div>登录后阅读全文</div>", id="login link and preview"),
        pytest.param(f"<form><input type='password'></form><p>{SENTENCE * 8}</p>", id="login form in the header"),
        pytest.param(f"<script src='/geetest.js'></script><p>{SENTENCE * 8}</p>", id="a captcha for comments"),
        pytest.param("<br>".join(["同志们：", *[SENTENCE] * 8]), id="lines with breaks"),
    ],
)
def test_a_speech_is_never_taken_for_a_refusal(body):
    assert refusal_in(page(body)) is None


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<p>会议定于三月五日召开。</p>", id="plain"),
        pytest.param("<a>会员登录</a><p>会议定于三月五日召开。</p><form>请输入验证码<input></form>", id="with a form"),
        pytest.param("<img src='1.jpg'><img src='2.jpg'>", id="pictures only"),
    ],
)
def test_a_short_notice_is_a_page(body):
    assert refusal_in(page(body, "关于国道404线建设会议的通知")) is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<script>" * 30_000, id="scripts that never end"),
        pytest.param("<div>" * 50_000, id="D3 nested"),
        pytest.param("<" * 250_000, id="angle brackets"),
        pytest.param("页面不存在" * 50_000, id="one text"),
        pytest.param("   \n", id="blank"),
        pytest.param("<!-- -->", id="a comment"),
        pytest.param("\x00\x01\x02<p>", id="control characters"),
    ],
)
def test_traps_are_read_in_time(text):
    started = time.monotonic()
    refusal_in(text)
    assert time.monotonic() - started < 2
