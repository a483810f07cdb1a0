"""A page and all that belongs to it are fetched in one visit."""

import io
import zipfile

import pytest

from include.clean.batch import clean_batch
from include.errors import InterruptedRunError
from include.fetch.bodies import BodyStore
from include.fetch.fetcher import Fetcher
from include.fetch.links import MOST_TRIES, fetch_links
from include.fetch.parts import INTERRUPTED, InterruptedArticleError, fetch_article
from include.runtime.batches import fetched_pages

SENTENCE = "第{}部分，今年以来，全县上下齐心协力，经济社会发展稳中有进，完成地区生产总值二百一十三亿元。"
URL = "/a/content_7.html"


def page(number, following=None, body=""):
    link = f"<a href='{following}'>下一页</a>" if following else ""
    text = body or SENTENCE.format(number) * 6
    head = "<head><title>在全县工作会议上的讲话</title></head>"
    return f"<html>{head}<body><div><p>{text}</p></div>{link}</body></html>".encode()


def article(site, count, first=URL):
    """An article of so many pages."""
    stem = first.removesuffix(".html")
    addresses = [first, *(f"{stem}_{number}.html" for number in range(2, count + 1))]
    for number, address in enumerate(addresses, 1):
        following = addresses[number].rpartition("/")[2] if number < count else None
        site.answers[address] = (200, {}, page(number, following))
    return addresses


def docx():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<d/>")
    return file.getvalue()


@pytest.fixture
def store(tmp_path):
    return BodyStore(tmp_path)


@pytest.fixture
def fetch(site, fetcher, store):
    def run(path=URL, **more):
        return fetch_article(site.link(path), fetcher, store, **more)

    return run


@pytest.fixture
def fetch_all(site, state, store, tiny):
    def run(paths, *, attempt=1, source=None, **more):
        links = [site.link(path) for path in paths]
        terms = {"run_id": "night", "attempt": attempt, "state": state, "store": store, "known": {}, "limits": tiny}
        return fetch_links(source or site.source(), links, **{**terms, **more})

    return run


def parts(fetched):
    return [(part.role, part.url.rpartition("/")[2], part.reason) for part in fetched.parts]


def test_the_pages_of_an_article_are_fetched_in_one_visit(site, fetch, store):
    addresses = article(site, 3)
    fetched = fetch()
    assert (fetched.outcome, fetched.reason) == ("fetched", None)
    assert parts(fetched) == [("continuation", "content_7_2.html", None), ("continuation", "content_7_3.html", None)]
    assert site.paths() == ["/robots.txt", *addresses]
    assert store.get(fetched.parts[1].body_sha256) == page(3)
    assert [(part.status, part.charset, part.body_bytes) for part in fetched.parts][1] == (200, "utf-8", len(page(3)))


def test_a_page_that_is_all_of_its_article_costs_one_request(site, fetch):
    article(site, 1)
    assert fetch().parts == ()
    assert site.paths() == ["/robots.txt", URL]


def test_each_part_waits_for_the_hosts_delay(site, state, store, tiny, monkeypatch):
    slept = []
    article(site, 3)
    with Fetcher(site.source(delay_seconds=5), state, owner="test", limits=tiny) as fetcher:
        monkeypatch.setattr(fetcher.gate, "sleep", slept.append)
        fetch_article(site.link(URL), fetcher, store)
    assert len([seconds for seconds in slept if seconds > 4]) == 3  # robots.txt came first


def test_robots_txt_holds_for_the_parts(site, fetch):
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /a/content_7_2.html")
    article(site, 3)
    fetched = fetch()
    assert (fetched.outcome, parts(fetched)) == ("fetched", [("continuation", "content_7_2.html", "robots")])
    assert URL.replace("7", "7_2") not in site.paths()


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        pytest.param((404, {}, b""), "http_404", id="gone"),
        pytest.param((403, {}, b""), "http_403", id="declined"),
        pytest.param((302, {"Location": "http://169.254.169.254/"}, b""), "blocked_address", id="B4 ssrf"),
        pytest.param((200, {}, "<title>提示</title>您访问的页面不存在".encode()), "soft_404", id="D9 soft 404"),
    ],
)
def test_a_part_that_is_gone_for_good_leaves_the_page_without_it(site, fetch, answer, reason):
    article(site, 3)
    site.answers["/a/content_7_2.html"] = answer
    fetched = fetch()
    assert (fetched.outcome, parts(fetched)) == ("fetched", [("continuation", "content_7_2.html", reason)])


