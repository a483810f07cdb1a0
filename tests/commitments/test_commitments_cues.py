import pytest

from include.commitments.cues import FILE, any_of, cues
from include.errors import ConfigurationError


def test_the_shipped_file_is_valid():
    assert "确保" in cues(FILE).goals


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        pytest.param("goals: [确保,", "goals: [确保, 确保,", "stands twice: 确保", id="twice"),
        pytest.param("goals:", "gaols:", "gaols", id="unknown-list"),
        pytest.param("goals: [", "goals: [[", "while parsing", id="no-yaml"),
    ],
)
def test_a_wrong_file_is_refused_by_name(tmp_path, old, new, named):
    content = FILE.read_text(encoding="utf-8")
    assert old in content
    file = tmp_path / "cues.yaml"
    file.write_text(content.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigurationError, match=named) as refused:
        cues(file)
    assert str(file) in str(refused.value)


def test_an_empty_list_is_refused(tmp_path):
    file = tmp_path / "cues.yaml"
    lines = FILE.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join("goals: []" if line.startswith("goals:") else line for line in lines), encoding="utf-8")
    with pytest.raises(ConfigurationError, match="the list is empty"):
        cues(file)


def test_the_longest_word_comes_first():
    assert any_of(["月", "月内"]) == "月内|月"
