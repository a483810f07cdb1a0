"""The end of a run: what report reads, what makes it fail, and that the summary is kept first."""

from datetime import UTC

import pytest
from airflow.sdk.exceptions import AirflowFailException
from runtime.fake_airflow import context
from runtime.whole_run import Run, rows_of
from sqlalchemy import select

from include.check import checks
from include.errors import ConfigurationError, TransientError
from include.load import tables
from include.load.load import WRITER_LOCK
from include.runtime import landing
from include.runtime.warehouse import warehouse

DAYS = {"from_date": "2024-03-01", "to_date": "2024-03-03", "sources": ["town"]}
PLANS = [{"source": "town", "first": "2024-03-01", "last": "2024-03-03"}]


def test_a_good_run_gives_its_summary(town):
    run = Run("run", DAYS).go()
    summary = run.context["ti"].pushed["summary"]
    assert summary["problems"] == []
    assert summary["total"]["accepted"] == 3
    assert run.made["report"] == summary


def test_the_run_row_says_what_ran(town):
    Run("run", DAYS).go(upto="load")
    columns = [tables.run.c[name] for name in ("run_id", "run_type", "window_first", "window_last")]
    (row,) = rows_of(tables.run, *columns)
    assert tuple(map(str, row)) == ("ingest_speeches/run", "manual", "2024-03-01", "2024-03-03")


def test_only_failed_tasks_are_problems(town):
    states = {"fetch_0": "failed", "clean_0": "upstream_failed", "report": "running", "load": "success"}
    run = Run("run", DAYS, states=states)
    with pytest.raises(AirflowFailException, match=r"^task fetch_0 failed$"):
        run.go()
    assert run.context["ti"].pushed["summary"]["problems"] == ["task fetch_0 failed"]
    assert run.context["ti"].pushed["summary"]["total"]["accepted"] == 3


def test_a_source_that_is_down_makes_the_run_red_and_keeps_its_message(town):
    town.answers["/jianghua/"] = (503, "")
    run = Run("run", DAYS)
    with pytest.raises(TransientError):
        run.go(upto="discover")
    run.made["discover"] = []
    for name in Run.STAGES[Run.STAGES.index("collect") : -1]:
        run.made[name] = getattr(run, name)()
    with pytest.raises(AirflowFailException, match=r"source town is down: .*503"):
        run.report()
    assert rows_of(tables.page) == []


def test_the_states_of_the_sources_are_in_the_summary_and_in_the_warehouse(town):
    run = Run("run", DAYS).go()
    (row,) = states_of("run")
    # the town's newest entry is of March 2024
    assert (row["source"], row["state"], row["reason"]) == ("town", "quiet", "no_new_entry")
    assert (row["entries"], row["links"], row["listing_pages"], str(row["newest_listed"])) == (3, 3, 1, "2024-03-03")
    told = run.made["report"]["states"]["town"]
    assert (told["state"], told["reason"]) == ("quiet", "no_new_entry")
    assert told["since"] == row["since"].replace(tzinfo=UTC).isoformat(timespec="seconds")


def test_a_source_that_is_down_is_red_in_the_warehouse_until_it_is_back(town):
    listing = town.answers["/jianghua/"]
    town.answers["/jianghua/"] = (503, "")
    down(Run("down", DAYS))
    (red,) = states_of("down")
    assert (red["state"], red["reason"], red["links"]) == ("red", "http_503", 0)
    town.answers["/jianghua/"] = listing
    Run("back", DAYS).go()
    (back,) = states_of("back")
    assert back["state"] == "quiet"
    assert back["since"] > red["since"]


def test_a_run_that_the_ledger_spared_the_listing_carries_the_state_on(town):
    Run("first", DAYS).go()
    hits = town.hits["/jianghua/"]
    Run("second", DAYS).go()
    assert town.hits["/jianghua/"] == hits
    (first,), (second,) = states_of("first"), states_of("second")
    assert (second["listing_pages"], second["state"], second["since"]) == (0, "quiet", first["since"])
    assert second["asked_at"] > first["asked_at"]  # it did ask for the pages


def test_states_are_kept_when_the_run_does_not_land(town):
    run = Run("run", DAYS, states={"load": "failed"}).go(upto="check")
    for _ in range(2):  # a retry of report
        with pytest.raises(AirflowFailException, match="task load failed"):
            run.report()
    assert rows_of(tables.run) == []
    assert [row["state"] for row in states_of("run")] == ["quiet"]


