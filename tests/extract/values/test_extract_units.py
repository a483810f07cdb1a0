"""What stands behind a number: scale, unit and where the unit ends."""

import pytest

from include.extract.values.folding import fold
from include.extract.values.units import canonical, read_unit


def unit(text):
    text = fold(text)
    found = read_unit(text, 0, open_units=True)
    return (text[: found.end], found.name, found.factor)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("万羽，同比", ("万羽", "羽", 1e4), id="万羽"),
        pytest.param("万尾以上", ("万尾", "尾", 1e4), id="before a bound"),
        pytest.param("万重量箱的规模", ("万重量箱", "重量箱", 1e4), id="before a particle"),
        pytest.param("万皮长公里。", ("万皮长公里", "皮长公里", 1e4), id="not listed"),
        pytest.param("亿棒，", ("亿棒", "棒", 1e8), id="not listed, behind a scale"),
        pytest.param("万粒增长", ("万粒", "粒", 1e4), id="before a verb"),
        pytest.param("万穗（干）", ("万穗", "穗", 1e4), id="before a bracket"),
        pytest.param("万穗和", ("万穗", "穗", 1e4), id="before a conjunction"),
        pytest.param("吨标煤/万元，", ("吨标煤/万元", "吨标煤/万元", 1.0), id="one over another"),
        pytest.param("元/斤，", ("元/斤", "元/斤", 1.0), id="price"),
        pytest.param("床/千人、", ("床/千人", "床/千人", 1.0), id="over a scale"),
        pytest.param("人/平方公里（含", ("人/平方公里", "人/平方公里", 1.0), id="density"),
        pytest.param("微克每立方米，", ("微克每立方米", "微克/立方米", 1.0), id="per in words"),
        pytest.param("m³/万元，", ("m³/万元", "m³/万元", 1.0), id="letters over a scale"),
        pytest.param("万千伏安并", ("万千伏安", "千伏安", 1e4), id="scale before 千"),
        pytest.param("千人，", ("千人", "人", 1e3), id="千 is a scale"),
        pytest.param("千瓦，", ("千瓦", "千瓦", 1.0), id="千 belongs to the unit"),
        pytest.param("百羽，", ("百羽", "羽", 1e2), id="百 is a scale"),
        pytest.param("批次合格", ("批次", "批次", 1.0), id="批次"),
        pytest.param("场次，", ("场次", "场次", 1.0), id="场次"),
        pytest.param("次全会", ("", None, 1.0), id="次全会 is none"),
        pytest.param("台(套)，", ("台(套)", "台套", 1.0), id="either"),
        pytest.param("头(只、匹)，", ("头(只、匹)", "头只匹", 1.0), id="any of three"),
        pytest.param("周岁以上", ("周岁", "岁", 1.0), id="周岁"),
        pytest.param("个百分点，", ("个百分点", "百分点", 1.0), id="个 before a unit"),
        pytest.param("万G。", ("万G", "G", 1e4), id="letter"),
        pytest.param("GDP增长", ("", None, 1.0), id="a word in letters"),
        pytest.param("国道改造，", ("", None, 1.0), id="name of a road"),
        pytest.param("工程，", ("", None, 1.0), id="name of works"),
        pytest.param("同志们：", ("", None, 1.0), id="address"),
        pytest.param("亿人民", ("亿", "人", 1e8), id="a people is no money"),
        pytest.param("亿，", ("亿", "元", 1e8), id="亿 by itself is money"),
        pytest.param("部门", ("", None, 1.0), id="noun that begins like a unit"),
    ],
)
def test_the_unit_ends_where_the_words_go_on(text, expected):
    assert unit(text) == expected


def test_units_have_one_name():
    assert canonical("名") == "人"
    assert canonical("m²") == "平方米"
    assert canonical("人/次") == "人次"
    assert canonical("重量箱") == "重量箱"
