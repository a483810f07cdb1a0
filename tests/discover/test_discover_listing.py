from datetime import date

import pytest
from discover.web import SITE, Web, at, daily, discover, listing, new_ledger, source

from include.errors import BrokenSourceError, DeclinedError, PermanentError, TransientError

JSON_FIELDS = {"items": "list", "title": "title", "url": "url"}


def test_the_walk_takes_the_window_and_stops_behind_it():
    web = Web(daily(pages=20))
    found = discover(source(), date(2024, 3, 20), date(2024, 3, 23), web)
    assert [link.listed_on for link in found.links] == ["2024-03-23", "2024-03-22", "2024-03-21", "2024-03-20"]
    assert web.asked == ["/jh/", "/jh/index_1.html", "/jh/index_2.html", "/jh/index_3.html"]
    assert (found.entries, found.pages, found.skipped, found.stopped) == (
        20,
        4,
        {"outside_window": 16},
        {"/jh/": "passed_window"},
    )


def test_a_link_says_where_it_was_listed():
    found = discover(source(), date(2024, 3, 31), date(2024, 3, 31), Web(daily(pages=2)))
    (link,) = found.links
    assert link.url == f"{SITE}/jh/t20240331_1.html"
    assert link.listing_url == f"{SITE}/jh/"
    assert link.title == "在第/jh/t20240331_1.html号会议上的讲话"
    assert len(link.page_id) == 20


def test_old_entries_pinned_to_the_top_do_not_stop_the_walk():
    pages = daily(pages=4)
    pages["/jh/"] = pages["/jh/"].replace(
        "<ul>", "<ul><li><a href='/jh/11.html'>置顶的讲话</a><span>2021-01-01</span></li>"
    )
    found = discover(source(), date(2024, 3, 24), date(2024, 3, 25), Web(pages))
    assert len(found.links) == 2


def test_pages_before_the_window_are_walked_through():
    found = discover(source(), date(2024, 3, 1), date(2024, 3, 2), Web(daily(pages=20)))
    assert [link.listed_on for link in found.links] == ["2024-03-02", "2024-03-01"]


def test_nothing_older_than_the_first_date_is_asked_for():
    web = Web(daily(pages=20))
    first = date(2024, 3, 30)
    assert len(discover(source(first_date=first), date(2024, 1, 1), date(2024, 3, 31), web).links) == 2
    assert len(web.asked) == 2
    found = discover(source(first_date=first), date(2024, 1, 1), date(2024, 1, 31), web)
    assert (found.links, found.stopped, len(web.asked)) == ((), {"/jh/": "before_first_date"}, 2)


def test_d11_a_listing_with_too_few_entries_is_a_broken_source():
    with pytest.raises(BrokenSourceError, match=r"town lists 5 entries, at least 6"):
        discover(source(minimum_entries=6), date(2024, 3, 31), date(2024, 3, 31), Web(daily(pages=1)))


def test_a_minimum_of_none_allows_an_empty_listing():
    found = discover(source(minimum_entries=0), date(2024, 3, 1), date(2024, 3, 31), Web({"/jh/": listing([])}))
    assert (found.links, found.entries) == ((), 0)


def test_b9_links_that_lead_elsewhere_are_counted():
    rows = [
        ("http://other.example/11.html", "2024-03-05"),
        ("/12.html", "2024-03-05"),
        ("http://[bad/13.html", "2024-03-05"),
    ]
    found = discover(source(), date(2024, 3, 1), date(2024, 3, 31), Web({"/jh/": listing(rows)}))
    assert [link.url for link in found.links] == [f"{SITE}/12.html"]
    assert found.skipped == {"offsite": 1, "bad_url": 1}


def test_a_source_that_wants_some_addresses_only_skips_the_others():
    rows = [("/jianghua/11.html", "2024-03-05"), ("/tongzhi/12.html", "2024-03-05")]
    found = discover(source(only="/jianghua/"), date(2024, 3, 1), date(2024, 3, 31), Web({"/jh/": listing(rows)}))
    assert [link.url for link in found.links] == [f"{SITE}/jianghua/11.html"]
    assert found.skipped == {"unwanted": 1}


def test_a_host_that_the_source_allows_is_no_other_site():
    rows = [("http://other.example/11.html", "2024-03-05")]
    web = Web({"/jh/": listing(rows)})
    assert discover(source(allow_hosts=["other.example:80"]), date(2024, 3, 1), date(2024, 3, 31), web).links


def test_a_page_that_two_sections_list_is_one_link():
    pages = {
        "/jh/": listing([("/11.html", "2024-03-05")]),
        "/xw/": listing([("/11.html#a", "2024-03-05")], section="/xw/"),
    }
    found = discover(source(sections=["/jh/", "/xw/"]), date(2024, 3, 1), date(2024, 3, 31), Web(pages))
    assert (len(found.links), found.entries, found.skipped) == (1, 2, {"repeated": 1})


