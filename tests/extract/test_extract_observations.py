"""Whole sentences to observations: names, measures, status, period, bound."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from include.extract.observations import extract
from include.records import Segment


def whole(text):
    """A text as one paragraph with one sentence."""
    return [Segment("paragraph", 0, 0, len(text)), Segment("sentence", 0, 0, len(text))]


def fields(text, *names, segments=None):
    found = extract(text, whole(text) if segments is None else segments)
    return [tuple(getattr(observation, name) for name in names) for observation in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("上半年，完成外贸进出口总额3亿元，同比增长5%。", ["外贸进出口总额"] * 2, id="carried name"),
        pytest.param("全市改造老旧小区36个。", ["改造老旧小区"], id="noun before"),
        pytest.param("全市共有18个贫困村出列。", ["出列贫困村"], id="noun and verb behind"),
        pytest.param("市级40个重点工程实施。", ["市级重点工程"], id="modifier before, noun behind"),
        pytest.param("棉花产量3万吨，实现产值2亿元。", ["棉花产量", "棉花产值"], id="shared head"),
        pytest.param("农业、工业增加值分别增长3%和8%。", ["农业增加值", "工业增加值"], id="shared tail"),
        pytest.param(
            "城乡居民人均可支配收入分别增长8%和9%。",
            ["城镇居民人均可支配收入", "农村居民人均可支配收入"],
            id="city and country",
        ),
        pytest.param("总投资5亿元的南河大桥开工。", ["南河大桥总投资"], id="thing behind 的"),
        pytest.param("财政收入由2011年的25亿元增加到2016年的60亿元。", ["财政收入"] * 2, id="from and to with years"),
        pytest.param("在年度综合考评中，我县排名第3位。", ["综合考评"], id="contest in the clause before"),
        pytest.param("就业培训900户1200人次，", ["就业培训", "就业培训"], id="two counts of one name"),
    ],
)
def test_names(text, names):
    assert [name for (name,) in fields(text, "indicator")] == names


@pytest.mark.parametrize(
    ("text", "value", "measure", "compared"),
    [
        pytest.param("税收同比下降3.7%。", -3.7, "change", "yoy", id="fall"),
        pytest.param("税收比上月增长2%。", 2, "change", "mom", id="month on month"),
        pytest.param("存款余额比年初增加30亿元。", 3e9, "change", "ytd", id="since the new year"),
        pytest.param("产值年均增长9%。", 9, "change", "other", id="yearly mean"),
        pytest.param("失业率为3.5%。", 3.5, "share", None, id="share"),
        pytest.param("产值提高到52亿元。", 5.2e9, "level", None, id="raised to is a level"),
        pytest.param("增速居全省第三位。", 3, "rank", None, id="rank"),
        pytest.param("消费价格指数为102.3。", 102.3, "index", None, id="index"),
        pytest.param("新增企业30家。", 30, "level", None, id="new ones are a level"),
        pytest.param("人口自然增长率为5‰。", 5, "level", None, id="natural growth is a level"),
        pytest.param("完成年度计划的60%。", 60, "share", None, id="share of the plan"),
    ],
)
def test_measures(text, value, measure, compared):
    assert fields(text, "value", "measure", "compared_to") == [(value, measure, compared)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("实现产值5亿元。", "actual", id="reached"),
        pytest.param("力争产值达到5亿元。", "target", id="promise"),
        pytest.param("实现产值增长8%的目标。", "target", id="goal behind"),
        pytest.param("预计产值达到5亿元。", "estimate", id="estimate"),
        pytest.param("主要因素拉动产值增长5%。", "actual", id="主要 is no 要"),
        pytest.param("已争取到专款5亿元。", "actual", id="争取到 is reached"),
    ],
)
def test_status(text, status):
    assert fields(text, "status") == [(status,)]


def test_an_estimate_holds_to_the_end_of_its_part_where_each_part_has_one():
    text = "预计产值5亿元；投资预计6亿元；税收完成7亿元。"
    assert fields(text, "status") == [("estimate",), ("estimate",), ("actual",)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        pytest.param("产值超过5亿元。", "at_least", id="超过"),
        pytest.param("产值5亿元以上。", "at_least", id="以上"),
        pytest.param("失业率控制在4%以内。", "at_most", id="以内"),
        pytest.param("产值近5亿元。", "about", id="近"),
        pytest.param("产值5亿元左右。", "about", id="左右"),
        pytest.param("产值5亿多元。", "at_least", id="多"),
        pytest.param("产值5至6亿元。", "range", id="range"),
        pytest.param("产值5亿元。", "exact", id="exact"),
    ],
)
def test_bounds(text, bound):
    assert fields(text, "bound") == [(bound,)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("引进投资5亿元以上的项目。", id="threshold"),
        pytest.param("建成110千伏变电站。", id="size in a name"),
        pytest.param("要抓好5个方面。", id="own points"),
        pytest.param("每人罚款500元。", id="fine"),
        pytest.param("会期3天，休会2个小时。", id="time span"),
    ],
)
def test_no_observation(text):
    assert extract(text, whole(text)) == []


def test_a_heading_dates_what_stands_under_it_and_a_base_year_does_not():
    text = "一、2017年工作回顾\n产值5亿元，比2015年增长20%。"
    at = text.index("\n") + 1
    segments = [
        Segment("heading", 1, 0, at - 1),
        Segment("paragraph", 0, at, len(text), 0),
        Segment("sentence", 0, at, len(text), 0),
    ]
    assert fields(text, "period", "compared_to", segments=segments) == [("2017年", None), ("2017年", "other")]


def test_figures_under_a_heading_of_goals_are_targets():
    text = "二、2020年工作安排\n新建学校3所。"
    at = text.index("\n") + 1
    segments = [
        Segment("heading", 1, 0, at - 1),
        Segment("paragraph", 0, at, len(text), 0),
        Segment("sentence", 0, at, len(text), 0),
    ]
    assert fields(text, "status", "period", segments=segments) == [("target", "2020年")]


def test_the_period_is_spelt_as_in_the_text_and_the_span_is_exact():
    text = "　　２０１９年，产值８．６亿元。\r\n"
    (observation,) = extract(text, whole(text))
    assert (observation.period, observation.quote, observation.value) == ("２０１９年", "８．６亿元", 8.6e8)
    assert text[observation.start : observation.end] == observation.quote
    assert (observation.sentence_start, observation.sentence_end) == (0, len(text))


def test_a_masked_figure_keeps_its_unit_and_place():
    text = "XX镇工业产值突破XX亿元。"
    assert fields(text, "value", "unit", "masked", "region") == [(None, "元", True, "XX镇")]


def test_a_known_indicator_gets_its_code():
    assert fields("地区生产总值5亿元。", "indicator_code") == [("gdp",)]


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet="零一二三0123456789.,，、：;%亿元个年月日比为增长的()（）Xx×*第位分之 \n\r　\ud800\x00‮收入目标",
        max_size=80,
    )
)
def test_any_text_gives_spans_that_quote_it(text):
    for observation in extract(text, whole(text)):
        assert text[observation.start : observation.end] == observation.quote
        assert observation.masked == (observation.value is None)
