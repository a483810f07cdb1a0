"""`python -m include`: the overview, and every command it names."""

import subprocess
import sys
from importlib import import_module

import pytest

from include.__main__ import COMMANDS, main, overview
from include.settings import ROOT


def test_no_command_prints_the_overview_and_fails(capsys):
    assert main([]) == 2
    assert capsys.readouterr().out == overview() + "\n"


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_prints_the_overview(capsys, flag):
    assert main([flag]) == 0
    assert capsys.readouterr().out == overview() + "\n"


def test_the_overview_names_every_command():
    lines = overview().splitlines()[2:]
    assert [line.split()[0] for line in lines] == list(COMMANDS)


def test_an_unknown_command_is_named(capsys):
    assert main(["fetsch"]) == 2
    assert "unknown command 'fetsch'" in capsys.readouterr().err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_module(name):
    assert callable(import_module(COMMANDS[name][0]).main)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name, capsys):
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    assert left.value.code == 0
    assert f"python -m include {name}" in " ".join(capsys.readouterr().out.split())


def test_a_command_runs_with_what_follows_it(monkeypatch):
    module = import_module(COMMANDS["clean"][0])
    monkeypatch.setattr(module, "main", lambda argv: len(argv))
    assert main(["clean", "a.html", "--url", "http://x.cn/"]) == 3


def test_a_reader_that_leaves_early_is_no_error(tmp_path):
    text = tmp_path / "long.txt"
    text.write_text("全县粮食产量12万吨。\n" * 4000)
    command = [sys.executable, "-m", "include", "segment", str(text)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


@pytest.mark.parametrize("package", ["airflow", "pandas", "sqlalchemy", "jieba"])
def test_the_overview_loads_nothing_heavy(package):
    code = f"import sys; from include.__main__ import main; main(['-h']); sys.exit({package!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
