"""Airflow's own database is made or upgraded once a version."""

import subprocess
from importlib.metadata import version

import pytest

from include.errors import JianghuaError
from include.local import database


@pytest.fixture
def migrated(monkeypatch):
    """`airflow db migrate`, faked: gives the calls; `status` is how it ends."""
    calls = []

    def use(status=0):
        def run(command, **options):
            calls.append((command, options["env"]))
            return subprocess.CompletedProcess(command, status, "", "no such column\n")

        monkeypatch.setattr(database.subprocess, "run", run)
        return calls

    return use


def test_it_is_done_once_a_version(migrated, local_place, monkeypatch):
    calls = migrated()
    database.migrate_airflow(local_place)
    database.migrate_airflow(local_place)
    assert len(calls) == 1
    assert calls[0][0][-3:] == ["airflow", "db", "migrate"]
    assert str(local_place.airflow_home) in calls[0][1]["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"]
    newer = version("apache-airflow-core") + ".1"
    monkeypatch.setattr(database, "version", lambda package: newer)
    database.migrate_airflow(local_place)
    assert len(calls) == 2


def test_a_failure_is_told_and_tried_again_the_next_time(migrated, local_place):
    calls = migrated(status=1)
    for _ in range(2):
        with pytest.raises(JianghuaError, match=r"db migrate` failed:\nno such column"):
            database.migrate_airflow(local_place)
    assert len(calls) == 2
