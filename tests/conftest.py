"""Before anything imports Airflow or jieba: folders of our own, no examples, the project's Dags and plugins."""

import os
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_HOME = tempfile.TemporaryDirectory(prefix="jianghua-tests-")

os.environ.update(
    AIRFLOW_HOME=_HOME.name,
    AIRFLOW__CORE__DAGS_FOLDER=str(ROOT / "dags"),
    AIRFLOW__CORE__PLUGINS_FOLDER=str(ROOT / "plugins"),
    AIRFLOW__CORE__LOAD_EXAMPLES="False",
    AIRFLOW__CORE__UNIT_TEST_MODE="True",
    JIANGHUA_HOME=_HOME.name,
)
for name in ("JIANGHUA_WAREHOUSE", "JIANGHUA_STATE", "JIANGHUA_SOURCES"):
    os.environ.pop(name, None)


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A data folder of the test's own."""
    monkeypatch.setenv("JIANGHUA_HOME", str(tmp_path))
    return tmp_path
