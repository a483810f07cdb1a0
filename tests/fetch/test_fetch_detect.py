import time

import pytest

from include.clean.charset import decode
from include.fetch.detect import refusal_in

SENTENCE = "今年以来，全县地区生产总值完成一百八十六亿元，同比增长百分之五点九，工业投资增长较快，民生实事全部完成。"
NAVIGATION = "".join(f"<li><a href='/{n}/'>栏目{n}</a></li>" for n in range(60))


def page(body, title="在全县工作会议上的讲话"):
    head = f"<html><head><title>{title}</title></head><body><ul>{NAVIGATION}</ul>"
    return f"{head}{body}<div>主办：县政府办公室</div></body></html>"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(page("<p>抱歉，您访问的页面不存在</p>", "404"), "soft_404", id="D9 a portal's 404 page"),
        pytest.param("<html><body>该信息已被删除</body></html>", "soft_404", id="D9 a deleted item"),
        pytest.param("<h1>404 Not Found</h1><hr>nginx", "soft_404", id="D9 a server's page"),
        pytest.param(page("<p>哎呀，页面走丢了</p>", "某某县人民政府"), "soft_404", id="D9 lost"),
        pytest.param(page("<p>文章不存在或已删除！</p>", "系统提示"), "soft_404", id="D9 article gone"),
        pytest.param("<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1>", "soft_404", id="D9 nginx"),
        pytest.param("<title>IIS Windows Server</title><img src=iisstart.png>", "soft_404", id="D9 IIS"),
        pytest.param("<title>Apache Tomcat/8.5.51</title><h1>Apache Tomcat</h1>", "soft_404", id="D9 Tomcat"),
        pytest.param("<title>恭喜，站点创建成功！</title><h1>恭喜, 站点创建成功！</h1>", "soft_404", id="D9 panel"),
        pytest.param("<title>town.example</title><h2>This domain is for sale!</h2>", "soft_404", id="D9 parked domain"),
        pytest.param("<script>alert('文章不存在');history.go(-1)</script>", "soft_404", id="D9 in an alert"),
        pytest.param("<meta http-equiv='refresh' content='3;url=/'>", "soft_404", id="D9 sent home"),
        pytest.param(
            "<script>window.location.href='http://town.example/index.html'</script>", "soft_404", id="D9 home by script"
        ),
        pytest.param("<title>安全验证</title><body><div>请完成验证后继续访问</div>", "challenge", id="D8 safety check"),
        pytest.param(
            "<title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x'></script>",
            "challenge",
            id="D8 script",
        ),
        pytest.param("<script>var a='__jsluid_s=1';location='/'</script>", "challenge", id="D8 cookie script"),
        pytest.param(
            "<script>document.cookie=('_')+('_')+('j')+'=1;';location.href=location.pathname</script>",
            "challenge",
            id="D8 cookie script in disguise",
        ),
        pytest.param("<script>var arg1='0F';setCookie('acw_sc__v2',arg1)</script>", "challenge", id="D8 arg1"),
        pytest.param("<script>$_ts=window['$_ts'];if(!$_ts)$_ts={};</script>", "challenge", id="D8 obfuscated"),
        pytest.param(
            "<noscript>请开启JavaScript并刷新该页.</noscript><script>1</script>", "challenge", id="D8 noscript"
        ),
        pytest.param(
            "<title>网站防火墙</title>您的请求带有不合法参数，已被网站管理员设置拦截！", "challenge", id="D8 firewall"
        ),
        pytest.param("<body>当前访问疑似黑客攻击，已被创宇盾拦截。", "challenge", id="D8 shield"),
        pytest.param("<body>当前环境异常，完成验证后即可继续访问。<a>去验证</a>", "challenge", id="D8 环境异常"),
        pytest.param("<body><p>请按住滑块，拖动到最右边</p>", "challenge", id="D8 slider"),
        pytest.param(
            "<body>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。<p>2024-03-05 10:00:00",
            "challenge",
            id="D8 blocked by the cloud",
        ),
        pytest.param("<body>您的访问过于频繁，请稍后再试</body>", "challenge", id="D8 too often"),
        pytest.param(
            "<title>用户登录</title><form><input name=p type=password></form>", "login_wall", id="D8 login form"
        ),
        pytest.param("<body><div>该文档需要登录后才能查看</div></body>", "login_wall", id="D8 login message"),
        pytest.param("<title>提示</title><p>系统维护中，请稍后访问</p>", "unavailable", id="maintenance"),
        pytest.param("<title>500 Internal Server Error</title><h1>oh</h1>", "unavailable", id="an error with 200"),
        pytest.param("<body>Error establishing a database connection", "unavailable", id="no database"),
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


