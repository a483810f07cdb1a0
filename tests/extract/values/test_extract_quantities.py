"""Which spans of a text are quantities, and what they are worth."""

import pytest

from include.extract.values.folding import fold
from include.extract.values.quantities import may_hold_figures, read_quantities


def read(text):
    return [(text[q.start : q.end], q.value, q.value_high, q.unit) for q in read_quantities(fold(text))]


def one(quote, value, unit, high=None):
    return (quote, value, high, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("财政收入12.5亿元", [one("12.5亿元", 1.25e9, "元")], id="scale goes into the value"),
        pytest.param("收入８．６亿元", [one("８．６亿元", 8.6e8, "元")], id="full width"),
        pytest.param("共有23，876人", [one("23，876人", 23876, "人")], id="full-width separator"),
        pytest.param("支出318,452万元", [one("318,452万元", 3.18452e9, "元")], id="thousands"),
        pytest.param("支出1,318, 452万元", [one("1,318, 452万元", 1.318452e10, "元")], id="thousands with a space"),
        pytest.param("完成12.5亿 元，", [one("12.5亿 元", 1.25e9, "元")], id="unit taken off its scale"),
        pytest.param("增长12。5%", [one("12。5%", 12.5, "%")], id="stop for a point"),
        pytest.param("完成12·5亿元", [one("12·5亿元", 1.25e9, "元")], id="dot for a point"),
        pytest.param("增长8 .5%", [one("8 .5%", 8.5, "%")], id="blank before the point"),
        pytest.param("实现GDP19.92亿元", [one("19.92亿元", 1.992e9, "元")], id="letters that name an indicator"),
        pytest.param("减轻负担3万多亿元", [one("3万多亿元", 3e12, "元")], id="多 between the scales"),
        pytest.param("利润由去年的-2.3亿元", [one("-2.3亿元", -2.3e8, "元")], id="loss"),
        pytest.param("惠及23.6万婴幼儿", [one("23.6万", 236000, "人")], id="people of an age"),
        pytest.param("CPI102.3，", [one("102.3", 102.3, None)], id="letters that name an index"),
        pytest.param("出生率降低1.2个千分点", [one("1.2个千分点", 1.2, "千分点")], id="points of a thousand"),
        pytest.param("提高8个多百分点", [one("8个多百分点", 8, "百分点")], id="多 inside a unit"),
        pytest.param("增长12.5o/o", [one("12.5o/o", 12.5, "%")], id="letters for a sign of per cent"),
        pytest.param("增长３﹪、占５٪", [one("３﹪", 3, "%"), one("５٪", 5, "%")], id="other signs of per cent"),
        pytest.param("面积12km²，", [one("12km²", 12, "平方公里")], id="superscript"),
        pytest.param(
            "库容3.5亿㎥，重5㎏", [one("3.5亿㎥", 3.5e8, "立方米"), one("5㎏", 5, "公斤")], id="one-sign units"
        ),
        pytest.param("平均气温12.5°C", [one("12.5°C", 12.5, "℃")], id="degrees"),
        pytest.param("增加值+3.2%、投资-2.1%", [one("+3.2%", 3.2, "%"), one("-2.1%", -2.1, "%")], id="signs"),
        pytest.param("改造6000公里县道", [one("6000公里", 6000, "公里")], id="length before a kind of road"),
        pytest.param(
            "旅游人次由4300万增加到1亿3千多万",
            [one("4300万", 4.3e7, None), one("1亿3千多万", 1.3e8, None)],
            id="visits",
        ),
        pytest.param("规模1.2万亿元", [one("1.2万亿元", 1.2e12, "元")], id="万亿"),
        pytest.param("引资50个亿", [one("50个亿", 5e9, "元")], id="个亿"),
        pytest.param("吞吐量480航次，", [one("480航次", 480, "航次")], id="unlisted unit before a pause"),
        pytest.param("1.2万贫困人口脱贫", [one("1.2万", 12000, "人")], id="people without a unit"),
        pytest.param("产量(万吨) 35.6，", [one("35.6", 356000, "吨")], id="unit in front"),
        pytest.param("占比（%）：8.5", [one("8.5", 8.5, "%")], id="per cent in front"),
        pytest.param("项目（在建）36", [], id="other words in front"),
        pytest.param("从业人员1.3亿。", [one("1.3亿", 1.3e8, "人")], id="people are no money"),
        pytest.param("用户达35.6万，", [one("35.6万", 356000, None)], id="count without a unit"),
        pytest.param("消费价格指数为102.3", [one("102.3", 102.3, None)], id="index"),
        pytest.param("比值由2.44缩小到2.42", [one("2.44", 2.44, None), one("2.42", 2.42, None)], id="moved ratio"),
    ],
)
def test_a_quantity_is_read_whole(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("受益群众20多万人", one("20多万人", 200000, "人"), id="多 before the scale"),
        pytest.param("完成6亿多元", one("6亿多元", 6e8, "元"), id="多 behind the scale"),
        pytest.param("新建十余家", one("十余家", 10, "家"), id="余"),
        pytest.param("企业近百家", one("百家", 100, "家"), id="近百"),
        pytest.param("上千名干部", one("千名", 1000, "人"), id="上千"),
        pytest.param("百余个项目", one("百余个", 100, "个"), id="百余"),
        pytest.param("游客超百万人次", one("百万人次", 1e6, "人次"), id="超百万"),
        pytest.param("涉及300来户", one("300来户", 300, "户"), id="来"),
        pytest.param("惠及三四百户", one("三四百户", 300, "户", 400), id="about so many"),
    ],
)
def test_bounds_inside_a_number(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("增长-3.2%", one("-3.2%", -3.2, "%"), id="behind 增长"),
        pytest.param("贡献率为-8.6%", one("-8.6%", -8.6, "%"), id="behind 为"),
        pytest.param("增速为负3.2%", one("3.2%", -3.2, "%"), id="in words"),
        pytest.param("最低气温零下12℃", one("12℃", -12, "℃"), id="below zero"),
        pytest.param("盈利-3亿元", one("3亿元", 3e8, "元"), id="a dash that may be none"),
        pytest.param("增长8%-12%", one("8%-12%", 8, "%", 12), id="a range"),
    ],
)
def test_a_minus_is_a_sign_only_where_nothing_else_is_meant(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "quote", "unit"),
    [
        pytest.param("引资近XX亿元", "XX亿元", "元", id="X"),
        pytest.param("投资* 亿元", "* 亿元", "元", id="a space"),
        pytest.param("投资3XX万元", "3XX万元", "元", id="some digits left"),
        pytest.param("增长12.X%", "12.X%", "%", id="decimals masked"),
        pytest.param("增长XX.X%", "XX.X%", "%", id="decimals"),
        pytest.param("产值□□亿元", "□□亿元", "元", id="boxes"),
        pytest.param("粮食XXX万吨", "XXX万吨", "吨", id="scale"),
        pytest.param("完成任务的X成以上", "X成", "%", id="tenths"),
    ],
)
def test_a_masked_number_keeps_its_unit(text, quote, unit):
    assert read(text) == [one(quote, None, unit)]
    assert read_quantities(fold(text))[0].masked


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2019年1—6月", id="date"),
        pytest.param("二〇一八年三月五日", id="Chinese date"),
        pytest.param("20XX年X月", id="masked date"),
        pytest.param("（1）加快发展；2.扩大开放", id="outline"),
        pytest.param("XX县、XX市和* 人民", id="masked places"),
        pytest.param("7×24小时值守，2×66万", id="products"),
        pytest.param("新建1840化肥装置、258产业体系、161工程，500强企业", id="names with a number"),
        pytest.param("芯片800性能的突破，", id="type numbers"),
        pytest.param("十万人死亡率、百万吨死亡率下降", id="what a rate is counted over"),
        pytest.param("3人制篮球，双向6车道，粮食实现5连增", id="sizes and series"),
        pytest.param("在XX处置中", id="a verb that begins like a unit"),
        pytest.param("港区改造二期、二十四节气、“三公里”就业圈", id="names with a Chinese numeral"),
        pytest.param("数字政府2.0建设，PM_2.5浓度", id="versions and symbols"),
        pytest.param("收入" + "9" * 30 + "亿元", id="longer than any figure"),
        pytest.param("第三次全会通过，见图1、表2、注[12]", id="references"),
    ],
)
def test_what_is_no_quantity_is_left_out(text):
    assert [quote for quote, _, _, unit in read(text) if unit not in ("小时", "年")] == []


def test_text_without_a_number_is_known_at_once():
    assert not may_hold_figures("全面深化改革，扎实推进工作。")
    assert may_hold_figures("增长半个百分点。")
