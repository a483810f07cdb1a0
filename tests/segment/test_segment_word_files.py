import pytest

from include.errors import ConfigurationError
from include.segment.word_files import DICTIONARY, STOP_WORDS, entries


@pytest.mark.parametrize("file", [DICTIONARY, STOP_WORDS], ids=lambda file: file.stem)
def test_the_files_hold_entries_and_none_twice(file):
    assert len(entries(file)) > 100


def test_an_entry_that_stands_twice_is_refused_by_line(tmp_path):
    file = tmp_path / "units.txt"
    file.write_text("# units\n吨\n亩\n吨\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"units\.txt:4: 吨 already stands on line 2"):
        entries(file)


def test_a_missing_file_is_refused_by_name(tmp_path):
    with pytest.raises(ConfigurationError, match=r"none\.txt"):
        entries(tmp_path / "none.txt")
