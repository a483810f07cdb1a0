"""Pages that a site took away: marked since when, whatever order the runs land in, and nothing else is touched."""

from datetime import UTC, timedelta
from itertools import permutations

import pytest
from load.staged_runs import T0, staged_run, version
from sqlalchemy import select

from include.database import open_engine
from include.load import tables
from include.load.load import load_run
from include.records import Fetched

PAGE = version("http://x.cn/1", "全县粮食产量12吨。", ("12吨",), hour=1)
CHANGED = version("http://x.cn/1", "全县粮食产量13吨。", ("13吨",), hour=8)


@pytest.fixture
def engine(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'w.db'}")
    tables.metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def either(warehouse_url):
    """A warehouse of either kind."""
    engine = open_engine(warehouse_url)
    yield engine
    engine.dispose()


def answered(hour, outcome="failed", reason="http_404", status=404, **fields):
    """A run that asked for the page and got this answer."""
    moment = (T0 + timedelta(hours=hour)).isoformat()
    attempt = Fetched(
        "portal", PAGE["page_id"], PAGE["url"], 1, outcome, reason, status=status, requested_at=moment, **fields
    )
    return staged_run(f"d/{hour}", [PAGE], pages=[], statements={}, attempts=[attempt])


def not_modified(hour):
    return answered(hour, "unchanged", "http_304", 304, body_sha256=staged_run("d", [PAGE]).attempts[0].body_sha256)


def land(engine, *runs):
    for run in runs:
        with engine.begin() as connection:
            load_run(connection, run)


def gone_since(engine):
    """Hours after T0, None while the page is there."""
    with engine.connect() as connection:
        moment = connection.scalar(select(tables.page.c.gone_since))
    return moment and (moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC) - T0) / timedelta(hours=1)


@pytest.mark.parametrize(
    ("reason", "status", "marked"),
    [
        pytest.param("http_404", 404, True, id="A10 404"),
        pytest.param("http_410", 410, True, id="A10 410"),
        pytest.param("soft_404", 200, True, id="D9 soft 404"),
        pytest.param("http_503", 503, False, id="503 is no news of the page"),
        pytest.param("empty", 200, False, id="empty"),
    ],
)
def test_a_page_that_had_landed_and_is_gone_is_marked(engine, reason, status, marked):
    land(engine, staged_run("d/1", [PAGE]), answered(5, reason=reason, status=status))
    assert gone_since(engine) == (5 if marked else None)


def test_a_page_that_declines_is_not_gone(engine):
    land(engine, staged_run("d/1", [PAGE]), answered(5, "declined", "http_403", 403))
    assert gone_since(engine) is None


def test_a10_the_rows_of_a_page_that_is_gone_stay_readable(engine):
    land(engine, staged_run("d/1", [PAGE]))
    before = statements(engine)
    land(engine, answered(5))
    assert statements(engine) == before == [("12吨", PAGE["text"], None)]


def statements(engine):
    speech, observation = tables.speech.c, tables.observation.c
    joined = tables.observation.join(tables.speech, speech.speech_id == observation.speech_id)
    with engine.connect() as connection:
        columns = (observation.quote, speech.text, observation.closed_load)
        return list(map(tuple, connection.execute(select(*columns).select_from(joined))))


def test_the_first_of_several_such_answers_counts(either):
    land(either, staged_run("d/1", [PAGE]), answered(5), answered(6, "failed", "http_503", 503), answered(7))
    assert gone_since(either) == 5
    land(either, not_modified(8))
    assert gone_since(either) is None


@pytest.mark.parametrize(
    "back", [pytest.param(not_modified(8), id="304"), pytest.param(staged_run("d/8", [CHANGED]), id="200")]
)
def test_the_mark_goes_when_the_page_is_back(engine, back):
    land(engine, staged_run("d/1", [PAGE]), answered(5), back)
    assert gone_since(engine) is None


@pytest.mark.parametrize("order", [*permutations(range(4))], ids=lambda order: "".join(map(str, order)))
def test_the_mark_is_the_same_in_whatever_order_runs_land(engine, order):
    runs = [staged_run("d/1", [PAGE]), answered(5), staged_run("d/8", [CHANGED]), answered(9)]
    land(engine, *(runs[n] for n in order))
    assert gone_since(engine) == 9


def test_a_link_that_never_landed_needs_no_mark(engine):
    land(engine, answered(5))
    with engine.connect() as connection:
        assert connection.execute(select(tables.page)).all() == []
        assert connection.scalar(select(tables.fetch.c.reason)) == "http_404"
