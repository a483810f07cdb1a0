"""Bounds: the words beside a value, and those that only look like them."""

import pytest
from extract.claims.figures import told


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        pytest.param("粮食产量不低于30万吨。", "at_least", id="不低于 is no 低于"),
        pytest.param("新增就业不少于8000人。", "at_least", id="不少于 is no 少于"),
        pytest.param("空气质量优良天数比例不低于95%。", "at_least", id="比例 compares nothing"),
        pytest.param("失业率不高于5.5%。", "at_most", id="不高于"),
        pytest.param("能耗不得高于5万吨。", "at_most", id="不得高于"),
        pytest.param("支出不超过2亿元。", "at_most", id="不超过"),
        pytest.param("支出不超6亿元。", "at_most", id="不超"),
        pytest.param("降幅控制在3%以内。", "at_most", id="以内"),
        pytest.param("物价涨幅控制在3%左右。", "about", id="左右 behind wins over 控制在 before"),
        pytest.param("排放量不超过下达指标的98%。", "at_most", id="before the whole of a share"),
        pytest.param("占比超过全部支出的80%。", "at_least", id="超过 before the whole of a share"),
        pytest.param("投资突破50亿元大关。", "at_least", id="突破"),
    ],
)
def test_bounds(text, bound):
    assert told(text, "bound") == [bound]


def test_the_excess_over_a_plan_is_exact():
    assert told("财政收入达到9亿元，比计划目标8亿元超过1亿元。", "bound")[-1] == "exact"
