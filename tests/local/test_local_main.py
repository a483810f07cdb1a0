"""The command line of the local installation, and what its exit status says."""

import os
import signal

import pytest

from include.errors import ConfigurationError
from include.local import __main__ as local_main
from include.local import commands


@pytest.fixture(autouse=True)
def untouched(home, monkeypatch):
    """The command sets signals and settings of its process: put them back."""
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(os, "environ", os.environ.copy())
    yield
    signal.signal(signal.SIGTERM, before)


@pytest.fixture
def called(monkeypatch):
    """The actions, faked: they keep their options and give what a test says."""
    calls = []

    def use(status=0, error=None):
        def action(place, options):
            calls.append(options)
            if error:
                raise error
            return status

        for name in ("run", "stop", "status", "ingest", "backfill"):
            monkeypatch.setattr(commands, name, action)
        return calls

    return use


@pytest.mark.parametrize(
    ("argv", "options"),
    [
        pytest.param(["run"], {"detach": False}, id="run"),
        pytest.param(["run", "--detach"], {"detach": True}, id="detached"),
        pytest.param(["stop"], {}, id="stop"),
        pytest.param(["status"], {}, id="status"),
        pytest.param(
            ["ingest", "--from", "2024-03-01", "--to", "2024-03-02"],
            {"first": "2024-03-01", "last": "2024-03-02", "source": None, "relist": False},
            id="ingest",
        ),
        pytest.param(
            ["ingest", "--from", "2024-03-01", "--to", "2024-03-02", "--source", "portal", "wenku"],
            {"source": ["portal", "wenku"]},
            id="ingest-some",
        ),
        pytest.param(
            ["ingest", "--from", "2024-03-01", "--to", "2024-03-02", "--relist"], {"relist": True}, id="ingest-again"
        ),
        pytest.param(
            ["backfill", "--from", "2024-03-01", "--to", "2024-03-02"], {"reprocess": "failed"}, id="backfill"
        ),
        pytest.param(
            ["backfill", "--from", "2024-03-01", "--to", "2024-03-02", "--reprocess", "completed"],
            {"reprocess": "completed"},
            id="backfill-again",
        ),
    ],
)
def test_each_action_gets_its_options(called, argv, options):
    calls = called()
    assert local_main.main(argv) == 0
    assert vars(calls[0]) | {"action": argv[0], **options} == vars(calls[0])


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        pytest.param([], "action", id="nothing"),
        pytest.param(["restart"], "restart", id="no-such-action"),
        pytest.param(["ingest", "--from", "2024-03-01"], "--to", id="no-end"),
        pytest.param(["ingest", "--from", "1.3.2024", "--to", "2024-03-02"], "1.3.2024", id="no-date"),
        pytest.param(["backfill", "--from", "2024-02-30", "--to", "2024-03-02"], "2024-02-30", id="no-such-day"),
        pytest.param(
            ["backfill", "--from", "2024-03-01", "--to", "2024-03-02", "--reprocess", "all"], "all", id="no-choice"
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_and_named(called, capsys, argv, told):
    calls = called()
    with pytest.raises(SystemExit) as left:
        local_main.main(argv)
    assert left.value.code == 2
    assert told in capsys.readouterr().err
    assert calls == []


@pytest.mark.parametrize("status", [0, 1])
def test_the_status_is_the_actions(called, status):
    called(status=status)
    assert local_main.main(["status"]) == status


def test_what_a_person_must_mend_is_one_line_and_status_two(called, capsys):
    called(error=ConfigurationError("port 8080 is taken"))
    assert local_main.main(["run"]) == 2
    assert capsys.readouterr().err == "port 8080 is taken\n"


def test_ctrl_c_has_its_status_and_no_traceback(called, capsys):
    called(error=KeyboardInterrupt())
    assert local_main.main(["ingest", "--from", "2024-03-01", "--to", "2024-03-02"]) == local_main.INTERRUPTED
    assert capsys.readouterr().err == ""


def test_a_polite_kill_is_like_ctrl_c(called):
    called()
    local_main.main(["status"])
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGTERM)
