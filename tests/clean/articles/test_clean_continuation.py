"""Where an article goes on: its own next page, never another article."""

import pytest

from include.clean.articles.continuation import next_page, page_of
from include.clean.markup.html import parse

SITE = "http://town.example"


def after(html, url="/a/content_123.html", first=None):
    found = next_page(parse(f"<html><body>{html}</body></html>"), SITE + url, first and SITE + first)
    return found and found.removeprefix(SITE)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param('<a href="content_123_2.html">下一页</a>', "/a/content_123_2.html", id="a link"),
        pytest.param('<a href="content_123-2.html">[下页]</a>', "/a/content_123-2.html", id="a dash, a bracket"),
        pytest.param('<a href="/a/123_2.html">下一页</a>', None, id="another stem"),
        pytest.param('<a href="content_124.html">下一页</a>', None, id="the next article"),
        pytest.param('<a href="content_123_2.html">下一篇</a>', None, id="the words say the next article"),
        pytest.param('<a href="content_123_9.html">下一页</a>', None, id="a leap"),
        pytest.param('<a href="http://other.example/a/content_123_2.html">下一页</a>', None, id="another host"),
        pytest.param('<a href="/b/content_123_2.html">下一页</a>', None, id="another folder"),
        pytest.param(
            '<a href="content_123_2.html#top"><img alt="下一页"></a>', "/a/content_123_2.html", id="a picture"
        ),
        pytest.param(
            '<a href="javascript:;" onclick="location.href=\'content_123_2.html\'">下一页</a>',
            "/a/content_123_2.html",
            id="a script",
        ),
        pytest.param('<base href="/a/"><a href="content_123_2.html">下一页</a>', "/a/content_123_2.html", id="a base"),
        pytest.param(
            "<b>1</b><a href=content_123_2.html>[2]</a><a href=content_123_3.html>[3]</a>",
            "/a/content_123_2.html",
            id="numbers",
        ),
        pytest.param(
            "<a href=content_123_1.html>1</a><a href=content_123_2.html>2</a>",
            "/a/content_123_2.html",
            id="the first has a number of its own",
        ),
        pytest.param(
            "<select><option value=content_123.html>第1页<option value=content_123_2.html>第2页</select>",
            "/a/content_123_2.html",
            id="choices",
        ),
        pytest.param('<div class=comment><a href="content_123_2.html">下一页</a></div>', None, id="comments"),
        pytest.param('<div class="pic-list"><a href="content_123_2.html">下一页</a></div>', None, id="a gallery"),
        pytest.param(
            "<div class=slide-frame>" + "<div>" * 5 + "<a href=content_123_2.html>下一页</a>",
            "/a/content_123_2.html",
            id="the frame of the page is no gallery",
        ),
        pytest.param('<a href="?page=2">下一页</a>', "/a/content_123.html?page=2", id="a query"),
        pytest.param('<a href="#2">下一页</a><a href="http://[">下一页</a>', None, id="no address"),
        pytest.param("<p>没有了</p>", None, id="one page"),
    ],
)
def test_the_second_page(html, expected):
    assert after(html) == expected


@pytest.mark.parametrize(
    ("url", "html", "expected"),
    [
        pytest.param(
            "/a/t7_1.html", "<script>createPageHTML(3, 0, 't7_1', 'html')</script>", "/a/t7_1_1.html", id="first"
        ),
        pytest.param(
            "/a/t7_1_1.html", "<script>createPageHTML(3, 1, 't7_1', 'html')</script>", "/a/t7_1_2.html", id="second"
        ),
        pytest.param(
            "/a/t7_1_2.html",
            "<script>createPageHTML(3, 2, 't7_1', 'html')</script><a href=t7_1_3.html>下一页</a>",
            None,
            id="last",
        ),
        pytest.param("/a/t7_1.html", "<script>createPageHTML(1, 0, 't7_1', 'html')</script>", None, id="only"),
        pytest.param(
            "/a/t7_1.html", "<script>createPageHTML(9, 0, 'index', 'html')</script>", None, id="of a list beside it"
        ),
    ],
)
def test_pagers_that_a_script_draws(url, html, expected):
    assert after(html, url, "/a/t7_1.html") == expected


def test_a_later_page_leads_on_to_its_follower_only():
    links = "<a href=content_123.html>上一页</a><a href=content_123_3.html>下一页</a>"
    assert after(links, "/a/content_123_2.html", "/a/content_123.html") == "/a/content_123_3.html"
    back = "<a href=content_123.html>[1]</a><a href=content_123_2.html>下一页</a>"
    assert after(back, "/a/content_123_3.html", "/a/content_123.html") is None


@pytest.mark.parametrize(
    ("first", "url", "expected"),
    [
        ("/a/index.html", "/a/index_2.html", 2),
        ("/a/", "/a/index_2.html", 2),
        ("/a/", "/a/2", 2),
        ("/", "/2.html", None),
        ("/123", "/123/2", 2),
        ("/123", "/123_2/", 2),
        ("/123.html", "/123/2.html", 2),
        ("/123.html", "/123.html", 0),
        ("/123.html", "/124.html", None),
        ("/c4711_1.html", "/c4711_2.html", 2),
        ("/20210305_1.html", "/20210305_2.html", None),
        ("/t20210305_1.html", "/t20210305_2.html", None),
        ("/content_1.html", "/content_2.html", None),
        ("/show?id=5", "/show?id=5&page=3", 3),
        ("/show?id=5&page=1", "/show?id=5&page=2", 2),
        ("/show?id=5", "/show?id=6&page=2", None),
        ("/?p=123", "/?p=124", None),
    ],
)
def test_which_page_of_an_article_an_address_is(first, url, expected):
    assert page_of(SITE + url, SITE + first) == expected


def test_http_and_https_are_one_site():
    assert page_of("https://town.example/a_2.html", "http://town.example/a.html") == 2
    assert page_of("ftp://town.example/a_2.html", "http://town.example/a.html") is None
