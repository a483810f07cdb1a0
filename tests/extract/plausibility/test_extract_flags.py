"""Doubts about figures: each kind on a text that holds one, and on its neighbour that holds none."""

import time
from dataclasses import replace

import pytest

from include.extract.facts import SpeechFacts
from include.extract.observations import extract
from include.extract.plausibility.figures import Spread, spread
from include.extract.plausibility.flags import flag
from include.extract.plausibility.units import dimension, factor
from include.extract.values.folding import fold
from include.records import Observation


def flags(text, year=2009):
    """The flags of a text, as (quote, kind) in the order of the text."""
    found = extract(text, facts=SpeechFacts(content_year=year))
    return [(each.quote, kind) for each in found for kind in each.flags]


SUMS = "does_not_add_up"


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        pytest.param("2009年，全县粮食产量达到12亿元。", [("12亿元", "unit_unusual")], id="grain in money"),
        pytest.param("2009年，全县粮食产量达到12万吨。", [], id="grain in tonnes"),
        pytest.param("2009年，全县粮食产量达到2.4亿斤。", [], id="grain in another weight"),
        pytest.param("2009年，全县森林覆盖率达到45%。", [], id="cover"),
        pytest.param("2009年，全县地区生产总值达到35万元。", [("35万元", "out_of_range")], id="product too small"),
        pytest.param("2009年，全县地区生产总值达到35亿元。", [], id="product"),
        pytest.param("2009年，全县城镇登记失业率为41%。", [("41%", "out_of_range")], id="rate too high"),
        pytest.param("2009年，全县地区生产总值增长1250%。", [("1250%", "growth_out_of_range")], id="growth"),
        pytest.param("2009年，全县地区生产总值增长12.50%。", [], id="growth as it is"),
        pytest.param(
            "2009年，民营企业占全部企业的比重达到140%。", [("140%", "share_out_of_bounds")], id="a part of a whole"
        ),
        pytest.param("2009年，财政收入完成5亿元，占年度计划的140%。", [], id="more than planned"),
        pytest.param("2012年，全县财政收入完成5亿元。", [("5亿元", "year_contradicts")], id="later than the speech"),
        pytest.param("到2012年，全县财政收入要达到5亿元。", [], id="a goal lies ahead"),
        pytest.param("到2012年，城镇化率从42%提高到48%。", [], id="where a goal starts from"),
        pytest.param("2009年，城镇化率由42.1%提高到45.6%，提高5.3个百分点。", [("5.3个百分点", SUMS)], id="step"),
        pytest.param("2009年，城镇化率由42.1%提高到45.6%，提高3.5个百分点。", [], id="step right"),
        pytest.param("2009年，失业率由4.5%下降到4.1%，下降0.4个百分点。", [], id="step down"),
        pytest.param("2009年，税收收入由5.0亿元增加到6.0亿元，增长44.0%。", [("44.0%", SUMS)], id="step in per cent"),
        pytest.param("2009年，税收收入由5.01亿元增加到6亿元，增长20%。", [], id="step in per cent, rounded"),
        pytest.param(
            "投资由2000年的548亿元增加到2005年的2293亿元，年均增长38.5%。", [("38.5%", SUMS)], id="yearly growth"
        ),
        pytest.param("投资由2000年的548亿元增加到2005年的2293亿元，年均增长33.1%。", [], id="yearly growth right"),
        pytest.param("2009年，税收收入由5.0亿元增加到8.0亿元，年均增长12.5%。", [], id="some number of years"),
        pytest.param("2009年，税收收入由5.0亿元增加到8.0亿元，年均增长75%。", [("75%", SUMS)], id="no number of years"),
        pytest.param("2009年，税收收入32.0亿元，增加3.0亿元，增长15.3%。", [("15.3%", SUMS)], id="increase"),
        pytest.param("2009年，税收收入32.0亿元，增加3.0亿元，增长10.3%。", [], id="increase right"),
        pytest.param("2009年，税收收入32.0亿元，减少3.0亿元，下降8.6%。", [], id="decrease right"),
        pytest.param(
            "2009年，财政收入7.04亿元，为年初预算的44.8%。2009年，财政收入预算11.20亿元。", [("44.8%", SUMS)], id="plan"
        ),
        pytest.param(
            "2009年，财政收入7.04亿元，为年初预算的62.9%。2009年，财政收入预算11.20亿元。", [], id="plan borne out"
        ),
        pytest.param("2009年，财政收入7.04亿元，为年初预算的44.8%。", [], id="no plan stated"),
        pytest.param("2009年，三次产业结构为18.3：45.5：46.2。", [("18.3", SUMS)], id="structure"),
        pytest.param("2009年，三次产业结构为8.3：45.5：46.2。", [], id="structure right"),
        pytest.param("2009年，三次产业结构为8.3：45.6：46.2。", [], id="structure, rounded"),
        pytest.param(
            "2009年，地区生产总值100.0亿元，其中第一产业增加值20.0亿元，第二产业增加值60.0亿元，第三产业增加值30.0亿元。",
            [("100.0亿元", SUMS)],
            id="sectors",
        ),
        pytest.param(
            "2009年，地区生产总值100.0亿元，其中第一产业增加值20.0亿元，第二产业增加值50.1亿元，第三产业增加值30.0亿元。",
            [],
            id="sectors, rounded",
        ),
        pytest.param("2009年，固定资产投资50亿元，其中工业投资72亿元。", [("72亿元", SUMS)], id="more than the total"),
        pytest.param("2009年，固定资产投资50亿元，其中工业投资32亿元。", [], id="a part of the total"),
        pytest.param(
            "2009年，投资50亿元（园区2亿元），其中工业投资32亿元。", [], id="a part of what is not in brackets"
        ),
        pytest.param(
            "2009年，税收收入完成5.2亿元。\n会议指出，2009年，税收收入完成6.8亿元。",
            [("6.8亿元", "contradicts")],
            id="two numbers",
        ),
        pytest.param("2009年，税收收入完成5.2亿元。\n2009年，税收收入完成约5亿元。", [], id="about the same"),
        pytest.param("2009年，税收收入完成5.2亿元。\n税收收入完成6.8亿元。", [], id="a period that is only carried"),
        pytest.param("2009年，税收收入完成5.2亿元。\n2008年，税收收入完成6.8亿元。", [], id="another year"),
        pytest.param("2009年，税收收入完成5.2亿元。\n2009年，市本级税收收入完成2.8亿元。", [], id="another level"),
        pytest.param("2009年，税收收入5.2亿元。\n2009年，税收收入5.2亿元。", [("5.2亿元", "duplicate")], id="twice"),
        pytest.param("2009年，新建项目12个。\n2009年，新建项目12个。", [], id="a small count twice"),
        pytest.param("2009年，税收收入XX亿元，增长XX%。", [], id="masked"),
    ],
)
def test_doubts(text, doubts):
    assert flags(text) == doubts


