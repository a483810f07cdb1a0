"""How far an estimate reaches, and what counts as past under a heading of goals."""

import pytest
from extract.claims.figures import told


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        pytest.param("预计全年可实现产值5亿元，增长6%。", ["estimate"] * 2, id="to the end of the sentence"),
        pytest.param(
            "预计年底完成造林5万亩；截至目前，已完成3万亩。", ["estimate", "actual"], id="until what is reached"
        ),
        pytest.param(
            "预计产值5亿元；投资预计6亿元；税收完成7亿元。", ["estimate", "estimate", "actual"], id="each its part"
        ),
        pytest.param("亩均税收不低于20万元，亩均投资不低于300万元。", ["target"] * 2, id="a floor is a requirement"),
        pytest.param("据测算，2019年电商交易额达到32亿元。", ["actual"], id="a year that is over, as computed"),
        pytest.param("据测算，今年粮食产量可达28万吨。", ["estimate"], id="computed ahead"),
        pytest.param("去年民生支出占比不低于80%。", ["actual"], id="a floor that was kept"),
    ],
)
def test_status(text, statuses):
    assert told(text, "status") == statuses


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        pytest.param("财政收入安排5亿元，比上年增长6.5%。", ["target"] * 2, id="a comparison with last year"),
        pytest.param("上年完成投资5亿元。", ["actual"], id="last year"),
        pytest.param("为了减负，全年再降低费用2亿元。", ["target"], id="为了 is not past"),
        pytest.param("2018年完成投资5亿元。", ["actual"], id="the year before the plan's"),
        pytest.param("在去年完成3亿元的基础上，今年完成投资5亿元。", ["actual", "target"], id="the last time counts"),
    ],
)
def test_under_a_heading_of_goals(sentence, statuses):
    assert told(f"二、2019年工作安排\n{sentence}\n", "status") == statuses
