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
        pytest.param(
            "一、2013年工作安排\n新建水厂3座，改造泵站5座。\n", ["新建水厂3座", "改造泵站5座"], id="under-a-plan"
        ),
        pytest.param("县水利局承担的水质指标要确保全市前3。", ["县水利局承担的水质指标要确保全市前3"], id="owner"),
        pytest.param("我县将认真清淤，新建水厂3座。", ["我县将认真清淤，新建水厂3座"], id="order-behind-a-future"),
        pytest.param("6月底前，完成清淤12公里。", ["6月底前，完成清淤12公里"], id="term-that-closes"),
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
        pytest.param("主要成就：到2020年，新建水厂达到12座。", id="labelled-as-a-review"),
        pytest.param("会议的主要任务是，部署清淤，确保新建水厂3座。", id="purpose-of-a-meeting"),
        pytest.param("一、2013年工作安排\n全县有水厂3座，灌溉面积3万亩。\n", id="description-under-a-plan"),
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
    assert [f.responsible for f in found] == [("水利局",), ("水利局",), ("每个乡镇",)]


def test_a_list_of_promises():
    found = find_commitments(
        "2020年，县政府将办好3件实事。\n(1)新建水厂3座。\n(2)完成河堤加固。\n(3)确保夜校秋季开学。\n"
    )
    assert [(f.quote, f.responsible, f.deadline) for f in found[1:]] == [
        ("新建水厂3座", ("县政府",), "2020年"),
        ("完成河堤加固", ("县政府",), "2020年"),
        ("确保夜校秋季开学", ("县政府",), "秋季"),
    ]


def test_a_list_of_tasks_with_labels():
    text = "1.清淤12公里。\n责任单位：县水利局、各乡镇\n完成时限：10月底\n2.扩建水厂（县水务局负责）。\n"
    assert [(f.quote, f.responsible, f.deadline) for f in find_commitments(text)] == [
        ("清淤12公里", ("县水利局", "各乡镇"), "10月底"),
        ("扩建水厂（县水务局负责）", ("县水务局",), None),
    ]


def test_several_bodies_share_a_task():
    (found,) = find_commitments("由市住建局牵头，市财政局、市水利局配合，9月底前完成管网普查。")
    assert found.responsible == ("市住建局", "市财政局", "市水利局")
    assert found.deadline == "9月底前"


def test_given_segments_are_used():
    text = "确保新建水厂12座。"
    assert find_commitments(text, []) == []
    assert find_commitments(text, segment(text)) == find_commitments(text)


PIECES = [
    "责任单位：",
    "1.",
    "新建",
    "办好3件实事：",
    "到2030年",
    "将",
    "\n",
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


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, "清淤", "今年", "\ud800", "\x00"])).map("".join))
def test_quotes_and_parts_are_words_of_the_text(text):
    end = 0
    for found in find_commitments(text):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.quote
        assert found.quote.endswith(found.task)
        assert all(part in text for part in (*found.responsible, found.deadline or ""))
        end = found.end


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "，",
        "要，",
        "各部门要",
        "每周，",
        "确保10亿元，",
        "在",
        "“",
        "三件，要",
        "将",
        "到2030年",
        "（局负责",
    ],
)
def test_time_grows_with_the_text_only(piece):
    began = time.monotonic()
    find_commitments(piece * (20_000 // len(piece)))
    assert time.monotonic() - began < 5
