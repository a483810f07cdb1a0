"""The end of a run: what report reads, what makes it fail, and that the summary is kept first."""

import pytest
from airflow.sdk.exceptions import AirflowFailException
from runtime.fake_airflow import context
from runtime.whole_run import Run, rows_of

from include.check import checks
from include.errors import TransientError
from include.load import tables
from include.load.load import WRITER_LOCK
from include.runtime import landing

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
