"""The thin tasks: what Airflow hands over is what the stages get."""

import pytest

from include import tasks
from include.runtime import landing, runs, sources, stages

CONTEXT = {"dag_run": "the run"}


@pytest.fixture
def calls(monkeypatch):
    """What the tasks call, faked; gives the arguments by function."""
    found = {}

    def fake(module, name, result=None):
        def function(*arguments):
            found[name] = arguments
            return result

        monkeypatch.setattr(module, name, function)

    monkeypatch.setattr(tasks, "get_current_context", lambda: CONTEXT)
    for module, names in (
        (runs, ["plan"]),
        (sources, ["discover", "fetch"]),
        (stages, ["collect", "clean", "segment", "extract", "check"]),
        (landing, ["deduplicate", "report"]),
    ):
        for name in names:
            fake(module, name, f"result of {name}")
    fake(landing, "load", ("load id", {"pages": 2}))
    return found


@pytest.mark.parametrize(
    ("task", "function", "given", "expected"),
    [
        pytest.param("plan_run", "plan", {"params": {"a": 1}}, (CONTEXT, {"a": 1}), id="plan"),
        pytest.param("plan_run", "plan", {}, (CONTEXT, {}), id="plan-without-parameters"),
        pytest.param("discover", "discover", {"plan": {"source": "x"}}, (CONTEXT, {"source": "x"}), id="discover"),
        pytest.param("fetch", "fetch", {"links": 2, "plan": {"source": "x"}}, (CONTEXT, {"source": "x"}), id="fetch"),
        pytest.param("collect", "collect", {"plans": []}, (CONTEXT,), id="collect"),
        pytest.param("collect", "collect", {"plans": None}, (CONTEXT,), id="collect-after-a-failure"),
        pytest.param("clean", "clean", {"batch": {"batch": 0}}, (CONTEXT, {"batch": 0}), id="clean"),
        pytest.param("segment", "segment", {"batch": {"batch": 0}}, (CONTEXT, {"batch": 0}), id="segment"),
        pytest.param("extract", "extract", {"batch": {"batch": 0}}, (CONTEXT, {"batch": 0}), id="extract"),
        pytest.param("check", "check", {"batches": [{"batch": 0}]}, (CONTEXT, [{"batch": 0}]), id="check"),
        pytest.param("check", "check", {"batches": {"batch": 0}}, (CONTEXT, [{"batch": 0}]), id="check-one-batch"),
        pytest.param("check", "check", {"batches": None}, (CONTEXT, []), id="check-after-a-failure"),
        pytest.param("check", "check", {"batches": ({"batch": 0},)}, (CONTEXT, [{"batch": 0}]), id="check-lazy"),
        pytest.param("deduplicate", "deduplicate", {"load_id": "x"}, (), id="deduplicate"),
        pytest.param("report", "report", {"plans": ({"source": "x"},)}, (CONTEXT, [{"source": "x"}]), id="report"),
        pytest.param("report", "report", {"plans": None}, (CONTEXT, []), id="report-after-a-failure"),
    ],
)
def test_a_task_hands_on_what_it_gets(calls, task, function, given, expected):
    assert getattr(tasks, task).function(**given) == f"result of {function}"
    assert calls == {function: expected}


def test_load_gives_its_id_and_puts_the_counts_on_the_assets_event(calls):
    class Event:
        extra = None

    events = {tasks.WAREHOUSE: Event()}
    assert tasks.load.function(({"source": "x"},), {"held": []}, outlet_events=events) == "load id"
    assert calls["load"] == (CONTEXT, [{"source": "x"}], {"held": []})
    assert events[tasks.WAREHOUSE].extra == {"pages": 2}
