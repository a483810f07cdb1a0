"""What else fetch is to request for a page."""

import pytest
from test_clean_further import TEXT, TITLE, URL, page

from include.clean.articles.wanted import Wanted, wanted
from include.clean.rules import CleanRules

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
