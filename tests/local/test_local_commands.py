"""What the actions do, say and give back, with faked services and runs."""

from argparse import Namespace

import pytest

from include.errors import ConfigurationError, JianghuaError
from include.local import commands, services, watch
from include.local.services import Service

DAYS = Namespace(first="2024-03-01", last="2024-03-02", source=None, reprocess="failed", detach=False, relist=False)


class World:
    """Which services run or died, what runs came to, and what was done."""

    def __init__(self):
        self.running, self.gone, self.done, self.outcome = ["scheduler"], [], [], True

    def note(self, name, result=None):
        def act(*arguments):
            self.done.append((name, *arguments[1:]))
            if isinstance(result, BaseException):
                raise result
            return self.outcome if result is None else result

        return act


@pytest.fixture
def world(monkeypatch, local_place):
    world = World()
    monkeypatch.setattr(services, "alive", lambda place: world.running)
    monkeypatch.setattr(services, "dead", lambda place: world.gone)
    monkeypatch.setattr(services, "stop", world.note("stop", ["scheduler"]))
    monkeypatch.setattr(services, "last_words", lambda place, name: f"the end of {name}")
    monkeypatch.setattr(commands, "_start", world.note("start"))
    monkeypatch.setattr(watch, "manual_run", world.note("manual"))
    monkeypatch.setattr(watch, "backfill", world.note("backfill"))
    for name in ("show_row_counts", "show_observations"):
        monkeypatch.setattr(commands, name, lambda: None)
    monkeypatch.setenv("JIANGHUA_SAMPLE_SITE", "true")
    return world


def did(world):
    return [name for name, *_ in world.done]


@pytest.mark.parametrize(("succeeded", "status"), [(True, 0), (False, 1)])
@pytest.mark.parametrize("action", [commands.ingest, commands.backfill])
def test_the_status_says_whether_every_run_succeeded(world, local_place, action, succeeded, status):
    world.outcome = succeeded
    assert action(local_place, DAYS) == status


@pytest.mark.parametrize("relist", [False, True])
def test_ingest_names_window_and_sources_and_whether_to_list_again(world, local_place, relist):
    commands.ingest(local_place, Namespace(first="2024-03-01", last="2024-03-02", source=["portal"], relist=relist))
    conf = {"from_date": "2024-03-01", "to_date": "2024-03-02", "sources": ["portal"], "relist": relist}
    assert world.done == [("manual", conf)]


def test_ingest_of_an_unknown_source_starts_nothing(world, local_place):
    with pytest.raises(ConfigurationError, match="nowhere"):
        commands.ingest(local_place, Namespace(first="2024-03-01", last="2024-03-02", source=["nowhere"]))
    assert world.done == []


def test_backfill_hands_its_range_on(world, local_place):
    commands.backfill(local_place, DAYS)
    assert world.done == [("backfill", "2024-03-01", "2024-03-02", "failed")]


@pytest.mark.parametrize("action", [commands.ingest, commands.backfill])
def test_without_airflow_it_says_how_to_start_it(world, local_place, action):
    world.running = []
    with pytest.raises(ConfigurationError, match="make run DETACH=1"):
        action(local_place, DAYS)


@pytest.mark.parametrize("action", [commands.ingest, commands.backfill])
def test_with_a_dead_service_it_says_which(world, local_place, action):
    world.gone = ["triggerer"]
    with pytest.raises(JianghuaError, match="triggerer died") as caught:
        action(local_place, DAYS)
    assert str(local_place.logs) in str(caught.value)


def test_run_ingests_then_backfills_and_returns_when_detached(world, local_place, capsys):
    assert commands.run(local_place, Namespace(detach=True)) == 0
    assert did(world) == ["manual", "backfill"]
    told = capsys.readouterr().out
    assert local_place.url in told
    assert "make stop" in told


def test_run_starts_what_does_not_run(world, local_place, monkeypatch):
    world.running = []

    def start(place):
        world.running = ["scheduler"]
        world.done.append(("start",))

    monkeypatch.setattr(commands, "_start", start)
    commands.run(local_place, Namespace(detach=True))
    assert did(world) == ["start", "manual", "backfill"]


def test_a_failed_first_ingestion_is_the_status_and_the_backfill_still_runs(world, local_place, monkeypatch):
    monkeypatch.setattr(watch, "manual_run", world.note("manual", False))
    assert commands.run(local_place, Namespace(detach=True)) == 1
    assert did(world) == ["manual", "backfill"]


def test_ctrl_c_while_it_ingests_stops_what_runs(world, local_place, monkeypatch):
    monkeypatch.setattr(watch, "manual_run", world.note("manual", KeyboardInterrupt()))
    assert commands.run(local_place, Namespace(detach=False)) == 0
    assert did(world) == ["manual", "stop"]


def test_ctrl_c_while_it_stays_up_stops_what_runs(world, local_place, monkeypatch):
    def interrupt(seconds):
        raise KeyboardInterrupt

    monkeypatch.setattr(commands.time, "sleep", interrupt)
    assert commands.run(local_place, Namespace(detach=False)) == 0
    assert did(world)[-1] == "stop"


def test_a_service_that_dies_meanwhile_ends_it_with_its_last_words(world, local_place, monkeypatch, capsys):
    monkeypatch.setattr(commands.time, "sleep", lambda seconds: world.gone.append("triggerer"))
    assert commands.run(local_place, Namespace(detach=False)) == 1
    assert "triggerer died:\nthe end of triggerer" in capsys.readouterr().out
    assert did(world)[-1] == "stop"


@pytest.mark.parametrize(("stopped", "told"), [(["a", "b"], "stopped a, b"), ([], "nothing was running")])
def test_stop_says_what_it_stopped(world, local_place, monkeypatch, capsys, stopped, told):
    monkeypatch.setattr(services, "stop", lambda place: stopped)
    assert commands.stop(local_place, Namespace()) == 0
    assert capsys.readouterr().out.strip() == told


@pytest.mark.parametrize(("gone", "status"), [([], 0), (["b"], 1)])
def test_status_shows_every_service(world, local_place, monkeypatch, capsys, gone, status):
    world.gone = gone
    monkeypatch.setattr(Service, "process", lambda service: None if service.name in gone else service)
    monkeypatch.setattr(services, "recorded", lambda place: [Service("a", 1, 0.0), Service("b", 2, 0.0)])
    assert commands.status(local_place, Namespace()) == status
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["a", "running", "pid", "1"]
    assert lines[1].split() == ["b", "DEAD" if gone else "running", "pid", "2"]


def test_status_of_nothing_is_one(world, local_place, monkeypatch, capsys):
    monkeypatch.setattr(services, "recorded", lambda place: [])
    assert commands.status(local_place, Namespace()) == 1
    assert "make run" in capsys.readouterr().out
