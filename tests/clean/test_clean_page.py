import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from include.clean.command import main
from include.clean.page import clean_page
from include.clean.rules import CleanRules
from include.errors import BadPageError

TITLE = "在全区农业工作会议上的讲话"


def page(content, head="", around=""):
    return (
        f"<html><head><title>{TITLE}_某某网</title>{head}</head>"
        "<body><div class=nav><a href=/>首页</a> <a href=/a>讲话</a></div>"
        f"<h1>{TITLE}</h1><div class=info>发布时间：2021-03-05 来源：某某网</div><div class=con>{content}</div>{around}"
        "<div class=foot>主办：某某区人民政府办公室，未经许可不得转载。</div></body></html>"
    )


def test_a_page_of_a_site(paragraphs):
    body = (
        "<p>以下是小编整理的讲话，欢迎阅读。</p>"
        + "".join(f"<p>{text}</p>" for text in ["同志们：", *paragraphs])
        + "<p>查看全文</p>"
    )
    cleaned = clean_page(page(body).encode("gb18030"))
    assert cleaned.text == "\n".join(["同志们：", *paragraphs])
    assert (cleaned.title, cleaned.published_on, cleaned.published_from) == (TITLE, "2021-03-05", "visible")
    assert (cleaned.charset, cleaned.source_line) == ("gb18030", "来源：某某网")
    assert [(span.start, span.end) for span in cleaned.speeches] == [(0, len(cleaned.text))]
    assert {piece.kind for piece in cleaned.stripped} >= {"editor_line", "pager"}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (bytes(range(256)) * 20, "undecodable"),
        (b"%PDF-1.5", "unreadable_document"),
        ("<title>提示</title><body>您访问的页面不存在！</body>".encode(), "soft_404"),
        ("<body>抱歉，您要查看的文章已被删除，请返回首页看看别的吧。</body>".encode(), "soft_404"),
        ("<body><form><input name=q><button>搜索</button></form><p>请输入关键词</p></body>".encode(), "search_form"),
        ("<body><h1>在会上的讲话</h1><p>附件：<a href=1.docx>讲话.docx</a></p></body>".encode(), "attachment_only"),
        (
            ("<body><ul>" + "<li><a href=x>在全区会议上的讲话，节选。</a></li>" * 30 + "</ul></body>").encode(),
            "link_list",
        ),
    ],
    ids=["empty", "junk", "pdf", "soft 404", "soft 404 in a sentence", "search form", "attachment only", "listing"],
)
def test_pages_without_an_article_are_quarantined_with_the_reason(body, reason):
    with pytest.raises(BadPageError) as caught:
        clean_page(body)
    assert caught.value.reason == reason


def test_an_article_may_speak_of_missing_pages(paragraphs):
    text = "".join(f"<p>{text}</p>" for text in [*paragraphs, "网站的页面不存在死链，这一点要保持。"])
    assert "页面不存在" in clean_page(page(text).encode()).text


def test_the_sources_selectors_come_first(paragraphs):
    rules = CleanRules(content=".mine", title=".name", date=".day", drop=(".zx",))
    inner = f"<p>{paragraphs[0]}</p><p class=zx>请咨询</p>"
    body = page(
        f"<b class=name>别名</b><i class=day>2020年1月2日</i><div class=mine>{inner}</div><p>{paragraphs[1]}</p>"
    )
    cleaned = clean_page(body.encode(), rules=rules)
    assert (cleaned.title, cleaned.published_on, cleaned.published_from) == ("别名", "2020-01-02", "selector")
    assert cleaned.text == paragraphs[0]


def test_a_selector_that_matches_nothing_is_told(paragraphs):
    with pytest.raises(BadPageError) as caught:
        clean_page(page(f"<p>{paragraphs[0]}</p>").encode(), rules=CleanRules(content="#gone"))
    assert caught.value.reason == "layout"


