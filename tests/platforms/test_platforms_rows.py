import time
from datetime import date

import pytest
from bs4 import BeautifulSoup

from include.platforms.base import Entry
from include.platforms.rows import read_rows

CHROME = '<div class="nav"><a href="/">首页</a><a href="/zwgk/">政务公开信息</a></div>'
FOOTER = """<div class="footer"><a href="/map.html">网站地图导航</a> 更新于 2024-03-06</div>"""
LONG = "在全县经济工作会议上的讲话"
EXPECTED = [
    Entry("/a/t20240305_11.html", LONG, date(2024, 3, 5)),
    Entry("/a/t20240304_10.html", "县长在座谈会上的发言", date(2024, 3, 4)),
]


def rows(body, selector=None):
    return read_rows(BeautifulSoup(f"<html><body>{body}</body></html>", "lxml"), selector)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            f"""<ul><li><a href="/a/t20240305_11.html" title="{LONG}">在全县经济工作会…</a><span>2024-03-05</span></li>
            <li><a href="/a/t20240304_10.html">县长在座谈会上的发言</a><span>[2024-03-04]</span></li></ul>""",
            id="list",
        ),
        pytest.param(
            f"""<table><tr><td>1</td><td><a href="/a/t20240305_11.html">{LONG}</a></td><td>2024年3月5日</td></tr>
            <tr><td>2</td><td><a href="/a/t20240304_10.html">县长在座谈会上的发言</a></td>
            <td>2024年3月4日</td></tr></table>""",
            id="table",
        ),
        pytest.param(
            f"""<dl><dt><a href="/a/t20240305_11.html">{LONG}</a></dt><dd>发布时间：2024-03-05 10:20</dd>
            <dt><a href="/a/t20240304_10.html">县长在座谈会上的发言</a></dt><dd>发布时间：2024-03-04 09:00</dd></dl>""",
            id="definition list",
        ),
        pytest.param(
            f"""<div>·<a href="/a/t20240305_11.html">{LONG}</a> 2024/3/5<br>
            ·<a href="/a/t20240304_10.html">县长在座谈会上的发言</a> 2024/3/4<br></div>""",
            id="flat lines",
        ),
        pytest.param(
            f"""<ul><li><a href="/a/t20240305_11.html"><i>2024.03.05</i><p>{LONG}</p></a></li>
            <li><a href="/a/t20240304_10.html"><i>2024.03.04</i><p>县长在座谈会上的发言</p></a></li></ul>""",
            id="date inside the link",
        ),
        pytest.param(
            f"""<ul class="trs"><li><span class="date">[2024-03-05]</span><a href="/a/t20240305_11.html">{LONG}</a></li>
            <li><span class="date">[2024-03-04]</span>
            <a href="/a/t20240304_10.html">县长在座谈会上的发言</a></li></ul>""",
            id="date before the link",
        ),
        pytest.param(
            f"""<ul><li><a href="/a/t20240305_11.html">{LONG}</a><em>(03-05)</em></li>
            <li><a href="/a/t20240304_10.html">县长在座谈会上的发言</a><em>(03-04)</em></li></ul>""",
            id="year in the address only",
        ),
        pytest.param(
            f"""<ul><li><div><b>05</b><i>2024-03</i></div><a href="/a/t20240305_11.html">{LONG}</a></li>
            <li><div><b>04</b><i>2024年3月</i></div>
            <a href="/a/t20240304_10.html">县长在座谈会上的发言</a></li></ul>""",
            id="card, day above month",
        ),
        pytest.param(
            f"""<ul><li><a href="/a/t20240305_11.html"><div><b>03-05</b><i>2024</i></div><h3>{LONG}</h3></a></li>
            <li><a href="/a/t20240304_10.html"><div><b>03-04</b><i>2024</i></div>
            <h3>县长在座谈会上的发言</h3></a></li></ul>""",
            id="card inside the link",
        ),
        pytest.param(
            f"""<ul><li><span>2024-03-05</span><a href="/zwgk/">[政务公开]</a>
            <a href="/a/t20240305_11.html">{LONG}</a></li>
            <li><span>2024-03-04</span><a href="/zwgk/">[政务公开]</a>
            <a href="/a/t20240304_10.html">县长在座谈会上的发言</a></li></ul>""",
            id="a category beside the entry",
        ),
        pytest.param(
            f"""<table><tr><td><a href="/a/t20240305_11.html">{LONG}</a></td><td><a href="/a/91.html">解读</a></td>
            <td>2024-03-05</td></tr><tr><td><a href="/a/t20240304_10.html">县长在座谈会上的发言</a></td>
            <td><a href="/a/90.html">解读</a></td><td>2024-03-04</td></tr></table>""",
            id="an explanation beside the entry",
        ),
        pytest.param(
            f"""<ul><li><span>03-05</span><a href="/a/t20240305_11.html">{LONG}</a></li>
            <li><span>03-04</span><a href="/a/t20240304_10.html">县长在座谈会上的发言</a></li></ul>""",
            id="month and day, the year in the address",
        ),
        pytest.param(
            f"""<ul><li><a href="/a/t20240305_11.html"><img src="1.jpg"></a>
            <h3><a href="/a/t20240305_11.html">{LONG}</a></h3>
            <p>2024年2月1日，全县召开会议。</p><em>2024-03-05</em></li>
            <li><h3><a href="/a/t20240304_10.html">县长在座谈会上的发言</a></h3><em>2024-03-04</em></li></ul>""",
            id="picture, summary with another date",
        ),
        pytest.param(
            f"""<ul><li><a href="/a/">[讲话]</a><a href="/a/t20240305_11.html">{LONG}</a><span>2024-03-05</span></li>
            <li><a href="/a/">[讲话]</a><a href="/a/t20240304_10.html">县长在座谈会上的发言</a>
            <span>2024-03-04</span></li></ul>""",
            id="a link to the category in each row",
        ),
    ],
)
def test_rows_of_many_kinds(body):
    assert rows(CHROME + body + FOOTER) == EXPECTED


