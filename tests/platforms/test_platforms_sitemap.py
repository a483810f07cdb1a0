import time
from datetime import date

import pytest

from include.errors import BrokenSourceError
from include.platforms.base import Entry, Part, load_platform

URL = "http://town.example/sitemap.xml"
SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def parse(text):
    return load_platform("sitemap").parse(text, URL)


def url_of(location, more=""):
    return f"<url><loc>{location}</loc>{more}</url>"


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        pytest.param(f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset {SPACE}>', "</urlset>", id="by the book"),
        pytest.param("<urlset>", "</urlset>", id="no namespace"),
        pytest.param('<urlset xmlns="http://www.google.com/schemas/sitemap/0.84">', "</urlset>", id="old namespace"),
        pytest.param('<?xml version="1.0" encoding="gb2312"?><urlset>', "</urlset>", id="declares another charset"),
        pytest.param('\n<?xml version="1.0"?><s:urlset xmlns:s="x">', "</s:urlset>", id="blank before the declaration"),
        pytest.param("<urlset>", "", id="breaks off"),
    ],
)
def test_entries_of_a_urlset(head, foot):
    page = parse(head + url_of(" http://town.example/1.html\n", "<lastmod>2024-03-04T18:00:00Z</lastmod>") + foot)
    assert page.entries == (Entry("http://town.example/1.html", "", date(2024, 3, 5)),)
    assert (page.newest_first, page.next_url, page.parts) == (False, None, ())


def test_a_sitemap_of_news_has_titles_and_dates():
    more = """<news:news><news:publication_date>2024-03-05</news:publication_date>
        <news:title><![CDATA[在全县会议上的讲话]]></news:title></news:news><lastmod>2024-03-09</lastmod>"""
    page = parse(f"<urlset {SPACE} {NEWS}>{url_of('http://town.example/1.html', more)}</urlset>")
    assert page.entries == (Entry("http://town.example/1.html", "在全县会议上的讲话", date(2024, 3, 5)),)


def test_an_index_gives_parts():
    text = f"""<?xml version="1.0"?><sitemapindex {SPACE}>
        <sitemap><loc>http://town.example/s1.xml</loc><lastmod>2024-03-05</lastmod></sitemap>
        <sitemap><loc>/s2.xml</loc></sitemap><sitemap></sitemap></sitemapindex>"""
    page = parse(text)
    assert page.parts == (
        Part("http://town.example/s1.xml", date(2024, 3, 5)),
        Part("http://town.example/s2.xml", None),
    )
    assert page.entries == ()


def test_a_text_has_an_address_a_line():
    page = parse("http://town.example/1.html\r\n\r\nhttps://town.example/讲话.html \r\n")
    assert [entry.href for entry in page.entries] == ["http://town.example/1.html", "https://town.example/讲话.html"]
    assert not page.newest_first


def test_d7_what_sites_get_wrong_is_mended():
    text = f"<urlset>{url_of('http://town.example/?a=1&b=2')}{url_of('http://town.example/&nbsp;x')}\x0b</urlset>"
    assert [entry.href for entry in parse(text).entries] == [
        "http://town.example/?a=1&b=2",
        "http://town.example/\xa0x",
    ]


def test_an_entry_without_an_address_keeps_its_place():
    assert parse("<urlset><url></url></urlset>").entries == (Entry("about:blank", "", None),)


def test_d3_entities_are_never_resolved():
    nested = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    external = '<!ENTITY file SYSTEM "file:///etc/hostname"><!ENTITY web SYSTEM "http://127.0.0.1:9/x">'
    head = f'<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY e0 "laugh">{nested}{external}]>'
    started = time.monotonic()
    page = parse(f"{head}<urlset>{url_of('http://town.example/&e11;')}{url_of('&file;&web;')}</urlset>")
    assert [entry.href for entry in page.entries] == ["http://town.example/&e11;", "&file;&web;"]
    assert time.monotonic() - started < 3


@pytest.mark.parametrize(
    "trap",
    [
        pytest.param("&" * 300_000, id="ampersands"),
        pytest.param("<![CDATA[" * 100_000, id="sections that never close"),
        pytest.param("&#xD800;&#0;&#99999999;&#x110000;" * 10_000, id="characters that are none"),
        pytest.param("<!DOCTYPE a [" * 50_000, id="declarations"),
    ],
)
def test_d3_traps_are_read_in_time(trap):
    started = time.monotonic()
    assert len(parse(f"<urlset>{url_of('http://town.example/1.html')}{trap}").entries) == 1
    assert time.monotonic() - started < 5


def test_d3_depth_is_bounded():
    deep = "<a>" * 200_000
    assert (
        parse(f"<urlset>{url_of('http://town.example/1.html')}{deep}").entries[0].href == "http://town.example/1.html"
    )


def test_the_largest_sitemap_is_read_in_time():
    entries = "".join(
        url_of(f"http://town.example/{n}.html?a=1&b=2", "<lastmod>2024-03-05</lastmod>") for n in range(50_000)
    )
    started = time.monotonic()
    assert len(parse(f"<urlset>{entries}</urlset>").entries) == 50_000
    assert time.monotonic() - started < 20  # about 1 s on an idle core


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param(
            "<html><body>404</body></html>", "sitemap.xml is no sitemapindex or urlset: it holds <html>", id="HTML"
        ),
        pytest.param("<rss><channel/></rss>", "holds <rss>", id="feed"),
        pytest.param("", "no XML", id="empty"),
        pytest.param("<", "no XML", id="a character"),
        pytest.param("Not found", "neither XML nor an address a line: 'Not found'", id="words"),
    ],
)
def test_what_is_no_sitemap_is_named(text, complaint):
    with pytest.raises(BrokenSourceError, match=complaint):
        parse(text)
