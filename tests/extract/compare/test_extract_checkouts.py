"""Revisions and folders that are run as their own code."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from extract.compare.small_checkouts import checkout

from include import settings
from include.errors import ConfigurationError
from include.extract.compare import checkouts


@pytest.fixture
def speeches(tmp_path):
    file = tmp_path / "speeches.jsonl"
    rows = [{"doc": f"{n}", "text": f"产量{n}吨", "region": "临河市"} for n in (7, 8, 9)]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def found(folder, speeches):
    return [(row["doc"], row["quote"], row["region"]) for row in checkouts.read_speeches(folder, speeches)]


def test_a_checkout_gets_the_speeches_with_what_is_known_of_them(tmp_path, speeches):
    folder = checkouts.of_folder(tmp_path / checkout(tmp_path / "a", {"7吨": {}, "9吨": {}}))
    assert found(folder, speeches) == [("7", "7吨", "临河市"), ("9", "9吨", "临河市")]


def test_one_from_before_that_gets_the_bare_texts_some_at_a_time(tmp_path, speeches, monkeypatch):
    monkeypatch.setattr(checkouts, "FILES_AT_ONCE", 2)
    folder = checkouts.of_folder(tmp_path / checkout(tmp_path / "a", {"8吨": {}, "9吨": {}}, speeches=False))
    assert found(folder, speeches) == [("8", "8吨", None), ("9", "9吨", None)]


def test_texts_are_read_where_they_lie(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("产量7吨")
    (tmp_path / "b.txt").write_text("产量7吨")
    monkeypatch.setattr(checkouts, "FILES_AT_ONCE", 1)
    folder = checkouts.of_folder(tmp_path / checkout(tmp_path / "a", {"7吨": {}}))
    rows = checkouts.read_files(folder, [Path("b.txt"), Path("a.txt")])
    assert [row["doc"] for row in rows] == ["b.txt", "a.txt"]


def test_a_checkout_that_is_not_read_to_its_end_is_ended(tmp_path, speeches):
    folder = checkouts.of_folder(tmp_path / checkout(tmp_path / "a", {"吨": {"note": "x" * 200_000}}))
    rows = checkouts.read_speeches(folder, speeches)
    assert next(rows)["doc"] == "7"
    rows.close()


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_revision_is_laid_out_as_git_has_it(tmp_path, monkeypatch, speeches):
    repository = tmp_path / "repository"
    checkout(repository, {"7吨": {}})
    git = ["git", "-C", str(repository), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "First"]):
        subprocess.run([*git, *command], check=True)
    (repository / "include" / "__main__.py").write_text("not what is committed", encoding="utf-8")
    monkeypatch.setattr(settings, "ROOT", repository)
    committed = checkouts.of_revision("HEAD", tmp_path / "laid-out")
    assert committed.label.startswith("HEAD (")
    assert found(committed, speeches) == [("7", "7吨", "临河市")]


def test_without_git_there_are_no_revisions(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConfigurationError, match="git is not installed"):
        checkouts.of_revision("HEAD", tmp_path / "laid-out")
