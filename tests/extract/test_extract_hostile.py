"""Whatever a text holds, extract is bounded: it raises nothing, quotes what stands at the span, and takes no longer
than its budgets. Budgets are CPU time, some times what was measured; a rule that backtracks exceeds them by far."""

import importlib
import math
import pkgutil
import re
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import include.extract
from include.extract.context.clauses import REACH
from include.extract.observations import extract
from include.extract.values.folding import fold
from include.extract.values.not_quantities import excluded_spans
from include.extract.values.quantities import read_quantities
from include.extract.values.words import read_words
from include.records import Segment

LONG = 100_000  # characters
PER_CHARACTER = 30e-6  # seconds for a character of a text without figures (measured: 3e-6 at most)
PER_FIGURE = 4e-3  # seconds for a figure (measured: 0.5e-3 at most, in a line of nothing else)
READER_BUDGET = 1.5  # seconds for LONG characters in each reader of numbers (measured: 0.5 at most)
PATTERN_LENGTH = REACH  # characters each pattern is tried on: most are given no more; the runs above try the others
PATTERN_BUDGET = 0.02  # seconds for them (measured: 0.004)


def whole(text: str) -> list[Segment]:
    return [Segment("paragraph", 0, 0, len(text)), Segment("sentence", 0, 0, len(text))]


def cpu_seconds(budget: float, run, text: str) -> float:
    """The CPU time of a run; of the quickest of three where the first exceeds its budget, as on a busy machine."""
    least = math.inf
    for _ in range(3):
        begun = time.process_time()
        run(text)
        least = min(least, time.process_time() - begun)
        if least < budget:
            break
    return least


def check(text: str, segments: list[Segment] | None = None) -> int:
    """Extract a text, hold what must hold for any, and give the number of its observations."""
    found = extract(text, segments)
    last = 0
    for observation in found:
        assert observation.quote == text[observation.start : observation.end]
        assert last <= observation.start < observation.end <= len(text)
        assert observation.sentence_start <= observation.start
        assert observation.end <= observation.sentence_end
        assert observation.masked == (observation.value is None)
        assert math.isfinite(observation.value or 0)
        assert math.isfinite(observation.value_high or 0)
        last = observation.end
    return len(found)


ANYTHING = [
    pytest.param("1", id="digits"),
    pytest.param("的", id="的"),
    pytest.param("１", id="full-width digits"),
    pytest.param("亿", id="亿"),
    pytest.param("九", id="ideographic digits"),
    pytest.param("、", id="、"),
    pytest.param("（", id="brackets"),
    pytest.param("“", id="quotation marks"),
    pytest.param("×", id="masks"),
    pytest.param("增长", id="增长"),
    pytest.param("第", id="第"),
    pytest.param("目标", id="目标"),
    pytest.param(" ", id="spaces"),
    pytest.param("\n", id="lines"),
    pytest.param("\ud800", id="lone surrogates"),
    pytest.param("\x00", id="NUL"),
    pytest.param("\u202e", id="right-to-left marks"),
    pytest.param("é\u0301", id="combining marks"),
    pytest.param("😀", id="emoji"),
]


def within_budget(text: str) -> None:
    begun = time.process_time()
    assert check(text) == 0
    assert time.process_time() - begun < len(text) * PER_CHARACTER


@pytest.mark.parametrize("piece", ANYTHING[:2])
def test_a_hundred_thousand_of_the_commonest_stay_within_the_budget(piece):
    within_budget(piece * LONG)


