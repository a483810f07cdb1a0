import pytest

from include.commitments.directions import directions, labelled_back, plans, title
from include.segment.segments import segment


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("2016年工作回顾", "back"),
        ("2017年工作安排", "ahead"),
        ("2016年工作回顾和2017年工作安排", "ahead"),
        ("工作任务完成情况", "back"),
        ("总结经验，全力做好水利工作", None),
        ("2017年要突出抓好水利", "orders"),
        ("主要做法", None),
        ("重要意义", None),
    ],
)
def test_a_heading_looks(heading, expected):
    text = f"一、{heading}\n水厂很多。\n"
    assert list(directions(text, segment(text)).values()) == [expected]


def test_a_heading_looks_as_the_one_above():
    text = "一、2016年工作回顾\n（一）水利\n水厂很多。\n二、2017年工作安排\n（一）提高水利成效\n水厂很多。\n"
    assert list(directions(text, segment(text)).values()) == ["back", "back", "ahead", "ahead"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("青溪县2021年重点任务分工", ((0, 14), "ahead")),
        ("在重点任务分工会议上的讲话", ((0, 13), None)),
        ("清淤完成。", ((0, 0), None)),
    ],
)
def test_title(line, expected):
    text = f"{line}\n水厂很多。\n"
    assert title(text, segment(text)) == expected


def test_a_text_of_one_line_has_no_title():
    assert title("重点任务", segment("重点任务")) == ((0, 0), None)


def test_labels_and_plans():
    assert labelled_back("五年来的成就：水厂很多。", 0, 12)
    assert not labelled_back("水厂：很多。", 0, 6)
    assert plans("下一步工作打算：", 0, 8)
