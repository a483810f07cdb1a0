"""Which spans of a text are quantities, and what they are worth."""

import time

import pytest

from include.extract.values.folding import fold
from include.extract.values.quantities import read_quantities


def read(text):
    return [(text[q.start : q.end], q.value, q.value_high, q.unit) for q in read_quantities(fold(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("财政收入12.5亿元", [("12.5亿元", 1.25e9, None, "元")], id="scale goes into the value"),
        pytest.param("收入８．６亿元", [("８．６亿元", 8.6e8, None, "元")], id="full width"),
        pytest.param("共有23，876人", [("23，876人", 23876, None, "人")], id="full-width separator"),
        pytest.param("增长3%—5%", [("3%—5%", 3, 5, "%")], id="range with two units"),
        pytest.param("补贴3至5万元", [("3至5万元", 30000, 50000, "元")], id="range lends its scale"),
        pytest.param("由41%提高到52%", [("41%", 41, None, "%"), ("52%", 52, None, "%")], id="from-to is two values"),
        pytest.param(
            "分别提高1.2、3.4个百分点", [("1.2", 1.2, None, "百分点"), ("3.4个百分点", 3.4, None, "百分点")], id="list"
        ),
        pytest.param("占三分之一", [("三分之一", 33.3333, None, "%")], id="fraction"),
        pytest.param("占百分之十二点五", [("百分之十二点五", 12.5, None, "%")], id="per cent in words"),
        pytest.param("七成以上的农户", [("七成", 70, None, "%")], id="tenths"),
        pytest.param("产值翻两番", [("翻两番", 4, None, "倍")], id="doubling"),
        pytest.param("位居全省第二位", [("第二位", 2, None, "位")], id="rank"),
        pytest.param("排名倒数第三", [("倒数第三", -3, None, "位")], id="rank from below"),
        pytest.param("引资近XX亿元", [("XX亿元", None, None, "元")], id="masked"),
        pytest.param("投资* 亿元", [("* 亿元", None, None, "元")], id="masked with a space"),
        pytest.param("吞吐量480航次，", [("480航次", 480, None, "航次")], id="unlisted unit before a pause"),
        pytest.param(
            "结构为7.1：48.3：44.6",
            [("7.1", 7.1, None, None), ("48.3", 48.3, None, None), ("44.6", 44.6, None, None)],
            id="ratio",
        ),
        pytest.param(
            "比例为X：XX：XX",
            [("X", None, None, None), ("XX", None, None, None), ("XX", None, None, None)],
            id="masked ratio",
        ),
        pytest.param("总值一百二十亿元", [("一百二十亿元", 1.2e10, None, "元")], id="Chinese numeral with a scale"),
        pytest.param(
            "比值由2.44缩小到2.42", [("2.44", 2.44, None, None), ("2.42", 2.42, None, None)], id="moved ratio"
        ),
        pytest.param("消费价格指数为102.3", [("102.3", 102.3, None, None)], id="index"),
        pytest.param("比重达到6亿多元", [("6亿多元", 6e8, None, "元")], id="more inside"),
        pytest.param("1.2万贫困人口脱贫", [("1.2万", 12000, None, "人")], id="people without a unit"),
    ],
)
def test_a_quantity_is_read_whole(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2019年1—6月", id="date"),
        pytest.param("二〇一八年三月五日", id="Chinese date"),
        pytest.param("20XX年X月", id="masked date"),
        pytest.param("（1）加快发展；2.扩大开放", id="outline"),
        pytest.param("PM2.5和5G建设", id="number in a name"),
        pytest.param("实施“258”工程和1+3+N模式", id="named works"),
        pytest.param("第十三届第三次会议", id="ordinals"),
        pytest.param("XX县、XX市和* 人民", id="masked places"),
        pytest.param("打造千亿产业", id="round scale"),
        pytest.param("一心一意，两个维护，三农工作", id="set phrases"),
        pytest.param("8:30开会，联系电话0816-2345678", id="time and telephone"),
    ],
)
def test_what_is_no_quantity_is_left_out(text):
    assert read(text) == []


@pytest.mark.parametrize("unit", [pytest.param(u, id=u) for u in ("1", "1.", "1:", "一", "X", "第1", "1，")])
def test_time_grows_with_the_length_only(unit):
    begun = time.perf_counter()
    read_quantities(unit * (30_000 // len(unit)))
    assert time.perf_counter() - begun < 3
