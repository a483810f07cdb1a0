"""Rule files are refused with the file and the line of the mistake."""

import pytest

from include.errors import ConfigurationError
from include.extract.rules.dictionary import COLUMNS, by_name, code_of, read_indicators
from include.extract.rules.rule_data import FOLDER, read_word_lists
from include.extract.rules.version import RULES_VERSION, rules_version


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("ups: [增长, 增加]\nups: [上升]\n", "rules.yaml:2: key ups stands twice", id="double key"),
        pytest.param("ups:\n  - 增长\n  - 增长\n", "rules.yaml:3: ups names 增长 twice", id="double word"),
        pytest.param("ups: [增长]\ndowns: [降]\n", "rules.yaml:2: unknown key downs", id="unknown key"),
        pytest.param("{}\n", "missing key ups", id="missing key"),
        pytest.param("ups: 增长\n", "rules.yaml:1: ups must be a list", id="no list"),
        pytest.param("ups:\n  - {a: b}\n", "rules.yaml:2: ups holds something that is no word", id="no word"),
        pytest.param("ups: [增长\n", "rules.yaml:2: not valid YAML", id="syntax"),
    ],
)
def test_a_wrong_word_list_names_file_and_line(tmp_path, content, message):
    path = tmp_path / "rules.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=message):
        read_word_lists(path, ("ups",))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param("GDP 1,总值,GDP,,元,level,1,2", "names.csv:3: code 'GDP 1'", id="code"),
        pytest.param("gva,增加值,GVA,,元,amount,1,2", "names.csv:3: measure 'amount'", id="measure"),
        pytest.param("gva,增加值,GVA,,元,level,3,2", "names.csv:3: min 3 is not below max 2", id="range"),
        pytest.param("gva,增加值,GVA,,元,level,x,2", "names.csv:3: min and max must be numbers", id="number"),
        pytest.param("gva,产值,GVA,,元,level,1,2", "names.csv:3: 产值 already stands for output", id="double name"),
        pytest.param("gva,增加值", "names.csv:3: must hold 8 fields", id="short row"),
    ],
)
def test_a_wrong_dictionary_row_names_file_and_line(tmp_path, row, message):
    path = tmp_path / "names.csv"
    path.write_text(",".join(COLUMNS) + "\noutput,产值,Output,,元,level,1,2\n" + row + "\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=message):
        read_indicators(path)


def test_the_packaged_dictionary_is_sound_and_knows_aliases():
    assert len(read_indicators(FOLDER / "indicators.csv")) > 100
    assert code_of("ＧＤＰ") == code_of("国内生产总值") == by_name()["GDP"]
    assert code_of("意见箱") is None


def test_the_version_is_made_of_the_rules_alone():
    assert rules_version() == RULES_VERSION
    code, _, content = RULES_VERSION.partition("-")
    assert code.isdigit()
    assert len(content) == 12
