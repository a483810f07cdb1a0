"""The end of a run: load, deduplicate, report."""

import logging
from datetime import date
from typing import Any

from airflow.sdk.exceptions import AirflowFailException

from include.database import hold_lock, reading
from include.errors import ConfigurationError
from include.extract.rules.version import RULES_VERSION
from include.load import balance
from include.load.load import WRITER_LOCK, load_run
from include.load.source_states import write_source_states
from include.load.staged import StagedRun
from include.runtime import report as reporting
from include.runtime.runs import run_id_of
from include.runtime.source_states import settle
from include.runtime.stages import rows, rows_of
from include.runtime.state import State
from include.runtime.warehouse import warehouse
from include.sources.registry import load_sources
from include.sources.schema import Source

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
    return StagedRun(
        run_id=run_id,
        run_type=str(getattr(run.run_type, "value", run.run_type)),
        partition_key=run.partition_key,
        window_first=date.fromisoformat(plans[0]["first"]),
        window_last=date.fromisoformat(plans[0]["last"]),
        started_at=run.start_date or run.run_after,
        rules_version=RULES_VERSION,
        sources=[described(source) for source in _sources(plans)],
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
    """Add up the run and settle how its sources are.

    AirflowFailException, after both are kept, when something is wrong.
    """
    run_id, ti, state = run_id_of(context), context["ti"], State.open()
    task_states = ti.get_task_states(dag_id=ti.dag_id, run_ids=[ti.run_id]).get(ti.run_id, {})
    failed = sorted(name for name, task_state in task_states.items() if task_state == "failed")
    sources = _sources(plans)
    with reading(warehouse()) as connection:
        failed_checks = [row for row in balance.checks(connection, run_id) if not row["passed"]]
        states = settle(state, run_id, sources, failed, failed_checks)
        summary = reporting.summarise(
            planned=[source.name for source in sources],
            source_runs=state.source_runs(run_id),
            links=balance.links_by_source(connection, run_id),
            observations=balance.observations(connection, run_id),
            failed_tasks=failed,
            failed_checks=failed_checks,
            states=states,
        )
    ti.xcom_push(key="summary", value=summary)
    log.info("Run %s\n%s", run_id, reporting.as_text(summary))
    with warehouse().begin() as connection:
        write_source_states(connection, [described(source) for source in sources], states)
    if summary["problems"]:
        raise AirflowFailException("; ".join(summary["problems"]))
    return summary


def described(source: Source) -> dict[str, Any]:
    """A source as the warehouse has it."""
    fields = ("title", "base_url", "platform", "official")
    return {"source": source.name, **{name: getattr(source, name) for name in fields}}


def _sources(plans: list[dict[str, str]]) -> list[Source]:
    """The run's sources, in the order in which they were mapped."""
    known, names = load_sources(with_disabled=True) if plans else {}, [plan["source"] for plan in plans]
    if gone := [name for name in names if name not in known]:
        raise ConfigurationError(f"no source is named {', '.join(gone)} any more: its file went while the run was on")
    return [known[name] for name in names]
