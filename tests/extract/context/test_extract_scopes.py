"""Scopes: what is read, and what stands above it."""

from include.extract.context.scopes import scopes
from include.extract.values.folding import fold
from include.segment.segments import segment

TEXT = """2020年青溪县政府工作报告
一、2019年工作回顾
新建学校3所。改造小区36个。
（一）工业。培育企业6家。
二、2020年重点工作
新建学校4所。
三、加强自身建设
培训干部90人。
"""


def read(text):
    folded = fold(text)
    return [(folded[scope.start : scope.end], scope) for scope in scopes(folded, segment(text))]


def test_every_sentence_comes_once_in_order_with_what_its_headings_say():
    assert [(words, scope.status) for words, scope in read(TEXT) if words.endswith("。")] == [
        ("新建学校3所。", "actual"),
        ("改造小区36个。", "actual"),
        ("(一)工业。", "actual"),
        ("培育企业6家。", "actual"),
        ("新建学校4所。", "target"),
        ("培训干部90人。", "target"),
    ]


def test_headings_are_given_nearest_first():
    scope = next(scope for words, scope in read(TEXT) if "培育企业" in words)
    assert [TEXT[start:end] for start, end in scope.headings] == ["（一）工业", "一、2019年工作回顾"]


def test_a_new_top_heading_resets_what_is_first_read_under_it():
    assert [words for words, scope in read(TEXT) if scope.resets] == [
        "一、2019年工作回顾",
        "二、2020年重点工作",
        "三、加强自身建设",
    ]