def test_a9_a_part_that_fails_for_the_moment_fails_the_link_twice_then_the_page_is_kept(site, fetch_all):
    article(site, 3)
    site.answers["/a/content_7_3.html"] = (503, {}, b"")
    tries = [fetch_all([URL], attempt=attempt)[0] for attempt in (1, 2, 3)]
    assert [(one.outcome, one.reason, one.transient) for one in tries] == [
        ("failed", "http_503", True),
        ("failed", "http_503", True),
        ("fetched", None, False),
    ]
    assert tries[0].body_sha256 is None
    assert "content_7_3" in tries[0].message
    assert parts(tries[2])[-1] == ("continuation", "content_7_3.html", "http_503")


def test_a_part_that_is_slow_every_time_does_not_cost_the_page(site, fetch_all, monkeypatch):
    """Links that drip are given up at their second try; an article lands without its part instead."""
    monkeypatch.setitem(MOST_TRIES, "truncated", 2)

    def drip(handler, hit):
        handler.send_response(200)
        handler.send_header("Content-Length", "5000")
        handler.end_headers()
        handler.wfile.write(b"x")
        handler.close_connection = True

    article(site, 2)
    site.answers["/a/content_7_2.html"] = drip
    assert [fetch_all([URL], attempt=attempt)[0].outcome for attempt in (1, 2, 3)] == ["failed", "failed", "fetched"]


def test_a13_a_host_that_asks_for_a_long_pause_in_mid_article_parks_the_link(site, fetch):
    article(site, 2)
    site.answers["/a/content_7_2.html"] = (503, {"Retry-After": "86400"}, b"")
    fetched = fetch()
    assert (fetched.outcome, fetched.reason, fetched.transient) == ("parked", "http_503", False)


@pytest.mark.parametrize(
    ("second", "asked"),
    [
        pytest.param(page(1, "content_7_2.html"), 2, id="page 1 under every number"),
        pytest.param(page(2, "content_7.html"), 2, id="back to the first"),
        pytest.param(page(2, "content_7_2.html"), 2, id="to itself"),
    ],
)
def test_a_walk_that_comes_round_ends(site, fetch, second, asked):
    site.answers[URL] = (200, {}, page(1, "content_7_2.html"))
    site.answers["/a/content_7_2.html"] = (200, {}, second)
    fetched = fetch()
    assert fetched.outcome == "fetched"
    assert all(part.reason is None for part in fetched.parts)
    assert len(site.paths()) == 1 + asked


def test_a_calendar_ends_at_the_limit_and_says_so(site, fetch, monkeypatch):
    monkeypatch.setattr("include.fetch.parts.MOST_PARTS", 3)
    article(site, 20)
    fetched = fetch()
    assert parts(fetched)[-1] == ("continuation", "content_7_5.html", "page_limit")
    assert len(site.paths()) == 1 + 4


def test_a14_an_unchanged_first_page_is_an_unchanged_article(site, fetch):
    article(site, 3)
    first = fetch()
    site.journal.clear()
    again = fetch(known_sha256=first.body_sha256)
    assert (again.outcome, again.parts, site.paths()) == ("unchanged", (), [URL])


