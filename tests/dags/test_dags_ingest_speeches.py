"""The Dags as Airflow sees them: they import, serialise, follow the house's policy and have the shape of the flow."""

import copy
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from airflow.dag_processing.dagbag import DagBag
from airflow.sdk import TriggerRule
from airflow.serialization.serialized_objects import DagSerialization
from airflow.timetables.base import TimeRestriction

from include.errors import BadPageError, DeclinedError, PermanentError, TransientError
from include.settings import ROOT

DAGS = ["ingest_speeches"]
MAPPED = ["ingest_source.discover", "ingest_source.fetch"]
BATCHED = ["process_batch.clean", "process_batch.segment", "process_batch.extract"]
SINGLE = ["plan_run", "collect", "check", "load", "deduplicate", "report"]


@pytest.fixture(scope="module")
def bag():
    return DagBag(str(ROOT / "dags"))


@pytest.fixture(scope="module")
def dag(bag):
    return bag.dags["ingest_speeches"]


@pytest.fixture
def params(dag):
    return copy.deepcopy(dag.params)  # to resolve a value is to keep it


@pytest.fixture(scope="module")
def serialised(dag):
    return DagSerialization.to_dict(dag)


@pytest.fixture(scope="module")
def stored(serialised):
    return DagSerialization.from_dict(serialised)


def test_every_dag_file_imports(bag):
    assert bag.import_errors == {}
    assert sorted(bag.dags) == DAGS
    assert len(list((ROOT / "dags").glob("*.py"))) == len(DAGS)


@pytest.mark.parametrize("dag_id", DAGS)
def test_every_dag_survives_serialisation(bag, dag_id):
    dag = bag.dags[dag_id]
    stored = DagSerialization.from_dict(DagSerialization.to_dict(dag))
    assert (stored.dag_id, set(stored.task_dict)) == (dag_id, set(dag.task_dict))
    assert stored.doc_md == dag.doc_md


@pytest.mark.parametrize("dag_id", DAGS)
def test_every_dag_says_whose_it_is_and_does_not_catch_up(bag, dag_id):
    dag = bag.dags[dag_id]
    assert {"jianghua"} < dag.tags
    assert dag.owner == "jianghua"
    assert dag.catchup is False
    assert dag.max_active_runs <= 3


@pytest.mark.parametrize("dag_id", DAGS)
def test_every_dag_explains_itself(bag, dag_id):
    headings = [line for line in bag.dags[dag_id].doc_md.strip().splitlines() if line.startswith("#")]
    assert headings[0] == "### Reading this Dag"
    assert headings[1] == "### When it is red"


def test_the_text_names_every_task_and_every_problem(dag):
    for task in dag.task_dict:
        assert task.split(".")[-1] in dag.doc_md or task == "plan_run", task
    for problem in ("is broken", "failed", "holds source", "not accounted for"):
        assert problem in dag.doc_md


@pytest.mark.parametrize("task_id", [*SINGLE, *MAPPED, *BATCHED])
def test_every_task_is_retried_by_class_with_a_growing_delay(dag, task_id):
    task = dag.task_dict[task_id]
    assert task.retries >= (1 if task_id == "report" else 2)  # report only reads, and fails for good where it is red
    assert task.retry_policy is not None
    assert task.retry_delay > timedelta(0)
    assert task.retry_exponential_backoff
    assert task.max_retry_delay >= task.retry_delay


@pytest.mark.parametrize(
    ("error", "action"),
    [
        pytest.param(TransientError("x"), "retry", id="transient"),
        pytest.param(PermanentError("x"), "fail", id="permanent"),
        pytest.param(DeclinedError("x"), "fail", id="declined"),
        pytest.param(BadPageError("x"), "fail", id="bad-page"),
        pytest.param(OSError("x"), "default", id="anything-else"),
    ],
)
def test_the_class_of_a_failure_decides(dag, error, action):
    decision = dag.task_dict["load"].retry_policy.evaluate(error, 1, 3)
    assert decision.action.value == action


@pytest.mark.parametrize("task_id", [*SINGLE, *MAPPED, *BATCHED])
def test_every_task_says_what_it_does(dag, task_id):
    assert dag.task_dict[task_id].doc_md or dag.task_dict[task_id].python_callable.__doc__


def test_the_tasks_are_those_of_the_flow(dag):
    assert set(dag.task_dict) == {*SINGLE, *MAPPED, *BATCHED}


