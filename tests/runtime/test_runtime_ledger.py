"""The ledger of listings on either database: what is written is read back, by key, and by index."""

import uuid
from datetime import date

import pytest
from sqlalchemy import text

from include.platforms.base import Part
from include.runtime.ledger import Ledger
from include.runtime.ledger_rows import EVERYTHING, ListedLink, PageRead, Walk
from include.runtime.state import State

KEY = "k" * 20
URL = "http://town.example/jh/"


@pytest.fixture
def ledger(database_url):
    state = State.open(database_url)
    yield Ledger(state.engine)
    state.close()


def link(number, day="2024-03-05"):
    return ListedLink(f"{number:020}", f"http://town.example/{number}.html", f"讲话{number}", day)


def walk(**fields):
    return Walk(uuid.uuid4().hex, KEY, "town", "/jh/", **{"started_at": 100.0, "read_at": 100.0, **fields})


def page(*links, **fields):
    return PageRead(URL, URL, 200.0, len(links), links, **fields)


def save(ledger, one_walk, one_page):
    ledger.save_page(one_walk, one_page, ledger.seen(KEY, [link.page_id for link in one_page.links]))


def test_a_page_is_remembered_as_it_was(ledger):
    one = walk()
    parts = (Part("http://town.example/a.xml", date(2024, 3, 5)), Part("http://town.example/b.xml", None))
    read = page(link(1), link(2, None), refused={"offsite": 3}, next_url=URL + "2", parts=parts, etag='"a"')
    save(ledger, one, read)
    found = ledger.page(KEY, URL, URL)
    assert (found.links, found.parts, dict(found.refused), found.next_url) == (
        read.links,
        parts,
        {"offsite": 3},
        URL + "2",
    )
    assert (found.walk_id, found.conditions) == (one.walk_id, {"If-None-Match": '"a"'})
    assert ledger.page("another", URL, URL) is None


def test_the_links_of_a_window_are_those_of_its_days(ledger):
    save(ledger, walk(), page(link(1, "2024-03-04"), link(2, "2024-03-05"), link(3, "2024-03-06"), link(4, None)))
    found = ledger.links(KEY, "2024-03-04", "2024-03-05")
    assert found == [(link(2, "2024-03-05"), URL), (link(1, "2024-03-04"), URL)]
    assert ledger.undated(KEY) == {link(4).page_id}
    assert ledger.links_of(KEY, ledger.undated(KEY)) == [(link(4, None), URL)]
    assert (ledger.oldest_day(KEY), ledger.oldest_day("another")) == ("2024-03-04", None)


def test_a_link_keeps_when_it_was_first_seen_and_the_date_that_it_had(ledger):
    save(ledger, walk(), page(link(1)))
    later = walk()
    ledger.save_page(later, PageRead(URL, URL, 300.0, 1, (link(1, None),)), ledger.seen(KEY, [link(1).page_id]))
    (seen,) = ledger.seen(KEY, [link(1).page_id, link(2).page_id]).values()
    assert seen == (later.walk_id, 200.0, 300.0, "2024-03-05")


def test_of_many_links_each_is_found(ledger):
    links = [link(number) for number in range(1201)]
    save(ledger, walk(), page(*links))
    assert len(ledger.seen(KEY, [one.page_id for one in links])) == 1201


def test_a_page_whose_order_says_nothing_keeps_its_count_only(ledger):
    save(ledger, walk(), page(link(1), newest_first=False))
    found = ledger.page(KEY, URL, URL)
    assert (found.entries, found.links) == (1, ())


def test_spans_are_of_walks_that_count(ledger):
    for fields in (
        {"covered_from": "2024-03-01", "counts": True, "started_at": 50.0},
        {"covered_from": "2024-03-01", "counts": True, "started_at": 70.0},
        {"covered_from": "2024-02-01", "counts": False},
        {"covered_from": "2024-03-09", "counts": True},
    ):
        ledger.save_walk(walk(**fields))
    assert ledger.spans(KEY, "2024-03-05", 0.0) == [("2024-03-01", 70.0)]
    assert ledger.spans(KEY, "2024-03-05", 71.0) == []
    assert not ledger.is_whole(KEY)
    assert ledger.newest(KEY).covered_from == "2024-03-09"


def test_the_walk_to_resume_is_the_one_that_came_farthest(ledger):
    for fields in (
        {"covered_from": "2024-03-20", "counts": True, "resume_url": "/far"},
        {"covered_from": "2024-03-25", "counts": True, "resume_url": "/near"},
        {"covered_from": "2024-03-18", "counts": True},
        {"covered_from": EVERYTHING, "counts": True, "resume_url": "/passed"},
        {"covered_from": "2024-03-15", "counts": True, "resume_url": "/old", "started_at": 1.0},
    ):
        ledger.save_walk(walk(**fields))
    assert ledger.to_resume(KEY, "2024-03-10", 50.0).resume_url == "/far"
    assert ledger.to_resume(KEY, "2024-03-10", 1.0).resume_url == "/old"
    assert ledger.to_resume(KEY, "2024-03-30", 0.0) is None


def test_questions_of_every_run_are_answered_by_an_index(tmp_path):
    """The ledger grows for ever; a window must not read all of it."""
    state = State.open(f"sqlite:///{tmp_path / 'state.db'}")
    with state.engine.connect() as connection:
        for question, index in (
            ("SELECT * FROM listed_entry WHERE listing = 'k' AND listed_on >= 'a' AND listed_on <= 'b'", "by_day"),
            ("SELECT page_id FROM listed_entry WHERE listing = 'k' AND listed_on IS NULL", "by_day"),
            ("SELECT min(listed_on) FROM listed_entry WHERE listing = 'k'", "by_day"),
            ("SELECT * FROM listed_entry WHERE listing = 'k' AND page_id IN ('a', 'b')", "autoindex"),
            ("SELECT * FROM listing_walk WHERE listing = 'k' AND covered_from <= 'a'", "by_day"),
        ):
            plan = " ".join(row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {question}")))
            assert "SEARCH" in plan
            assert index in plan
    state.close()
