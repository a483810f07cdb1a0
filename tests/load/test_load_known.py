"""What is known of the pages at hand, without reading the others."""

import pytest
from load.staged_runs import quarantined, staged_run, version

from include.database import open_engine
from include.load import merge, tables
from include.load.known import known_bodies
from include.load.load import load_run

PAGES = [version(f"http://x.cn/{n}", f"全县粮食产量{n}吨。") for n in range(7)]
LANDED, REFUSED = PAGES[:5], PAGES[5]
EXPECTED = {page["page_id"]: quarantined(page)["body_sha256"] for page in PAGES[:6]}


@pytest.fixture
def connection(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'w.db'}")
    tables.metadata.create_all(engine)
    run = staged_run("d/1", PAGES[:6], quarantined=[quarantined(REFUSED)])
    with engine.begin() as connection:
        load_run(connection, run)
        yield connection
    engine.dispose()


def test_what_landed_and_what_was_refused_is_known(connection):
    assert known_bodies(connection, [page["page_id"] for page in PAGES]) == EXPECTED


def test_only_the_pages_named_are_read(connection, monkeypatch):
    monkeypatch.setattr(merge, "CHUNK", 2)
    wanted = [page["page_id"] for page in PAGES[2:]]
    assert known_bodies(connection, wanted) == {page: EXPECTED[page] for page in wanted if page in EXPECTED}
    assert known_bodies(connection, []) == {}
    assert known_bodies(connection, ["0" * 20]) == {}


def test_more_pages_than_sqlite_takes_in_one_list(connection):
    many, one = (f"{n:020}" for n in range(33_000)), PAGES[0]["page_id"]
    assert known_bodies(connection, [*many, one]) == {one: EXPECTED[one]}


def test_a_page_that_landed_incomplete_is_asked_for_again(connection):
    run = staged_run("d/2", [LANDED[0]])
    run.pages[0]["flags"] = ["incomplete"]
    load_run(connection, run)
    assert LANDED[0]["page_id"] not in known_bodies(connection, EXPECTED)
