"""Which observations are found, and that words of a user are never part of the SQL."""

import pytest
from load.staged_runs import staged_run, version
from pages.small_warehouse import COPY, GRAIN, TRADE
from sqlalchemy import event

from include.load import tables
from include.load.load import load_run
from include.pages import evidence
from include.pages.evidence import Wanted


@pytest.fixture
def connection(landed):
    with landed.connect() as connection:
        yield connection


def found(connection, **wanted):
    return {row["url"] for row in evidence.search(connection, Wanted(**wanted), 1)}


@pytest.mark.parametrize(
    ("wanted", "urls"),
    [
        pytest.param({}, {GRAIN["url"], TRADE["url"]}, id="all canonical copies"),
        pytest.param({"indicator": "食产"}, {GRAIN["url"]}, id="part of the indicator"),
        pytest.param({"region": "东山"}, {GRAIN["url"]}, id="region"),
        pytest.param({"doubtful": True}, {GRAIN["url"]}, id="doubtful"),
        pytest.param({"doubtful": True, "indicator": "出口"}, set(), id="not doubtful"),
        pytest.param({"indicator": "出口", "region": "东山"}, set(), id="both must match"),
        pytest.param({"indicator": "100%"}, {TRADE["url"]}, id="percent sign is a percent sign"),
        pytest.param({"indicator": "粮%量"}, set(), id="no wildcard"),
        pytest.param({"indicator": "粮_产"}, set(), id="no single wildcard"),
        pytest.param({"indicator": "\\"}, set(), id="backslash"),
        pytest.param({"indicator": "x' OR '1'='1"}, set(), id="quote"),
        pytest.param({"indicator": "'; DROP TABLE observation; --"}, set(), id="second statement"),
    ],
)
def test_filter(connection, wanted, urls):
    assert found(connection, **wanted) == urls
    assert evidence.count(connection, Wanted(**wanted)) == len(urls)


def test_words_travel_as_parameters(landed):
    statements = []
    event.listen(landed, "before_cursor_execute", lambda c, cursor, sql, values, *_: statements.append((sql, values)))
    with landed.connect() as connection:
        evidence.search(connection, Wanted("甲'", '乙"'), 1)
    sql, values = statements[-1]
    assert "甲" not in sql
    assert "乙" not in sql
    assert {"甲'", '乙"'} <= set(values)


def test_what_is_closed_is_not_shown(landed):
    with landed.begin() as connection:
        observation = tables.observation.c
        closing = tables.observation.update().where(observation.speech_id == GRAIN["speech_id"])
        connection.execute(closing.values(closed_load=observation.first_load))
        assert found(connection) == {TRADE["url"]}
        assert evidence.count(connection, Wanted()) == 1


def test_a_new_version_of_a_page_replaces_its_observations(landed):
    newer = version(GRAIN["url"], "全县粮食产量13吨。", ("13吨",), hour=9)
    with landed.begin() as connection:
        load_run(connection, staged_run("ingest_speeches/newer", [newer]))
        clustered = {"speech_id": newer["speech_id"], "cluster_id": newer["speech_id"], "canonical": True}
        connection.execute(tables.cluster.insert().values(clustered))
        assert [row["quote"] for row in evidence.search(connection, Wanted("粮食"), 1)] == ["13吨"]


def test_a_copy_and_a_speech_not_linked_yet_are_not_shown(landed):
    with landed.begin() as connection:
        assert COPY["url"] not in found(connection)
        connection.execute(tables.cluster.delete().where(tables.cluster.c.speech_id == GRAIN["speech_id"]))
        assert found(connection) == {TRADE["url"]}


@pytest.mark.parametrize(
    ("span", "parts"),
    [
        pytest.param((7, 21), ("全县粮食产量", "12吨", "，增长喜人"), id="sentence"),
        pytest.param((None, None), ("今年形势很好。全县粮食产量", "12吨", "，增长喜人。"), id="no sentence"),
        pytest.param((14, 15), ("", "12吨", ""), id="a sentence that does not hold the quote"),
    ],
)
def test_the_sentence_is_cut_at_the_quote(landed, span, parts):
    with landed.begin() as connection:
        at_grain = tables.observation.c.speech_id == GRAIN["speech_id"]
        values = dict(zip(("sentence_start", "sentence_end"), span, strict=True))
        connection.execute(tables.observation.update().where(at_grain).values(**values))
        (row,) = evidence.search(connection, Wanted("粮食"), 1)
    assert (row["before"], row["marked"], row["after"]) == parts
    assert row["marked"] == row["quote"]


def test_fifty_a_page_none_twice_none_left_out(landed):
    with landed.begin() as connection:
        template = connection.execute(tables.observation.select().limit(1)).mappings().one()
        more = [{**template, "observation_id": f"o{n}", "start": n % 7, "end": n} for n in range(118)]
        connection.execute(tables.observation.insert(), more)
        pages = [evidence.search(connection, Wanted(), number) for number in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [50, 50, 20, 0]
    assert len({row["observation_id"] for page in pages for row in page}) == 120


@pytest.mark.parametrize(
    ("start", "end", "inside"),
    [
        pytest.param(0, 7, False, id="before the number"),
        pytest.param(7, 99, True, id="from before it"),
        pytest.param(13, 15, True, id="at it"),
        pytest.param(14, 99, False, id="behind its first character"),
    ],
)
def test_the_bytes_are_those_of_the_body_that_has_the_number(connection, start, end, inside):
    part = {"role": "continuation", "url": "http://x.cn/1_2", "body_sha256": "b" * 64, "start": start, "end": end}
    page = tables.page.update().where(tables.page.c.page_id == GRAIN["page_id"])
    connection.execute(page.values(parts=[part]))
    (row,) = evidence.search(connection, Wanted(indicator="粮食"), 1)
    assert (row["part"] == part, row["body_sha256"] == "b" * 64) == (inside, inside)
