import time
from datetime import date

import pytest

from include.errors import InterruptedRunError
from include.fetch import robots as robots_module
from include.fetch.fetcher import Fetcher
from include.fetch.outcomes import fetch_one
from include.fetch.robots import Rules, rules_for
from include.fetch.robots_text import LONGEST, text_of
from include.runtime.host_state import RobotsRow
from include.sources.parts import Hours

BODY = "<html><body><p>" + "全县各项工作稳步推进，群众生活持续改善，重点项目加快建设。" * 10 + "</p></body></html>"
DAY = 86_400
HOST = "http://town.example"


def robots(text, status=200):
    return status, {"Content-Type": "text/plain"}, text if isinstance(text, bytes) else text.encode()


def fetch(site, fetcher, path="/page"):
    site.answers.setdefault(path, (200, {}, BODY.encode()))
    return fetch_one(site.link(path), fetcher)


def ended(fetched):
    return fetched.outcome, fetched.reason


def rules(body, agent="Jianghua"):
    """The rules of a robots.txt as it would be stored."""

    class Stored:
        def clock(self):
            return 1000.0

        def robots(self, host):
            return RobotsRow(1000.0, 200, text_of(body if isinstance(body, bytes) else body.encode()), "rules")

    return rules_for(f"{HOST}/", agent, Stored(), "town.example:80", None)


ALL = "User-agent: *\n"
DECLINED = ("declined", "robots")
ALLOWED = ("fetched", None)


@pytest.mark.parametrize(
    ("answer", "expected", "decision"),
    [
        pytest.param(robots("User-agent: *\nDisallow: /"), DECLINED, "rules", id="C1 all disallowed"),
        pytest.param(
            robots("User-agent: jianghua\nDisallow: /page\n\nUser-agent: *\nAllow: /"), DECLINED, "rules", id="by name"
        ),
        pytest.param(robots("User-agent: other\nDisallow: /"), ALLOWED, "rules", id="another robot"),
        pytest.param(robots("Disallow: /", 404), ALLOWED, "allowed", id="C2 404"),
        pytest.param(robots("Disallow: /", 403), ALLOWED, "allowed", id="C2 403"),
        pytest.param(robots("Disallow: /", 401), ALLOWED, "allowed", id="C2 401"),
        pytest.param(robots("", 500), ("parked", "robots_unreachable"), "unreachable", id="C3 500"),
        pytest.param(robots("", 429), ("parked", "robots_unreachable"), "unreachable", id="C3 429"),
        pytest.param(robots(b"\xef\xbb\xbfUser-agent: *\nDisallow: /page"), DECLINED, "rules", id="C4 byte order mark"),
        pytest.param(
            robots("<html><body>页面不存在</body></html>".encode("gbk")), ALLOWED, "rules", id="C4 an error page in GBK"
        ),
        pytest.param(robots(b"User-agent: *\x00\nDisallow: /\x00page"), DECLINED, "rules", id="C4 NUL"),
        pytest.param(robots(bytes(range(256)) * 20), ALLOWED, "rules", id="C4 garbage"),
        pytest.param(
            robots("User-agent: *\nDisallow: /page\n" + "#" * 2_000_000), DECLINED, "rules", id="C4 2 MB, rule first"
        ),
        pytest.param(
            robots("#" * 99 + "\n" * (2 << 20) + "User-agent: *\nDisallow: /page"),
            ALLOWED,
            "rules",
            id="C4 2 MB, rule behind what is read",
        ),
        pytest.param(
            (302, {"Location": "ftp://x.example/robots.txt"}, b""), ALLOWED, "allowed", id="C4 a redirect to nowhere"
        ),
        pytest.param((302, {"Location": "http://[::1/"}, b""), ALLOWED, "allowed", id="C4 a redirect to no address"),
    ],
)
def test_what_robots_txt_decides(site, fetcher, answer, expected, decision):
    site.answers["/robots.txt"] = answer
    fetched = fetch(site, fetcher)
    assert ended(fetched) == expected
    assert fetched.robots == fetcher.robots_decision(site.url("/other")) == decision
    assert site.paths() == ["/robots.txt", "/page"] if expected == ALLOWED else ["/robots.txt"]


@pytest.mark.parametrize("status", [401, 403])
def test_c2_a_strict_source_takes_a_hidden_robots_txt_for_a_no(site, state, tiny, status):
    site.answers["/robots.txt"] = robots("", status)
    with Fetcher(site.source(robots_strict=True), state, owner="test", limits=tiny) as strict:
        fetched = fetch(site, strict)
    assert ended(fetched) == DECLINED
    assert (fetched.robots, str(status) in fetched.message) == ("forbidden", True)
    with Fetcher(site.source(), state, owner="test", limits=tiny) as fetcher:
        assert ended(fetch(site, fetcher)) == ALLOWED


