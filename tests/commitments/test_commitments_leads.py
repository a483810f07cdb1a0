import pytest

from include.commitments.leads import Lead, find_lead
from include.records import Segment
from include.segment.lines import Span


def lead(text, former=None):
    return find_lead(text, Segment("sentence", 0, 0, len(text)), ahead=False, former=former)


@pytest.mark.parametrize(
    ("text", "binding"),
    [("县政府将办好10件实事。", True), ("要抓好以下工作：", False), ("下一步工作打算：", False)],
)
def test_a_sentence_announces(text, binding):
    found = lead(text)
    assert found is not None
    assert found.binding is binding


@pytest.mark.parametrize("text", ["县里办好了10件实事。", "县政府将清淤。", "去年工作情况如下："])
def test_a_sentence_announces_nothing(text):
    assert lead(text) is None


def test_what_holds_for_the_list():
    text = "2020年，县政府将办好10件实事。"
    assert lead(text) == Lead((Span(6, 9),), Span(0, 5), True)


def test_a_lead_takes_over_from_the_one_before():
    former = Lead((Span(0, 3),), Span(4, 9), True)
    assert lead("分别是：", former) == former
