"""Pages in several bodies: the texts of all, once each, without what the site shows on every page."""

import pytest
from made_documents import docx, paragraph, pdf, printed

from include.clean.articles.further import Further
from include.clean.page import clean_page
from include.errors import BadPageError
from include.records import FetchedPart

pytestmark = pytest.mark.usefixtures("readers_here")

TITLE = "在全区农业工作会议上的讲话"
URL = "http://town.example/a/1.html"
NOTE = "<p>温馨提示：下载后可编辑</p>"
SENTENCE = "今年第{}季度，全区实现农业总产值{}亿元，同比增长{}%，完成了年初定下的任务。"
TEXT = ["".join(SENTENCE.format(n, n + k, n / 10) for k in range(3)) for n in range(1, 11)]


def page(paragraphs, pager="", title=TITLE, head=NOTE):
    inner = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f"<html><head><title>{title}_某某网</title></head><body><div class=nav><a href=/>首页</a></div><h1>{title}</h1>"
        f"<div class=info>发布时间：2021-03-05 来源：某某网</div><div class=con><p>{title}</p>{head}{inner}</div>"
        f"<div class=pages>{pager}</div>"
        "<div class=foot>主办：某某区人民政府办公室，未经许可不得转载。</div></body></html>"
    ).encode()


def further(number, body, role="continuation", **more):
    part = FetchedPart(role, f"http://town.example/a/1_{number}.html", f"sha{number}" if body else None, **more)
    return Further(part, body)


def spans(cleaned):
    return [cleaned.text[part.start : part.end] for part in cleaned.parts]


def test_an_article_on_three_pages_is_one_text():
    parts = [further(2, page(TEXT[3:6])), further(3, page(TEXT[6:]))]
    cleaned = clean_page(page(TEXT[:3]), URL, parts=parts)
    assert cleaned.text == "\n".join([TITLE, *TEXT])
    assert spans(cleaned) == ["\n".join(TEXT[3:6]), "\n".join(TEXT[6:])]
    assert [part.body_sha256 for part in cleaned.parts] == ["sha2", "sha3"]
    assert cleaned.flags == ()
    assert [piece.text for piece in cleaned.stripped if piece.kind == "repeated"] == [TITLE, TITLE]
    assert [span.end for span in cleaned.speeches] == [len(cleaned.text)]


def test_a_sentence_that_the_page_cut_is_whole_again():
    first, second = TEXT[0][:50], TEXT[0][50:]
    cleaned = clean_page(page([TEXT[1], first]), URL, parts=[further(2, page([second, TEXT[2]]))])
    assert cleaned.text == "\n".join([TITLE, TEXT[1], TEXT[0], TEXT[2]])
    assert [each.rule for each in cleaned.repairs] == ["page_break"]


def test_a_page_in_another_charset_is_read_by_its_own():
    body = page(TEXT[3:]).decode().encode("gb18030")
    assert clean_page(page(TEXT[:3]), URL, parts=[further(2, body, charset="gb18030")]).text == "\n".join(
        [TITLE, *TEXT]
    )


def test_a_page_that_only_repeats_adds_nothing_and_is_told():
    cleaned = clean_page(page(TEXT), URL, parts=[further(2, page(TEXT))])
    assert cleaned.text == "\n".join([TITLE, *TEXT])
    assert spans(cleaned) == [""]
    assert cleaned.flags == ()
    assert any(piece.kind == "repeated" and TEXT[9] in piece.text for piece in cleaned.stripped)


def test_the_last_lines_of_an_article_are_found_where_the_first_ones_stood():
    """They weigh less than the site's own sentences beside them."""
    notice = (
        "<div class=tip><p>本网站由某某区政府主办，政务服务中心承办，欢迎您提出宝贵意见，我们会尽快答复您。</p></div>"
    )
    bodies = [
        page(text).replace(b"<div class=pages>", notice.encode() + b"<div class=pages>")
        for text in (TEXT, ["谢谢大家！"])
    ]
    assert clean_page(bodies[0], URL, parts=[further(2, bodies[1])]).text == "\n".join([TITLE, *TEXT, "谢谢大家！"])


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        pytest.param(None, "http_404", id="gone"),
        pytest.param(None, "page_limit", id="too many pages"),
        pytest.param(bytes(range(256)) * 20, None, id="unreadable"),
        pytest.param(b"%PDF-1.7", None, id="no page"),
    ],
)
def test_a_page_that_is_missing_leaves_the_rest_flagged(body, reason):
    cleaned = clean_page(page(TEXT[:5]), URL, parts=[further(2, body, reason=reason)])
    assert cleaned.text == "\n".join([TITLE, *TEXT[:5]])
    assert cleaned.flags == ("incomplete",)
    assert [(part.start, part.end) for part in cleaned.parts] == [(len(cleaned.text),) * 2]


def test_a_second_speech_on_a_second_page_keeps_its_salutation():
    first = page(["同志们：", *TEXT[:4]], head="")
    second = page(["同志们：", *TEXT[4:]], head="")
    assert clean_page(first, URL, parts=[further(2, second)]).text.count("同志们：") == 2


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(docx("".join(map(paragraph, [TITLE, *TEXT]))), id="docx"),
        pytest.param(pdf([printed([TITLE, *TEXT], top=800)]), id="pdf"),
    ],
)
def test_a_document_stands_in_for_the_text_of_a_page(body):
    link = "<p>附件：<a href=/d/1.pdf>讲话全文</a></p>"
    cleaned = clean_page(page([], head=link), URL, parts=[further(2, body, "attachment")])
    assert cleaned.text.split("\n")[-10:] == TEXT
    assert (cleaned.title, cleaned.published_on) == (TITLE, "2021-03-05")
    assert [(each.url, each.kind) for each in cleaned.attachments] == [("http://town.example/d/1.pdf", "pdf")]
    assert [part.role for part in cleaned.parts] == ["attachment"]
    assert cleaned.speeches[0].end == len(cleaned.text)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param(None, "http_404", id="gone"),
        pytest.param(pdf([[]]), "picture_only", id="a scan"),
        pytest.param(page(TEXT), "unsupported_type", id="an error page in its place"),
    ],
)
def test_a_document_that_cannot_be_had_or_read_quarantines_the_page_by_name(body, words):
    link = "<p>附件：<a href=/d/1.pdf>讲话全文</a></p>"
    part = further(2, body, "attachment", reason=None if body else "http_404")
    with pytest.raises(BadPageError, match=f"讲话全文 .pdf.; attachment .*: {words}") as caught:
        clean_page(page([], head=link), URL, parts=[part])
    assert caught.value.reason == "attachment_only"
