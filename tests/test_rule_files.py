"""Rule files are refused with the file and the line of the mistake; those of the project are sound."""

from dataclasses import dataclass

import pytest

from include.clean.cues import read_cues
from include.commitments.cues import cues
from include.errors import ConfigurationError
from include.extract.rules.cues import KINDS
from include.extract.values.units import LISTS
from include.rule_files import any_of, each, mapping, read_lists, read_rules, read_word_lists, word, words
from include.segment.cues import heading_cues
from include.settings import ROOT


@pytest.fixture
def file(tmp_path):
    def written(content):
        path = tmp_path / "rules.yaml"
        path.write_text(content, encoding="utf-8")
        return path

    return written


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("ups: [增长, 增加]\nups: [上升]\n", "rules.yaml:2: key ups stands twice", id="double-key"),
        pytest.param("ups:\n  - 增长\n  - 增长\n", "rules.yaml:3: ups names 增长 twice", id="double-word"),
        pytest.param("ups: [增长]\ndowns: [降]\n", "rules.yaml:2: unknown key downs", id="unknown-key"),
        pytest.param("{}\n", "rules.yaml:1: missing key ups", id="missing-key"),
        pytest.param("", "rules.yaml:1: missing key ups", id="empty-file"),
        pytest.param("- ups\n", "rules.yaml:1: the file must map keys", id="no-mapping"),
        pytest.param("ups: 增长\n", "rules.yaml:1: ups must be a list", id="no-list"),
        pytest.param("ups: []\n", "rules.yaml:1: ups must be a list of at least one word", id="empty-list"),
        pytest.param("ups:\n  - {a: b}\n", "rules.yaml:2: ups holds something that is no word", id="no-word"),
        pytest.param("ups:\n  - 增长\n  -\n", "rules.yaml:3: ups holds something that is no word", id="empty-word"),
        pytest.param("ups: [增长\n", r"rules.yaml:\d: not valid YAML", id="syntax"),
        pytest.param("ups: [增\x00长]\n", r"rules.yaml:1: cannot be read", id="control-character"),
    ],
)
def test_a_wrong_word_list_names_file_and_line(file, content, message):
    with pytest.raises(ConfigurationError, match=message):
        read_word_lists(file(content), ("ups",))


def test_a_file_that_is_none_is_named(tmp_path):
    with pytest.raises(ConfigurationError, match=r"gone\.yaml:1: cannot be read"):
        read_word_lists(tmp_path / "gone.yaml", ("ups",))
    (tmp_path / "latin.yaml").write_bytes(b"ups: [\xff]")
    with pytest.raises(ConfigurationError, match=r"latin\.yaml:1: cannot be read"):
        read_word_lists(tmp_path / "latin.yaml", ("ups",))


def test_words_stay_as_they_are_written(file):
    assert read_word_lists(file("ups: [863, yes, '3.15', \"+\"]"), ("ups",)) == {"ups": ("863", "yes", "3.15", "+")}


def test_a_dataclass_names_the_lists(file):
    @dataclass(frozen=True)
    class Cues:
        ups: tuple[str, ...]
        downs: tuple[str, ...]

    assert read_lists(Cues, file("downs: [降]\nups: [增, 升]")) == Cues(ups=("增", "升"), downs=("降",))
    with pytest.raises(ConfigurationError, match="missing key downs"):
        read_lists(Cues, file("ups: [增]"))


def test_mappings_stand_in_one_another(file):
    shape = mapping({"named": each(word), "kinds": mapping({"up": words, "down": words}, all_needed=False)})
    assert read_rules(file("named: {a: 甲}\nkinds:\n  up: [增]"), shape) == {
        "named": {"a": "甲"},
        "kinds": {"up": ("增",)},
    }
    with pytest.raises(ConfigurationError, match=r"rules\.yaml:3: unknown key upp"):
        read_rules(file("named: {a: 甲}\nkinds:\n  upp: [增]"), shape)
    with pytest.raises(ConfigurationError, match=r"rules\.yaml:2: key a stands twice"):
        read_rules(file("named: {a: 甲,\n a: 乙}\nkinds: {}"), shape)
    with pytest.raises(ConfigurationError, match=r"rules\.yaml:2: kinds must map keys"):
        read_rules(file("named: {a: 甲}\nkinds: [增]"), shape)


def test_of_any_word_the_longest_comes_first():
    assert any_of(["月", "月内", "(年)"]) == r"\(年\)|月内|月"


READERS = {
    "clean/cues.yaml": read_cues,
    "commitments/cues.yaml": cues,
    "extract/rules/cues.yaml": lambda file: read_word_lists(file, KINDS),
    "extract/rules/units.yaml": lambda _: LISTS,  # read on import
    "segment/heading_cues.yaml": heading_cues,
}
ELSEWHERE = {  # no lists of words: their own modules read them
    "clean/speeches/eras.yaml", "clean/speeches/names.yaml", "fetch/refusal_cues.yaml",
}  # fmt: skip


def test_every_rule_file_of_the_project_is_read_here():
    include = ROOT / "include"
    stages = [
        folder for folder in include.iterdir() if folder.is_dir() and folder.name not in ("sources", "sample_site")
    ]
    found = {file.relative_to(include).as_posix() for folder in stages for file in folder.rglob("*.yaml")}
    assert found == READERS.keys() | ELSEWHERE


@pytest.mark.parametrize("name", READERS)
def test_the_rule_files_of_the_project_are_sound(name):
    assert READERS[name](ROOT / "include" / name)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        pytest.param(
            "clean/cues.yaml", "  share: [", "  shares: [", r"rules\.yaml:6: unknown key shares", id="clean-block"
        ),
        pytest.param(
            "clean/cues.yaml", "    stamp:", "    stmap:", r"rules\.yaml:\d+: unknown key stmap", id="clean-line"
        ),
        pytest.param(
            "commitments/cues.yaml", "goals: [确保,", "goals: [确保, 确保,", "goals names 确保 twice", id="word"
        ),
        pytest.param("segment/heading_cues.yaml", "closings:", "closing:", "unknown key closing", id="segment"),
        pytest.param(
            "extract/rules/cues.yaml", "\nchange_up:", "\nchange_upp:", "unknown key change_upp", id="extract"
        ),
    ],
)
def test_a_slip_in_one_of_them_is_refused(file, name, old, new, message):
    content = (ROOT / "include" / name).read_text(encoding="utf-8")
    assert old in content
    with pytest.raises(ConfigurationError, match=message):
        READERS[name](file(content.replace(old, new, 1)))
