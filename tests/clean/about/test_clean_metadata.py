import pytest

from include.clean.about.metadata import (
    Found,
    Publisher,
    check_site,
    date_conflict,
    metas_of,
    publication_date,
    publisher,
    source_line,
    texts_near,
)
from include.clean.markup.html import parse
from include.errors import BadPageError


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
            {"head": "<script>var t = {publishTime: 1614912000000, n: 1}</script>"},
            ("2021-03-05", "script"),
            id="epoch",
        ),
        pytest.param(
            {"body": "<span itemprop=datePublished content=2021-03-04>昨天</span>" + LINE},
            ("2021-03-04", "microdata"),
            id="microdata",
        ),
        pytest.param(
            {"head": '<script type="application/ld+json">[{"name": "某网"}, {"datePublished": "2021-03-06"}]</script>'},
            ("2021-03-06", "json-ld"),
            id="structured data in a list",
        ),
        pytest.param(
            {"head": "<meta name=PubDate content=1970-01-01>", "body": LINE},
            ("2021-03-07", "visible"),
            id="D13 no 1970",
        ),
        pytest.param(
            {"head": "<meta name=PubDate content='2999-01-01 08:00'>", "body": LINE},
            ("2021-03-07", "visible"),
            id="D13 no future",
        ),
        pytest.param(
            {"head": "<meta name=PubDate content='2017——04——12 21:37'>", "body": LINE},
            ("2017-04-12", "meta:pubdate"),
            id="D13 long dashes",
        ),
        pytest.param(
            {"head": "<meta name=PubDate content='2999-01-01'>"}, None, id="D13 nothing rather than a future day"
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


def near_of(body):
    tree = parse(f"<body>{body}<div id=text><p>文。</p></div></body>")
    return texts_near(tree, tree.get_element_by_id("text"))


@pytest.mark.parametrize(
    ("metas", "body", "expected"),
    [
        ({"contentsource": "某某县府办"}, LINE, Publisher("来源：某某日报", None, "visible")),
        (
            {"contentsource": "某某县府办", "sitename": "某某县"},
            "",
            Publisher("某某县府办", "某某县", "meta:contentsource"),
        ),
        ({}, "", Publisher()),
    ],
    ids=["the visible line first", "then the meta", "neither"],
)
def test_the_publisher_and_where_it_was_read(metas, body, expected):
    assert publisher(metas, near_of(body)) == expected


@pytest.mark.parametrize(
    ("day", "body", "listed_on", "conflict"),
    [
        pytest.param("2021-03-05", "", "2021-03-08", False, id="D13 listed after the weekend"),
        pytest.param("2021-03-05", "", "2021-06-01", True, id="D13 listed months later"),
        pytest.param("2023-05-12", LINE, "2023-05-12", True, id="D13 the page shows another year"),
        pytest.param("2021-03-05", LINE, None, False, id="D13 undated listing"),
        pytest.param(None, "", "2021-03-05", False, id="D13 no date at all"),
    ],
)
def test_d13_dates_that_contradict_each_other(day, body, listed_on, conflict):
    found = Found(day, "meta:pubdate") if day else None
    assert date_conflict(found, near_of(body), listed_on) is conflict


@pytest.mark.parametrize("code", ["3601000001", " 3601000001 ", ""], ids=["the same", "with blanks", "none given"])
def test_d14_the_code_of_the_site(code):
    check_site({"siteidcode": code} if code else {}, "3601000001")


def test_d14_any_code_is_right_for_a_source_without_one():
    check_site({"siteidcode": "3601000001"}, None)


def test_d14_another_site_is_told():
    with pytest.raises(BadPageError, match="3601000009") as caught:
        check_site({"siteidcode": "3601000009"}, "3601000001")
    assert caught.value.reason == "identity"
