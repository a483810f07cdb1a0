"""Waiting for runs: what is shown meanwhile, what is said at the end, and what counts as success."""

import pytest
from local.fake_airflow import SUMMARY, FakeAirflow, run

from include.errors import JianghuaError
from include.local import watch


@pytest.fixture(autouse=True)
def slept(monkeypatch):
    """Nobody waits in a test; gives how often somebody would have."""
    naps = []
    monkeypatch.setattr(watch.time, "sleep", naps.append)
    return naps


def task(task_id, state):
    return {"task_id": task_id, "state": state}


def test_a_run_is_followed_until_it_is_done(capsys, slept):
    looks = [
        [task("plan_run", "running"), task("report", None)],
        [task("plan_run", "success"), task("ingest_source.fetch", "running"), task("report", None)],
    ]
    airflow = FakeAirflow(states=["queued", "running", "running", "success"], tasks=looks)
    assert watch.manual_run(airflow, {"from_date": "2024-03-01"})
    assert airflow.asked == [("trigger", {"from_date": "2024-03-01"})]
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["  0 of 2 tasks · plan_run", "  1 of 3 tasks · fetch", "run manual__1: success"]
    assert slept == [watch.POLL_SECONDS] * 3


def test_the_account_is_shown(capsys):
    watch.manual_run(FakeAirflow(states=["success"], summary={**SUMMARY, "problems": ["task load failed"]}), {})
    assert "PROBLEM: task load failed" in capsys.readouterr().out


@pytest.mark.parametrize("state", ["failed", "skipped", "upstream_failed"])
def test_anything_but_success_is_none(capsys, state):
    assert not watch.manual_run(FakeAirflow(states=["running", state], tasks=[[]]), {})
    assert f"run manual__1: {state}" in capsys.readouterr().out


def test_a_run_that_failed_without_an_account_names_its_tasks(capsys):
    tasks = [[task("plan_run", "failed"), task("clean", "failed"), task("clean", "failed"), task("load", "success")]]
    assert not watch.manual_run(FakeAirflow(states=["failed"], tasks=tasks, summary=None), {})
    assert "failed tasks: plan_run, clean; their logs say why" in capsys.readouterr().out


def test_nothing_to_backfill_is_success_and_starts_nothing(capsys):
    airflow = FakeAirflow(days=0)
    assert watch.backfill(airflow, "2024-03-01", "2024-03-03", "failed")
    assert airflow.asked == [("dry run", "2024-03-01", "2024-03-03", "failed")]
    assert "REPROCESS=completed" in capsys.readouterr().out


def test_a_backfill_is_followed_day_by_day(capsys):
    one, two = run("b1", "success", "2024-03-01"), run("b2", "success", "2024-03-02")
    looks = [[], [one, {**two, "state": "running"}], [two, one]]
    airflow = FakeAirflow(backfills=looks, days=2)
    assert watch.backfill(airflow, "2024-03-01", "2024-03-02", "completed")
    assert airflow.asked[1] == ("backfill", "2024-03-01", "2024-03-02", "completed")
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith(("run", "  "))]
    assert lines[:2] == ["  0 of 0 days", "  1 of 2 days"]
    assert [line for line in lines if line.startswith("run")] == ["run b1: success", "run b2: success"]


def test_one_failed_day_fails_the_backfill():
    days = [run("b1", "success", "2024-03-01"), run("b2", "failed", "2024-03-02")]
    assert not watch.backfill(FakeAirflow(backfills=[days], days=2), "2024-03-01", "2024-03-02", "failed")


def test_a_backfill_waits_for_the_one_before_it(slept):
    airflow = FakeAirflow(backfills=[[run("b1", "success", "2024-03-01")]], days=1, conflicts=3)
    assert watch.backfill(airflow, "2024-03-01", "2024-03-01", "failed")
    assert slept == [watch.POLL_SECONDS] * 3


def test_but_not_for_ever(monkeypatch):
    monkeypatch.setattr(watch, "SETTLE_SECONDS", -1)
    with pytest.raises(JianghuaError, match="there is one already"):
        watch.backfill(FakeAirflow(days=1, conflicts=9), "2024-03-01", "2024-03-01", "failed")


def test_another_refusal_is_told_at_once(slept):
    with pytest.raises(JianghuaError):
        watch.backfill(FakeAirflow(days=1, refusal="refused"), "2024-03-01", "2024-03-01", "failed")
    assert slept == []


def test_a_line_is_shown_once_while_nothing_changes(capsys):
    airflow = FakeAirflow(states=["running"] * 5 + ["success"], tasks=[[task("load", "running")]])
    watch.manual_run(airflow, {})
    assert capsys.readouterr().out.count("tasks · load") == 1
