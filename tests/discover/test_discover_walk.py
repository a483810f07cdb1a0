"""How walks stop, go on and begin again, over runs that share a ledger."""

from datetime import date, timedelta

import pytest
from discover.web import Portal, Web, at, daily, discover, listing, names, new_ledger, source

from include.discover.coverage import listing_key
from include.discover.listing import Terms
from include.errors import BrokenSourceError, InterruptedRunError, TransientError
from include.runtime.ledger_rows import EVERYTHING

DAY = timedelta(days=1)
FIRST = date(2024, 1, 1)
LATER = at(date(2024, 6, 1))
HEAD, SECOND = "/jh/", "/jh/index_1.html"


def portal(days=40, per_page=4, **options):
    return Portal([(n, FIRST + n * DAY) for n in range(days)], per_page, **options)


def look(web, ledger, day, **options):
    return discover(source(), day, day, web, ledger, **{"clock": LATER, **options})


def test_a_walk_goes_on_where_an_earlier_run_stopped_and_reads_ahead():
    web, ledger = portal(days=100), new_ledger()
    look(web, ledger, FIRST + 90 * DAY)
    stopped_at, web.asked = web.asked[-1], []
    look(web, ledger, FIRST + 80 * DAY)
    assert web.asked[0] == stopped_at
    assert len(web.asked) == 11
    assert look(web, ledger, FIRST + 60 * DAY).stopped == {HEAD: "covered"}


def test_a_walk_that_breaks_off_goes_on_with_the_page_it_had_not_read():
    web, ledger = portal(), new_ledger()
    web.errors[SECOND] = TransientError("reset", reason="reset")
    with pytest.raises(TransientError):
        look(web, ledger, FIRST)
    web.errors, web.asked = {}, []
    assert names(look(web, ledger, FIRST)) == {0}
    assert web.asked[:2] == [HEAD, SECOND]
    assert len(web.asked) == web.count


def test_entries_that_were_added_meanwhile_do_not_hide_what_they_shift():
    web, ledger = portal(), new_ledger()
    look(web, ledger, FIRST + 30 * DAY)
    for n in range(10):
        web.add(100 + n, FIRST + 39 * DAY)
    assert names(look(web, ledger, FIRST + 20 * DAY)) == {20}


def test_a_page_that_does_not_follow_what_was_read_makes_the_walk_begin_again():
    web, ledger = portal(days=100), new_ledger()
    look(web, ledger, FIRST + 90 * DAY)
    web.take_down(0, 30)
    web.asked.clear()
    assert names(look(web, ledger, FIRST + 68 * DAY)) == {68}
    assert web.asked[1] == HEAD


def test_what_stands_on_every_page_proves_nothing():
    web, ledger = portal(days=100), new_ledger()
    pinned = "<ul><li><a href='/jh/t20230101_999.html'>置顶的重要讲话</a><span>2023-01-01</span></li>"
    plain = Portal.text
    web.text = lambda path: plain(web, path).replace("<ul>", pinned)
    look(web, ledger, FIRST + 90 * DAY)
    web.take_down(0, 30)
    assert names(look(web, ledger, FIRST + 68 * DAY)) == {68}


def test_new_entries_on_every_page_do_not_keep_a_walk_from_stopping():
    web = Web(daily(pages=20))
    box = "<ul><li><a href='/jh/t20240330_8.html'>推荐阅读的讲话全文</a><span>2024-03-30</span></li>"
    web.pages = {path: text.replace("<ul>", box) for path, text in web.pages.items()}
    found = discover(source(), date(2024, 3, 20), date(2024, 3, 23), web)
    assert (found.stopped, found.pages) == ({HEAD: "passed_window"}, 4)


def test_a_listing_page_that_is_gone_is_the_end_only_when_it_is_gone_again():
    web, ledger = portal(), new_ledger()
    kept, web.pages_kept = web.text, 3
    web.text = lambda path: kept(path) if path == HEAD or int(path[10:-5]) < web.pages_kept else None
    assert look(web, ledger, FIRST).stopped == {HEAD: "gone"}
    assert look(web, ledger, FIRST).stopped == {HEAD: "gone"}
    assert look(web, ledger, FIRST).stopped == {HEAD: "covered"}


