"""The end of a run: load, deduplicate, report."""

import logging
from datetime import date
from typing import Any

from airflow.sdk.exceptions import AirflowFailException

from include.database import hold_lock, reading
from include.extract.version import RULES_VERSION
from include.load import balance
from include.load.load import WRITER_LOCK, load_run
from include.load.staged import StagedRun
from include.runtime import report as reporting
from include.runtime.runs import run_id_of
from include.runtime.stages import rows, rows_of
from include.runtime.state import State
from include.runtime.warehouse import warehouse
from include.sources.registry import load_sources

log = logging.getLogger(__name__)


def load(context: Any, plans: list[dict[str, str]], checked: dict[str, Any]) -> tuple[str, dict[str, int]]:  # noqa: ANN401
    """Land the run; gives the load's id and the counts for the asset event."""
    staged = gather(context, plans, checked)
    with warehouse().begin() as connection:
        load_id = load_run(connection, staged)
    return load_id, {"pages": len(staged.released), "observations": staged.observation_count}


def gather(context: Any, plans: list[dict[str, str]], checked: dict[str, Any]) -> StagedRun:  # noqa: ANN401
    """Everything that the run staged, in memory; the transaction opens afterwards."""
    run, run_id, state, batches = context["dag_run"], run_id_of(context), State.open(), checked["batches"]
    kinds = ("pages", "outlines", "statements")
    quarantined = [row for name in kinds for row in rows_of(batches, name, "quarantine")]
    outlines = list(rows_of(batches, "outlines", "outline"))
    described = {
        name: {
            "source": name,
            "title": source.title,
            "base_url": source.base_url,
            "platform": source.platform,
            "official": source.official,
        }
        for name, source in load_sources(with_disabled=True).items()
    }
    return StagedRun(
        run_id=run_id,
        run_type=str(getattr(run.run_type, "value", run.run_type)),
        partition_key=run.partition_key,
        window_first=date.fromisoformat(plans[0]["first"]),
        window_last=date.fromisoformat(plans[0]["last"]),
        started_at=run.start_date or run.run_after,
        rules_version=RULES_VERSION,
        sources=[described[plan["source"]] for plan in plans],
        links=state.listed(run_id),
        attempts=state.attempts(run_id),
        inputs=[batch[name]["sha256"] for batch in batches for name in kinds],
        pages=list(rows_of(batches, "pages", "page")),
        quarantined=quarantined,
        outlines={row["page_id"]: row["speeches"] for row in outlines},
        terms={row["page_id"]: row["terms"] for row in outlines},
        statements={row["page_id"]: row for row in rows_of(batches, "statements", "statements")},
        checks=list(rows(checked["results"])),
        held=frozenset(checked["held"]),
    )


def deduplicate() -> dict[str, int]:
    """Link the speeches that no run has linked yet, under the writers' lock."""
    from include.deduplicate.store import link_new_speeches

    with warehouse().begin() as connection:
        hold_lock(connection, WRITER_LOCK)
        return link_new_speeches(connection)


def report(context: Any, plans: list[dict[str, str]]) -> dict[str, Any]:  # noqa: ANN401
    """Add up the run; raises AirflowFailException, after the summary is kept, when something is wrong."""
    run_id, ti = run_id_of(context), context["ti"]
    states = ti.get_task_states(dag_id=ti.dag_id, run_ids=[ti.run_id]).get(ti.run_id, {})
    failed = sorted(name for name, state in states.items() if state == "failed")
    with reading(warehouse()) as connection:
        summary = reporting.summarise(
            planned=[plan["source"] for plan in plans],
            source_runs=State.open().source_runs(run_id),
            links=balance.links_by_source(connection, run_id),
            observations=balance.observations(connection, run_id),
            failed_tasks=failed,
            failed_checks=[row for row in balance.checks(connection, run_id) if not row["passed"]],
        )
    ti.xcom_push(key="summary", value=summary)
    log.info("Run %s\n%s", run_id, reporting.as_text(summary))
    if summary["problems"]:
        raise AirflowFailException("; ".join(summary["problems"]))
    return summary
