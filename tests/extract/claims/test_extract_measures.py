"""Measures and signs of what moves: rates that are reached, gaps to a plan, places in a ranking."""

import pytest
from extract.claims.figures import told


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        pytest.param("投资增速不低于10%。", "change", 10, id="不低于 is no fall"),
        pytest.param("工业增速回落到5.1%。", "change", 5.1, id="the rate that is reached has its own sign"),
        pytest.param("税收降幅收窄至2.3%。", "change", -2.3, id="a rate of fall"),
        pytest.param("利润下降幅度为3%。", "change", -3, id="下降幅度"),
        pytest.param("贫困发生率下降到1.4%。", "share", 1.4, id="a share that is reached is no change"),
        pytest.param("到位资金超计划5亿元。", "change", 5e8, id="超计划"),
        pytest.param("财政收入短收1亿元。", "change", -1e8, id="短收"),
        pytest.param("鲜果价格影响消费价格下降约0.2个百分点。", "share", 0.2, id="a contribution"),
        pytest.param("受天气影响下降2个百分点。", "change", -2, id="受影响 is no contribution"),
        pytest.param("零售额增速滞后全市1.4个百分点。", "change", -1.4, id="behind the rest"),
        pytest.param("17%的税收增幅来自工业。", "change", 17, id="a rate of growth named behind"),
        pytest.param("17%的税收来自工业。", "share", 17, id="a share of a thing named behind"),
        pytest.param("人口自然增长率控制在6‰以内。", "level", 6, id="natural growth"),
    ],
)
def test_measures(text, measure, value):
    assert told(text, "measure", "value") == [(measure, value)]


def test_places_that_a_ranking_moves_between_are_ranks():
    text = "财政收入增速在全市排位由去年的20位上升为今年的11位。"
    assert told(text, "measure", "period") == [("rank", "去年"), ("rank", "今年")]