def test_c2_a_strict_source_takes_404_for_no_rules(site, state, tiny):
    with Fetcher(site.source(robots_strict=True), state, owner="test", limits=tiny) as strict:
        assert ended(fetch(site, strict)) == ALLOWED


@pytest.mark.parametrize(
    "answer",
    [pytest.param(robots("", 500), id="500"), pytest.param(lambda handler, hit: time.sleep(0.7), id="silence")],
)
def test_c3_a_host_without_answer_is_left_alone_this_run_and_asked_again_the_next_night(site, state, tiny, answer):
    def night(path):
        with Fetcher(site.source(), state, owner="test", limits=tiny) as fetcher:
            return fetch(site, fetcher, path)

    site.answers["/robots.txt"] = answer
    assert {ended(night(path)) for path in ("/1", "/2")} == {("parked", "robots_unreachable")}
    assert site.paths() == ["/robots.txt"]
    site.answers["/robots.txt"] = robots(ALL)
    now = time.time()
    state.clock = lambda: now + DAY - 600
    assert ended(night("/1")) == ALLOWED


def test_robots_txt_is_asked_for_once_a_day(site, state, tiny):
    site.answers["/robots.txt"] = robots("User-agent: *\nDisallow: /private/")
    for _ in range(2):
        with Fetcher(site.source(), state, owner="test", limits=tiny) as fetcher:
            assert ended(fetch(site, fetcher)) == ALLOWED
    assert site.hits["/robots.txt"] == 1
    row = state.robots(site.host)
    assert (row.status, row.decision) == (200, "rules")


def test_c7_a_robots_txt_that_forbids_after_a_day_is_obeyed_and_what_was_fetched_is_kept(site, state, fetcher):
    site.answers["/robots.txt"] = robots("User-agent: *\nAllow: /")
    first = fetch(site, fetcher, "/1")
    site.answers["/robots.txt"] = robots("User-agent: *\nDisallow: /")
    state.record("night", first)
    assert ended(fetch(site, fetcher, "/2")) == ALLOWED  # within the day
    now = time.time()
    state.clock = lambda: now + DAY + 1
    assert ended(fetch(site, fetcher, "/3")) == DECLINED
    assert state.attempts("night") == [first]


def test_a_robots_txt_from_the_future_is_asked_for_again(site, state, fetcher):
    state.save_robots(site.host, RobotsRow(time.time() + DAY, 200, "User-agent: *\nDisallow: /", "rules"))
    assert ended(fetch(site, fetcher)) == ALLOWED


@pytest.mark.parametrize(("hops", "expected"), [(5, DECLINED), (6, ALLOWED)])
def test_c4_five_redirects_are_followed_and_no_more(site, state, tiny, hops, expected):
    site.answers["/robots.txt"] = (301, {"Location": "/r1"}, b"")
    for hop in range(1, hops):
        site.answers[f"/r{hop}"] = (301, {"Location": f"/r{hop + 1}"}, b"")
    site.answers[f"/r{hops}"] = robots("User-agent: *\nDisallow: /page")
    with Fetcher(site.source(), state, owner="test", limits=tiny) as fetcher:
        assert ended(fetch(site, fetcher)) == expected
    assert (f"/r{hops}" in site.paths()) == (expected == DECLINED)


@pytest.mark.parametrize("may", [pytest.param(True, id="it may be asked"), pytest.param(False, id="it is private")])
def test_c4_a_robots_txt_may_lie_at_another_host_and_that_is_asked_politely_too(site, state, tiny, may):
    other = type(site)()
    other.answers["/rules"] = robots("User-agent: *\nDisallow: /page")
    site.answers["/robots.txt"] = (301, {"Location": other.url("/rules")}, b"")
    source = site.source(allow_hosts=[site.host, other.host] if may else [site.host])
    with Fetcher(source, state, owner="test", limits=tiny) as fetcher:
        assert ended(fetch(site, fetcher)) == (DECLINED if may else ALLOWED)
    assert other.paths() == (["/rules"] if may else [])
    assert (state.lease(other.host) is not None) == may
    other.server.shutdown()
    other.server.server_close()


