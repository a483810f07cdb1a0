import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from include.segment.segments import segment

SPEECH = (
    "各位代表：\r\n"
    "　　一、2016年工作回顾\r\n"
    "　　全年完成生产总值12.5亿元，增长8%。一是工业回升。产值3亿元。二是农业丰收。粮食2万吨。\r\n"
    "\r\n"
    "\xa0二、2017年主要任务\r\n"
    "第一，要稳投资。确保开工１０个项目。\r\n"
)


def rows(text):
    return [(s.kind, s.level, text[s.start : s.end]) for s in segment(text)]


def test_a_whole_speech():
    assert rows(SPEECH) == [
        ("paragraph", 0, "各位代表："),
        ("sentence", 0, "各位代表："),
        ("heading", 1, "一、2016年工作回顾"),
        (
            "paragraph",
            0,
            "全年完成生产总值12.5亿元，增长8%。一是工业回升。产值3亿元。二是农业丰收。粮食2万吨。",
        ),
        ("sentence", 0, "全年完成生产总值12.5亿元，增长8%。"),
        ("heading", 3, "一是工业回升"),
        ("sentence", 0, "一是工业回升。"),
        ("sentence", 0, "产值3亿元。"),
        ("heading", 3, "二是农业丰收"),
        ("sentence", 0, "二是农业丰收。"),
        ("sentence", 0, "粮食2万吨。"),
        ("heading", 1, "二、2017年主要任务"),
        ("heading", 2, "第一，要稳投资"),
        ("paragraph", 0, "第一，要稳投资。确保开工１０个项目。"),
        ("sentence", 0, "第一，要稳投资。"),
        ("sentence", 0, "确保开工１０个项目。"),
    ]


def test_parents_lead_to_the_heading_above():
    parts = segment(SPEECH)
    above = {SPEECH[s.start : s.end]: SPEECH[parts[s.parent].start :][:4] for s in parts if s.parent is not None}
    assert above["粮食2万吨。"] == "二是农业"
    assert above["二是农业丰收"] == "一、20"
    assert above["确保开工１０个项目。"] == "第一，要"


def test_a_section_in_mid_line_opens_a_paragraph():
    text = "讲两点意见。一、治水 今年要清淤。二、治路 明年要铺油。"
    assert [words for kind, _, words in rows(text) if kind == "paragraph"] == [
        "讲两点意见。",
        "一、治水 今年要清淤。",
        "二、治路 明年要铺油。",
    ]
    assert [words for kind, _, words in rows(text) if kind == "sentence"] == [
        "讲两点意见。",
        "一、治水",
        "今年要清淤。",
        "二、治路",
        "明年要铺油。",
    ]


PIECES = [
    "一、",
    "（二）",
    "第三，",
    "1.",
    "一是",
    "二是",
    "。",
    "，",
    "；",
    "“",
    "”",
    "（",
    "）",
    "\r\n",
    "　",
    " ",
    "3.5",
    "%",
    "亿元",
]
TEXTS = st.lists(st.sampled_from([*PIECES, "发展", "工业", "2016年工作回顾", "同志们：", "\ud800", "\x00"])).map(
    "".join
)


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_every_character_stands_in_a_sentence_or_a_heading(text):
    parts = segment(text)
    covered = set()
    for part in parts:
        if part.kind != "paragraph":
            covered |= set(range(part.start, part.end))
    assert [c for i, c in enumerate(text) if i not in covered and not c.isspace()] == []


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_sentences_follow_each_other_and_parents_come_first(text):
    parts = segment(text)
    ends = 0
    for place, part in enumerate(parts):
        assert part.parent is None or (part.parent < place and parts[part.parent].kind == "heading")
        assert (part.level in (1, 2, 3)) == (part.kind == "heading")
        if part.kind == "sentence":
            assert ends <= part.start < part.end
            ends = part.end


@pytest.mark.parametrize("piece", ["1", ",", "的", "“", "（", "一、", "一是。", "第一，", "中."])
def test_time_grows_with_the_text_only(piece):
    began = time.monotonic()
    segment(piece * (50_000 // len(piece)))
    assert time.monotonic() - began < 10
