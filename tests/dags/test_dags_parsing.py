"""Airflow parses every Dag file again and again: no heavy import, no I/O. The check itself is tested, too."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from dags.parse_time import FORBIDDEN, problems, reached

from include.settings import ROOT

DAG_FILES = sorted((ROOT / "dags").glob("*.py"))
SCRIPT = Path(__file__).with_name("parsing_script.py")
by_name = pytest.mark.parametrize("dag_file", DAG_FILES, ids=lambda file: file.stem)


def imported_alone(dag_file, root):
    """What the import of a Dag file brings and touches, in a process of its own."""
    done = subprocess.run(
        [sys.executable, SCRIPT, dag_file],
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture
def copied(tmp_path):
    """The Dag files and the modules they reach, in a folder where a test may spoil them."""
    for file in {module for dag_file in DAG_FILES for module in reached(dag_file, ROOT)}:
        target = tmp_path / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    return tmp_path


@by_name
def test_nothing_heavy_and_no_io_by_the_source(dag_file):
    assert problems(dag_file, ROOT) == []


@by_name
def test_a_dag_file_reaches_its_tasks(dag_file):
    # a check that follows no import would find no fault either
    assert ROOT / "include" / "tasks.py" in reached(dag_file, ROOT)
    assert ROOT / "include" / "settings.py" in reached(dag_file, ROOT)


@by_name
def test_nothing_heavy_and_no_io_by_import(dag_file):
    alone = imported_alone(dag_file, ROOT)
    assert FORBIDDEN & set(alone["imported"]) == set()
    assert alone["touched"] == []


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        pytest.param("dags/{dag}.py", "import pandas", "imports pandas", id="in-the-dag-file"),
        pytest.param("include/tasks.py", "import pandas as pd", "imports pandas", id="under-another-name"),
        pytest.param("include/tasks.py", "from bs4.element import Tag", "imports bs4", id="from"),
        pytest.param("include/settings.py", "import lxml.etree", "imports lxml", id="two-modules-away"),
        pytest.param("include/__init__.py", "import jieba", "imports jieba", id="in-a-package"),
        pytest.param(
            "include/tasks.py", "try:\n    import requests\nfinally:\n    pass", "imports requests", id="tried"
        ),
        pytest.param("include/tasks.py", "class A:\n    import sqlalchemy", "imports sqlalchemy", id="in-a-class"),
        pytest.param("include/tasks.py", "TEXT = Path('x').read_text()", "calls Path('x').read_text", id="file"),
        pytest.param("include/settings.py", "LINES = [*open('/etc/hosts')]", "calls open", id="open"),
        pytest.param("include/tasks.py", "URL = Variable.get('url')", "calls Variable.get", id="variable"),
        pytest.param("include/tasks.py", "URL = models.Variable.get('u')", "calls models.Variable.get", id="module"),
        pytest.param("include/tasks.py", "DB = Connection.get('w')", "calls Connection.get", id="connection"),
        pytest.param("include/tasks.py", "import socket\nsocket.create_connection(())", "calls socket", id="socket"),
        pytest.param("include/tasks.py", "@dag\ndef d():\n    open('x')", "calls open", id="in-a-dags-function"),
        pytest.param("include/tasks.py", "def f(a=open('x')):\n    pass", "calls open", id="in-a-default"),
    ],
)  # fmt: skip
@by_name
def test_a_planted_fault_is_found_with_its_place(copied, dag_file, file, line, told):
    spoiled = copied / file.format(dag=dag_file.stem)
    spoiled.write_text(spoiled.read_text() + f"\n\n{line}\n")
    (found,) = problems(copied / "dags" / dag_file.name, copied)
    assert found.startswith(f"{spoiled.relative_to(copied)}:")
    assert told in found


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("def later():\n    import pandas\n    open('x')", id="in-a-function"),
        pytest.param("if TYPE_CHECKING:\n    import pandas", id="for-types-only"),
        pytest.param("LATER = lambda: open('x')", id="in-a-lambda"),
        pytest.param("import pandasql", id="another-name"),
    ],
)
def test_what_does_not_run_is_no_fault(copied, line):
    file = copied / "include" / "tasks.py"
    file.write_text(file.read_text() + f"\n\n{line}\n")
    assert problems(copied / "dags" / DAG_FILES[0].name, copied) == []


@pytest.mark.slow
def test_what_hides_from_the_source_is_found_by_import(copied):
    file = copied / "include" / "tasks.py"
    hidden = (
        "getattr(__import__('importlib'), 'import_module')('bs4')\ngetattr(__import__('io'), 'open')('/etc/hosts')\n"
    )
    file.write_text(file.read_text() + hidden)
    assert problems(copied / "dags" / DAG_FILES[0].name, copied) == []
    alone = imported_alone(copied / "dags" / DAG_FILES[0].name, copied)
    assert "bs4" in alone["imported"]
    assert alone["touched"] == ["open /etc/hosts"]