def test_a_listing_page_that_was_gone_and_is_back_is_read():
    web, ledger = portal(), new_ledger()
    kept = web.text
    web.text = lambda path: None if path == SECOND else kept(path)
    look(web, ledger, FIRST)
    web.text = kept
    assert names(look(web, ledger, FIRST)) == {0}


def test_b11_a_trap_costs_its_page_limit_once():
    class Trap(Web):
        def text(self, path):
            number = int("".join(filter(str.isdigit, path)) or 0)
            rows = [(f"/jh/t20240305_{number}{n}.html", "2024-03-05") for n in range(2)]
            return listing(rows).replace("</ul>", f'</ul><a href="/jh/index_{number + 1}.html">下一页</a>')

    web, ledger = Trap({}), new_ledger()
    for day in (FIRST, FIRST + DAY, FIRST + 2 * DAY):
        found = look(web, ledger, day, page_limit=7)
        assert (found.stopped, found.note) == ({HEAD: "page_limit"}, f"stopped at the page limit: {HEAD}")
        assert len(web.asked) == 7
    assert look(web, ledger, date(2024, 3, 6), page_limit=7).stopped == {HEAD: "covered"}


def test_the_page_limit_holds_for_a_walk_however_often_it_goes_on():
    web, ledger = portal(days=80), new_ledger()
    web.errors["/jh/index_3.html"] = TransientError("reset")
    with pytest.raises(TransientError):
        look(web, ledger, FIRST, page_limit=5)
    web.errors.clear()
    assert look(web, ledger, FIRST, page_limit=5).stopped == {HEAD: "page_limit"}
    assert set(web.asked) == {HEAD, *(f"/jh/index_{n}.html" for n in range(1, 5))}


def test_d11_a_broken_listing_covers_nothing():
    web, ledger = Web({HEAD: listing([("/jh/t20230101_1.html", "2023-01-01")])}), new_ledger()
    town = source(minimum_entries=2)
    for _ in range(2):
        with pytest.raises(BrokenSourceError, match="lists 1 entries"):
            discover(town, FIRST, FIRST, web, ledger, clock=LATER)
    web.pages[HEAD] = listing([("/jh/t20240101_2.html", "2024-01-01"), ("/jh/t20230101_1.html", "2023-01-01")])
    assert len(discover(town, FIRST, FIRST, web, ledger, clock=LATER).links) == 1


def test_a_minimum_is_what_all_sections_show_even_when_the_run_breaks_off_between_them():
    pages = {
        "/a/": listing([("/a/t1_11.html", "2024-01-01"), ("/a/t1_12.html", "2023-12-01")]),
        "/b/": listing([("/b/t1_21.html", "2024-01-01"), ("/b/t1_22.html", "2023-12-01")], section="/b/"),
    }
    web, ledger, town = Web(pages), new_ledger(), source(sections=["/a/", "/b/"], minimum_entries=4)
    web.errors["/b/"] = TransientError("reset")
    with pytest.raises(TransientError):
        discover(town, FIRST, FIRST, web, ledger, clock=LATER)
    web.errors.clear()
    assert len(discover(town, FIRST, FIRST, web, ledger, clock=LATER).links) == 2
    again = discover(town, FIRST, FIRST, web, ledger, clock=LATER)
    assert (set(again.stopped.values()), len(again.links)) == ({"covered"}, 2)


def test_entries_of_pages_that_did_not_change_count_for_the_minimum():
    web, ledger, town = portal(etags=True), new_ledger(), source(minimum_entries=10)
    for night in (40, 41):
        clock = at(FIRST + night * DAY)
        found = discover(town, FIRST + 39 * DAY, FIRST + (night - 1) * DAY, web, ledger, clock=clock)
        assert (found.entries, found.pages) == (12, 3)
    assert len(web.not_modified) == 3