@pytest.mark.parametrize(
    ("text", "quote", "reason"),
    [
        pytest.param(
            "2009年，财政收入7.04亿元，为年初预算的44.8%。2009年，财政收入预算11.20亿元。",
            "44.8%",
            "“7.04亿元” at 10 is 62.9% of “11.20亿元” at 41, not “44.8%” at 23.",
            id="plan",
        ),
        pytest.param(
            "2009年，税收收入5.2亿元。\n2009年，税收收入5.2亿元。",
            "5.2亿元",
            "The same as “5.2亿元” at 10.",
            id="duplicate",
        ),
        pytest.param(
            "2009年，三次产业结构为18.3：45.5：46.2。",
            "18.3",
            "The shares “18.3” at 13, “45.5” at 18, “46.2” at 23 give 110, not 100.",
            id="structure",
        ),
    ],
)
def test_a_reason_names_the_other_figure(text, quote, reason):
    found = [each for each in extract(text, facts=SpeechFacts(content_year=2009)) if each.flags]
    assert [(each.quote, each.flag_reasons) for each in found] == [(quote, (reason,))]
    assert f"“{quote}” at {found[0].start}" in reason or found[0].flags == ("duplicate",)


def figure(quote, value, **other):
    fields = {"bound": "exact", "masked": False, **other}
    return Observation(
        0, len(quote), quote, "财政收入", value, None, "元", "level", None, "actual",
        fields["bound"], fields["masked"], None, None, "test",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "value", "low", "high"),
    [
        pytest.param("7.04亿元", 7.04e8, 7.035e8, 7.045e8, id="two digits behind the point"),
        pytest.param("17万亩", 170000, 165000, 175000, id="none"),
        pytest.param("１２.５％", 12.5, 12.45, 12.55, id="wide"),
        pytest.param("1,250元", 1250, 1249.5, 1250.5, id="comma"),
        pytest.param("2.8%", -2.8, -2.85, -2.75, id="a fall"),
    ],
)
def test_the_spread_of_a_figure(quote, value, low, high):
    assert spread(figure(quote, value)) == (pytest.approx(low), pytest.approx(high))


def test_a_figure_that_is_not_exact_has_none():
    assert spread(figure("5亿元", 5e8, bound="about")) is None
    assert spread(figure("X亿元", None, masked=True)) is None
    assert spread(figure("翻一番", 2)) is None
    assert spread(figure("3亿5000万元", 3.5e8)) is None
    assert Spread(1, 2).over(Spread(0, 1)) is None


def test_units_that_measure_the_same_convert():
    assert factor("公顷", "亩") == 15
    assert factor("户", "人") is None
    assert dimension("家") == dimension("个") == "count"
    assert dimension("元/平方米") == "rate"


def test_nothing_but_the_flags_changes():
    text = "2009年，三次产业结构为18.3：45.5：46.2。2009年，税收收入5.2亿元。"
    found = extract(text)
    assert [each.value for each in flag(fold(text), found, 2009)] == [each.value for each in found]
    assert all(len(each.flags) == len(each.flag_reasons) for each in found)
    assert flag("", []) == []


FIGURES = 6000  # in one sentence: ten times as many as in a long report
BUDGET = 2.0  # seconds of CPU for them (measured: 0.5 at most); a rule that reads the sentence for each takes many more


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2009年，财政收入增长3%、", id="rates"),
        pytest.param("2009年，地区生产总值5亿元，", id="totals"),
        pytest.param("2009年，财政收入5亿元，为预算的50%，", id="shares of a plan"),
        pytest.param("2009年，投资5亿元，其中工业3亿元，", id="parts"),
    ],
)
def test_a_sentence_of_nothing_but_figures_takes_its_time_once(text):
    some = extract(text)
    times = FIGURES // len(some)
    long = fold(text) * times
    found = [
        replace(each, start=each.start + at, end=each.end + at, sentence_start=0, sentence_end=len(long), value=value)
        for value, at in enumerate(range(0, len(long), len(text)), 1)
        for each in some
    ]
    begun = time.process_time()
    flag(long, found, 2009)
    assert time.process_time() - begun < BUDGET
