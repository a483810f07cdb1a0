"""Collect: retries, pages that several sources list, batches."""

import pytest

from include.records import Fetched, Link
from include.runtime.batches import cut, fetched_pages, final_attempts
from include.settings import BATCH_PAGES


def attempt(page, number=1, source="portal", outcome="fetched", at="2024-03-01T02:00:00.000+00:00", body=None):
    found = {"body_sha256": body or f"{page}-{number}", "charset": "gb18030", "requested_at": at}
    return Fetched(source, page, f"http://x.cn/{page}", number, outcome, **found)


def link(page, source="portal", listed_on="2024-03-01"):
    return Link(source, page, f"http://x.cn/{page}", "题", listed_on, "http://x.cn/")


def test_a_retry_supersedes_whatever_the_order():
    failed, again = attempt("p1", outcome="failed"), attempt("p1", 2)
    assert final_attempts([again, failed]) == final_attempts([failed, again]) == [again]


def test_a_retry_that_failed_supersedes_too():
    assert fetched_pages([attempt("p1"), attempt("p1", 2, outcome="failed")], []) == []


def test_each_source_has_its_own_last_attempt():
    mine, theirs = attempt("p1", 2), attempt("p1", 1, source="wenku")
    assert final_attempts([theirs, mine]) == [mine, theirs]


@pytest.mark.parametrize("outcome", ["unchanged", "skipped", "declined", "parked", "failed"])
def test_only_fetched_pages_go_on(outcome):
    pages = fetched_pages([attempt("p1"), attempt("p2", outcome=outcome)], [])
    assert [page["page_id"] for page in pages] == ["p1"]


def test_a_page_goes_on_with_where_it_was_listed():
    assert fetched_pages([attempt("p1")], [link("p1", listed_on="2024-02-29"), link("p1", "wenku")]) == [
        {
            "page_id": "p1",
            "source": "portal",
            "url": "http://x.cn/p1",
            "final_url": None,
            "body_sha256": "p1-1",
            "charset": "gb18030",
            "fetched_at": "2024-03-01T02:00:00.000+00:00",
            "parts": [],
            "listed_on": "2024-02-29",
            "listed_title": "题",
        }
    ]


def test_of_two_sources_that_list_a_page_the_newest_fetch_counts():
    older = attempt("p1", source="wenku", at="2024-03-01T02:00:00.000+00:00", body="old")
    newer = attempt("p1", source="portal", at="2024-03-01T02:00:01.000+00:00", body="new")
    for attempts in ([older, newer], [newer, older]):
        pages = fetched_pages(attempts, [link("p1", "wenku"), link("p1", listed_on=None)])
        assert [(page["source"], page["body_sha256"], page["listed_on"]) for page in pages] == [("portal", "new", None)]


def test_pages_come_in_the_order_of_their_ids():
    pages = fetched_pages([attempt(page) for page in ("p3", "p1", "p2")], [])
    assert [page["page_id"] for page in pages] == ["p1", "p2", "p3"]


@pytest.mark.parametrize(
    ("pages", "size", "sizes"),
    [
        pytest.param(0, 3, [0], id="none-is-one-empty-batch"),
        pytest.param(2, 3, [2], id="fewer"),
        pytest.param(3, 3, [3], id="just-one"),
        pytest.param(4, 3, [3, 1], id="one-over"),
        pytest.param(7, 3, [3, 3, 1], id="several"),
    ],
)
def test_batches_hold_every_page_once(pages, size, sizes):
    rows = [{"page_id": str(n)} for n in range(pages)]
    batches = cut(rows, size)
    assert [len(batch) for batch in batches] == sizes
    assert [row for batch in batches for row in batch] == rows


def test_batches_are_of_the_set_size():
    assert [len(batch) for batch in cut([{}] * (BATCH_PAGES + 1))] == [BATCH_PAGES, 1]
