"""Neighbours that belong together."""

import pytest

from include.extract.values.folding import fold
from include.extract.values.quantities import read_quantities


def read(text):
    return [(text[q.start : q.end], q.value, q.value_high, q.unit) for q in read_quantities(fold(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("培育3—5家", ("3—5家", 3, 5, "家"), id="dash"),
        pytest.param("收入八百至一千美元", ("八百至一千美元", 800, 1000, "美元"), id="Chinese numerals"),
        pytest.param("每人提高30元至50元", ("30元至50元", 30, 50, "元"), id="a change that is a range"),
        pytest.param("增长10%至12%", ("10%至12%", 10, 12, "%"), id="two units"),
        pytest.param("提高2到3个百分点", ("2到3个百分点", 2, 3, "百分点"), id="到"),
        pytest.param("补贴3至5万元", ("3至5万元", 30000, 50000, "元"), id="shared scale"),
        pytest.param("投资5000万—1亿元", ("5000万—1亿元", 5e7, 1e8, "元"), id="own scales"),
        pytest.param("投资2亿至3亿美元", ("2亿至3亿美元", 2e8, 3e8, "美元"), id="shared currency"),
        pytest.param("新增5～8万人", ("5～8万人", 50000, 80000, "人"), id="wave"),
        pytest.param("完成3亿5千万元", ("3亿5千万元", 3.5e8, None, "元"), id="two scales"),
        pytest.param("征地2万5千亩", ("2万5千亩", 25000, None, "亩"), id="two scales of a unit"),
        pytest.param("每斤提高1元2角", ("1元2角", 1.2, None, "元"), id="coins"),
    ],
)
def test_ranges_and_sums_are_one_quantity(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "标准提高40元至720元", [("40元", 40, None, "元"), ("720元", 720, None, "元")], id="a change and its level"
        ),
        pytest.param(
            "分别提高XX和X个百分点",
            [("XX", None, None, "百分点"), ("X个百分点", None, None, "百分点")],
            id="masked list",
        ),
        pytest.param(
            "提高 8 个、5 个和 22 个百分点",
            [("8 个", 8, None, "百分点"), ("5 个", 5, None, "百分点"), ("22 个百分点", 22, None, "百分点")],
            id="list with blanks",
        ),
        pytest.param("由41%提高到52%", [("41%", 41, None, "%"), ("52%", 52, None, "%")], id="from and to"),
        pytest.param(
            "提高1.2、3.4个百分点", [("1.2", 1.2, None, "百分点"), ("3.4个百分点", 3.4, None, "百分点")], id="list"
        ),
        pytest.param(
            "分别12万和3万亩", [("12万", 120000, None, "亩"), ("3万亩", 30000, None, "亩")], id="list with scales"
        ),
        pytest.param("1户3人", [("1户", 1, None, "户"), ("3人", 3, None, "人")], id="two counts"),
    ],
)
def test_others_stay_apart(text, expected):
    assert read(text) == expected
