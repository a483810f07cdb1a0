"""Planning a run: its id, its window, its sources."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from airflow.sdk.exceptions import AirflowRescheduleException

from include.runtime.window import window_of
from include.settings import TIMEZONE, nightly_hour
from include.sources.registry import select_sources


def run_id_of(context: Any) -> str:  # noqa: ANN401 - Airflow's context
    """The run's id in state and warehouse: Airflow's ids are unique within a Dag only."""
    return f"{context['dag_run'].dag_id}/{context['dag_run'].run_id}"


def plan(context: Any, params: dict[str, Any]) -> list[dict[str, str]]:  # noqa: ANN401
    """One `{source, first, last}` for each source of the run."""
    run = context["dag_run"]
    if _is_scheduled(run):
        _wait_until(opening_hour(run.run_after))
    window = window_of(_run_type(run), run.partition_key, params, datetime.now(UTC))
    return [
        {"source": name, "first": window.first.isoformat(), "last": window.last.isoformat()}
        for name in select_sources(params.get("sources"))
    ]


def looks_since(context: Any) -> float:  # noqa: ANN401
    """From when on a look at a listing is this run's own, whoever made it, in seconds since 1970.

    That is when the run began to work: again, where it was cleared, and for a nightly one not before its hour.
    """
    run = context["dag_run"]
    began = run.start_date or datetime.now(UTC)
    return max(began, opening_hour(run.run_after)).timestamp() if _is_scheduled(run) else began.timestamp()


def opening_hour(run_after: datetime) -> datetime:
    """When a run that was scheduled for `run_after` may begin to work: the set hour of that local day."""
    local_day = run_after.astimezone(ZoneInfo(TIMEZONE)).date()
    return datetime.combine(local_day, time(nightly_hour()), ZoneInfo(TIMEZONE))


def _run_type(run: Any) -> str:  # noqa: ANN401 - Airflow's run
    return str(getattr(run.run_type, "value", run.run_type))


def _is_scheduled(run: Any) -> bool:  # noqa: ANN401
    return _run_type(run) == "scheduled"


def _wait_until(moment: datetime) -> None:
    if datetime.now(UTC) < moment:
        raise AirflowRescheduleException(moment + timedelta(seconds=1))
