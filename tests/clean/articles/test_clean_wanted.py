"""What else fetch is to request for a page."""

import pytest
from test_clean_further import TEXT, TITLE, URL, page

from include.clean.articles.wanted import Wanted, wanted
from include.clean.rules import CleanRules
from include.sample_site.generate import build_site

NEXT = '<a href="1_2.html">下一页</a>'
DOCUMENT = "<p>附件：<a href=/d/1.docx>讲话全文</a></p>"


def want(body, first=None):
    found = wanted(body, URL, CleanRules(), first=first)
    return found.next_url, [each.url for each in found.documents]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(page(TEXT), (None, []), id="an article"),
        pytest.param(page(TEXT[:3], pager=NEXT), ("http://town.example/a/1_2.html", []), id="one on several pages"),
        pytest.param(page([], head=DOCUMENT), (None, ["http://town.example/d/1.docx"]), id="only a document"),
        pytest.param(page(TEXT, head=DOCUMENT), (None, []), id="an article with a document"),
        pytest.param(page([], pager=NEXT, head=DOCUMENT), ("http://town.example/a/1_2.html", []), id="pages first"),
        pytest.param(
            page([], head="<p>附件：<a href=/d/1.doc>讲话全文</a></p>"), (None, []), id="one that nobody reads"
        ),
        pytest.param(
            page(["现将讲话印发给你们，请认真学习，抓好落实。"], head=f"<p><a href=/d/2.pdf>{TITLE}</a></p>"),
            (None, ["http://town.example/d/2.pdf"]),
            id="a cover note",
        ),
        pytest.param(bytes(range(256)) * 20, (None, []), id="junk"),
        pytest.param(b"", (None, []), id="nothing"),
    ],
)
def test_what_a_page_wants(body, expected):
    assert want(body) == expected


def test_a_further_page_wants_no_documents():
    assert want(page([], head=DOCUMENT), first="http://town.example/a/1.html") == (None, [])


def test_a_selector_that_matches_nothing_wants_nothing():
    assert wanted(page([], head=DOCUMENT), URL, CleanRules(content="#gone")) == Wanted()


# What the quick look must see through: the label in another writing, in pieces, in an attribute.
LABELS = [
    *("<a href=1_2.html>下一页</a>", "<a href=1_2.html>下<b>一</b> 页</a>", "<a href=1_2.html>&#19979;&#x4e00;页</a>"),
    *("<a href=1_2.html>后页</a>", "<a href=1_2.html>下一頁</a>", "<a href=1_2.html title=下页></a>"),
    *(
        "<a href=1_2.html>Next Page</a>",
        "<a href=1_2.html><img alt='NEXT'></a>",
        "<link rel='prev next' href=1_2.html>",
    ),
    *("<a href=1_2.html>&gt;</a>", "<a href=1_2.html>&raquo;</a>", "<a href=1_2.html title='>>'></a>"),
    *("<a href=1_2.html>→<i></i></a>", "<a href=1_2.html>>></a>", "<a href=1_2.html><i></i>&nbsp;›&nbsp;</a>"),
    *("<a href=1_2.html>2</a>", "<a href=1_2.html>[<b>2</b>]</a>", "<a href=1_2.html>&nbsp;第2页&nbsp;</a>"),
    *("<a href=1_2.html onclick='a>b'><span>&#50;</span></a>", "<select><option value=1_2.html>第2页</select>"),
    "<script>createPageHTML('pager', 3, 1, '1', 'html')</script>",
    "<script>var currentPage = 0; var countPage = 3</script>",
]
DOCUMENTS = [
    *(
        "<a href=/d/1.PDF>全文</a>",
        "<a href=/d/1%2epdf>全文</a>",
        "<a href=/d/1.%70d%46>全文</a>",
        "<a href=/d/1.doc%78>全文</a>",
    ),
    *("<a href=/get?f=1.docx>全文</a>", "<a href=/get?id=1 title=讲话.docx>全文</a>", "<a href=/get?id=1>讲话.pdf</a>"),
    *("<iframe src=/v.html?file=/d/1.pdf></iframe>", "<a href=&#47;d&#47;1&#46;pdf>全文</a>"),
]


@pytest.mark.parametrize("html", LABELS)
def test_the_quick_look_sees_every_label(html):
    assert want(page(TEXT[:3], pager=html))[0] in ("http://town.example/a/1_2.html", "http://town.example/a/1_1.html")


@pytest.mark.parametrize("html", DOCUMENTS)
def test_the_quick_look_sees_every_document(html):
    assert len(want(page([], head=html))[1]) == 1


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(page(TEXT), id="an article"),
        pytest.param(
            page(
                TEXT,
                pager="<td>2</td><a href=2.html>下一篇</a><a href=/>首页</a> &gt; <a href=b>要闻</a>",
            ),
            id="numbers in the text, other links",
        ),
        pytest.param(page(TEXT, pager="<script>a.nextSibling; x => y; s = 'pdf'</script>"), id="a script"),
    ],
)
def test_an_ordinary_page_is_not_parsed(body, monkeypatch):
    monkeypatch.setattr("include.clean.articles.wanted.parse", lambda text: pytest.fail("parsed"))
    assert want(body) == (None, [])


def test_the_quick_look_never_says_no_where_the_page_wants_something(monkeypatch):
    pages = [each.body for each in build_site().all_pages()]
    quick = [wanted(body, URL, CleanRules()) for body in pages]
    monkeypatch.setattr("include.clean.articles.wanted.may_want", lambda *_: True)
    assert quick == [wanted(body, URL, CleanRules()) for body in pages]
    assert any(found.documents for found in quick)
