import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from include.commitments.commitments import find_commitments
from include.segment.segments import segment


def quotes(text):
    return [found.quote for found in find_commitments(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("确保全年新建水厂12座。", ["确保全年新建水厂12座"], id="figure-and-term"),
        pytest.param("水利局要清理河道。", ["水利局要清理河道"], id="body"),
        pytest.param("力争年内全面开工。", ["力争年内全面开工"], id="term"),
        pytest.param("水利局每周通报一次进度。", ["水利局每周通报一次进度"], id="frequency"),
        pytest.param("大桥9月将投入使用。", ["大桥9月将投入使用"], id="lies-ahead"),
        pytest.param(
            "要加强管理。完善水价办法，新建水厂3座。", ["完善水价办法，新建水厂3座"], id="order-without-subject"
        ),
        pytest.param("主要预期目标是：生产总值增长8%。", ["主要预期目标是：生产总值增长8%"], id="goals"),
    ],
)
def test_commitments(text, expected):
    assert quotes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("全年新建水厂12座，同比增长20%。", id="report"),
        pytest.param("大力推进水网建设，新建水厂12座。", id="report-without-past"),
        pytest.param("要进一步解放思想。", id="nothing-to-check"),
        pytest.param("各科室要牢记服务宗旨。", id="attitude"),
        pytest.param("一、2016年工作回顾\n水利局要求严格，确保新建水厂12座。\n", id="under-a-review"),
        pytest.param("今年是关键的一年。", id="description"),
        pytest.param("印发《各县必须在6月底前清淤的通知》。", id="title-of-a-document"),
        pytest.param("", id="empty"),
    ],
)
def test_no_commitment(text):
    assert quotes(text) == []


def test_a_heading_that_looks_back_and_ahead_is_no_review():
    assert quotes("一、总结经验，全力做好今年工作\n确保新建水厂12座。\n") == ["确保新建水厂12座"]


def test_each_subject_has_its_own_task_and_the_term_carries_on():
    found = find_commitments("本月内，水厂要完成主体，大桥要合龙，新村要入住；学校要招生。")
    assert [(f.quote, f.deadline) for f in found] == [
        ("本月内，水厂要完成主体", "本月内"),
        ("大桥要合龙", "本月内"),
        ("新村要入住", "本月内"),
        ("学校要招生", None),
    ]


def test_a_goal_with_a_figure_is_a_task_of_its_own():
    found = find_commitments("水利局要在6月底前清淤，确保新增蓄水300万立方米，每个乡镇至少新建水厂1座。")
    assert [f.quote for f in found] == [
        "水利局要在6月底前清淤",
        "确保新增蓄水300万立方米",
        "每个乡镇至少新建水厂1座",
    ]
    assert {f.responsible for f in found} == {("水利局",)}


def test_given_segments_are_used():
    text = "确保新建水厂12座。"
    assert find_commitments(text, []) == []
    assert find_commitments(text, segment(text)) == find_commitments(text)


PIECES = [
    "要",
    "确保",
    "水利局",
    "6月底前",
    "12座",
    "3.5亿元",
    "，",
    "。",
    "；",
    "“",
    "”",
    "《",
    "》",
    "了",
    "每周",
    "一是",
    "\r\n",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, "清淤", "今年", "\ud800", "\x00"])).map("".join))
def test_quotes_and_parts_are_words_of_the_text(text):
    end = 0
    for found in find_commitments(text):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.quote
        assert found.quote.endswith(found.task)
        assert all(part in text for part in (*found.responsible, found.deadline or ""))
        end = found.end


@pytest.mark.parametrize("piece", ["1", "，", "要，", "各部门要", "每周，", "确保10亿元，", "在", "“", "三件，要"])
def test_time_grows_with_the_text_only(piece):
    began = time.monotonic()
    find_commitments(piece * (20_000 // len(piece)))
    assert time.monotonic() - began < 5
