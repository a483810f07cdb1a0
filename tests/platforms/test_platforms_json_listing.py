import json
from datetime import date

import pytest

from include.errors import BrokenSourceError
from include.platforms.base import Entry, JsonPaths, ListingRules, load_platform

URL = "http://town.example/api/list?channel=7&page=1"
PATHS = JsonPaths("data.list", "title", "url", "date", "data.pages")
ITEMS = [
    {"title": "在全县会议上的<em>讲话</em>", "url": "/a/1.html", "date": "2024-03-05 10:00:00"},
    {"title": "县长&quot;两会&quot;发言", "url": "/a/2.html", "date": 1709481600000},
]
ENTRIES = (
    Entry("/a/1.html", "在全县会议上的讲话", date(2024, 3, 5)),
    Entry("/a/2.html", '县长"两会"发言', date(2024, 3, 4)),
)


def parse(data, url=URL, paths=PATHS):
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return load_platform("json_listing").parse(text, url, ListingRules(json=paths))


def listing(items, pages=3):
    return {"code": 0, "data": {"list": items, "pages": pages}}


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        pytest.param("", "", id="bare"),
        pytest.param("\ufeff  ", "\n", id="byte order mark"),
        pytest.param("callback(", ");", id="JSONP"),
        pytest.param("/**/jQuery1124_17(", ")", id="JSONP with a comment"),
        pytest.param("var data = ", ";", id="variable"),
    ],
)
def test_entries_by_the_paths_of_the_source(before, behind):
    page = parse(before + json.dumps(listing(ITEMS)) + behind)
    assert page.entries == ENTRIES
    assert page.next_url == URL.replace("page=1", "page=2")


def test_paths_may_hold_numbers_and_start_at_the_top():
    data = [{"rows": [{"links": ["/x", "/a/1.html"], "info": {"name": "讲话"}}]}]
    page = parse(data, paths=JsonPaths("$.0.rows", "info.name", "links.1"))
    assert page.entries == (Entry("/a/1.html", "讲话", None),)
    assert parse([{"t": "讲话", "u": "/1"}], paths=JsonPaths("$", "t", "u")).entries == (Entry("/1", "讲话", None),)


def test_an_address_may_be_put_together():
    items = [{"id": 17, "site": {"code": "jh"}, "title": "讲话"}]
    page = parse(listing(items), paths=JsonPaths("data.list", "title", "/{site.code}/{id}.html"))
    assert page.entries[0].href == "/jh/17.html"


@pytest.mark.parametrize(
    ("query", "following"),
    [
        pytest.param("page=1", "page=2", id="page"),
        pytest.param("a=1&pageNo=9&size=20", "a=1&pageNo=10&size=20", id="pageNo"),
        pytest.param("PageIndex=0", "PageIndex=1", id="PageIndex"),
        pytest.param("cur_page=1", "cur_page=2", id="cur_page"),
        pytest.param("currentPage=1", "currentPage=2", id="currentPage"),
        pytest.param("offset=20&limit=10", "offset=22&limit=10", id="an offset goes on behind what was shown"),
        pytest.param("start=0&rows=100", "start=2&rows=100", id="start"),
        pytest.param("pageSize=20&pn=1", "pageSize=20&pn=2", id="a size is no page"),
        pytest.param("pageId=7", None, id="an id is no page"),
        pytest.param("", None, id="one page"),
    ],
)
def test_the_next_page_is_counted_up_in_the_query(query, following):
    page = parse(listing(ITEMS, 99), f"http://town.example/api?{query}")
    assert page.next_url == (f"http://town.example/api?{following}" if following else None)


@pytest.mark.parametrize(
    ("query", "pages", "goes_on"),
    [
        pytest.param("page=2", 3, True, id="before the last"),
        pytest.param("page=3", 3, False, id="the last"),
        pytest.param("page=3", "3", False, id="the number is a text"),
        pytest.param("offset=2&limit=2", 3, True, id="offset, before the last"),
        pytest.param("offset=4&limit=2", 3, False, id="offset, the last"),
    ],
)
def test_the_number_of_pages_ends_the_listing(query, pages, goes_on):
    assert (parse(listing(ITEMS, pages), f"http://town.example/api?{query}").next_url is not None) is goes_on


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(listing([], 0), id="empty"),
        pytest.param(listing(None, None), id="null"),
        pytest.param({"data": None}, id="null above"),
    ],
)
def test_an_empty_page_ends_the_listing(data):
    page = parse(data)
    assert (page.entries, page.next_url) == ((), None)


def test_an_item_without_title_or_address_keeps_its_place():
    items = [*ITEMS, {"title": None, "url": "/a/3.html", "date": ""}, {"title": "讲话", "url": "", "date": None}]
    assert parse(listing(items)).entries[2:] == (Entry("/a/3.html", "", None), Entry("about:blank", "讲话", None))


def test_half_a_surrogate_pair_is_no_text():
    page = parse('{"data": {"list": [{"title": "讲\\ud83d话", "url": "/\\ud83d1", "date": null}], "pages": 1}}')
    assert page.entries == (Entry("/?1", "讲?话", None),)


def test_a_listing_by_relevance_does_not_end_with_the_window():
    items = [{"title": "讲话", "url": f"/{day}", "date": f"2024-03-{day:02}"} for day in (3, 9, 1, 8, 2)]
    assert not parse(listing(items)).newest_first
    assert parse(listing(ITEMS)).newest_first


@pytest.mark.parametrize(
    ("data", "paths", "complaint"),
    [
        pytest.param("<html>验证</html>", PATHS, "page=1 is no JSON .*begins '<html>验证", id="HTML"),
        pytest.param("", PATHS, "is no JSON", id="empty body"),
        pytest.param('{"data": {"list": [', PATHS, "is no JSON", id="cut off"),
        pytest.param('{"data": 1} {"data": 2}', PATHS, "after it stands", id="two documents"),
        pytest.param("[" * 100_000, PATHS, "is no JSON", id="D3 nested"),
        pytest.param({"code": 500}, PATHS, "page=1: nothing stands at data.list .*no 'data'", id="path missing"),
        pytest.param({"data": {"list": {"a": 1}}}, PATHS, "data.list .*is no list but an object", id="an object"),
        pytest.param({"data": {"list": "无"}}, PATHS, "data.list .*is no list but '无'", id="a text"),
        pytest.param(
            listing([{"name": "讲话", "url": "/1"}]), PATHS, "none of 1 items has a title at title", id="title"
        ),
        pytest.param(listing([{"title": "讲话"}]), PATHS, "none of 1 items has a url at url", id="D10 redesign"),
        pytest.param(listing([{"title": "a", "url": "/1"}]), PATHS, "none of 1 items has a date at date", id="no date"),
        pytest.param(
            listing([{"title": "a", "url": "/1", "date": "昨天"}]),
            PATHS,
            "date .*is no date: '昨天'",
            id="no such date",
        ),
        pytest.param(listing(ITEMS, "many"), PATHS, "no number of pages stands at data.pages", id="pages"),
        pytest.param(listing(ITEMS), None, "json_fields", id="no paths"),
    ],
)
def test_d11_a_listing_that_is_not_as_described_is_named(data, paths, complaint):
    with pytest.raises(BrokenSourceError, match=complaint):
        parse(data, paths=paths)
