"""Starting and stopping processes of our own, with harmless commands in place of Airflow's."""

import json
import socket
import subprocess
import sys
import time
from dataclasses import asdict

import psutil
import pytest

from include.errors import ConfigurationError, JianghuaError
from include.local import services
from include.local.services import Service

SLEEP = [sys.executable, "-S", "-c", "import time; print('up', flush=True); time.sleep(60)"]
FAIL = [sys.executable, "-S", "-c", "print('cannot go on', flush=True); raise SystemExit(3)"]
# a service that starts a process of its own, which does not care for SIGTERM
WITH_CHILD = [
    sys.executable,
    "-S",
    "-c",
    "import subprocess, sys, time\n"
    "stubborn = 'import signal, time; signal.signal(15, signal.SIG_IGN); print(1, flush=True); time.sleep(60)'\n"
    "child = subprocess.Popen([sys.executable, '-S', '-c', stubborn], stdout=subprocess.PIPE)\n"
    "child.stdout.readline(); print('child', child.pid, flush=True); time.sleep(60)",
]


@pytest.fixture
def commands(monkeypatch, local_place):
    """Use these commands; whatever they started is gone after the test."""
    monkeypatch.setattr(services, "STOP_SECONDS", 1)

    def use(**commands):
        monkeypatch.setattr(services, "commands", lambda place: {n.replace("_", "-"): c for n, c in commands.items()})

    yield use
    services.stop(local_place)


@pytest.fixture
def sleeper():
    process = subprocess.Popen(SLEEP, stdout=subprocess.DEVNULL)
    yield process
    process.kill()
    process.wait()


def born(process):
    return psutil.Process(process.pid).create_time()


def until(true, seconds=10):
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def test_a_live_process_is_found(sleeper):
    assert Service("x", sleeper.pid, born(sleeper)).process().pid == sleeper.pid


def test_a_dead_process_is_none(sleeper):
    service = Service("x", sleeper.pid, born(sleeper))
    sleeper.kill()
    until(lambda: psutil.Process(sleeper.pid).status() == psutil.STATUS_ZOMBIE)
    assert service.process() is None  # a zombie, before its parent looked
    sleeper.wait()
    assert service.process() is None


def test_a_pid_that_another_program_has_by_now_is_none(sleeper):
    assert Service("x", sleeper.pid, born(sleeper) - 3600).process() is None


def test_stop_leaves_a_reused_pid_alone(sleeper, local_place):
    local_place.services_file.write_text(json.dumps([asdict(Service("x", sleeper.pid, born(sleeper) - 3600))]))
    assert services.stop(local_place) == []
    assert sleeper.poll() is None
    assert not local_place.services_file.exists()


def test_the_commands_are_those_of_a_whole_airflow_with_the_scheduler_last(local_place):
    found = services.commands(local_place)
    assert list(found) == ["sample-site", "api-server", "dag-processor", "triggerer", "scheduler"]
    assert found["sample-site"][-2:] == ["--port", str(local_place.sample_port)]
    assert {command[0] for command in found.values()} == {sys.executable}


def test_start_writes_down_what_runs_and_stop_ends_it(commands, local_place):
    commands(one=SLEEP, scheduler=SLEEP)
    waited = []
    services.start(local_place, lambda: waited.append([service.name for service in services.recorded(local_place)]))
    assert waited == [["one"]]  # the scheduler starts once the api-server answers
    running = services.alive(local_place)
    assert [service.name for service in running] == ["one", "scheduler"]
    assert services.dead(local_place) == []
    assert services.stop(local_place) == ["one", "scheduler"]
    assert all(service.process() is None for service in running)
    assert (services.recorded(local_place), services.stop(local_place)) == ([], [])


def test_services_get_the_environment_and_a_log(commands, local_place, monkeypatch):
    monkeypatch.setenv("JIANGHUA_NIGHTLY_HOUR", "7")
    code = "import os; print(os.environ['JIANGHUA_NIGHTLY_HOUR'], os.environ['AIRFLOW_HOME'])"
    commands(one=[sys.executable, "-S", "-c", code])
    services.start(local_place, lambda: None)
    until(lambda: services.last_words(local_place, "one"))
    words = services.last_words(local_place, "one").split()
    assert words == ["7", str(local_place.airflow_home)]


def test_stop_ends_children_that_do_not_listen(commands, local_place):
    commands(one=WITH_CHILD)
    services.start(local_place, lambda: None)
    until(lambda: "child" in services.last_words(local_place, "one"))
    child = psutil.Process(int(services.last_words(local_place, "one").split()[1]))
    assert services.stop(local_place) == ["one"]
    until(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)


def test_a_start_that_fails_stops_what_was_started(commands, local_place):
    commands(one=SLEEP, two=SLEEP, scheduler=["/no/such/program"])
    seen = []
    with pytest.raises(FileNotFoundError):
        services.start(local_place, lambda: seen.extend(services.recorded(local_place)))
    assert [service.name for service in seen] == ["one", "two"]
    assert all(service.process() is None for service in seen)
    assert services.recorded(local_place) == []


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), JianghuaError("the api-server does not answer")], ids=["ctrl-c", "in-vain"]
)
def test_so_does_one_that_is_given_up_while_it_waits(commands, local_place, error):
    commands(one=SLEEP, scheduler=SLEEP)
    seen = []

    def wait():
        seen.extend(services.recorded(local_place))
        raise error

    with pytest.raises(type(error)):
        services.start(local_place, wait)
    assert [service.process() for service in seen] == [None]


@pytest.mark.parametrize(
    ("index", "setting"), [(0, "PORT"), (1, "SAMPLE_PORT"), (2, "SAMPLE_PORT"), (3, "SAMPLE_PORT")]
)
def test_a_taken_port_is_named_with_its_setting_and_nothing_starts(commands, local_place, free_ports, index, setting):
    commands(one=SLEEP)
    port = free_ports[index]
    told = pytest.raises(ConfigurationError, match=rf"port {port} is taken .* {setting}=\d+")
    with socket.create_server(("127.0.0.1", port)), told:
        services.start(local_place, lambda: None)
    assert services.recorded(local_place) == []


def test_waiting_ends_when_it_is_ready(local_place):
    answers = iter([False, True])
    services.wait(lambda: next(answers), "never", local_place, seconds=5)


def test_waiting_ends_when_time_is_up_and_says_where_the_logs_are(local_place):
    with pytest.raises(JianghuaError, match="not healthy after 0 seconds; the logs are in") as caught:
        services.wait(lambda: False, "Airflow is not healthy", local_place, seconds=0)
    assert str(local_place.logs) in str(caught.value)


def test_waiting_ends_when_a_service_died_and_shows_its_last_words(commands, local_place):
    commands(one=FAIL)
    services.start(local_place, lambda: None)
    until(lambda: services.dead(local_place))
    assert services.dead(local_place) == ["one"]
    with pytest.raises(JianghuaError, match=r"one stopped while starting:\ncannot go on"):
        services.wait(lambda: False, "never", local_place, seconds=5)


def test_last_words_are_the_end_of_the_log(local_place):
    local_place.logs.mkdir()
    (local_place.logs / "one.log").write_bytes(b"\n".join(b"line %d \xff" % n for n in range(40)))
    assert services.last_words(local_place, "one", 2).split("\n") == ["line 38 \ufffd", "line 39 \ufffd"]
    assert services.last_words(local_place, "none") == ""