def test_undated_entries_on_top_of_a_dated_listing_do_not_end_the_walk():
    pages = daily(pages=4, newest=FIRST + 39 * DAY)
    pages["/jh/top.html"] = pages.pop(HEAD)
    pages[HEAD] = listing([("/jh/t1_901.html", None), ("/jh/t1_902.html", None)]) + "<a href='/jh/top.html'>下一页</a>"
    web, ledger, town = Web(pages), new_ledger(), source(platform="next_link")
    pages["/jh/top.html"] += "<a href='/jh/index_1.html'>下一页</a>"
    pages["/jh/index_1.html"] += "<a href='/jh/index_2.html'>下一页</a>"
    both = {"clock": at(FIRST + 40 * DAY)}
    known = {link.page_id for link in discover(town, FIRST, FIRST + 39 * DAY, web, ledger, **both).links}
    day = FIRST + 39 * DAY
    found = discover(town, day, day, web, ledger, known=known, clock=at(FIRST + 41 * DAY))
    assert [link.listed_on for link in found.links] == [day.isoformat()]
    assert (found.stopped, found.skipped["known"]) == ({HEAD: "passed_window"}, 2)


def test_a_finished_walk_over_an_undated_listing_covers_its_days():
    web, ledger = Web({HEAD: listing([("/jh/t1_11.html", None), ("/jh/t1_12.html", None)])}), new_ledger()
    found = look(web, ledger, FIRST)
    again = look(web, ledger, FIRST + DAY, known={found.links[0].page_id})
    assert (again.stopped, len(web.asked)) == ({HEAD: "covered"}, 1)
    assert again.links == found.links[1:]


def test_a_changed_description_begins_a_new_ledger():
    web, ledger = portal(), new_ledger()
    look(web, ledger, FIRST)
    asked = len(web.asked)
    discover(source(rows="li"), FIRST, FIRST, web, ledger, clock=LATER)
    assert len(web.asked) == 2 * asked
    keys = {listing_key(source(**change), HEAD) for change in ({}, {"rows": "li"}, {"allow_hosts": ["a.example:80"]})}
    assert len(keys) == 3
    assert listing_key(source(minimum_entries=5, first_date=FIRST), HEAD) == listing_key(source(), HEAD)


def test_listing_again_walks_from_the_first_page_and_trusts_no_304():
    web, ledger = portal(etags=True), new_ledger()
    look(web, ledger, FIRST)
    web.add(99, FIRST)
    assert names(look(web, ledger, FIRST)) == {0}
    web.asked.clear()
    clock = at(date(2024, 6, 2))
    found = look(web, ledger, FIRST, clock=clock, terms=Terms(clock(), relist=True))
    assert (names(found), web.asked[0], web.not_modified) == ({0, 99}, HEAD, [])


def test_the_note_says_how_far_a_short_listing_reaches():
    found = look(portal(days=8), new_ledger(), FIRST - 5 * DAY)
    assert (found.reach, found.note) == ("2024-01-01", "the oldest entry it lists is of 2024-01-01")
    assert look(portal(days=8), new_ledger(), FIRST + DAY).note is None


def test_a_run_whose_time_is_over_goes_on_later_and_every_time_a_page_farther():
    web, ledger = portal(days=12), new_ledger()
    since, rounds = LATER(), 0
    while True:
        rounds += 1
        try:
            found = look(web, ledger, FIRST, terms=Terms(since, slice_seconds=-1))
        except InterruptedRunError:
            continue
        break
    assert (names(found), rounds, web.asked) == ({0}, 3, [HEAD, HEAD, SECOND, SECOND, "/jh/index_2.html"])


def test_links_are_resolved_against_where_the_listing_was_found():
    class Moved(Web):
        def page(self, url, headers=None):
            answer = super().page(url, headers)
            answer.url = "http://town.example/xxgk/jh/"
            return answer

    found = look(Moved({HEAD: listing([("t20240101_1.html", "2024-01-01")])}), new_ledger(), FIRST)
    assert [link.url for link in found.links] == ["http://town.example/xxgk/jh/t20240101_1.html"]


def test_a_date_that_was_shown_once_is_kept():
    pages, ledger = {HEAD: listing([("/jh/t1_11.html", "2024-01-01")])}, new_ledger()
    look(Web(pages), ledger, FIRST, clock=at(FIRST + DAY))
    pages[HEAD] = listing([("/jh/t1_11.html", None)])
    found = look(Web(pages), ledger, FIRST, clock=at(FIRST + 2 * DAY))
    assert [link.listed_on for link in found.links] == ["2024-01-01"]
    assert ledger.spans(listing_key(source(), HEAD), EVERYTHING, 0.0)
