"""Pages without an article are quarantined, each with its own reason."""

import pytest
from made_documents import docx, paragraph, pdf

from include.clean.absence import NoArticleError
from include.clean.page import clean_page

pytestmark = pytest.mark.usefixtures("readers_here")

TITLE = "在全区农业工作会议上的讲话"
MENU = "<form><input name=q></form><div class=nav><a href=/>首页</a></div>"
LINKS = "".join(f"<li><a href=/{n}.html>在全区第{n}次会议上的讲话</a></li>" for n in range(20))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        pytest.param("<h1>提示</h1>您访问的页面不存在！", "soft_404", id="D9 soft 404"),
        pytest.param(f"<h1>{TITLE}</h1><p>附件：<a href=1.doc>讲话.doc</a></p>", "attachment_only", id="an attachment"),
        pytest.param(f"{MENU}<h1>{TITLE}</h1><iframe src=/1.pdf></iframe>", "attachment_only", id="a PDF in a frame"),
        pytest.param("<div id=app></div><script src=/app.js></script>", "shell", id="an application"),
        pytest.param(f"<h1>{TITLE}</h1><div>正在加载，请稍候…</div>", "shell", id="loading"),
        pytest.param(f"<h1>{TITLE}</h1><div>请先登录后查看全文</div>", "shell", id="a login"),
        pytest.param(f"{MENU}<h1>{TITLE}</h1><video src=/1.mp4></video>", "video_only", id="a video"),
        pytest.param(f"<h1>{TITLE}</h1><iframe src=//v.example/player?id=1></iframe>", "video_only", id="a player"),
        pytest.param(
            f"{MENU}<h1>{TITLE}</h1><p><img src=/p/1.jpg></p><p><img src=/p/2.jpg>", "picture_only", id="a scan"
        ),
        pytest.param(f"{MENU}<img src=/logo.png><p>请输入关键词</p>", "search_form", id="a search form"),
        pytest.param(f"<ul>{LINKS}</ul>", "link_list", id="a list"),
        pytest.param(f"<h1>{TITLE}</h1><p>略</p>", "no_speech", id="nothing"),
    ],
)
def test_the_reason(body, reason):
    with pytest.raises(NoArticleError) as caught:
        clean_page(f"<html><head><title>{TITLE}</title></head><body>{body}</body></html>".encode())
    assert caught.value.reason == reason


def test_the_message_names_the_documents():
    body = f"<h1>{TITLE}</h1><p>附件：<a href=1.doc>讲话全文</a><a href=2.rar>附表</a></p>"
    with pytest.raises(NoArticleError, match=r"only 2 attached: 讲话全文 \(doc\), 附表 \(rar\)") as caught:
        clean_page(body.encode(), "http://town.example/1.html")
    assert [each.url for each in caught.value.attachments] == ["http://town.example/1.doc", "http://town.example/2.rar"]


def test_a_page_of_many_downloads_is_a_list():
    links = "".join(f"<li><a href=/{n}.doc>第{n}号申请表</a></li>" for n in range(20))
    with pytest.raises(NoArticleError) as caught:
        clean_page(f"<body><ul>{links}</ul></body>".encode())
    assert caught.value.reason == "link_list"


@pytest.mark.parametrize("body", [pdf([[]]), docx("")], ids=["a scan", "an empty file"])
def test_documents_have_reasons_of_their_own(body):
    from include.errors import BadPageError

    with pytest.raises(BadPageError) as caught:
        clean_page(body)
    assert caught.value.reason in ("picture_only", "empty")


def test_a_document_that_is_no_speech_says_so():
    from include.errors import BadPageError

    with pytest.raises(BadPageError) as caught:
        clean_page(docx(paragraph("报名表")))
    assert caught.value.reason == "no_speech"
