import pytest

from include.commitments.labels import charges, is_label_line, names_task


@pytest.mark.parametrize(
    ("text", "bodies", "deadline"),
    [
        ("责任单位：县水利局、各乡镇", ["县水利局、各乡镇"], None),
        ("(牵头单位:县水利局;完成时限:6月底)", ["县水利局"], "6月底"),
        ("清淤12公里（县水利局、县住建局负责）。", ["县水利局、县住建局"], None),
        ("责任人：", [], None),
        ("清淤12公里（含支渠）。", [], None),
    ],
)
def test_charges(text, bodies, deadline):
    found = charges(text, 0, len(text))
    assert [text[s.start : s.end] for s in found.bodies] == bodies
    assert (found.deadline and text[found.deadline.start : found.deadline.end]) == deadline


@pytest.mark.parametrize(
    ("text", "expected"),
    [("责任单位：县水利局", True), ("（县水利局负责）", True), ("清淤（县水利局负责）", False), ("清淤", False)],
)
def test_is_label_line(text, expected):
    assert is_label_line(text, 0, len(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("主要任务：清淤", True), ("2010年计划安排：清淤", True), ("问题：淤积", False)]
)
def test_names_task(text, expected):
    assert names_task(text, 0, len(text)) is expected
