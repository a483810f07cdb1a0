"""Ranks among ordinals."""

import pytest

from include.extract.values.folding import fold
from include.extract.values.ranks import ranks


def read(text):
    return [(text[rank.start : rank.end], rank.value, rank.bound) for rank in ranks(fold(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("位居全省第二位", [("第二位", 2, None)], id="with 位"),
        pytest.param("增速全省第一，", [("第一", 1, None)], id="bare"),
        pytest.param("全省第 X；", [("第 X", None, None)], id="masked with a space"),
        pytest.param("排名倒数第三", [("倒数第三", -3, None)], id="from below"),
        pytest.param("列全市末位", [("末位", -1, None)], id="last"),
        pytest.param("进入全省前三名", [("前三名", 3, "at_most")], id="among the first"),
        pytest.param("排在第二档", [("第二档", 2, None)], id="class"),
        pytest.param("居全国第一的好成绩", [("第一", 1, None)], id="before 的"),
        pytest.param(
            "位居全省营商环境第2、数字经济第5、绿色转型第9",
            [("第2", 2, None), ("第5", 5, None), ("第9", 9, None)],
            id="a chain",
        ),
        pytest.param("推进第一、第三产业融合", [], id="industries"),
        pytest.param("居第一产业", [], id="industry"),
        pytest.param("放在首位，作为第一位的任务", [], id="put first"),
        pytest.param("首位度提高", [], id="首位度"),
        pytest.param("第一，要加快发展", [], id="outline"),
        pytest.param("位居第" + "9" * 30 + "位", [], id="too long"),
    ],
)
def test_ranks(text, expected):
    assert read(text) == expected
