"""A place's name to the one division it can be."""

import time

import pytest

from include.divisions.names import by_form, forms, names, short_name
from include.divisions.resolve import full_name, resolve
from include.divisions.table import divisions, parent_of

DEYANG, GUANGHAN, NANJING, BEIJING = "510600", "510681", "320100", "110000"


@pytest.mark.parametrize(
    ("name", "within", "year", "code"),
    [
        pytest.param("德阳市", None, None, DEYANG, id="full"),
        pytest.param("德阳", None, None, DEYANG, id="short"),
        pytest.param("和田地区", None, None, "653200", id="和 in a name"),
        pytest.param("阿坝州", None, None, "513200", id="autonomous prefecture said short"),
        pytest.param("北川县", None, None, "510726", id="autonomous county said short"),
        pytest.param("四川省德阳市旌阳区", None, None, "510603", id="led by all above"),
        pytest.param("德阳旌阳", None, None, "510603", id="led by a short name"),
        pytest.param("鼓楼区", NANJING, None, "320106", id="in the speaker's own"),
        pytest.param("鼓楼区", "320104", None, "320106", id="beside the speaker's own"),
        pytest.param("朝阳区", "220000", None, "220104", id="in the speaker's province"),
        pytest.param("朝阳", BEIJING, None, "110105", id="short in a municipality"),
        pytest.param("长沙", None, None, "430100", id="the city, not the county in it"),
        pytest.param("海南", None, None, "460000", id="a province before prefectures"),
        pytest.param("海南", "632500", None, "632500", id="the prefecture at home"),
        pytest.param("崇文区", None, 2009, "110103", id="abolished, in its time"),
        pytest.param("崇文区", None, None, "110103", id="abolished, no year"),
        pytest.param("昌平", None, 1995, "110221", id="the county it was"),
        pytest.param("昌平", None, 2020, "110114", id="the district it is"),
        pytest.param("重庆市", None, 1990, "510200", id="before it was a province"),
        pytest.param("济源", None, None, "419001", id="under the province itself"),
        pytest.param("全省", DEYANG, None, "510000", id="the whole province"),
        pytest.param("我市", GUANGHAN, None, GUANGHAN, id="a county-level city speaks"),
        pytest.param("全市", "510603", None, DEYANG, id="a district's city"),
    ],
)
def test_a_name_stands_for_one_division(name, within, year, code):
    found = resolve(name, within, year)
    assert found.code == code
    assert name in found.reason


@pytest.mark.parametrize(
    ("name", "within", "reason"),
    [
        pytest.param("鼓楼区", None, "4 divisions have this name (江苏省南京市鼓楼区, ", id="ambiguous"),
        pytest.param("朝阳", None, "4 divisions", id="ambiguous on two levels"),
        pytest.param("XX县", None, "masked", id="masked"),
        pytest.param("××市", None, "masked", id="masked otherwise"),
        pytest.param("青溪县", None, "no division of this name", id="made up"),
        pytest.param("江北县龙溪镇", None, "below the county", id="a town"),
        pytest.param("临河工业园区", None, "a zone", id="a zone"),
        pytest.param("全国", None, "no code", id="the country"),
        pytest.param("德阳、绵阳", None, "several places", id="a list"),
        pytest.param("我县", None, "whose is not known", id="own, nobody's"),
        pytest.param("我县", GUANGHAN, "is no 县", id="own, of another kind"),
        pytest.param("", None, "no name", id="empty"),
        pytest.param("德" * 5000, None, "no name", id="no name at all"),
    ],
)
def test_what_cannot_be_told_says_why(name, within, reason):
    found = resolve(name, within)
    assert found.code is None
    assert reason in found.reason


def test_an_abolished_division_names_what_it_became():
    assert resolve("崇文区", None, 2009).reason == "崇文区 is 北京市崇文区, up to 2010 (today 110101)"


def test_the_table_is_whole_and_its_names_are_safe():
    codes = {division.code for division in divisions() if division.is_in_force}
    assert len(codes) > 3000
    assert all(parent_of(code) is None or parent_of(code) in codes for code in codes)
    assert names() <= by_form().keys()
    assert {"德阳", "内蒙古", "什邡"} <= names()
    assert not names() & {"朝阳", "合作", "公安", "江南", "新建", "资源", "城区"}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("内蒙古自治区", ("内蒙古自治区", "内蒙古"), id="a people that is the name"),
        pytest.param("鄂温克族自治旗", ("鄂温克族自治旗", "鄂温克", "鄂温克旗"), id="banner"),
        pytest.param(
            "双江拉祜族佤族布朗族傣族自治县", ("双江拉祜族佤族布朗族傣族自治县", "双江", "双江县"), id="four peoples"
        ),
        pytest.param("忠县", ("忠县",), id="one character"),
        pytest.param("乌拉特前旗", ("乌拉特前旗",), id="half a name"),
        pytest.param("神农架林区", ("神农架林区", "神农架"), id="forest district"),
    ],
)
def test_the_forms_of_a_name(name, said):
    assert forms(name) == said


def test_a_full_name_is_led_by_those_above():
    (jingyang,) = [division for division in divisions() if division.code == "510603"]
    assert full_name(jingyang) == "四川省德阳市旌阳区"
    assert short_name("旌阳区") == "旌阳"


def test_look_ups_are_fast():
    resolve("德阳")
    start = time.perf_counter()
    for year in range(1000, 2000):
        resolve("鼓楼区", NANJING, year)
    assert time.perf_counter() - start < 1
