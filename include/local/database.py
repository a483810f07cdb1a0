"""Airflow's own metadata database: made or upgraded once per Airflow version."""

import subprocess
import sys
from importlib.metadata import version

from include.errors import JianghuaError
from include.local.config import Local, environment


def migrate_airflow(place: Local) -> None:
    """Run `airflow db migrate` unless this version of Airflow did so here before: it takes ten seconds."""
    stamp = place.airflow_home / f"migrated-{version('apache-airflow-core')}"
    if stamp.exists():
        return
    place.airflow_home.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "airflow", "db", "migrate"]
    done = subprocess.run(command, env=environment(place), capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise JianghuaError(f"`airflow db migrate` failed:\n{done.stderr[-2000:]}")
    stamp.touch()
