import pytest

from include.clean.about.metadata import metas_of
from include.clean.about.titles import find_heading
from include.clean.articles.article import container_of, root_of
from include.clean.articles.attachments import attachments_of, documents_for_text
from include.clean.markup.html import parse
from include.clean.rules import CleanRules
from include.records import Attachment

TITLE = "在全区农业工作会议上的讲话"
URL = "http://town.example/a/1.html"


def attachments(content, around=""):
    tree = parse(
        f"<html><head><title>{TITLE}</title></head><body><div class=wrap><h1>{TITLE}</h1><div class=con>{content}</div>"
        f"</div>{around}</body></html>"
    )
    heading = find_heading(tree, metas_of(tree))
    root = root_of(tree)
    return attachments_of(root, container_of(root, heading, CleanRules()), heading, URL)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        pytest.param('<a href="1.docx">讲话稿</a>', ("http://town.example/a/1.docx", "讲话稿", "docx"), id="a link"),
        pytest.param(
            '<a href="/d/1.PDF?v=2">讲话</a>', ("http://town.example/d/1.PDF?v=2", "讲话", "pdf"), id="capitals"
        ),
        pytest.param(
            '<a href="/down.jsp?id=3&filename=讲话.wps">讲话</a>',
            ("http://town.example/down.jsp?id=3&filename=讲话.wps", "讲话", "wps"),
            id="a download by name",
        ),
        pytest.param(
            '<a href="/file/88" title="讲话.docx">下载</a>',
            ("http://town.example/file/88", "下载", "docx"),
            id="a title",
        ),
        pytest.param(
            '<a href="/file/88">附件：讲话.doc</a>',
            ("http://town.example/file/88", "附件：讲话.doc", "doc"),
            id="a file's name as words",
        ),
        pytest.param('<iframe src="/d/1.pdf"></iframe>', ("http://town.example/d/1.pdf", "1.pdf", "pdf"), id="a frame"),
        pytest.param('<embed src="/d/1.pdf">', ("http://town.example/d/1.pdf", "1.pdf", "pdf"), id="an embed"),
        pytest.param(
            '<object data="/d/1.ofd"></object>', ("http://town.example/d/1.ofd", "1.ofd", "ofd"), id="an object"
        ),
        pytest.param(
            '<iframe src="/pdfjs/web/viewer.html?file=%2Fd%2F1.pdf#page=1"></iframe>',
            ("http://town.example/d/1.pdf", "1.pdf", "pdf"),
            id="a viewer",
        ),
    ],
)
def test_forms_of_attachments(link, expected):
    assert attachments(f"<p>附件：{link}</p>") == (Attachment(*expected),)


@pytest.mark.parametrize(
    "link",
    [
        '<a href="2.html">正文</a>',
        '<a href="javascript:down(1)">讲话.pdf</a>',
        '<a href="mailto:a@town.example">信.doc</a>',
        '<a href="ftp://town.example/1.doc">讲话</a>',
        '<a href="http://[1.doc">讲话</a>',
        '<a href="/list?type=1.5">讲话</a>',
    ],
)
def test_what_is_none(link):
    assert attachments(link) == ()


def test_they_are_listed_in_order_once_and_without_those_of_the_site(paragraphs):
    text = "".join(f"<p>{text}</p>" for text in paragraphs)
    links = '<a href="2.xls">表</a><a href="1.docx">稿</a><a href="2.xls">表</a>'
    around = (
        '<div class=footer><a href="/guide.pdf">网站指南</a></div><div class=list><a href="/form.doc">申请表</a></div>'
    )
    menu = '<header><a href="/app.zip">客户端</a></header>'
    assert [each.kind for each in attachments(text + links, around + menu)] == ["xls", "docx"]


def doc(name, kind="docx"):
    return Attachment(f"http://town.example/{name}.{kind}", name, kind)


@pytest.mark.parametrize(
    ("attached", "text", "expected"),
    [
        pytest.param([doc("一"), doc("二", "pdf")], "", ["一", "二"], id="no text: all"),
        pytest.param([doc("报名表"), doc(TITLE + "（定稿）")], "", [TITLE + "（定稿）"], id="called like the page"),
        pytest.param([doc("一", "doc"), doc("二", "rar")], "", [], id="none can be read"),
        pytest.param([doc(str(n)) for n in range(9)], "", ["0", "1", "2"], id="a few of many"),
        pytest.param(
            [doc("区长讲话"), doc("名单")], "现将讲话印发给你们，请认真贯彻落实。", ["区长讲话"], id="a cover note"
        ),
        pytest.param([doc("报名表")], "现将通知印发给你们，请认真贯彻落实。", [], id="a note with a form"),
        pytest.param([doc(TITLE)], "今年工作要抓好三件事。" * 40, [], id="the page has its text"),
    ],
)
def test_which_documents_stand_in_for_the_text(attached, text, expected):
    assert [each.name for each in documents_for_text(attached, TITLE, text)] == expected
