"""What load promises: all or nothing, once, and the same warehouse in whatever order runs land."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from load.staged_runs import quarantined, staged_run, version
from sqlalchemy import func, select

from include.database import open_engine
from include.load import balance, tables
from include.load.known import known_bodies
from include.load.load import load_run

OLD = version("http://x.cn/1", "全县粮食产量12吨。", ("12吨",), hour=1)
NEW = version("http://x.cn/1", "全县粮食产量13吨，蔬菜产量7吨。", ("13吨", "7吨"), hour=2)
OTHER = version("http://x.cn/2", "全县粮食产量12吨。", ("12吨",), hour=1)


@pytest.fixture
def engine(warehouse_url):
    engine = open_engine(warehouse_url)
    yield engine
    engine.dispose()


def land(engine, *runs):
    for run in runs:
        with engine.begin() as connection:
            load_run(connection, run)


def content(engine):
    """Everything the warehouse says, without the columns that say which run or load said it."""
    found = {}
    with engine.connect() as connection:
        for table in tables.CONTENT_TABLES:
            kept = [c for c in table.columns if c.name not in ("first_load", "closed_load", "last_seen")]
            rows = connection.execute(select(*kept, *_current(table))).all()
            found[table.name] = sorted(map(repr, rows))
    return found


def _current(table):
    return [table.c.closed_load.is_(None).label("current")] if "closed_load" in table.c else []


def count(engine, table, *conditions):
    with engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(table).where(*conditions))


def test_a_run_lands_with_its_whole_chain(engine):
    land(engine, staged_run("d/1", [NEW]))
    with engine.connect() as connection:
        o, s, p = tables.observation.c, tables.speech.c, tables.page.c
        joined = tables.observation.join(tables.speech, s.speech_id == o.speech_id)
        joined = joined.join(tables.page, p.page_id == s.page_id)
        rows = connection.execute(select(o.quote, o.start, o.end, s.text, p.url).select_from(joined)).all()
    assert {row.quote for row in rows} == {"13吨", "7吨"}
    assert all(row.text[row.start : row.end] == row.quote for row in rows)


def test_the_same_load_twice_is_one(engine):
    run = staged_run("d/1", [NEW, OTHER])
    land(engine, run)
    before = content(engine)
    land(engine, run)
    assert content(engine) == before
    assert count(engine, tables.load) == 1


def test_the_same_pages_in_another_run_add_run_rows_only(engine):
    land(engine, staged_run("d/1", [NEW, OTHER]))
    before = content(engine)
    land(engine, staged_run("d/2", [NEW, OTHER]))
    assert content(engine) == before
    assert count(engine, tables.load) == 2


def test_a_failure_in_the_transaction_leaves_nothing(engine):
    broken = staged_run("d/1", [NEW], outlines={})
    with pytest.raises(KeyError):
        land(engine, broken)
    assert all(count(engine, table) == 0 for table in tables.metadata.tables.values())


def test_a_changed_page_closes_what_it_no_longer_says(engine):
    land(engine, staged_run("d/1", [OLD]), staged_run("d/2", [NEW]))
    o = tables.observation.c
    with engine.connect() as connection:
        rows = connection.execute(select(o.quote, o.closed_load.is_(None).label("open"))).all()
    assert sorted(map(tuple, rows)) == [("12吨", False), ("13吨", True), ("7吨", True)]
    assert count(engine, tables.page) == 1


def test_an_older_version_that_lands_later_arrives_closed(engine):
    land(engine, staged_run("d/2", [NEW]), staged_run("d/1", [OLD]))
    assert count(engine, tables.speech, tables.speech.c.closed_load.is_(None)) == 1
    with engine.connect() as connection:
        assert connection.scalar(select(tables.page.c.text)) == NEW["text"]


def test_another_reading_of_the_same_span_is_a_new_row(engine):
    other = version("http://x.cn/1", OLD["text"], ("12吨",), hour=1, status="target")
    land(engine, staged_run("d/1", [OLD]), staged_run("d/2", [other], rules_version="2"))
    o = tables.observation.c
    with engine.connect() as connection:
        rows = connection.execute(select(o.status, o.closed_load.is_(None).label("open"))).all()
    assert sorted(map(tuple, rows)) == [("actual", False), ("target", True)]


RESOLVED = {
    "period": "上半年", "period_first": "2009-01-01", "period_last": "2009-06-30", "period_reason": "上半年 of 2009",
    "flags": ("out_of_range",), "flag_reasons": ("far above what is usual",),
}  # fmt: skip


def test_days_land_as_dates_and_the_same_reading_again_is_no_new_row(engine):
    resolved = version("http://x.cn/1", OLD["text"], ("12吨",), hour=1, **RESOLVED)
    land(engine, staged_run("d/1", [resolved]), staged_run("d/2", [resolved]))
    o = tables.observation.c
    with engine.connect() as connection:
        (row,) = connection.execute(select(o.period_first, o.period_last, o.flags, o.closed_load)).all()
    assert tuple(row) == (date(2009, 1, 1), date(2009, 6, 30), ["out_of_range"], None)


def test_what_is_held_does_not_land_and_is_counted(engine):
    land(engine, staged_run("d/1", [NEW], held=frozenset({"portal"})))
    assert count(engine, tables.page) == 0
    with engine.connect() as connection:
        account = balance.links_by_source(connection, "d/1")["portal"].to_dict()
        assert (account["fetched"], account["held"], account["unaccounted"]) == (1, 1, 0)
        assert balance.observations(connection, "d/1") == {"staged": 2, "new": 0, "seen_again": 0, "rejected": 2}


def listed_by_two(run_id, page):
    """A run in which two sources list one URL, and each fetched it."""
    run = staged_run(run_id, [page])
    link, attempt = replace(run.links[0], source="wenku", title="转载"), replace(run.attempts[0], source="wenku")
    sources = [*run.sources, {**run.sources[0], "source": "wenku"}]
    return replace(run, sources=sources, links=[*run.links, link], attempts=[*run.attempts, attempt])


def test_a_url_that_two_sources_list_is_one_page(engine):
    land(engine, listed_by_two("d/1", NEW))
    assert (count(engine, tables.page), count(engine, tables.speech), count(engine, tables.body)) == (1, 1, 1)
    with engine.connect() as connection:
        listing, fetch = tables.listing.c, tables.fetch.c
        listed = connection.execute(select(listing.source, listing.page_id, listing.title).order_by(listing.source))
        assert list(map(tuple, listed)) == [("portal", NEW["page_id"], "题"), ("wenku", NEW["page_id"], "转载")]
        assert set(connection.scalars(select(fetch.disposition))) == {"accepted"}
        accounts = balance.links_by_source(connection, "d/1")
    assert {name: account.unaccounted for name, account in accounts.items()} == {"portal": 0, "wenku": 0}


def test_a_changed_body_is_a_new_version_of_the_page(engine):
    land(engine, listed_by_two("d/1", OLD), listed_by_two("d/2", NEW))
    assert OLD["page_id"] == NEW["page_id"]
    s = tables.speech.c
    with engine.connect() as connection:
        page = connection.execute(select(tables.page)).mappings().one()
        speeches = connection.execute(select(s.page_id, s.body_sha256, s.text, s.closed_load.is_(None))).all()
    assert (page["page_id"], page["body_sha256"]) == (NEW["page_id"], sha256_of(NEW))
    assert set(map(tuple, speeches)) == {
        (OLD["page_id"], sha256_of(OLD), OLD["text"], False),
        (NEW["page_id"], sha256_of(NEW), NEW["text"], True),
    }
    assert count(engine, tables.body, tables.body.c.body_sha256 == sha256_of(OLD)) == 1


def sha256_of(page):
    return staged_run("d", [page]).attempts[0].body_sha256


def test_a_page_leaves_quarantine_when_it_lands(engine):
    refused = staged_run("d/1", [OLD], pages=[], statements={}, quarantined=[quarantined(OLD)])
    land(engine, refused)
    with engine.connect() as connection:
        assert known_bodies(connection, [OLD["page_id"]]) == {OLD["page_id"]: quarantined(OLD)["body_sha256"]}
        assert balance.links_by_source(connection, "d/1")["portal"].dispositions == {"quarantined": 1}
    land(engine, staged_run("d/2", [OLD]))
    assert count(engine, tables.quarantine, tables.quarantine.c.closed_load.is_(None)) == 0
    assert count(engine, tables.quarantine) == 1


def test_a_page_that_no_stage_returned_is_unaccounted(engine):
    land(engine, staged_run("d/1", [OLD], pages=[], statements={}))
    with engine.connect() as connection:
        assert balance.links_by_source(connection, "d/1")["portal"].unaccounted == 1


def test_a_link_that_was_never_tried_is_unaccounted(engine):
    land(engine, staged_run("d/1", [OLD, OTHER], attempts=[], pages=[]))
    with engine.connect() as connection:
        assert balance.links_by_source(connection, "d/1")["portal"].unaccounted == 2


def test_observations_are_new_once_and_seen_again_after(engine):
    land(engine, staged_run("d/1", [NEW]), staged_run("d/2", [NEW, OTHER]))
    with engine.connect() as connection:
        assert balance.observations(connection, "d/2") == {"staged": 3, "new": 1, "seen_again": 2, "rejected": 0}


GROUPINGS = [
    [*order]
    for groups in ([[OLD], [NEW], [OTHER]], [[OLD, OTHER], [NEW]], [[OLD], [NEW, OTHER]])
    for order in permutations(groups)
]


@pytest.mark.parametrize("groups", GROUPINGS)
def test_any_order_and_grouping_gives_the_same_current_rows(engine, groups):
    land(engine, *(staged_run(f"d/{n}", group) for n, group in enumerate(groups)))
    assert current(engine) == {
        "page": {(NEW["url"], NEW["text"]), (OTHER["url"], OTHER["text"])},
        "speech": {NEW["text"], OTHER["text"]},
        "observation": {(NEW["speech_id"], "13吨"), (NEW["speech_id"], "7吨"), (OTHER["speech_id"], "12吨")},
    }
    assert count(engine, tables.speech) == 3


def current(engine):
    p, s, o = tables.page.c, tables.speech.c, tables.observation.c
    with engine.connect() as connection:
        pages = connection.execute(select(p.url, p.text)).all()
        speeches = connection.scalars(select(s.text).where(s.closed_load.is_(None))).all()
        observations = connection.execute(select(o.speech_id, o.quote).where(o.closed_load.is_(None))).all()
    return {"page": set(map(tuple, pages)), "speech": set(speeches), "observation": set(map(tuple, observations))}