def test_a_held_source_is_red(town, monkeypatch):
    monkeypatch.setitem(checks.CHECKS, "words_are_known", lambda tables: tables["pages"]["text"].notna())
    with pytest.raises(AirflowFailException):
        Run("run", DAYS).go()
    assert [(row["state"], row["reason"]) for row in states_of("run")] == [("red", "held")]


def test_a_run_whose_source_was_taken_away_says_so(town):
    with pytest.raises(ConfigurationError, match="no source is named village any more"):
        landing.report(context(), [{**PLANS[0], "source": "village"}])


def test_a10_a_page_that_is_gone_is_marked_and_stays(town):
    Run("first", DAYS).go()
    before = rows_of(tables.observation)
    page = town.answers.pop("/jianghua/2.html")
    Run("second", DAYS).go()
    gone = dict(rows_of(tables.page, tables.page.c.url, tables.page.c.gone_since))
    assert [url.rpartition("/")[2] for url, since in gone.items() if since] == ["2.html"]
    assert rows_of(tables.observation) == before
    town.answers["/jianghua/2.html"] = page
    Run("third", DAYS).go()
    assert set(rows_of(tables.page, tables.page.c.gone_since)) == {(None,)}


def down(run):
    """A run whose discover fails, to its end."""
    with pytest.raises(TransientError):
        run.go(upto="discover")
    run.made["discover"] = []
    for name in Run.STAGES[Run.STAGES.index("collect") : -1]:
        run.made[name] = getattr(run, name)()
    with pytest.raises(AirflowFailException):
        run.report()


def states_of(run_id):
    state = tables.source_state
    with warehouse().connect() as connection:
        return connection.execute(select(state).where(state.c.run_id == f"ingest_speeches/{run_id}")).mappings().all()


def test_a_run_that_never_planned_is_red(place):
    with pytest.raises(AirflowFailException, match="task plan_run failed"):
        landing.report(context(states={"plan_run": "failed"}), [])


def test_a_held_source_lands_nothing_and_makes_the_run_red(town, monkeypatch):
    monkeypatch.setitem(checks.CHECKS, "words_are_known", lambda tables: tables["pages"]["text"].notna())
    run = Run("run", DAYS)
    with pytest.raises(AirflowFailException, match="check words_are_known holds source town: 3 of 3 rows fail"):
        run.go()
    total = run.context["ti"].pushed["summary"]["total"]
    assert (total["held"], total["accepted"], total["unaccounted"]) == (3, 0, 0)
    assert rows_of(tables.page) == []


def test_what_was_held_lands_when_the_check_is_mended(town, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setitem(checks.CHECKS, "words_are_known", lambda tables: tables["pages"]["text"].notna())
        with pytest.raises(AirflowFailException):
            Run("run", DAYS).go()
    again = Run("run", DAYS, try_number=2).go().made["report"]
    assert (again["problems"], again["total"]["accepted"]) == ([], 3)
    assert len(rows_of(tables.page)) == 3


def test_what_was_held_lands_with_the_next_run(town, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setitem(checks.CHECKS, "words_are_known", lambda tables: tables["pages"]["text"].notna())
        with pytest.raises(AirflowFailException):
            Run("run", DAYS).go()
    assert Run("next", DAYS).go().made["report"]["total"]["accepted"] == 3


def test_a_failed_check_of_another_run_is_not_this_runs(town, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setitem(checks.CHECKS, "words_are_known", lambda tables: tables["pages"]["text"].notna())
        with pytest.raises(AirflowFailException):
            Run("other", DAYS).go()
    assert Run("run", DAYS).go().made["report"]["problems"] == []


def test_a_page_that_was_lost_between_stages_makes_the_run_red(town):
    run = Run("run", DAYS).go(upto="extract")
    run.made["extract"] = []
    run.made["check"] = run.check()
    run.made["load"] = run.load()
    with pytest.raises(AirflowFailException, match="3 links or pages of the run are not accounted for"):
        run.report()


def test_a_missing_page_is_no_problem(town):
    town.answers["/jianghua/2.html"] = (404, "")
    total = Run("run", DAYS).go().made["report"]["total"]
    assert (total["accepted"], total["failed"]) == (2, 1)


def test_deduplicate_works_under_the_writers_lock(town, monkeypatch):
    taken = []
    monkeypatch.setattr(landing, "hold_lock", lambda connection, number: taken.append(number))
    Run("run", DAYS).go(upto="deduplicate")
    assert taken == [WRITER_LOCK]
