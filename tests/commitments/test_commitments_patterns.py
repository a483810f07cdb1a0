import pytest

from include.commitments.patterns import leans, looks_ahead, present, says_what_for


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("要加快清淤。必须保质保量。", True),
        ("我们将新建水厂。", True),
        ("完成了清淤，同比增长5%。必须肯定成绩。", False),
        ("清淤工作主要在冬季。", False),
        ("完成年计划建设任务。", False),
    ],
)
def test_a_passage_leans(text, ahead):
    assert (leans(text, 0, len(text)) > 0) is ahead


@pytest.mark.parametrize(
    ("text", "expected"), [("确保清淤", True), ("由水利局牵头", True), ("6月底前清淤", True), ("水厂很多", False)]
)
def test_looks_ahead(text, expected):
    assert looks_ahead(text, 0, len(text)) is expected


def test_present_and_what_a_meeting_is_for():
    assert {"modal", "term"} <= present("今年要清淤", 0, 5)
    assert "past" not in present("今年要清淤", 0, 5)
    assert says_what_for("会议的主要任务是部署清淤", 0, 12)