@pytest.mark.parametrize("piece", ANYTHING)
def test_a_run_of_anything_stays_within_the_budget(piece):
    within_budget(piece * (LONG // 40 // len(piece)))


@pytest.mark.slow
@pytest.mark.parametrize("piece", ANYTHING)
def test_a_hundred_thousand_of_anything_stay_within_the_budget(piece):
    within_budget(piece * (LONG // len(piece)))


@pytest.mark.parametrize(
    "piece",
    [
        pytest.param(piece, id=piece)
        for piece in (
            "1%",
            "增长1亿元、",
            "XX亿元",
            "百分之",
            "翻番",
            "第1、",
            "1:1",
            "1/2",
            "三成",
            "1个",
            "1-2万吨/年",
        )
    ],
)
def test_a_line_of_figures_costs_no_more_than_its_figures(piece):
    text = piece * 60
    begun = time.process_time()
    check(text, whole(text))
    assert time.process_time() - begun < len(text) * PER_CHARACTER + 120 * PER_FIGURE


@pytest.mark.slow
@pytest.mark.parametrize("reader", [fold, excluded_spans, read_words, read_quantities])
@pytest.mark.parametrize(
    "piece", ["1", "1.", "1,", "1:", "1/", "1-", "1、", "X", "一", "百分之", "第1", "由1到", "亿", "/", "(", " ", "1个"]
)
def test_each_reader_stays_within_its_budget(reader, piece):
    text = (piece * (LONG // len(piece)))[:LONG]
    # a number each second character, each with its unit: measured 2.6 seconds
    budget = READER_BUDGET * (6 if reader is read_quantities else 1)
    assert cpu_seconds(budget, reader, text) < budget


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("产值" + "9" * 400 + "亿元。", id="1e400"),
        pytest.param("产值" + "9" * 18 + "万亿元。", id="more than any economy"),
        pytest.param("产值0." + "0" * 400 + "1亿元。", id="1e-400"),
        pytest.param("产值" + "九" * 400 + "亿元。", id="Chinese digits"),
        pytest.param("产值" + "亿" * 400 + "元。", id="亿 to the four hundredth"),
        pytest.param("产值" + "一亿" * 100 + "元。", id="亿 by turns"),
        pytest.param("增长" + "9" * 400 + "倍。", id="multiple"),
        pytest.param("比例为" + "9" * 400 + ":1。", id="ratio"),
        pytest.param("占" + "9" * 400 + "分之一。", id="fraction"),
        pytest.param("占百分之一点" + "九" * 400 + "。", id="fraction with decimals"),
        pytest.param("占零分之一，占1/00的，占0/5。", id="over nought"),
        pytest.param("位居第" + "9" * 400 + "位。", id="rank"),
        pytest.param("=1+1 ∑x²=3 x^2+y_1≤5% |a|×10⁻³ ½ ⅔ Ⅻ ㊿ ❶ ٣٪ ३%", id="formulas and other numerals"),
        pytest.param("产值X×*□_.X%亿元，×*.□%，*** 亿元，__万人，1X.X%，X1%", id="mixed masks"),
        pytest.param("产值5亿\ud800元，增长\x006%\u202e，税收7\u0301亿元。", id="marks inside"),
        pytest.param("1,2,3,4.5.6,7:8:9:10/11-12~13至14到15、16和17及18", id="every link"),
        pytest.param("（（（12.5亿元）））“5%”（6%）[1]〔2〕【3】", id="every bracket"),
    ],
)
def test_odd_numbers_are_finite_and_quoted(text):
    check(text)
    check(text, whole(text))


PARTS = [
    *"0123456789.,，、：；。%‰·~-—+=/()（）[]“”《》 \n\t　",
    *"零一二三四五六七八九十百千万亿两半多余第成倍分之翻番比占为是了的和与至到由从约近超上下元个年月日位名户",
    *"Xx×*□_ⅩabGK",
    *("亿元", "万吨", "个百分点", "/平方公里", "同比", "增长", "下降", "位居", "第1", "前3名", "倒数", "指数", "比例"),
    *("百分之", "三成", "一半", "调整为", "每度", "分", "角", "以上", "目标", "预计", "2019年", "1—6月", "其中"),
    *("\ud800", "\x00", "\u202e", "\u0301", "😀", "∑", "²", "㈠", "①", "億", "萬"),
]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
@example("近三年")
@example("一亿亿元")
@example("上百万分之半")
def test_any_mixture_gives_spans_that_quote_it(text):
    check(text)
    check(text, whole(text))


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_around_a_figure_gives_spans_that_quote_it(before, after):
    text = f"{before}产值5亿元，增长8%{after}"
    check(text, whole(text))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
def test_quantities_do_not_overlap_and_folding_keeps_the_length(text):
    folded = fold(text)
    assert len(folded) == len(text)
    end = 0
    for quantity in read_quantities(folded):
        assert end <= quantity.start < quantity.end <= len(text)
        end = quantity.end


# Every pattern against what may drive it mad: one run of a piece
PIECES = (
    *("1", "1、", "1,", ",", "。", " ", "\u3000", "(", "“", "/", ":", "X", "a"),
    *("的", "第", "一", "个", "年", "比", "增长", "由", "目标", "预计"),
)


# What a loop matches against the whole of a short text
ANCHORED = ("include.extract.resolve.spans._WHY_NOT", "include.extract.resolve.words._PARTS")


def _inside(value):
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from _inside(tuple(value.values()))
    elif isinstance(value, (tuple, list, frozenset, set)):
        for each in value:
            yield from _inside(each)


def _run(source: str, name: str, pattern: re.Pattern[str]):
    """The way its module uses a pattern: one that is only ever matched at a place is not searched for."""
    matched = re.search(rf"\b{name}\.(?:full)?match\(", source)
    searched = re.search(rf"\b{name}(?:\.(?!(?:full)?match\b)|[),\]])", source)
    return pattern.match if matched and not searched else pattern.search


def patterns():
    """Every compiled pattern of the package by the place where it lives, as the method that is called."""
    found = {}
    for info in pkgutil.walk_packages(include.extract.__path__, "include.extract."):
        module = importlib.import_module(info.name)
        source = Path(module.__file__).read_text(encoding="utf-8")
        for name, value in vars(module).items():
            compiled = list(_inside(value))
            if not compiled or not re.search(rf"^{name}\b", source, re.MULTILINE):
                continue  # without a pattern, or imported
            place = f"{info.name}.{name}"
            for number, pattern in enumerate(compiled):
                found[f"{place}[{number}]"] = pattern.match if place in ANCHORED else _run(source, name, pattern)
    return found


def test_no_pattern_runs_away():
    found = patterns()
    assert len(found) > 150
    texts = [(piece * PATTERN_LENGTH)[:PATTERN_LENGTH] for piece in PIECES]
    slow = {}
    for place, run in found.items():
        for text in texts:
            took = cpu_seconds(PATTERN_BUDGET, run, text)
            if took > PATTERN_BUDGET:
                slow[f"{place} on {text[:4]!r}"] = round(took, 3)
    assert not slow
