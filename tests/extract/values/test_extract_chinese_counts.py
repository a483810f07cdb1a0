"""Chinese numbers: figures and set phrases."""

import pytest

from include.extract.values.folding import fold
from include.extract.values.quantities import read_quantities


def read(text):
    return [(text[q.start : q.end], q.value, q.unit) for q in read_quantities(fold(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("抓好十二个重点项目", ("十二个", 12, "个"), id="twelve"),
        pytest.param("帮扶二十三户企业", ("二十三户", 23, "户"), id="twenty-three"),
        pytest.param("新增两个国家级园区", ("两个", 2, "个"), id="gained"),
        pytest.param("建成了三条道路", ("三条", 3, "条"), id="gained with 了"),
        pytest.param("引进两家企业", ("两家", 2, "家"), id="firm counting word"),
        pytest.param("投资两千三百万元", ("两千三百万元", 2.3e7, "元"), id="money"),
        pytest.param("总值一百二十亿元", ("一百二十亿元", 1.2e10, "元"), id="scale"),
        pytest.param("上升一个百分点", ("一个百分点", 1, "百分点"), id="one point"),
        pytest.param("产能增加一倍", ("一倍", 1, "倍"), id="one multiple"),
        pytest.param("造林一万亩", ("一万亩", 10000, "亩"), id="one scale"),
    ],
)
def test_figures(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("三个代表，四个全面，六个一批", id="political phrases"),
        pytest.param("一心一意，两个维护，三农工作", id="set phrases"),
        pytest.param("四套班子、三级书记、八方支援，十里长街", id="counting words in phrases"),
        pytest.param("制定了工业七十条，", id="a paper by the number of its points"),
        pytest.param("打造千亿产业，建设百强县", id="round scale"),
        pytest.param("一两个人，三五家", id="about so many"),
        pytest.param("以十倍的努力", id="effort"),
        pytest.param("万家灯火，成千上万户", id="many"),
        pytest.param("上亿元项目", id="the size of what is counted"),
        pytest.param("三个种植户", id="a noun that begins like a unit"),
    ],
)
def test_set_phrases(text):
    assert read(text) == []
