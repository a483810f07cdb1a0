"""The dictionary of indicators: what a name stands for, and that a mistake is refused with the file and the line."""

import pytest

from include.errors import ConfigurationError
from include.extract.rules import FOLDER
from include.extract.rules.dictionary import COLUMNS, Match, by_code, match, read_indicators


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param("GDP 1,总值,GDP,,元,level,1,2,,", "names.csv:3: code 'GDP 1'", id="code"),
        pytest.param("gva,增加值,GVA,,元,amount,1,2,,", "names.csv:3: measure 'amount'", id="measure"),
        pytest.param("gva,增加值,GVA,,元,level,3,2,,", "names.csv:3: min 3 is not below max 2", id="range"),
        pytest.param("gva,增加值,GVA,,元,level,x,2,,", "names.csv:3: min and max must be numbers", id="number"),
        pytest.param(
            "gva,增加值,GVA,,元,level,1,2,9,3", "names.csv:3: growth_min 9 is not below growth_max 3", id="growth"
        ),
        pytest.param(
            "gva,增加值,GVA,,元,level,1,2,9,", "names.csv:3: growth_min and growth_max must be", id="half a range"
        ),
        pytest.param("gva,产值,GVA,,元,level,1,2,,", "names.csv:3: 产值 already stands for output", id="double name"),
        pytest.param(
            "gva,增加值,GVA,增加值(GVA),元,level,1,2,,", "names.csv:3: 增加值 already stands for gva", id="twice"
        ),
        pytest.param("gva,增加值", "names.csv:3: must hold 10 fields", id="short row"),
    ],
)
def test_a_wrong_dictionary_row_names_file_and_line(tmp_path, row, message):
    path = tmp_path / "names.csv"
    path.write_text(",".join(COLUMNS) + "\noutput,产值,Output,,元,level,1,2,,\n" + row + "\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=message):
        read_indicators(path)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("地区生产总值", Match("gdp", "地区生产总值"), id="the name"),
        pytest.param("ＧＤＰ", Match("gdp", "GDP"), id="wide letters"),
        pytest.param("地区生产总值（GDP）", Match("gdp", "地区生产总值"), id="with a parenthesis"),
        pytest.param("“规上”工业增加值", Match("industrial_va_above", "规上工业增加值"), id="with quotation marks"),
        pytest.param("GDP增速", Match("gdp", "GDP"), id="its growth"),
        pytest.param("全市固定资产投资", Match("fai", "固定资产投资"), id="of the whole city"),
        pytest.param("全年全社会用电量", None, id="a period is no part of a name"),
        pytest.param("累计完成全社会固定资产投资", Match("fai", "全社会固定资产投资"), id="led by several words"),
        pytest.param("②工业用电量", Match("electricity_industry", "工业用电量"), id="numbered"),
        pytest.param("工业增加值", Match("industrial_va", "工业增加值"), id="all industry"),
        pytest.param("规模以上工业增加值", Match("industrial_va_above", "规模以上工业增加值"), id="large industry"),
        pytest.param("高新技术产业工业增加值", None, id="a part of industry"),
        pytest.param("地方工业增加值", None, id="another part of industry"),
        pytest.param("新增贷款", Match("new_loans", "新增贷款"), id="a flow"),
        pytest.param("贷款余额", Match("loans", "贷款余额"), id="a stock"),
        pytest.param("农民人均纯收入", Match("income_rural_net", "农民人均纯收入"), id="net income"),
        pytest.param("市本级一般公共预算收入", None, id="the city's own level"),
        pytest.param("第三产业", None, id="a sector says not what of it"),
        pytest.param("意见箱", None, id="no indicator"),
        pytest.param(None, None, id="no name"),
        pytest.param("全市" * 40_000 + "财政收入", None, id="long"),
    ],
)
def test_a_name_matches_whole(name, found):
    assert match(name) == found


def test_the_packaged_dictionary_is_sound():
    entries = read_indicators(FOLDER / "indicators.csv")
    assert len(entries) == len(by_code()) > 250
    for entry in entries:
        assert match(entry.name_zh) == Match(entry.code, entry.name_zh)
        assert entry.measure != "share" or entry.growth is None
        assert all(entry.code == match(alias).code for alias in entry.aliases)
