"""Listings that are an index of others: sitemaps in parts."""

import gzip
from datetime import date, timedelta

import pytest
from discover.web import SITE, Web, at, discover, new_ledger, source

from include.discover.reading import unpacked
from include.errors import PermanentError, TransientError

DAY = timedelta(days=1)
LATER = at(date(2024, 6, 1))
TOWN = {"platform": "sitemap", "sections": ["/sitemap.xml"]}
MONTHS = range(1, 6)


def urlset(days):
    urls = "".join(f"<url><loc>{SITE}/a/{day:%Y%m%d}.html</loc><lastmod>{day}</lastmod></url>" for day in days)
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'


def index(parts):
    rows = "".join(
        f"<sitemap><loc>{url}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</sitemap>" for url, day in parts
    )
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>'


def month(number):
    first = date(2024, number, 1)
    return [first + n * DAY for n in range(28)]


def in_months(dated=True):
    """A sitemap a month, January to May."""
    pages = {f"/sitemap_{number}.xml": urlset(month(number)) for number in MONTHS}
    parts = [(f"{SITE}/sitemap_{number}.xml", month(number)[-1] if dated else None) for number in MONTHS]
    return Web({"/sitemap.xml": index(parts), **pages})


def look(web, ledger, day, **fields):
    return discover(source(**{**TOWN, **fields}), day, day, web, ledger, clock=LATER)


def test_one_sitemap_is_read_whole_and_covers_every_day():
    web, ledger = Web({"/sitemap.xml": urlset([*month(2), *month(1)])}), new_ledger()
    assert len(look(web, ledger, date(2024, 1, 5)).links) == 1
    assert len(look(web, ledger, date(2024, 2, 5)).links) == 1
    assert web.asked == ["/sitemap.xml"]


def test_only_parts_that_may_hold_days_of_the_window_are_read(monkeypatch):
    monkeypatch.setattr("include.discover.visit.READ_AHEAD", 0)
    web, ledger = in_months(), new_ledger()
    found = look(web, ledger, date(2024, 4, 10))
    assert [link.url for link in found.links] == [f"{SITE}/a/20240410.html"]
    assert web.asked == ["/sitemap.xml", "/sitemap_5.xml", "/sitemap_4.xml"]
    assert found.stopped == {"/sitemap.xml": "passed_window"}
    web.asked.clear()
    assert look(web, ledger, date(2024, 4, 1)).stopped == {"/sitemap.xml": "covered"}
    assert len(look(web, ledger, date(2024, 2, 1)).links) == 1
    assert web.asked == ["/sitemap.xml", "/sitemap_3.xml", "/sitemap_2.xml"]


@pytest.mark.parametrize("dated", [True, False])
def test_a_backfill_over_a_sitemap_requests_each_part_about_once(dated):
    web, ledger = in_months(dated), new_ledger()
    days = [day for number in MONTHS for day in month(number)]
    for day in reversed(days):
        assert [link.listed_on for link in look(web, ledger, day).links] == [day.isoformat()]
    assert sorted(web.asked) == sorted(web.pages)


def test_a_part_that_changed_is_read_again_and_others_are_not():
    web, ledger = in_months(), new_ledger()
    today = date(2024, 6, 1)
    discover(source(**TOWN), today, today, web, ledger, clock=at(today))
    assert web.asked == ["/sitemap.xml", "/sitemap_5.xml"]
    web.asked.clear()
    new = date(2024, 6, 2)
    web.pages["/sitemap_5.xml"] = urlset([*month(5), new])
    parts = [(f"{SITE}/sitemap_{number}.xml", new if number == 5 else month(number)[-1]) for number in MONTHS]
    web.pages["/sitemap.xml"] = index(parts)
    found = discover(source(**TOWN), today, new, web, ledger, clock=at(date(2024, 6, 3)))
    assert ([link.listed_on for link in found.links], web.asked) == (["2024-06-02"], ["/sitemap.xml", "/sitemap_5.xml"])


def test_a_walk_through_parts_that_breaks_off_reads_none_of_them_twice():
    web, ledger = in_months(dated=False), new_ledger()
    web.errors["/sitemap_3.xml"] = TransientError("reset")
    with pytest.raises(TransientError):
        look(web, ledger, date(2024, 1, 5))
    web.errors.clear()
    assert len(look(web, ledger, date(2024, 1, 5)).links) == 1
    assert sorted(web.asked) == sorted([*web.pages, "/sitemap.xml", "/sitemap_3.xml"])


def test_b9_parts_elsewhere_and_parts_that_are_gone_are_counted():
    parts = [("http://other.example/s.xml", None), ("ftp://town.example/s.xml", None), (f"{SITE}/gone.xml", None)]
    web = Web({"/sitemap.xml": index([*parts, (f"{SITE}/1.xml", None)]), "/1.xml": urlset(month(1))})
    found = look(web, new_ledger(), date(2024, 1, 5))
    assert found.skipped == {"offsite_part": 1, "bad_part": 1, "gone_part": 1, "outside_window": 27}
    assert web.asked == ["/sitemap.xml", "/gone.xml", "/1.xml"]


def test_b11_indexes_in_indexes_end():
    class Nested(Web):
        def text(self, path):
            return index([(f"{SITE}{path}x", None)])

    web = Nested({})
    found = look(web, new_ledger(), date(2024, 1, 5), minimum_entries=0)
    assert (len(web.asked), found.skipped) == (4, {"nested_part": 1})


def test_b11_an_index_of_too_many_parts_stops_at_the_page_limit():
    pages = {f"/{n}.xml": urlset([]) for n in range(20)}
    web = Web({"/sitemap.xml": index([(f"{SITE}/{n}.xml", None) for n in range(20)]), **pages})
    ledger = new_ledger()
    for _ in range(2):
        found = discover(source(**TOWN), date(2024, 1, 1), date(2024, 1, 1), web, ledger, clock=LATER, page_limit=7)
        assert (found.stopped, len(web.asked)) == ({"/sitemap.xml": "page_limit"}, 8)


def test_a_packed_sitemap_is_unpacked():
    web = Web({"/sitemap.xml": gzip.compress(urlset(month(1)).encode())})
    assert len(look(web, new_ledger(), date(2024, 1, 5)).links) == 1


def test_d1_a_packed_sitemap_that_is_a_bomb_is_refused():
    with pytest.raises(PermanentError) as caught:
        unpacked(gzip.compress(b"0" * 2_000_000), most=1_000_000)
    assert caught.value.reason == "too_large"


def test_a_packed_sitemap_that_is_cut_off_is_worth_another_try():
    with pytest.raises(TransientError):
        unpacked(gzip.compress(urlset(month(1)).encode())[:-20])
