"""The thin tasks that put the stages into a Dag. What they call lives in the stages and in `include/runtime/`.

Imports of the stages stand inside the tasks: this module is read whenever Airflow parses a Dag.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from airflow.sdk import Asset, ExceptionRetryPolicy, RetryAction, RetryRule, get_current_context, task, task_group

from include.errors import PermanentError, TransientError
from include.settings import retry_seconds

WAREHOUSE = Asset(name="warehouse", uri="x-jianghua://warehouse", group="jianghua")

# A permanent failure is not tried again; anything else is, with a growing delay.
RETRY_BY_CLASS = ExceptionRetryPolicy(
    rules=[
        RetryRule(PermanentError, RetryAction.FAIL, reason="no retry will help"),
        RetryRule(TransientError, RetryAction.RETRY, reason="worth another try"),
    ]
)
DEFAULT_ARGS = {
    "owner": "jianghua",
    "retries": 3,
    "retry_delay": timedelta(seconds=retry_seconds()),
    "retry_exponential_backoff": 2.0,
    "max_retry_delay": timedelta(minutes=10),
    "retry_policy": RETRY_BY_CLASS,
}

Plan = dict[str, str]  # source, first, last: one a source
Batch = dict[str, Any]  # stage → the staged file it wrote


@task
def plan_run(params: dict[str, Any] | None = None) -> list[Plan]:
    """Decide the window and the sources; a scheduled run first waits for its hour, without holding a slot."""
    from include.runtime import runs

    return runs.plan(get_current_context(), params or {})


@task_group
def ingest_source(plan: Plan) -> None:
    """One source: its links in the window, then their bodies."""
    fetch(discover(plan), plan)


@task(map_index_template="{{ source }}")
def discover(plan: Plan) -> int:
    """List the links of one source in the window; gives how many."""
    from include.runtime import sources

    return sources.discover(get_current_context(), plan)


@task(map_index_template="{{ source }}")
def fetch(links: int, plan: Plan) -> dict[str, int]:
    """Fetch them, politely; gives the links by outcome. Every attempt is recorded as it happens."""
    from include.runtime import sources

    return sources.fetch(get_current_context(), plan)


@task(trigger_rule="all_done")
def collect(plans: list[Plan]) -> list[Batch]:
    """Cut what came through into batches, at least one."""
    from include.runtime import stages

    return stages.collect(get_current_context())


@task_group
def process_batch(batch: Batch) -> Any:  # noqa: ANN401 - an XComArg
    """One batch of pages: clean, segment, extract."""
    return extract(segment(clean(batch)))


@task
def clean(batch: Batch) -> Batch:
    """Bodies become pages with their speeches, or go to quarantine."""
    from include.runtime import stages

    return stages.clean(get_current_context(), batch)


@task
def segment(batch: Batch) -> Batch:
    """Speeches become headings, paragraphs and sentences."""
    from include.runtime import stages

    return stages.segment(get_current_context(), batch)


@task
def extract(batch: Batch) -> Batch:
    """Sentences become observations and commitments."""
    from include.runtime import stages

    return stages.extract(get_current_context(), batch)


@task(trigger_rule="all_done")
def check(batches: list[Batch] | Batch | None) -> dict[str, Any]:
    """Check the staged rows, source by source: released, or held with the rows that fail."""
    from include.runtime import stages

    # Airflow hands over the bare value, not a list, where a mapped group has one instance
    return stages.check(get_current_context(), [batches] if isinstance(batches, dict) else list(batches or []))


@task(outlets=[WAREHOUSE])
def load(plans: list[Plan], checked: dict[str, Any], outlet_events: Any = None) -> str:  # noqa: ANN401
    """Land the released rows in one transaction; gives the load's id."""
    from include.runtime import landing

    load_id, counts = landing.load(get_current_context(), list(plans), checked)
    outlet_events[WAREHOUSE].extra = counts
    return load_id


@task
def deduplicate(load_id: str) -> dict[str, int]:
    """Link the new speeches to their copies, one run at a time; gives the counts."""
    from include.runtime import landing

    return landing.deduplicate()


@task(trigger_rule="all_done", retries=2)
def report(plans: list[Plan]) -> dict[str, Any]:
    """Add up the run, whatever happened, and make it red where something is wrong."""
    from include.runtime import landing

    return landing.report(get_current_context(), list(plans or []))
