import random

import pytest

from include.errors import ConfigurationError
from include.sample_site.figures import parse_paragraph
from include.sample_site.speech import Figure


def figure_of(slot, scope=None):
    (piece,) = parse_paragraph(f"[[{slot}]]", {} if scope is None else scope, random.Random(1))
    assert isinstance(piece, Figure)
    return piece


@pytest.mark.parametrize(
    ("slot", "shown", "value", "unit", "measure"),
    [
        pytest.param("6.5#1亿元|收入|去年", "6.5亿元", 650_000_000, "元", "level", id="scaled"),
        pytest.param("3#0%|收入|去年|yoy down", "3%", -3, "%", "change", id="fall"),
        pytest.param("8.4#1个百分点|占比|-|mom", "8.4个百分点", 8.4, "百分点", "change", id="percentage-points"),
        pytest.param("3#0位|总量|-|rank", "第3位", 3, "位", "rank", id="rank"),
        pytest.param("12#0万人次|游客|去年", "12万人次", 120_000, "人次", "level", id="counted"),
        pytest.param("5#0个|项目|-", "5个", 5, "个", "level", id="counter"),
    ],
)
def test_a_slot_becomes_a_figure(slot, shown, value, unit, measure):
    figure = figure_of(slot)
    assert (figure.shown, figure.value, figure.unit, figure.measure) == (shown, value, unit, measure)


def test_a_range_has_two_ends():
    figure = figure_of("5.5:6#1%|生产总值|今年|yoy target")
    assert (figure.shown, figure.value, figure.value_high, figure.bound) == ("5.5%—6.0%", 5.5, 6.0, "range")
    assert (figure.status, figure.compared_to, figure.period) == ("target", "yoy", "今年")


def test_arithmetic_uses_the_numbers_as_shown():
    scope = {}
    line = "[[a=10.04#1亿元|甲|-]]加[[b=2.5#1亿元|乙|-]]，占[[b/a*100#1%|乙|-|share]]，余[[a-b#1亿元|丙|-]]"
    pieces = parse_paragraph(line, scope, random.Random(1))
    assert "".join(p.shown if isinstance(p, Figure) else p for p in pieces) == "10.0亿元加2.5亿元，占25.0%，余7.5亿元"


def test_a_draw_stays_within_its_bounds():
    rng = random.Random(7)
    values = [parse_paragraph("[[3~9#0家|企业|-]]", {}, rng)[0].value for _ in range(200)]
    assert min(values) == 3
    assert max(values) == 9


@pytest.mark.parametrize(
    "slot",
    [
        pytest.param("六亿元|收入|去年", id="no-number"),
        pytest.param("6#1亿元", id="no-name"),
        pytest.param("nothere*2#1亿元|收入|去年", id="undefined"),
    ],
)
def test_a_slot_that_cannot_be_read_names_itself(slot):
    with pytest.raises(ConfigurationError, match=slot.split("*")[0].split("|")[0]):
        figure_of(slot)
