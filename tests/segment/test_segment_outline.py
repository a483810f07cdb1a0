import pytest

from include.segment.outline import outline

BODY = "全县上下团结一心，按照年初的部署扎实工作，各项事业都有新的进展。"


def tree(text):
    headings = outline(text)
    return [
        (h.level, text[h.start : h.end], headings[h.parent].start if h.parent is not None else None) for h in headings
    ]


def test_the_usual_nesting():
    listed = f"1.钢铁。{BODY}\n一是限产。{BODY}\n二是转产。{BODY}"
    text = f"一、总体情况\n（一）工业\n{listed}\n（二）农业\n{BODY}\n二、下步工作\n{BODY}"
    assert [(level, words) for level, words, _ in tree(text)] == [
        (1, "一、总体情况"),
        (2, "（一）工业"),
        (3, "1.钢铁"),
        (3, "一是限产"),
        (3, "二是转产"),
        (2, "（二）农业"),
        (1, "二、下步工作"),
    ]
    parents = [parent for _, _, parent in tree(text)]
    starts = [h.start for h in outline(text)]
    assert parents == [None, starts[0], starts[1], starts[2], starts[2], starts[0], None]


def test_ordinals_stand_on_top_where_nothing_is_above_them():
    text = f"第一，要快。{BODY}\n第二，要准。{BODY}"
    assert [level for level, _, _ in tree(text)] == [1, 1]


def test_ordinals_stand_below_a_numbered_section():
    text = f"一、统一思想\n第一，要快。{BODY}\n第二，要准。{BODY}\n二、狠抓落实\n{BODY}"
    assert [level for level, _, _ in tree(text)] == [1, 2, 2, 1]


def test_numbering_starts_anew_with_another_speech():
    text = f"一、统一思想\n{BODY}\n谢谢大家！\n第二篇：在座谈会上的发言\n第一，要快。{BODY}\n第二，要准。{BODY}"
    assert [(level, parent) for level, _, parent in tree(text)] == [(1, None), (1, None), (1, None)]


def test_headings_without_a_number_that_set_the_period():
    text = f"各位代表：\n{BODY}\n2016年工作回顾\n{BODY}\n（一）工业\n{BODY}\n2017年工作安排\n（一）农业\n{BODY}"
    assert [(level, words) for level, words, _ in tree(text)] == [
        (1, "2016年工作回顾"),
        (2, "（一）工业"),
        (1, "2017年工作安排"),
        (2, "（一）农业"),
    ]


def test_sections_that_start_anew_below_each_period_stand_under_it():
    text = f"2016年回顾\n一、工业\n{BODY}\n二、农业\n{BODY}\n2017年任务\n一、工业\n{BODY}\n二、农业\n{BODY}"
    assert [level for level, _, _ in tree(text)] == [1, 2, 2, 1, 2, 2]


def test_a_title_that_names_a_period_is_no_heading():
    assert tree(f"2016年工作总结\n一、工业\n{BODY}\n二、农业\n{BODY}")[0][1] == "一、工业"


def test_lost_line_breaks():
    text = f"下面讲三点意见。一、认清形势 {BODY}二、突出重点，狠抓项目 {BODY}三、转变作风。{BODY}"
    assert [(level, words) for level, words, _ in tree(text)] == [
        (1, "一、认清形势"),
        (1, "二、突出重点"),
        (1, "三、转变作风"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"第一个问题：怎么看\n{BODY}\n第二个问题：怎么干\n{BODY}",
            [(1, "第一个问题：怎么看"), (1, "第二个问题：怎么干")],
            id="questions",
        ),
        pytest.param(
            f"第一点，要快。{BODY}\n第二点，要准。{BODY}", [(1, "第一点，要快"), (1, "第二点，要准")], id="points"
        ),
        pytest.param(
            f"2016年工作回顾\n{BODY}\n2017年工作安排\n{BODY}\n政府自身建设\n{BODY}",
            [(1, "2016年工作回顾"), (1, "2017年工作安排"), (1, "政府自身建设")],
            id="a-plain-heading-beside-periods",
        ),
        pytest.param(f"{BODY}\n政府自身建设\n{BODY}", [], id="a-plain-line-elsewhere"),
        pytest.param(
            f"{BODY}三点意见：一、要快\n{BODY}\n一是赶工期。{BODY}",
            [(1, "一、要快"), (3, "一是赶工期")],
            id="lists-that-the-text-breaks-off",
        ),
        pytest.param("存在的问题主要有：一是小，二是散，三是弱。", [], id="a-list-within-a-sentence"),
        pytest.param(f"一、综合\n{BODY}\n注：\n1.初步统计数。\n2.现价。", [(1, "一、综合")], id="notes"),
    ],
)
def test_headings_of_other_kinds(text, expected):
    assert [(level, words) for level, words, _ in tree(text)] == expected
