import pytest

from include.commitments.clauses import body_start, clauses, without_titles


def cut(text):
    return [text[c.start : c.end] for c in clauses(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("早种，早收；早卖。", ["早种", "早收", "早卖"], id="marks"),
        pytest.param("完成12,345万元，增长3%", ["完成12,345万元", "增长3%"], id="comma-in-a-number"),
        pytest.param("按照“早种，早收”的要求，抓紧", ["按照“早种，早收”的要求", "抓紧"], id="comma-in-a-quotation"),
        pytest.param(" 早种 ，，早收", ["早种", "早收"], id="nothing-between-marks"),
        pytest.param("", [], id="empty"),
    ],
)
def test_clauses(text, expected):
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("二是市水利局要清淤", "市水利局要清淤"),
        ("同时市水利局要清淤", "市水利局要清淤"),
        ("（三）加快清淤", "加快清淤"),
        ("(12)加快清淤", "加快清淤"),
        ("3.加快清淤", "加快清淤"),
        ("3.5公里河道清淤", "3.5公里河道清淤"),
        ("加快清淤", "加快清淤"),
    ],
)
def test_body_start(text, rest):
    (clause,) = clauses(text, 0, len(text))
    assert text[body_start(text, clause) :] == rest


def test_titles_are_blanked_to_the_same_length():
    assert without_titles("落实《必须清淤的规定》。") == "落实" + "　" * 9 + "。"
