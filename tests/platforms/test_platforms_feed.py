from datetime import date

import pytest

from include.errors import BrokenSourceError
from include.platforms.base import Entry, load_platform

URL = "http://town.example/rss.xml"
EXPECTED = (
    Entry("http://town.example/1.html", "县长在“两会”上的讲话", date(2024, 3, 5)),
    Entry("http://town.example/2.html", "座谈会发言", date(2024, 3, 4)),
)


def parse(text, url=URL):
    return load_platform("feed").parse(text, url)


def rss(items, head=""):
    return f'<?xml version="1.0" encoding="gb2312"?><rss version="2.0"><channel>{head}{items}</channel></rss>'


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            rss("""<item><title>县长在“两会”上的讲话</title><link>http://town.example/1.html</link>
                <pubDate>Mon, 04 Mar 2024 16:30:00 GMT</pubDate></item>
                <item><title><![CDATA[<b>座谈会</b>发言]]></title><link>
                http://town.example/2.html
                </link><pubDate>Mon, 04 Mar 2024 09:00:00 +0800</pubDate></item>"""),
            id="RSS 2.0",
        ),
        pytest.param(
            rss("""<item><title>县长在&amp;ldquo;两会&amp;rdquo;上的讲话</title>
                <guid>http://town.example/1.html</guid><pubDate>2024-03-05 08:00</pubDate></item>
                <item><title>座谈会发言</title><guid isPermaLink="false">77</guid><link>http://town.example/2.html</link>
                <pubDate>2024年3月4日</pubDate></item>"""),
            id="guid, local dates",
        ),
        pytest.param(
            """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>讲话</title></channel>
                <item rdf:about="http://town.example/1.html"><title>县长在“两会”上的讲话</title>
                <dc:date>2024-03-05T01:00:00+08:00</dc:date></item>
                <item rdf:about="urn:x"><title>座谈会发言</title><link>http://town.example/2.html</link>
                <dc:date>2024-03-04</dc:date></item></rdf:RDF>""",
            id="RSS 1.0",
        ),
        pytest.param(
            """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="m"><entry><media:title>图片</media:title>
                <title type="html">县长在&amp;ldquo;两会&amp;rdquo;上的讲话</title>
                <link rel="enclosure" href="http://town.example/1.mp3"/><link rel="self" href="http://town.example/1.atom"/>
                <link href="http://town.example/1.html"/><updated>2024-03-09T00:00:00Z</updated>
                <published>2024-03-05T00:00:00Z</published></entry>
                <entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">座谈会<b>发言</b></div></title>
                <link rel="alternate" type="application/json" href="http://town.example/2.json"/>
                <link rel="alternate" type="text/html" href="http://town.example/2.html"/>
                <updated>2024-03-04T00:00:00Z</updated></entry></feed>""",
            id="Atom",
        ),
        pytest.param(
            """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://town.example/"><entry>
                <title>县长在“两会”上的讲话</title><link href="1.html"/><published>2024-03-05</published></entry><entry>
                <title>座谈会发言</title><link href="/2.html"/><published>2024-03-04</published></entry></feed>""",
            id="Atom with a base",
        ),
        pytest.param(
            rss("""<item><title>县长在&ldquo;两会&rdquo;上的讲话</title><link>http://town.example/1.html</link>
                <pubDate>2024-03-05</pubDate></item><item><title>座谈会发言\x08</title>
                <link>http://town.example/2.html</link><pubDate>2024-03-04</pubDate></item>"""),
            id="D7 entities of HTML, control characters",
        ),
    ],
)
def test_feeds_of_many_kinds(text):
    assert parse(text).entries == EXPECTED


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            """<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="?p=1"/>
                <link rel="next" href="?p=2"/></feed>""",
            id="Atom",
        ),
        pytest.param(
            rss("", '<link>/</link><a:link xmlns:a="http://www.w3.org/2005/Atom" rel="next" href="/rss.xml?p=2"/>'),
            id="RSS",
        ),
        pytest.param("""<feed><link rel="prev-archive" href="/rss.xml?p=2"/></feed>""", id="archive"),
    ],
)
def test_a_paged_feed_leads_on(text):
    assert parse(text).next_url == URL + "?p=2"


def test_a_feed_of_one_page_ends_there():
    assert parse(rss("<item><link>/1.html</link></item>", "<link>http://town.example/</link>")).next_url is None


def test_an_entry_without_a_link_keeps_its_place():
    page = parse(rss("<item><title>通知</title></item><item><link>/1.html</link></item>"))
    assert page.entries == (Entry("about:blank", "通知", None), Entry("/1.html", "", None))


def test_an_address_keeps_what_looks_like_markup():
    assert parse(rss("<item><link>/show?a=1&amp;copy=2</link></item>")).entries[0].href == "/show?a=1&copy=2"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        pytest.param(
            "<!DOCTYPE html><html><body>请登录</body></html>",
            "rss.xml is no RDF or feed or rss: it holds <html>",
            id="HTML",
        ),
        pytest.param('{"items": []}', "holds no XML", id="JSON"),
        pytest.param("", "holds no XML", id="empty"),
        pytest.param(
            rss("<item><title>讲话</title></item>"), "none of the 1 entries of this feed has a link", id="D10 no link"
        ),
    ],
)
def test_what_is_no_feed_is_named(text, complaint):
    with pytest.raises(BrokenSourceError, match=complaint):
        parse(text)