def test_c4_a_busy_host_of_a_redirected_robots_txt_interrupts(site, state, tiny, monkeypatch):
    monkeypatch.setattr("include.fetch.politeness.PATIENCE", 0.0)
    site.answers["/robots.txt"] = (301, {"Location": "http://198.51.99.9/robots.txt"}, b"")
    state.acquire_lease("198.51.99.9:80", "another run", 60)
    with (
        Fetcher(site.source(), state, owner="test", limits=tiny) as fetcher,
        pytest.raises(InterruptedRunError, match=r"198\.51\.99\.9"),
    ):
        fetch(site, fetcher)
    assert state.robots(site.host) is None


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        pytest.param("Disallow: /", "/a", False, id="C6 everything"),
        pytest.param("Disallow:", "/a", True, id="C6 an empty Disallow"),
        pytest.param("Allow: /p\nDisallow: /", "/page", True, id="C6 the longer Allow"),
        pytest.param("Disallow: /page\nAllow: /p", "/page", False, id="C6 the longer Disallow"),
        pytest.param("Disallow: /folder\nAllow: /folder", "/folder/page", True, id="C6 a tie"),
        pytest.param("Allow: /page\nDisallow: /*.htm", "/page.htm", False, id="C6 the star counts for the length"),
        pytest.param("Allow: /$\nDisallow: /", "/", True, id="C6 the end: the home page"),
        pytest.param("Allow: /$\nDisallow: /", "/page.htm", False, id="C6 the end: another page"),
        pytest.param("Disallow: /*.pdf$", "/file/a.pdf", False, id="C6 star and end"),
        pytest.param("Disallow: /*.pdf$", "/file/a.pdf?v=1", True, id="C6 the end, with a query behind it"),
        pytest.param("Disallow: /a*b*c", "/axxbyyczz", False, id="C6 two stars"),
        pytest.param("Disallow: /*?", "/list?page=2", False, id="C6 any query"),
        pytest.param("Disallow: /list?page=", "/list?page=2", False, id="C6 a query"),
        pytest.param("Disallow: /list?page=", "/list?id=1&page=2", True, id="C6 another query"),
        pytest.param("Disallow: /Private/", "/private/a", True, id="C6 case matters"),
        pytest.param("Disallow: /%7Etown/", "/~town/a", False, id="C6 unreserved characters escaped"),
        pytest.param("Disallow: /a%2fb", "/a%2Fb", False, id="C6 case of escapes"),
        pytest.param("Disallow: /a%2Fb", "/a/b", True, id="C6 an escaped slash is no slash"),
        pytest.param("Disallow: /讲话/", "/%E8%AE%B2%E8%AF%9D/1.html", False, id="C6 raw UTF-8 rule, escaped path"),
        pytest.param("Disallow: /%e8%ae%b2%e8%af%9d/", "/讲话/1.html", False, id="C6 escaped rule, raw path"),
        pytest.param("Disallow: /讲话/".encode("gbk"), "/%BD%B2%BB%B0/1.html", False, id="C6 raw GBK rule"),
        pytest.param("Disallow: /%BD%B2%BB%B0/", "/%bd%b2%bb%b0/1.html", False, id="C6 escaped GBK rule"),
        pytest.param("Disallow: /%BD%B2%BB%B0/", "/%B9%AB%B8%E6/1.html", True, id="C6 another path in GBK"),
        pytest.param("Disallow: /公开/", "/公开/1.html", False, id="C6 a byte that is a line end in Latin-1"),
        pytest.param("Allow: /jh/index.html\nDisallow: /jh/", "/jh/", False, id="C6 an index.html is not its folder"),
        pytest.param("Allow: /jh/index.html\nDisallow: /jh/", "/jh/index.html", True, id="C6 an index.html"),
        pytest.param("Disallow: /robots.txt\nDisallow: /", "/robots.txt", True, id="C6 robots.txt itself"),
        pytest.param("Sitemap: http://x.example/s.xml\nDisallow: /a # why", "/a", False, id="C6 sitemap and comment"),
    ],
)
def test_c6_which_rule_decides(text, path, allowed):
    body = ALL.encode() + (text if isinstance(text, bytes) else text.encode())
    assert rules(body).allows(HOST + path) == allowed


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        pytest.param("User-agent: JIANGHUA\nDisallow: /", False, id="C6 our name in capitals"),
        pytest.param("user-agent:jianghua\r\ndisallow:/\r\n", False, id="C6 small letters, no blanks, CRLF"),
        pytest.param("User-agent: Jianghua/0.1\nDisallow: /", False, id="C6 our name with a version"),
        pytest.param("User-agent: Jiang\nDisallow: /", True, id="C6 a part of our name is another's"),
        pytest.param("User-agent: Jianghua-News\nDisallow: /", True, id="C6 a longer name is another's"),
        pytest.param(f"{ALL}Disallow: /\n\nUser-agent: Jianghua\nDisallow:", True, id="C6 our group, not everybody's"),
        pytest.param("User-agent: Jianghua\nDisallow: /b\n\nUser-agent: Jianghua\nDisallow: /", False, id="C6 merged"),
        pytest.param("User-agent: a\nUser-agent: Jianghua\nDisallow: /", False, id="C6 one group for two"),
        pytest.param("User-agent: a\n\n\nUser-agent: Jianghua\n\nDisallow: /", False, id="C6 blank lines end nothing"),
        pytest.param("User-agent: a\nDisallow: /\nUser-agent: Jianghua\nDisallow: /b", True, id="C6 another's group"),
        pytest.param("Disallow: /\nUser-agent: *\nDisallow: /b", True, id="C6 a rule before any group"),
        pytest.param("", True, id="C6 an empty file"),
    ],
)
def test_c6_which_group_is_ours(text, allowed):
    assert rules(text).allows(f"{HOST}/page") == allowed


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        pytest.param("Crawl-delay: 5", 5.0, id="C5 seconds"),
        pytest.param("Crawl-delay: 0.5", 0.5, id="C5 half a second"),
        pytest.param("Crawl-delay: abc", 0.0, id="C5 nonsense"),
        pytest.param("Crawl-delay: -3", 0.0, id="C5 negative"),
        pytest.param("Crawl-delay: inf", 0.0, id="C5 for ever"),
        pytest.param("Crawl-delay: 86400", 86_400.0, id="C5 a day"),
        pytest.param("Request-rate: 1/10", 10.0, id="C5 a rate"),
        pytest.param("Request-rate: 6/1m\nCrawl-delay: 3", 10.0, id="C5 the longer of both"),
        pytest.param("Request-rate: 0/5", 0.0, id="C5 no rate"),
        pytest.param("Disallow:", 0.0, id="C5 none"),
    ],
)
def test_c5_seconds_between_two_requests(text, delay):
    assert rules(ALL + text).crawl_delay == delay


