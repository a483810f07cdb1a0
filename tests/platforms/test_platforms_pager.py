import time

import pytest

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
            BASE,
            """<script>createPageHTML('page_div', 50, 1, 'index', 'shtml', 741);</script>""",
            "index_2.shtml",
            id="script with an element counts from 1",
        ),
        pytest.param(
            BASE + "index_50.shtml",
            """<script>createPageHTML('page_div', 50, 50, 'index', 'shtml', 741);</script>""",
            None,
            id="script with an element, last",
        ),
        pytest.param(
            BASE,
            """<script>var currentPage = 0; // 从0开始
            var countPage = 35 // 共多少页
            document.write('<a href="index_' + nextPage + '.' + "shtml" + '">下一页</a>');</script>""",
            "index_1.shtml",
            id="script written out",
        ),
        pytest.param(
            BASE + "index_34.html",
            "<script>var currentPage = 34; var countPage = 35</script>",
            None,
            id="script written out, last",
        ),
        pytest.param(
            BASE,
            '<select><option value="index.html">1</option><option value="index_1.html">2</option></select>',
            "index_1.html",
            id="choices",
        ),
        pytest.param(BASE, pager(("/jh/2/", "2"), ("/jh/3/", "3")), "2/", id="folders"),
        pytest.param(BASE + "2/", pager(("/jh/2/", "2"), ("/jh/3/", "3")), "3/", id="folders, second"),
        pytest.param(BASE + "p1.html", pager(("p1.html", "1"), ("p2.html", "2")), "p2.html", id="p2"),
        pytest.param(BASE + "p2.html", pager(("p1.html", "1"), ("p2.html", "2")), None, id="p2, last"),
        pytest.param(BASE, pager(("30517.html", "2"), ("list-9.html", "3")), None, id="a number that is no page's"),
        pytest.param(
            BASE + "list?channel=7&pageNum=1",
            pager(("?channel=7&pageNum=2", "2")),
            "list?channel=7&pageNum=2",
            id="pageNum",
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
        pytest.param(pager(("list-abc.html", "下 一 页&nbsp;")), "list-abc.html", id="blanks"),
        pytest.param(pager(("list-abc.html", "下一页→")), "list-abc.html", id="words and an arrow"),
        pytest.param(pager(("list-abc.html", "下一页(2/10)")), "list-abc.html", id="with the count"),
        pytest.param(pager(("list-abc.html", "<img alt='下一页' src='x.gif'>")), "list-abc.html", id="a picture"),
        pytest.param("<a rel='next' href='list-abc.html'><i></i></a>", "list-abc.html", id="by its relation"),
        pytest.param("<a class='btn next' href='list-abc.html'><i></i></a>", "list-abc.html", id="by its class"),
        pytest.param(
            """<a href="javascript:;" onclick="window.location.href='list-abc.html'">下一页</a>""",
            "list-abc.html",
            id="by its script",
        ),
        pytest.param("<a class='next' href='news.html'>相关新闻</a>", None, id="a class beside other words"),
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


@pytest.mark.parametrize("name", ["numbered_listing", "next_link"])
def test_both_platforms_of_html_read_a_page(name):
    body = "<html><body><ul><li><a href='/1.html'>讲话</a>2024-03-05</li></ul></body></html>"
    assert len(load_platform(name).parse(body, BASE).entries) == 1


def test_a_base_element_says_what_addresses_refer_to():
    body = """<head><base href="/other/"></head><body><ul><li><a href="11.html">在会上的讲话</a>2024-03-05</li></ul>
              <a href="list-abc.html">下一页</a></body>"""
    page = load_platform("next_link").parse(f"<html>{body}</html>", BASE)
    assert page.entries[0].href == "http://town.example/other/11.html"
    assert page.next_url == "http://town.example/other/list-abc.html"


def test_a_list_that_hides_in_a_script_is_read():
    body = """<script type="text/xml"><datastore>
        <nextgroup><![CDATA[<a href="/proxy.jsp?page=1&id=3"></a>]]></nextgroup>
        <recordset><record><![CDATA[<li><a href="/art/1_2.html">在全县会议上的讲话</a><b>2024-03-05</b></li>]]></record>
        <record><![CDATA[<li><a href="/art/1_3.html">在座谈会上的发言</a><b>2024-03-04</b></li>]]></record>
        </recordset></datastore></script>"""
    page = load_platform("numbered_listing").parse(f"<html><body>{body}</body></html>", BASE)
    assert [entry.href for entry in page.entries] == ["/art/1_2.html", "/art/1_3.html"]
    assert page.next_url == "http://town.example/proxy.jsp?page=1&id=3"


@pytest.mark.parametrize(
    "trap",
    [
        pytest.param("<script><datastore>" * 5000, id="lists that never end"),
        pytest.param(
            "<script><datastore>" + "<record><![CDATA[" * 5000 + "</datastore></script>", id="rows that never end"
        ),
        pytest.param("createPageHTML(" * 20_000, id="calls"),
        pytest.param("countPage=" * 20_000, id="numbers that never come"),
        pytest.param(
            "<a href='http://[1'>下一页</a><option value='http://['>2</option><a href='http://['>2</a>", id="no address"
        ),
    ],
)
def test_d3_traps_are_read_in_time(trap):
    started = time.monotonic()
    assert load_platform("numbered_listing").parse(f"<html><base href='http://[x'>{trap}", BASE).next_url is None
    assert time.monotonic() - started < 5
