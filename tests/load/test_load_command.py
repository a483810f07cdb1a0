"""The warehouse without Airflow, from the command line."""

import json
from pathlib import Path

from include.load.command import main
from include.load.describe import describe

ROOT = Path(__file__).resolve().parents[2]


def test_migrate_then_count(tmp_path, capsys):
    url = f"sqlite:///{tmp_path / 'w.db'}"
    assert main(["migrate", "--url", url]) == 0
    assert main(["counts", "--url", url]) == 0
    counts = json.loads(capsys.readouterr().out)
    assert counts["observation"] == 0
    assert "check_result" in counts


def test_the_data_dictionary_in_the_docs_is_that_of_the_tables():
    written = (ROOT / "docs" / "warehouse_tables.md").read_text(encoding="utf-8")
    assert written == describe(), "run: python -m include warehouse describe > docs/warehouse_tables.md"
