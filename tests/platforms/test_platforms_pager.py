import pytest

from include.platforms import PLATFORMS
from include.platforms.base import load_platform
from include.platforms.pager import page_number, same_listing

BASE = "http://town.example/jh/"


def pager(*links):
    return "".join(f'<a href="{href}">{text}</a>' for href, text in links)


@pytest.mark.parametrize(
    ("url", "body", "expected"),
    [
        pytest.param(
            BASE, pager(("index.html", "1"), ("index_1.html", "2"), ("index_2.html", "3")), "index_1.html", id="first"
        ),
        pytest.param(
            BASE + "index_1.html",
            pager(("index.html", "1"), ("index_1.html", "2"), ("index_2.html", "3")),
            "index_2.html",
            id="second",
        ),
        pytest.param(
            BASE + "index_2.html",
            pager(("index.html", "1"), ("index_1.html", "2"), ("index_2.html", "3")),
            None,
            id="last",
        ),
        pytest.param(
            BASE + "index.html",
            pager(("index_2.html", "2"), ("index_3.html", "3")),
            "index_2.html",
            id="the second is 2",
        ),
        pytest.param(BASE, pager(("index_24.html", "尾页")), "index_1.html", id="only the last page is linked"),
        pytest.param(BASE, "<script>createPageHTML(25, 0, 'index', 'html');</script>", "index_1.html", id="script"),
        pytest.param(
            BASE + "index_24.html", '<script>createPageHTML(25, 24, "index", "html")</script>', None, id="script, last"
        ),
        pytest.param(
            BASE + "list.php?cat=3&page=2",
            pager(("?cat=3&page=1", "1"), ("?cat=3&page=3", "3")),
            "list.php?cat=3&page=3",
            id="in the query",
        ),
        pytest.param(BASE + "list.php?cat=3", pager(("?cat=4&page=1", "另一栏目")), None, id="another category"),
        pytest.param(BASE, pager(("more.aspx?p=a", "下一页")), "more.aspx?p=a", id="by its label"),
        pytest.param(
            BASE, pager(("#", "下一页"), ("javascript:next()", "下一页")), None, id="a label that leads nowhere"
        ),
        pytest.param(
            BASE, pager(("/xw/index_1.html", "新闻"), ("t20240305_1.html", "讲话")), None, id="other listings"
        ),
    ],
)
def test_where_a_numbered_listing_goes_on(url, body, expected):
    page = load_platform("numbered_listing").parse(f"<html><body>{body}</body></html>", url)
    assert page.next_url == (BASE + expected if expected else None)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(pager(("list-abc.html", "下一页 >")), "list-abc.html", id="next page"),
        pytest.param(pager(("list-abc.html", "›")), "list-abc.html", id="an arrow"),
        pytest.param(pager(("index.html", "下一页")), None, id="the page itself"),
        pytest.param(pager(("index_1.html", "2")), None, id="a number only"),
    ],
)
def test_where_a_next_link_leads(body, expected):
    page = load_platform("next_link").parse(f"<html><body>{body}</body></html>", BASE)
    assert page.next_url == (BASE + expected if expected else None)


@pytest.mark.parametrize(
    ("url", "number"),
    [
        pytest.param(BASE, 0, id="folder"),
        pytest.param(BASE + "index.shtml", 0, id="index"),
        pytest.param(BASE + "index_12.html", 12, id="numbered"),
        pytest.param(BASE + "list?page=4", 4, id="query"),
        pytest.param(BASE + "view", None, id="no listing page"),
    ],
)
def test_page_number(url, number):
    assert page_number(url) == number


def test_another_site_is_another_listing():
    assert not same_listing("http://other.example/jh/index_1.html", BASE)


@pytest.mark.parametrize("name", PLATFORMS)
def test_every_platform_reads_a_page(name):
    body = "<html><body><ul><li><a href='/1.html'>讲话</a>2024-03-05</li></ul></body></html>"
    assert len(load_platform(name).parse(body, BASE).entries) == 1