def test_undated_links_are_taken_unless_known():
    web = Web({"/jh/": listing([("/11.html", None), ("/12.html", None)])})
    first = discover(source(), date(2024, 3, 1), date(2024, 3, 1), web)
    assert [link.listed_on for link in first.links] == [None, None]
    again = discover(source(), date(2024, 3, 2), date(2024, 3, 2), web, known={first.links[0].page_id})
    assert [link.page_id for link in again.links] == [first.links[1].page_id]
    assert again.skipped == {"known": 1}


def test_a_listing_of_known_undated_links_ends_the_walk():
    pages = {f"/jh/index_{n}.html" if n else "/jh/": listing([(f"/{n}1.html", None)], 9) for n in range(9)}
    night, next_night = date(2024, 3, 1), date(2024, 3, 2)
    ledger = new_ledger()
    every = discover(source(), night, night, Web(pages), ledger, clock=at(next_night))
    assert len(every.links) == 9
    web, known = Web(pages), {link.page_id for link in every.links}
    found = discover(source(), next_night, next_night, web, ledger, known=known, clock=at(date(2024, 3, 3)))
    assert (found.stopped, web.asked, found.links) == ({"/jh/": "known"}, ["/jh/"], ())


def test_b11_a_listing_without_end_stops_at_the_page_limit():
    class Endless(Web):
        def text(self, path):
            number = int("".join(filter(str.isdigit, path)) or 0)
            rows = [(f"/jh/9{number}.html", "2024-03-05")]
            return listing(rows).replace("</ul>", f'</ul><a href="/jh/index_{number + 1}.html">{number + 2}</a>')

    web = Endless({})
    found = discover(source(), date(2024, 3, 1), date(2024, 3, 31), web, page_limit=7)
    assert (len(web.asked), found.stopped) == (7, {"/jh/": "page_limit"})


def test_a_listing_that_leads_back_to_itself_ends():
    text = "<ul><li><a href='/11.html'>在会议上的讲话</a>2024-03-05</li></ul><a href='{}'>下一页</a>"
    pages = {"/jh/": text.format("/b?x=1"), "/b?x=1": text.format("/c?x=1"), "/c?x=1": text.format("/b?x=1")}
    found = discover(source(platform="next_link"), date(2024, 3, 1), date(2024, 3, 31), Web(pages))
    assert (found.pages, found.stopped) == (3, {"/jh/": "loop"})


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(TransientError("down", reason="connect"), id="down"),
        pytest.param(DeclinedError("no", reason="http_403"), id="declined"),
        pytest.param(PermanentError("gone", reason="http_404"), id="gone"),
    ],
)
def test_a_first_page_that_cannot_be_had_raises_as_it_is(error):
    with pytest.raises(type(error)) as caught:
        discover(source(), date(2024, 3, 1), date(2024, 3, 31), Web({}, {"/jh/": error}))
    assert caught.value is error


def test_a_further_page_that_is_gone_ends_the_walk_and_one_that_is_down_raises():
    pages = daily(pages=3)
    del pages["/jh/index_1.html"]
    found = discover(source(), date(2024, 3, 1), date(2024, 3, 31), Web(pages))
    assert (len(found.links), found.stopped) == (5, {"/jh/": "gone"})
    down = {"/jh/index_1.html": TransientError("busy", reason="http_503")}
    with pytest.raises(TransientError):
        discover(source(), date(2024, 3, 1), date(2024, 3, 31), Web(daily(pages=3), down))


def test_d8_a_challenge_in_place_of_a_listing_is_a_decline():
    page = "<html><head><title>安全验证</title></head><body>请完成验证</body></html>"
    for fields in ({}, {"platform": "sitemap"}, {"platform": "json_listing", "json_fields": JSON_FIELDS}):
        with pytest.raises(DeclinedError) as caught:
            discover(source(**fields), date(2024, 3, 1), date(2024, 3, 31), Web({"/jh/": page}))
        assert caught.value.reason == "challenge"


def test_d4_a_listing_in_gbk_that_declares_gb2312_is_read():
    text = "<meta charset=gb2312><ul><li><a href='/11.html'>镕基路喆园社区的讲话</a>2024-03-05</li></ul>"
    found = discover(source(), date(2024, 3, 1), date(2024, 3, 31), Web({"/jh/": text.encode("gbk")}))
    assert found.links[0].title == "镕基路喆园社区的讲话"


def test_a_walk_that_could_stop_early_goes_on_until_the_minimum_is_shown():
    web = Web(daily(4))
    later = date(2024, 5, 1)
    found = discover(source(minimum_entries=12), later, later, web)
    assert (found.entries, found.links) == (15, ())
    assert web.asked == ["/jh/", "/jh/index_1.html", "/jh/index_2.html"]


def test_a_source_that_lists_less_than_its_minimum_is_broken_whatever_the_window():
    later = date(2024, 5, 1)
    with pytest.raises(BrokenSourceError, match=r"town lists 20 entries, at least 21"):
        discover(source(minimum_entries=21), later, later, Web(daily(4)))