def test_the_flow_is_in_order(dag):
    flow = [
        "plan_run", "ingest_source.discover", "ingest_source.fetch", "collect", "process_batch.clean",
        "process_batch.segment", "process_batch.extract", "check", "load", "deduplicate", "report",
    ]  # fmt: skip
    for task, following in pairwise(flow):
        assert following in dag.task_dict[task].downstream_task_ids


def test_report_is_the_only_leaf_and_runs_whatever_happened(dag):
    assert [task.task_id for task in dag.leaves] == ["report"]
    assert dag.task_dict["report"].trigger_rule == TriggerRule.ALL_DONE
    # a failed load must not reach report as a skip or an upstream failure
    assert dag.task_dict["report"].upstream_task_ids >= {"check", "deduplicate"}


@pytest.mark.parametrize(
    ("task_id", "rule"),
    [("collect", TriggerRule.ALL_DONE), ("check", TriggerRule.ALL_DONE), ("load", TriggerRule.ALL_SUCCESS)],
)
def test_one_failed_source_or_batch_does_not_take_the_others_with_it(dag, task_id, rule):
    assert dag.task_dict[task_id].trigger_rule == rule


@pytest.mark.parametrize(("group", "tasks"), [("ingest_source", MAPPED), ("process_batch", BATCHED)])
def test_sources_and_batches_are_mapped_as_groups(stored, group, tasks):
    mapped = stored.task_group.children[group]
    assert type(mapped).__name__ == "SerializedMappedTaskGroup"
    assert set(mapped.children) == set(tasks)


@pytest.mark.parametrize("task_id", MAPPED)
def test_a_mapped_instance_is_named_by_its_source(dag, task_id):
    assert dag.task_dict[task_id].map_index_template == "{{ source }}"


def test_only_load_says_that_it_writes_the_warehouse(dag):
    writers = {
        task_id: [asset.name for asset in task.outlets] for task_id, task in dag.task_dict.items() if task.outlets
    }
    assert writers == {"load": ["warehouse"]}


@pytest.mark.parametrize(
    ("last_key", "run_after", "key"),
    [
        pytest.param("2024-03-08T16:00", "2024-03-09T16:00", "2024-03-09", id="a-day"),
        pytest.param("2024-02-28T16:00", "2024-02-29T16:00", "2024-02-29", id="leap-day"),
        pytest.param("2023-12-30T16:00", "2023-12-31T16:00", "2023-12-31", id="new-year"),
    ],
)
def test_it_ticks_at_midnight_in_shanghai_for_the_day_that_ended(stored, last_key, run_after, key):
    last = datetime.fromisoformat(last_key).replace(tzinfo=UTC)
    timetable = stored.timetable
    first = timetable.next_dagrun_info_v2(last_dagrun_info=None, restriction=TimeRestriction(last, None, catchup=True))
    assert first.run_after == last
    info = timetable.next_dagrun_info_v2(last_dagrun_info=first, restriction=TimeRestriction(None, None, catchup=True))
    assert info.run_after == datetime.fromisoformat(run_after).replace(tzinfo=UTC)
    assert info.partition_key == key


def test_a_backfill_makes_a_run_a_local_day(stored):
    first, last = datetime(2024, 2, 28, tzinfo=UTC), datetime(2024, 3, 1, 23, 59, 59, tzinfo=UTC)
    infos = stored.timetable.iter_partition_dagrun_infos(earliest=first, latest=last)
    assert [info.partition_key for info in infos] == ["2024-02-28", "2024-02-29", "2024-03-01"]


@pytest.mark.parametrize("name", ["from_date", "to_date"])
@pytest.mark.parametrize("value", [None, "2024-03-01"])
def test_dates_are_dates_or_nothing(params, name, value):
    assert params.get_param(name).resolve(value=value) == value


@pytest.mark.parametrize("name", ["from_date", "to_date"])
@pytest.mark.parametrize("value", ["yesterday", "2024-02-30", "01.03.2024", 20240301, ""])
def test_anything_else_is_refused_by_the_form(params, name, value):
    with pytest.raises(ValueError, match=r"date|type|valid"):
        params.get_param(name).resolve(value=value)


@pytest.mark.parametrize(("value", "good"), [(None, True), (["portal"], True), ("portal", False), ([1], False)])
def test_sources_are_a_list_of_names_or_nothing(params, value, good):
    if good:
        assert params.get_param("sources").resolve(value=value) == value
    else:
        with pytest.raises(ValueError, match="type"):
            params.get_param("sources").resolve(value=value)


def test_every_parameter_has_a_title_and_a_description(params):
    for name in params:
        parameter = params.get_param(name)
        assert parameter.description
        assert parameter.schema["title"]
        assert not parameter.value  # a run that names nothing is the usual one
