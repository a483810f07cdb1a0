from datetime import date

import pytest

from include.clean.dates import compact_date, date_in_url, first_date
from include.clean.html import parse
from include.clean.metadata import metas_of, publication_date, source_line, texts_near
from include.clean.titles import find_heading, title_of

TODAY = date(2024, 5, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("发布时间：2021年3月5日 09:30", "2021-03-05"),
        ("2021-03-05", "2021-03-05"),
        ("2021/3/5 8:00", "2021-03-05"),
        ("2017——04——12 21:37", "2017-04-12"),
        ("2021.03.05", "2021-03-05"),
        ("2021-03-05T20:30:00Z", "2021-03-06"),
        ("2021-03-05T20:30:00+08:00", "2021-03-05"),
        ("1614912000", "2021-03-05"),
        ("1970-01-01", None),
        ("2031-01-01", None),
        ("2021-02-30", None),
        ("3月5日", None),
        ("电话 2021-1234567", None),
        (None, None),
    ],
)
def test_dates(text, day):
    assert first_date(text, TODAY) == day


def test_compact_dates_are_read_only_where_a_date_is_expected():
    assert compact_date("20210305093000", TODAY) == "2021-03-05"
    assert first_date("20210305093000", TODAY) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("http://a.example/art/2021/3/5/art_1_2.html", "2021-03-05"),
        ("http://a.example/zw/202103/t20210305_77.html", "2021-03-05"),
        ("http://a.example/2021-03/05/content_9.htm", "2021-03-05"),
        ("http://a.example/c3/20210305_1.html", "2021-03-05"),
        ("http://a.example/post_2021.html", None),
        ("http://a.example/8820210305991.html", None),
    ],
)
def test_dates_in_urls(url, day):
    assert date_in_url(url, TODAY) == day


def published(head="", body="", url=""):
    tree = parse(
        f"<html><head>{head}</head><body>{body}<div id=text><p>文中说到2001年1月1日，那是从前。</p></div></body></html>"
    )
    near = texts_near(tree, tree.get_element_by_id("text"))
    found = publication_date(tree, metas_of(tree), near, url)
    return (found.day, found.place) if found else None


META = "<meta name='PubDate' content='2021-03-05 09:00'>"
LD = '<script type="application/ld+json">{"@graph": [{"datePublished": "2021-03-06T08:00:00"}]}</script>'
LINE = "<div class=info>发布时间：2021-03-07 来源：某某日报</div>"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param({"head": META + LD, "body": LINE}, ("2021-03-05", "meta:pubdate"), id="meta first"),
        pytest.param({"head": LD, "body": LINE}, ("2021-03-06", "json-ld"), id="then structured data"),
        pytest.param({"body": LINE, "url": "/20210308/1.html"}, ("2021-03-07", "visible"), id="then the date line"),
        pytest.param(
            {"body": "<p>更新时间：2021-04-01</p><p>2021年3月7日</p>"}, ("2021-03-07", "visible"), id="not the update"
        ),
        pytest.param(
            {
                "body": "<table><tr><td>成文日期：</td><td>2021-02-01</td>"
                "<td>发布日期：</td><td>2021-03-07</td></tr></table>"
            },
            ("2021-03-07", "visible"),
            id="a table of labels",
        ),
        pytest.param(
            {"body": "<p>2021-03-07</p><p>缴费时间：2021-02-01，逾期不候。</p>"},
            ("2021-03-07", "visible"),
            id="not another time",
        ),
        pytest.param({"body": "<p>今天是2021年3月9日</p>" + LINE}, ("2021-03-07", "visible"), id="not today"),
        pytest.param(
            {"head": "<script>var o={pubTime:'2021-03-09 10:00'}</script>"}, ("2021-03-09", "script"), id="a script"
        ),
        pytest.param(
            {"head": "<meta name=PubDate content=1970-01-01>", "body": LINE}, ("2021-03-07", "visible"), id="no 1970"
        ),
    ],
)
def test_the_date_comes_from_the_surest_place(page, expected):
    assert published(**page) == expected


def test_broken_structured_data_is_passed_over():
    assert published(head='<script type="application/ld+json">{"datePublished": </script>', body=LINE) == (
        "2021-03-07",
        "visible",
    )


def test_the_source_line_is_taken_as_it_stands():
    tree = parse(f"<body>{LINE}<div id=text><p>文。</p></div></body>")
    assert source_line(texts_near(tree, tree.get_element_by_id("text"))) == "来源：某某日报"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<meta name=ArticleTitle content='在会上的讲话'><title>某区政府</title>", "<h1>首页</h1>", "在会上的讲话"),
        ("<title>在春耕会上的讲话_公文网</title>", "<h1>公文网</h1><h2>在春耕会上的讲话</h2>", "在春耕会上的讲话"),
        ("<title>在春耕会上的讲话 - 某某人民政府</title>", "", "在春耕会上的讲话"),
        (
            "<title>某某区人民政府门户网站</title>",
            "<div class=title>在全区春耕会上的讲话</div>",
            "在全区春耕会上的讲话",
        ),
        (
            "<title>在全区春耕会上的讲话.docx_文档网</title>",
            "<h1>在全区春耕会上的讲话.docx</h1>",
            "在全区春耕会上的讲话",
        ),
        ("", "", None),
    ],
    ids=["meta", "confirmed heading", "title tag", "nearest heading", "file name", "none"],
)
def test_titles(head, body, title):
    tree = parse(f"<html><head>{head}</head><body>{body}<div id=text><p>今天，开会。</p></div></body></html>")
    metas = metas_of(tree)
    assert title_of(tree, metas, find_heading(tree, metas), tree.get_element_by_id("text")) == title
