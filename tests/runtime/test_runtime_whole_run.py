"""Whole runs without Airflow over the sample site: the truth lands, once, however a run is interrupted."""

import pytest
from runtime.whole_run import Run, content, rows_of

from include.load import balance, merge, tables
from include.load.migrate import migrate
from include.runtime import warehouse as warehouse_module
from include.runtime.warehouse import warehouse
from include.sample_site.generate import build_site
from include.sample_site.server import running
from include.sample_site.truth import truth_rows

DAYS = {"from_date": "2024-03-01", "to_date": "2024-03-03", "sources": ["portal"]}


@pytest.fixture(scope="module")
def built():
    return build_site()


@pytest.fixture(scope="module")
def addresses(built):
    with running(site=built) as found:
        yield found


@pytest.fixture
def sites(addresses, place, monkeypatch):
    point_at(addresses, monkeypatch)


def point_at(addresses, monkeypatch):
    for name, url in addresses.items():
        monkeypatch.setenv(f"JIANGHUA_SAMPLE_{name.upper()}_PORT", url.rpartition(":")[2])
    monkeypatch.setenv("JIANGHUA_SAMPLE_SITE", "true")


def use_new_warehouse(folder, name, monkeypatch):
    monkeypatch.setenv("JIANGHUA_HOME", str(folder))
    monkeypatch.setenv("JIANGHUA_WAREHOUSE", f"sqlite:///{folder / name}.db")
    monkeypatch.setenv("JIANGHUA_STATE", f"sqlite:///{folder / name}-state.db")
    warehouse_module.warehouse.cache_clear()
    migrate(warehouse())


@pytest.fixture(scope="module")
def whole(addresses, tmp_path_factory):
    """What an uninterrupted run lands."""
    with pytest.MonkeyPatch.context() as patch:
        point_at(addresses, patch)
        use_new_warehouse(tmp_path_factory.mktemp("whole"), "whole", patch)
        Run("whole", DAYS).go()
        found = content()
    warehouse_module.warehouse.cache_clear()
    return found


@pytest.fixture(scope="module")
def expected(built):
    """The truth of those days: pages by what must become of them, and the texts of their speeches."""
    rows = list(truth_rows(built))
    pages = [row for row in rows if row["kind"] == "page" and row["site"] == "portal"]
    return [page for page in pages if page["listed_on"] is None or page["listed_on"] <= DAYS["to_date"]]


def test_a_run_lands_what_the_truth_says(sites, expected):
    made = Run("first", DAYS).go().made
    total = made["report"]["total"]
    assert made["report"]["problems"] == []
    assert total["listed"] == len(expected) > 0
    assert total["accepted"] == sum(page["expected"] == "accepted" for page in expected) > 0
    assert total["quarantined"] == sum(page["expected"] == "quarantined" for page in expected)
    assert total["unaccounted"] == 0
    assert made["report"]["observations"]["new"] == made["report"]["observations"]["staged"] > 0
    speeches = rows_of(tables.speech, tables.speech.c.speech_id)
    assert rows_of(tables.cluster, tables.cluster.c.speech_id) == speeches
    assert made["load"][1] == {"pages": total["accepted"], "observations": made["report"]["observations"]["staged"]}


def test_every_quote_is_its_text(sites):
    Run("first", DAYS).go()
    columns = [tables.observation.c[name] for name in ("quote", "start", "end")]
    texts = dict(rows_of(tables.speech, tables.speech.c.speech_id, tables.speech.c.text))
    rows = rows_of(tables.observation, *columns, tables.observation.c.speech_id)
    assert rows
    assert all(texts[speech][start:end] == quote for quote, start, end, speech in rows)


def test_the_same_days_in_another_run_change_nothing(sites):
    Run("first", DAYS).go()
    before = content()
    made = Run("second", DAYS).go().made
    assert content() == before
    total = made["report"]["total"]
    assert made["report"]["problems"] == []
    assert total["unchanged"] == total["listed"] > 0
    assert total["fetched"] == 0
    assert len(rows_of(tables.load)) == 2


def test_a_run_that_is_cleared_and_run_again_changes_nothing(sites):
    first = Run("first", DAYS).go().made
    before = content(), rows_of(tables.load)
    again = Run("first", DAYS, try_number=2).go().made
    assert (content(), rows_of(tables.load)) == before
    assert again["load"] == first["load"]
    assert again["report"] == first["report"]


def test_days_one_by_one_and_as_one_window_are_the_same(whole, sites):
    for day in ("2024-03-02", "2024-03-01", "2024-03-03"):
        Run(day, {**DAYS, "from_date": day, "to_date": day}).go()
    assert content() == whole


@pytest.mark.parametrize("stage", Run.STAGES[:-1])
def test_a_run_that_stopped_after_a_stage_and_began_again_lands_the_same(whole, sites, stage):
    Run("broken", DAYS).go(upto=stage)
    made = Run("broken", DAYS, try_number=2).go().made
    assert content() == whole
    assert made["report"]["problems"] == []
    assert len(rows_of(tables.load)) == 1


@pytest.mark.parametrize("stage", ["discover", "fetch", "check", "load"])
def test_another_run_after_one_that_was_given_up_lands_the_same(whole, sites, stage):
    Run("given-up", DAYS).go(upto=stage)
    Run("next", DAYS).go()
    assert content() == whole


def test_dated_pages_of_a_run_that_was_given_up_land_with_the_next(town):
    days = {**DAYS, "sources": ["town"]}
    Run("given-up", days).go(upto="check")
    total = Run("next", days).go().made["report"]["total"]
    assert (total["listed"], total["accepted"]) == (3, 3)


@pytest.mark.parametrize("step", ["pages", "speeches", "segments", "statements", "quarantine", "sightings"])
def test_a_crash_within_the_load_leaves_nothing_and_the_next_try_lands_all(sites, monkeypatch, step):
    run = Run("crashed", DAYS).go(upto="check")

    def crash(*arguments):
        raise RuntimeError("power cut")

    with monkeypatch.context() as patched:
        patched.setattr(merge, step, crash)
        with pytest.raises(RuntimeError, match="power cut"):
            run.load()
    with warehouse().connect() as connection:
        assert set(balance.row_counts(connection).values()) == {0}
    run.load()
    assert len(rows_of(tables.load)) == 1
    assert rows_of(tables.observation)
