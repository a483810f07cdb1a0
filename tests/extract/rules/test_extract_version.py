"""The version of the rules follows every rule file of the stages that decide what is read, and nothing else."""

import shutil

import pytest

from include.extract.rules import version


@pytest.fixture
def rules(tmp_path, monkeypatch):
    """A copy of the project's rule files; gives the folder."""
    for file in version.rule_files():
        copy = tmp_path / file.relative_to(version._INCLUDE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)
    monkeypatch.setattr(version, "_INCLUDE", tmp_path)
    return tmp_path


def test_it_names_the_state_of_code_and_rules():
    code, _, content = version.RULES_VERSION.partition("-")
    assert code == version.CODE_VERSION
    assert len(content) == 12
    assert int(content, 16) >= 0


def test_it_is_the_same_wherever_the_rules_lie(request):
    here = version.rules_version()
    request.getfixturevalue("rules")
    assert version.rules_version() == here


@pytest.mark.parametrize(
    "name",
    [
        "commitments/cues.yaml",
        "divisions/divisions.csv",
        "extract/rules/cues.yaml",
        "extract/rules/indicators.csv",
        "extract/rules/units.yaml",
        "segment/dictionary.txt",
        "segment/heading_cues.yaml",
    ],
)
def test_a_change_of_any_rule_file_changes_it(rules, name):
    before, content = version.rules_version(), (rules / name).read_bytes()
    (rules / name).write_bytes(content + b"#")
    assert version.rules_version() != before
    (rules / name).write_bytes(content.replace(b"\n", b"\r\n"))  # a checkout on Windows
    assert version.rules_version() == before


def test_a_file_that_moves_or_comes_changes_it_and_code_does_not(rules):
    before, folder = version.rules_version(), rules / "extract" / "rules"
    (folder / "notes.py").write_text("more = 1")
    assert version.rules_version() == before
    (folder / "more.yaml").write_text("ups: [增]")
    added = version.rules_version()
    (folder / "more.yaml").rename(folder / "most.yaml")
    assert len({before, added, version.rules_version()}) == 3
