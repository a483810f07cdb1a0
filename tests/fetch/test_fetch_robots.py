import time

import pytest

from include.fetch.fetcher import Fetcher
from include.fetch.outcomes import fetch_one

BODY = "<html><body><p>" + "全县各项工作稳步推进，群众生活持续改善，重点项目加快建设。" * 10 + "</p></body></html>"


def robots(text, status=200):
    return status, {"Content-Type": "text/plain"}, text if isinstance(text, bytes) else text.encode()


def fetch(site, fetcher, path="/page"):
    site.answers.setdefault(path, (200, {}, BODY.encode()))
    fetched = fetch_one(site.link(path), fetcher)
    return fetched.outcome, fetched.reason


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param(robots("User-agent: *\nDisallow: /"), ("declined", "robots"), id="C1 all disallowed"),
        pytest.param(
            robots("User-agent: jianghua\nDisallow: /page\n\nUser-agent: *\nAllow: /"),
            ("declined", "robots"),
            id="by name",
        ),
        pytest.param(robots("User-agent: other\nDisallow: /"), ("fetched", None), id="another robot"),
        pytest.param(robots("Disallow: /", 404), ("fetched", None), id="C2 404"),
        pytest.param(robots("Disallow: /", 403), ("fetched", None), id="C2 403"),
        pytest.param(robots("", 500), ("parked", "robots_unreachable"), id="C3 500"),
        pytest.param(
            robots(b"\xef\xbb\xbfUser-agent: *\nDisallow: /page"), ("declined", "robots"), id="C4 byte order mark"
        ),
        pytest.param(
            robots("<html><body>页面不存在</body></html>".encode("gbk")), ("fetched", None), id="C4 an error page"
        ),
        pytest.param(
            robots("User-agent: *\nDisallow: /page\n" + "#" * 2_000_000), ("declined", "robots"), id="C4 2 MB"
        ),
        pytest.param(robots("User-agent: *\nDisallow: /*.html$\nAllow: /page"), ("fetched", None), id="C6 wildcard"),
        pytest.param(
            (302, {"Location": "ftp://x.example/robots.txt"}, b""), ("fetched", None), id="C4 a redirect to nowhere"
        ),
    ],
)
def test_what_robots_txt_decides(site, fetcher, answer, expected):
    site.answers["/robots.txt"] = answer
    assert fetch(site, fetcher) == expected
    assert ("/page" in site.paths()) == (expected[0] == "fetched")


def test_c3_silence_leaves_the_host_alone(site, fetcher):
    site.answers["/robots.txt"] = lambda handler, hit: time.sleep(0.7)
    assert fetch(site, fetcher) == ("parked", "robots_unreachable")
    assert fetch(site, fetcher, "/other") == ("parked", "robots_unreachable")
    assert site.paths() == ["/robots.txt"]


def test_robots_txt_is_asked_for_once_a_day(site, state, tiny):
    site.answers["/robots.txt"] = robots("User-agent: *\nDisallow: /private/")
    for _ in range(2):
        with Fetcher(site.source(), state, owner="test", limits=tiny) as fetcher:
            assert fetch(site, fetcher) == ("fetched", None)
    assert site.hits["/robots.txt"] == 1
    row = state.robots(site.host)
    assert (row.status, row.decision) == (200, "rules")


def test_c4_redirects_are_followed(site, fetcher):
    site.answers["/robots.txt"] = (301, {"Location": "/rules.txt"}, b"")
    site.answers["/rules.txt"] = robots("User-agent: *\nDisallow: /page")
    assert fetch(site, fetcher) == ("declined", "robots")


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        pytest.param("User-agent: *\nCrawl-delay: 5", 5.0, id="seconds"),
        pytest.param("User-agent: *\nCrawl-delay: abc", 0.0, id="nonsense"),
        pytest.param("User-agent: *\nDisallow:", 0.0, id="none"),
    ],
)
def test_c5_the_crawl_delay_is_taken_over(site, fetcher, text, delay):
    site.answers["/robots.txt"] = robots(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fetcher.gate, "sleep", lambda seconds: None)
        fetch(site, fetcher)
    assert fetcher.gate.delays[site.host] == delay