def test_a_document_that_the_page_links_to_instead_of_a_text(site, fetch, store):
    link = "附件：<a href='/d/1.docx'>讲话全文.docx</a>"
    site.answers[URL] = (200, {}, page(1, body=link))
    site.answers["/d/1.docx"] = (200, {"Content-Type": "application/octet-stream"}, docx())
    fetched = fetch()
    assert parts(fetched) == [("attachment", "1.docx", None)]
    assert fetched.parts[0].media_type_found.endswith("wordprocessingml.document")
    assert store.get(fetched.parts[0].body_sha256) == docx()


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        pytest.param("http://other.example/1.pdf", "offsite", id="B9 on another host"),
        pytest.param("/d/gone.pdf", "http_404", id="gone"),
        pytest.param("/d/large.pdf", "too_large", id="D2 too large"),
    ],
)
def test_a_document_that_cannot_be_had_is_told(site, fetch, link, reason):
    site.answers[URL] = (200, {}, page(1, body=f"附件：<a href='{link}'>讲话全文</a>"))
    site.answers["/d/large.pdf"] = (200, {}, b"%PDF-1.7" + bytes(300_000))
    fetched = fetch()
    assert (fetched.outcome, parts(fetched)) == ("fetched", [("attachment", link.rpartition("/")[2], reason)])


def test_a_body_that_is_itself_a_document_has_no_parts(site, fetch):
    site.answers[URL] = (200, {}, docx())
    assert fetch().parts == ()


def test_an_interrupted_article_goes_on_where_it_was(site, state, fetch_all):
    """A host with a long delay interrupts before every request: the walk must come forward all the same."""
    addresses = article(site, 3)
    article(site, 1, "/a/content_8.html")
    source = site.source(delay_seconds=20)
    outcomes = []
    for _ in range(8):
        try:
            outcomes = fetch_all([URL, "/a/content_8.html"], source=source)
            break
        except InterruptedRunError:
            with state.engine.begin() as connection:  # as if that time had passed
                connection.exec_driver_sql("UPDATE host_lease SET last_request_at = 0")
    assert [one.outcome for one in outcomes] == ["fetched", "fetched"]
    assert parts(outcomes[0]) == [
        ("continuation", "content_7_2.html", None),
        ("continuation", "content_7_3.html", None),
    ]
    assert sorted(site.paths()) == sorted(["/robots.txt", *addresses, "/a/content_8.html"])


def test_what_an_interruption_brings_is_no_outcome_yet(site, store, fetcher, monkeypatch):
    article(site, 2)
    get = fetcher.get

    def busy(url, *args):
        if url.endswith("_2.html"):
            raise InterruptedRunError("busy", after=30)
        return get(url, *args)

    monkeypatch.setattr(fetcher, "get", busy)
    with pytest.raises(InterruptedArticleError) as caught:
        fetch_article(site.link(URL), fetcher, store)
    begun = caught.value.begun
    assert (begun.outcome, begun.reason, begun.transient, caught.value.after) == ("failed", INTERRUPTED, True, 30)
    monkeypatch.setattr(fetcher, "get", get)
    fetched = fetch_article(site.link(URL), fetcher, store, begun=begun, attempt=2)
    assert (fetched.outcome, fetched.attempt, len(fetched.parts)) == ("fetched", 2, 1)
    assert site.paths().count(URL) == 1


def test_an_article_whose_first_body_is_lost_begins_anew(site, store, fetch):
    article(site, 2)
    begun = InterruptedArticleError(InterruptedRunError("busy"), fetch()).begun
    store.path(begun.body_sha256).unlink()
    assert fetch(begun=begun).outcome == "fetched"
    assert site.paths().count(URL) == 2


def test_a_page_that_clean_stumbles_over_is_fetched_all_the_same(site, fetch, monkeypatch, caplog):
    monkeypatch.setattr("include.fetch.parts.wanted", lambda *args: 1 / 0)
    article(site, 2)
    assert (fetch().outcome, fetch().parts) == ("fetched", ())
    assert "ZeroDivisionError" in caplog.text


def test_what_was_fetched_is_what_clean_joins(site, store, fetch_all):
    article(site, 3)
    fetched = fetch_all([URL, "/d/1.html"])
    rows = fetched_pages(fetched, [site.link(URL)])
    (row,) = clean_batch(rows, store.get, {})
    assert [row["text"].count(SENTENCE.format(number)) for number in (1, 2, 3)] == [6, 6, 6]
    assert [row["text"][part["start"] : part["end"]] for part in row["parts"]] == [
        SENTENCE.format(n) * 6 for n in (2, 3)
    ]
    assert [part["body_sha256"] for part in row["parts"]] == [part.body_sha256 for part in fetched[0].parts]
