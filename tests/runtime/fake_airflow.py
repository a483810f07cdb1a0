"""What tasks see of Airflow, without Airflow: a context with a run and a task instance."""

from datetime import UTC, datetime
from types import SimpleNamespace


class TaskInstance:
    """A task instance that keeps what is pushed; `states` are the run's task states by task."""

    def __init__(self, run_id, try_number=1, states=None):
        self.dag_id, self.run_id, self.try_number = "ingest_speeches", run_id, try_number
        self.states = states or {}
        self.pushed = {}

    def get_task_states(self, *, dag_id, run_ids):
        assert dag_id == self.dag_id
        return {self.run_id: self.states} if run_ids == [self.run_id] else {}

    def xcom_push(self, key, value):
        self.pushed[key] = value


def context(
    run_id="run",
    run_type="manual",
    partition_key=None,
    try_number=1,
    states=None,
    run_after=None,
    params=None,
    start_date=None,
):
    run = SimpleNamespace(
        dag_id="ingest_speeches",
        run_id=run_id,
        run_type=SimpleNamespace(value=run_type),
        partition_key=partition_key,
        run_after=run_after or datetime(2024, 3, 31, tzinfo=UTC),
        start_date=start_date or datetime(2024, 3, 31, 1, tzinfo=UTC),
    )
    return {"dag_run": run, "params": params or {}, "ti": TaskInstance(run_id, try_number, states)}