NOTICES = [
    pytest.param("<p>会议定于三月五日召开。</p>", id="plain"),
    pytest.param("<a>会员登录</a><p>会议定于三月五日召开。</p><form>请输入验证码<input></form>", id="with a form"),
    pytest.param("<img src='1.jpg'><img src='2.jpg'>", id="pictures only"),
    pytest.param("<p>因系统升级，县政府网站三月五日暂停，届时找不到页面属正常。</p>", id="of a site's repair"),
    pytest.param("<p>请先登录县政务服务网，再填写申报表。</p>", id="tells to log in"),
    pytest.param("<p>各单位要整改网站链接不存在、页面打不开的问题。</p>", id="of dead links"),
    pytest.param("<p>近期系统繁忙，请错峰办理。</p>", id="of a busy system"),
    pytest.param(
        "<p>收费站将安装人机验证设备。</p><script src='/geetest.js'></script>", id="of checks, with a captcha"
    ),
    pytest.param("<p>见附件。</p><script>document.cookie='v=1';location.reload()</script>", id="a cookie script"),
    pytest.param("<p>见附件。</p><meta http-equiv=refresh content='600;url=/'>", id="goes home in the end"),
]


@pytest.mark.parametrize("body", NOTICES)
def test_a_short_notice_is_a_page_by_its_title(body):
    assert refusal_in(page(body, "关于国道404线建设会议的通知")) is None


@pytest.mark.parametrize("body", NOTICES)
@pytest.mark.parametrize(
    "imprint",
    [
        pytest.param("<p>发布时间：2024-03-05</p>", id="date"),
        pytest.param("<span>来源：县政府办公室</span>", id="source"),
        pytest.param("<meta name='PubDate' content='2024-03-05'>", id="meta"),
    ],
)
def test_a_short_notice_is_a_page_by_its_imprint(body, imprint):
    assert refusal_in(page(imprint + body, "某某县人民政府")) is None


def test_a_document_that_is_gone_says_so_in_its_title_too():
    assert refusal_in(page("<p>发布时间：</p><p>文章不存在</p>", "文章不存在-工作报告网")) == "soft_404"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<script>" * 30_000, id="scripts that never end"),
        pytest.param("<div>" * 50_000, id="nested"),
        pytest.param("<" * 250_000, id="angle brackets"),
        pytest.param("<div>" * 200_000, id="D3 200,000 nested"),
        pytest.param(f"<p>{'讲话 ' * 1_700_000}", id="D3 5 MB of one text"),
        pytest.param(f"<p {' '.join(f'a{n}=1' for n in range(1_000_000))}>", id="D3 a million attributes"),
        pytest.param("location=" * 30_000, id="D3 scripts that move"),
        pytest.param("<script>alert('" * 20_000, id="D3 alerts"),
        pytest.param("<meta http-equiv=refresh url " * 10_000, id="D3 refreshes"),
        pytest.param("页面不存在" * 50_000, id="one text"),
        pytest.param("   \n", id="blank"),
        pytest.param("<!-- -->", id="a comment"),
        pytest.param("\x00\x01<p>", id="control characters"),
    ],
)
def test_d3_traps_are_read_in_time(text):
    started = time.process_time()
    refusal_in(text)
    decode(text.encode())
    assert time.process_time() - started < 5
