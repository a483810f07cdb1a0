"""Floors on annotated texts that lie outside the project (they belong to their publishers). Slow: `make e2e`.

They are looked for in the folder `JIANGHUA_GOLD`, else in `shared/gold` beside the checkout; where there are none,
the tests skip and say so.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOLD = Path(os.environ.get("JIANGHUA_GOLD") or ROOT.parent / "shared" / "gold")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not GOLD.is_dir(), reason=f"no annotated texts in {GOLD}; name their folder in JIANGHUA_GOLD"),
]


def include(*arguments):
    """What `python -m include …` prints."""
    done = subprocess.run(
        [sys.executable, "-m", "include", *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def score(script, *arguments, **environment):
    """What a scorer prints."""
    command = [sys.executable, script, *map(str, arguments)]
    done = subprocess.run(
        command, cwd=script.parent, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    print(done.stdout)
    return done.stdout


FLOORS = {
    "value_f1": 0.97,
    "full_f1": 0.88,
    "indicator_lenient": 0.9,
    "status": 0.97,
    "compared_to": 0.96,
    "bound": 0.97,
    "period": 0.8,
}


@pytest.mark.parametrize("name", ["seeds", "reports"])
def test_figures(name, tmp_path):
    folder, predictions = GOLD / name, tmp_path / "observations.jsonl"
    predictions.write_text(include("extract", *sorted((folder / "texts").glob("*.txt"))), encoding="utf-8")
    gold = ("--gold", folder / "indicators.jsonl", "--texts", folder / "texts", "--json")
    found = json.loads(score(GOLD / "score_indicators.py", *gold, predictions))
    assert {name: found[name] for name, floor in FLOORS.items() if found[name] < floor} == {}


def test_commitments(tmp_path):
    predictions = tmp_path / "commitments.jsonl"
    predictions.write_text(include("commitments", *sorted((GOLD / "seeds" / "texts").glob("*.txt"))), encoding="utf-8")
    line = score(GOLD / "seeds" / "score.py", "commitments", predictions)
    recall, precision = map(float, re.findall(r"(?:recall|precision) ([\d.]+)", line))
    assert recall >= 0.8
    assert precision >= 0.7


def test_main_text(tmp_path):
    cleaned = tmp_path / "cleaned.jsonl"
    cleaned.write_text(include("clean", *sorted((GOLD / "pages" / "pages").glob("*.html"))), encoding="utf-8")
    table = score(GOLD / "pages" / "score.py", "--path", ".", "from_lines:answer", CLEANED=str(cleaned))
    assert float(re.search(r"^ALL +\d+ +([\d.]+)", table, re.MULTILINE)[1]) >= 0.92


def test_speeches_of_real_pages(tmp_path):
    cleaned = tmp_path / "cleaned.jsonl"
    cleaned.write_text(include("clean", *sorted((GOLD.parent / "site" / "pages").glob("*.html"))), encoding="utf-8")
    line = score(GOLD / "seeds" / "score.py", "speeches", cleaned)
    assert "(11 of 11, 11 predicted)" in line
    assert "leak 0/" in line


@pytest.mark.parametrize(("level", "floor"), [(1, 0.97), (2, 0.97), (3, 0.9)])
def test_headings(level, floor, tmp_path):
    segments = tmp_path / "segments.jsonl"
    segments.write_text(include("segment", *sorted((GOLD / "seeds" / "texts").glob("*.txt"))), encoding="utf-8")
    lines = score(GOLD / "seeds" / "score.py", "headings", segments)
    assert float(re.search(rf"level {level} .* F1 ([\d.]+)", lines)[1]) >= floor


def test_copies(tmp_path):
    predictions = tmp_path / "clusters.tsv"
    rows = map(json.loads, include("deduplicate", GOLD / "copies" / "texts").splitlines())
    lines = ["\t".join(map(str, (Path(r["doc"]).stem, r["cluster"], r["start"], r["end"]))) for r in rows]
    predictions.write_text("\n".join(lines) + "\n", encoding="utf-8")
    table = score(GOLD / "copies" / "score.py", predictions)
    whole = re.search(r"^all docs.*\n.*pairwise .* F1 ([\d.]+)", table, re.MULTILINE)
    assert float(whole[1]) >= 0.75