def test_the_url_and_the_listing_date_an_undated_page(paragraphs):
    body = f"<body><p>{paragraphs[0]}</p></body>".encode()
    assert clean_page(body, "http://a.example/20200102_1.html", listed_on="2020-01-03").published_from == "url"
    listed = clean_page(body, listed_on="2020-01-03")
    assert (listed.published_on, listed.published_from) == ("2020-01-03", "listing")


def test_what_the_listing_calls_a_page_without_a_title(paragraphs):
    body = f"<body><p>{paragraphs[0]}</p></body>".encode()
    cleaned = clean_page(body, listed_title="在全镇农业工作会议上的讲话")
    assert (cleaned.title, cleaned.title_from) == ("在全镇农业工作会议上的讲话", "listing")
    named = clean_page("<title>在春耕会议上的讲话</title>".encode() + body, listed_title="讲话")
    assert (named.title, named.title_from) == ("在春耕会议上的讲话", "page_title")


def test_several_speeches_have_spans_of_their_own(paragraphs):
    text = "".join(f"<p>{text}</p>" for text in paragraphs)
    cleaned = clean_page(page(f"<h3>第一篇：春耕讲话</h3>{text}<h3>第二篇：防汛讲话</h3>{text}").encode())
    assert [cleaned.text[span.start : span.end] for span in cleaned.speeches] == ["\n".join(paragraphs)] * 2


HAN = st.text(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经",
    min_size=12,
    max_size=60,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(HAN.map(lambda text: f"{text[:6]}，{text[6:]}。"), min_size=1, max_size=12, unique=True))
def test_no_text_that_stands_alone_in_a_plain_page_is_lost(texts):
    body = (
        "<html><body>"
        + "".join(f"<p>{text}</p>" for text in ["今天，我们在这里召开全区的工作会议。", *texts])
        + "</body></html>"
    )
    cleaned = clean_page(body.encode())
    assert cleaned.text.split("\n")[1:] == texts
    assert clean_page(f"<body>{cleaned.text.replace(chr(10), '<br>')}</body>".encode()).text == cleaned.text


def test_the_command_prints_a_line_a_page_and_goes_on_after_a_bad_one(tmp_path, capsys, paragraphs):
    good, bad = tmp_path / "good.html", tmp_path / "bad.html"
    good.write_text(page(f"<p>{paragraphs[0]}</p>"), encoding="utf-8")
    bad.write_bytes(b"")
    assert main([str(bad), str(good), str(tmp_path / "none.html")]) == 2
    printed = capsys.readouterr()
    (row,) = map(json.loads, printed.out.splitlines())
    assert row["file"] == str(good)
    assert {"title", "published_on", "published_from", "charset", "text", "speeches", "stripped"} <= row.keys()
    assert {"no", "title", "start", "end", "content_year"} <= row["speeches"][0].keys()
    assert len(printed.err.splitlines()) == 2
    assert "bad.html: the body is empty" in printed.err


def test_d5_what_the_server_declared_counts_where_the_bytes_leave_it_open():
    text = "各位鄉親，今年全縣的發票收入增加，請大家繼續努力，共同建設我們的家園。"
    body = f"<body><p>{text}</p></body>".encode("big5")
    assert clean_page(body, charset="big5").text == text
    assert clean_page(f"<body><p>{text}</p></body>".encode(), charset="big5").charset == "utf-8"


@pytest.mark.parametrize(
    ("broken", "flags"),
    [
        pytest.param(b"", (), id="D6 every character"),
        pytest.param(b"<p>\xff\xfe</p>", ("unreadable_characters",), id="D6 some that cannot be read"),
    ],
)
def test_d6_a_page_says_that_characters_could_not_be_read(broken, flags, paragraphs):
    body = page("".join(f"<p>{text}</p>" for text in paragraphs)).encode().replace(b"</div>", broken + b"</div>", 1)
    assert clean_page(body).flags == flags
