"""Starts runs, shows their progress while it waits, and says how they ended."""

import time
from collections import Counter
from typing import Any

from include.errors import JianghuaError
from include.local.airflow_api import Airflow
from include.runtime.report import as_text

POLL_SECONDS = 2
DONE = {"success", "failed", "skipped", "upstream_failed"}
SETTLE_SECONDS = 60  # Airflow notes that a backfill is over every 30 seconds and refuses another one until then


def manual_run(airflow: Airflow, conf: dict[str, Any]) -> bool:
    """Trigger one run, wait for it, show its account; whether it succeeded."""
    return _follow(airflow, airflow.trigger(conf))


def backfill(airflow: Airflow, first: str, last: str, reprocess: str) -> bool:
    """Start a backfill, wait for all of its runs, show their accounts; whether all of them succeeded."""
    days = airflow.days_to_backfill(first, last, reprocess)
    if not days:
        print("every day of the range is done already (REPROCESS=completed runs them again)")
        return True
    created = _create_backfill(airflow, first, last, reprocess)
    shown, runs = "", airflow.backfill_runs(created)
    while not runs or any(run["state"] not in DONE for run in runs):
        shown = _progress(f"  {_count(run['state'] for run in runs)} of {len(runs)} days", shown)
        time.sleep(POLL_SECONDS)
        runs = airflow.backfill_runs(created)
    for run in sorted(runs, key=lambda run: str(run["partition_key"])):
        _show(airflow, run)
    return all(run["state"] == "success" for run in runs)


def _create_backfill(airflow: Airflow, first: str, last: str, reprocess: str) -> dict[str, Any]:
    deadline = time.monotonic() + SETTLE_SECONDS
    while True:
        try:
            return airflow.create_backfill(first, last, reprocess)
        except JianghuaError as error:
            if error.reason != "conflict" or time.monotonic() > deadline:
                raise
            time.sleep(POLL_SECONDS)


def _follow(airflow: Airflow, run_id: str) -> bool:
    shown, run = "", airflow.run(run_id)
    while run["state"] not in DONE:
        tasks = airflow.tasks(run_id)
        working = sorted({task["task_id"].split(".")[-1] for task in tasks if task["state"] == "running"})
        line = f"  {_count(task['state'] for task in tasks)} of {len(tasks)} tasks"
        shown = _progress(line + (f" · {', '.join(working)}" if working else ""), shown)
        time.sleep(POLL_SECONDS)
        run = airflow.run(run_id)
    _show(airflow, run)
    return bool(run["state"] == "success")


def _show(airflow: Airflow, run: dict[str, Any]) -> None:
    print(f"run {run['dag_run_id']}: {run['state']}")
    summary = airflow.summary(run["dag_run_id"])
    if summary:
        print(as_text(summary))
    elif run["state"] != "success":
        failed = Counter(t["task_id"] for t in airflow.tasks(run["dag_run_id"]) if t["state"] == "failed")
        print("failed tasks: " + ", ".join(failed) + "; their logs say why")


def _count(states: Any) -> str:  # noqa: ANN401 - any iterable of states
    return f"{sum(state in DONE for state in states)}"


def _progress(line: str, shown: str) -> str:
    if line != shown:
        print(line, flush=True)
    return line
