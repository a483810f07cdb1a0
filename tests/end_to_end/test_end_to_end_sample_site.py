"""The main job in a real Airflow: ingest the sample site, do it again, backfill it, lose a site. Slow: `make e2e`."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from end_to_end import sample_truth as truth
from sqlalchemy import select

from include.database import open_engine
from include.load import tables

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]
FIRST, LAST = "2024-03-01", "2024-03-30"
DOWN = """
name: down
title: a site that does not answer
base_url: http://127.0.0.1:{port}/
platform: numbered_listing
sections: [/]
first_date: 2024-01-01
minimum_entries: 1
delay_seconds: 0
contact: tests@jianghua.example
allow_hosts: ["127.0.0.1:{port}"]
"""


def free_ports(count):
    """The first of `count` free ports in a row."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            first = probe.getsockname()[1]
        try:
            for port in range(first, first + count):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port))
        except OSError:
            continue
        return first


class Installation:
    """One `python -m include.local` installation in a folder of its own."""

    def __init__(self, folder):
        self.sources = folder / "sources"
        self.sources.mkdir()
        self.sample_port = free_ports(3)
        self.env = {
            **os.environ,
            "JIANGHUA_HOME": str(folder / "data"),
            "JIANGHUA_PORT": str(free_ports(1)),
            "JIANGHUA_SAMPLE_PORT": str(self.sample_port),
            "JIANGHUA_SOURCES": str(self.sources),
            "JIANGHUA_RETRY_SECONDS": "2",
        }
        for name in [name for name in self.env if name.startswith("AIRFLOW")]:
            del self.env[name]
        self.warehouse = f"sqlite:///{folder / 'data' / 'warehouse.db'}"

    def __call__(self, *arguments):
        command = [sys.executable, "-m", "include.local", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        print(f"$ {' '.join(arguments)}\n{done.stdout}")
        return done

    def connect(self):
        return open_engine(self.warehouse, read_only=True).connect()

    def content(self):
        """Every row of the content tables; `last_seen` moves whenever a page is seen, as it should."""
        with self.connect() as connection:
            return {
                table.name: sorted(
                    map(repr, connection.execute(select(*[c for c in table.columns if c.name != "last_seen"])))
                )
                for table in tables.CONTENT_TABLES
                if table is not tables.source
            }


@pytest.fixture(scope="module")
def installation(tmp_path_factory):
    place = Installation(tmp_path_factory.mktemp("jianghua"))
    started = place("run", "--detach")
    try:
        assert started.returncode == 0
        place.started = started.stdout
        yield place
    finally:
        place("stop")


def test_run_says_what_happened_and_where_to_look(installation):
    for words in ("login admin / ", "rows in the warehouse", "a few observations", "soft_404 1"):
        assert words in installation.started


def test_pages_land_as_the_truth_says(installation):
    with installation.connect() as connection:
        landed = truth.landed_pages(connection, installation.sample_port)
    assert landed == {row["key"]: row["expected"] for row in truth.rows("page")}


def test_speeches_land_to_the_letter(installation):
    expected = {}
    for row in truth.rows("speech"):
        expected.setdefault(row["key"].rpartition("#")[0], []).append(row["text"])
    with installation.connect() as connection:
        assert truth.landed_speeches(connection, installation.sample_port) == expected


def test_exact_copies_share_a_cluster(installation):
    with installation.connect() as connection:
        clusters = truth.clusters_by_text(connection)
    copied = [row["text"] for row in truth.rows("speech") if row["copy_kind"] == "exact"]
    assert copied
    assert [text[:20] for text in copied if len(clusters[text]) != 1] == []


def test_nine_of_ten_observations_are_found(installation):
    with installation.connect() as connection:
        landed = truth.landed_observations(connection)
    expected = truth.true_observations()
    assert len(landed & expected) >= 0.9 * len(expected)


def test_the_same_window_again_changes_nothing(installation):
    before = installation.content()
    assert installation("ingest", "--from", FIRST, "--to", LAST).returncode == 0
    assert installation.content() == before


def test_a_backfill_of_thirty_days_changes_nothing(installation):
    before = installation.content()
    done = installation("backfill", "--from", FIRST, "--to", LAST, "--reprocess", "completed")
    assert done.returncode == 0
    assert done.stdout.count(": success") == 30
    assert installation.content() == before
    with installation.connect() as connection:
        keys = set(connection.scalars(select(tables.run.c.partition_key)))
    assert {f"2024-03-{day:02}" for day in range(1, 31)} <= keys


def test_a_site_that_is_down_makes_its_run_fail_and_no_other_site(installation):
    (installation.sources / "down.yaml").write_text(DOWN.format(port=free_ports(1)))
    before = installation.content()
    done = installation("ingest", "--from", FIRST, "--to", LAST, "--source", "down", "portal")
    (installation.sources / "down.yaml").unlink()
    assert done.returncode == 1
    assert "PROBLEM: source down is down" in done.stdout
    portal = next(line for line in done.stdout.splitlines() if line.startswith("portal "))
    dated = [row for row in truth.rows("page") if row["site"] == "portal" and row["listed_on"]]
    assert portal.split()[1] == str(len(dated))  # the undated one belongs to the run that saw it first
    assert installation.content() == before


def test_an_unknown_source_is_refused_by_name(installation):
    done = installation("ingest", "--from", FIRST, "--to", LAST, "--source", "nowhere")
    assert done.returncode != 0
    assert "nowhere" in done.stdout
