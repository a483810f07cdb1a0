import pytest

from include.errors import ConfigurationError
from include.segment.numbers import entries, numbers


def found(text):
    return [text[start:end] for start, end in numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("共14,502人", ["14,502人"], id="thousands"),
        pytest.param("共14，502人", ["14，502人"], id="full-width-comma"),
        pytest.param("占31.6%", ["31.6%"], id="percent"),
        pytest.param("占３１．６％", ["３１．６％"], id="full-width"),
        pytest.param("升2.7个百分点", ["2.7个百分点"], id="points"),
        pytest.param("1—6月", ["1—6月"], id="months"),
        pytest.param("7.25亿元", ["7.25亿元"], id="scale"),
        pytest.param("6亿多元", ["6亿多元"], id="more-than"),
        pytest.param("2013-2015年", ["2013-2015年"], id="years"),
        pytest.param("约8%—10%", ["8%—10%"], id="range"),
        pytest.param("三百二十万亩", ["三百二十万亩"], id="numerals"),
        pytest.param("X亿元、××个、XX.X%", ["X亿元", "××个", "XX.X%"], id="masked"),
        pytest.param("XX县", [], id="masked-name"),
        pytest.param("20XX年底", ["20XX年底"], id="masked-year"),
        pytest.param("18万人口", ["18万"], id="unit-that-opens-a-word"),
        pytest.param("35微克/立方米", ["35微克/立方米"], id="compound-unit"),
        pytest.param("PM2.5浓度25", ["PM2.5", "25"], id="a-name-with-a-figure"),
        pytest.param("12，34", ["12", "34"], id="comma-between-numbers"),
        pytest.param("五位一体", [], id="set-phrase"),
    ],
)
def test_numbers(text, expected):
    assert found(text) == expected


def test_an_entry_that_stands_twice_is_refused_by_line(tmp_path):
    file = tmp_path / "units.txt"
    file.write_text("# units\n吨\n亩\n吨\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"units\.txt:4: 吨 already stands on line 2"):
        entries(file)


def test_a_missing_file_is_refused_by_name(tmp_path):
    with pytest.raises(ConfigurationError, match=r"none\.txt"):
        entries(tmp_path / "none.txt")