def test_c5_the_delay_of_robots_txt_is_kept(site, fetcher):
    site.answers["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 5")
    slept = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fetcher.gate, "sleep", slept.append)
        fetch(site, fetcher)
    assert slept == [pytest.approx(5.0, abs=0.5)]
    assert fetcher.notes == []


def test_c5_a_day_between_two_requests_is_capped_and_a_human_is_told(site, fetcher, caplog):
    site.answers["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 86400")
    slept = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fetcher.gate, "sleep", slept.append)
        first, second = (fetch(site, fetcher, path) for path in ("/1", "/2"))
    assert slept == [pytest.approx(60.0, abs=0.5)] * 2
    assert first.exceptions == second.exceptions == (f"Crawl-delay 86400 of {site.host}: 60 seconds are kept",)
    assert len(fetcher.notes) == 1
    assert "86400 seconds" in fetcher.notes[0]
    assert fetcher.notes[0] in caplog.text


def test_a_file_that_is_cut_ends_with_a_whole_line():
    line = b"Disallow: /private/\n"
    text = text_of(line * (LONGEST // len(line) + 10))
    assert len(text) < LONGEST
    assert set(text.splitlines()) == {"Disallow: /private/"}


def test_c10_outside_its_hours_a_source_is_parked_and_nothing_is_asked(site, state, tiny):
    source = site.source(hours=Hours(start="22:00", end="06:00"))
    with Fetcher(source, state, owner="test", limits=tiny) as fetcher:
        state.clock = lambda: 1_709_640_000.0  # 20:00 in Shanghai
        assert ended(fetch(site, fetcher)) == ("parked", "outside_hours")
        assert site.paths() == []
        state.clock = lambda: 1_709_640_000.0 + 3 * 3600
        assert ended(fetch(site, fetcher)) == ALLOWED


def test_the_decision_of_another_host_is_not_ours(site, fetcher):
    assert fetcher.robots_decision(site.url("/page")) is None
    fetch(site, fetcher)
    assert fetcher.robots_decision("http://other.example/") is None


def test_protego_is_parsed_once_for_many_fetchers(monkeypatch):
    robots_module._parsed.cache_clear()
    for _ in range(3):
        assert isinstance(rules(f"{ALL}Disallow: /once-{date.min}"), Rules)
    assert robots_module._parsed.cache_info().misses == 1
