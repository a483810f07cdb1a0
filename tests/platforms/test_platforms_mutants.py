"""Listings that were damaged on the way are read or refused, never worse."""

import random

import pytest

from include.errors import BrokenSourceError
from include.platforms.base import JsonPaths, ListingRules, load_platform

HTML = """<base href="/x/"><ul><li><a href="/1.html">在会议上的讲话</a><span>2024-03-05</span></li>
<li><b>05</b><i>2024-03</i><a href="/2.html" onclick="location.href='p2'">下一页</a></li></ul>
<script>createPageHTML(3,0,"index","html")</script>"""
SOUND = {
    "numbered_listing": HTML,
    "next_link": HTML,
    "sitemap": """<?xml version="1.0"?><urlset xmlns="x"><url><loc>http://a.example/1?a=1&amp;b</loc><lastmod>2024-03-05
</lastmod><n:news xmlns:n="y"><n:title><![CDATA[讲话]]></n:title></n:news></url></urlset>""",
    "feed": """<rss><channel><link rel="next" href="?p=2"/><item><title>&lt;b&gt;讲话</title><link>http://a.example/1</link>
<guid>http://a.example/</guid><pubDate>Tue, 05 Mar 2024 00:00:00 +0800</pubDate></item></channel></rss>""",
    "json_listing": """{"l": [{"t": "<b>讲话", "u": "/1", "d": "2024-03-05"}, {"t": 1, "u": 2, "d": 1e300}], "p": 3}""",
}
PIECES = [
    "<",
    ">",
    "&",
    '"',
    "'",
    "\x00",
    "\u2028",
    "2024",
    "-03-",
    "５",
    "<a href='",
    "http://[",
    "{",
    "[",
    "null",
    "NaN",
]
PIECES += [
    "&#xD800;",
    "&#0;",
    "<!DOCTYPE",
    "<![CDATA[",
    "]]>",
    "page=",
    "9999999999",
    "\\ud800",
    "<base href='http://[",
]
RULES = ListingRules(json=JsonPaths("l", "t", "u", "d", "p"))
ROUNDS = 150


def damaged(text, rng):
    for _ in range(rng.randint(1, 12)):
        start = rng.randrange(len(text) + 1)
        cut = rng.choice((0, 0, 1, 5, 9))
        text = text[:start] + rng.choice(["", *PIECES]) + text[start + cut :]
    return text


@pytest.mark.parametrize("name", SOUND)
def test_d7_damage_is_read_or_refused(name):
    platform, rng, read = load_platform(name), random.Random(f"damage/{name}"), 0
    for _ in range(ROUNDS):
        text = damaged(SOUND[name], rng)
        try:
            page = platform.parse(text, "http://town.example/list?page=3", RULES)
        except BrokenSourceError:
            continue
        read += 1
        for entry in page.entries:
            (entry.href + entry.title).encode("utf-8")
    assert read > 0