def test_two_long_titles_in_one_row_are_two_entries():
    body = """<ul><li><a href="/11.html">县长在全县经济工作会议上的讲话</a>
              <a href="/12.html">书记在全县经济工作会议上的讲话</a><span>2024-03-05</span></li></ul>"""
    assert [entry.href for entry in rows(body)] == ["/11.html", "/12.html"]


def test_a_table_of_two_columns_has_two_entries_a_row():
    body = """<table><tr><td><a href="/11.html">在会上的讲话</a></td><td>2024-03-05</td>
              <td><a href="/12.html">在会上的发言</a></td><td>2024-03-04</td></tr></table>"""
    assert [(entry.href, entry.listed_on.day) for entry in rows(body)] == [("/11.html", 5), ("/12.html", 4)]


def test_a_date_in_the_title_is_not_the_listed_date():
    body = """<ul><li><a href="/1_20240309.html">2024年1月2日在会议上的讲话</a><span>2024-03-09</span></li></ul>"""
    assert rows(body) == [Entry("/1_20240309.html", "2024年1月2日在会议上的讲话", date(2024, 3, 9))]


def test_an_undated_row_in_a_dated_list_is_an_entry():
    body = """<ul><li><a href="/11.html">在全县会议上的讲话</a><span>2024-03-05</span></li>
              <li><a href="/12.html">县长在座谈会上的发言</a></li></ul>"""
    assert [entry.listed_on for entry in rows(CHROME + body)] == [date(2024, 3, 5), None]


def test_without_any_date_links_to_documents_are_entries():
    body = """<ul><li><a href="/view/30517.html">在全县会议上的讲话</a></li>
              <li><a href="/show?id=7">座谈会上的发言</a></li>
              <li><a href="/view/30518.html">更多</a></li></ul>"""
    assert [entry.href for entry in rows(CHROME + body)] == ["/view/30517.html", "/show?id=7"]


def test_a_selector_narrows_the_reading():
    body = """<ul class="news"><li><a href="/1.html">讲话</a><b>2024-03-05</b></li></ul>
              <ul class="hot"><li><a href="/2.html">热点文章一篇</a><b>2024-03-01</b></li></ul>"""
    assert [entry.href for entry in rows(body, "ul.news li")] == ["/1.html"]


def test_addresses_that_lead_nowhere_are_no_entries():
    body = """<ul><li><a href="javascript:void(0)">打印本页的内容</a>2024-03-05</li>
              <li><a href="#">回到顶部</a>2024-03-05</li></ul>"""
    assert rows(body) == []


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<div>" + "<a href='/x1.html'>讲话材料一篇</a>" * 3000 + "</div>", id="one address 3,000 times"),
        pytest.param(
            "<div>" + "".join(f"<a href='/{n}.html'>讲话{n}</a>" for n in range(3000)) + "</div>", id="3,000 links"
        ),
        pytest.param("<div>" * 3000 + "<a href='/11.html'>在会议上的讲话</a>", id="nested"),
        pytest.param("<ul><li><a href='/11.html'>讲话</a>" + "2024" * 50_000 + "</li></ul>", id="digits"),
    ],
)
def test_traps_are_read_in_time(body):
    started = time.monotonic()
    rows(body)
    assert time.monotonic() - started < 3
