import pytest

from include.commitments import bodies
from include.segment.lines import Span


def words(text, span):
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市水利局要清淤", "市水利局"),
        ("今年市水利局要清淤", "市水利局"),
        ("县政府2020年要清淤", "县政府"),
        ("各县（区）都要清淤", "各县（区）"),
        ("县水利局承担的水质指标要进位", "县水利局"),
        ("我们要清淤", None),
        ("这项工作要抓紧", None),
        ("对水厂要清淤", None),
    ],
)
def test_subject(text, expected):
    assert words(text, bodies.subject(text, 0, text.index("要"))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由水利局牵头", ("水利局", True, True)),
        ("水利局负责清淤", ("水利局", True, False)),
        ("各指挥长每月到场一次", ("各指挥长", True, False)),
        ("水利局负责的工程完工", None),
        ("完善以县领导牵头的机制", None),
        ("清淤", None),
    ],
)
def test_charged(text, expected):
    found = bodies.charged(text, 0, len(text))
    assert (found and (words(text, found.body), found.with_task, found.only)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("请县水利局于6月前清淤", "县水利局"), ("希望各部门抓紧清淤", "各部门"), ("希望早日清淤", None)],
)
def test_asked(text, expected):
    found = bodies.asked(text, 0, len(text))
    assert (found and found["body"]) == expected


def test_each_of_several_is_named():
    assert words("每个乡镇至少建1座", bodies.each("每个乡镇至少建1座", 0, 9)) == "每个乡镇"
    assert bodies.each("每个水厂日产1万吨", 0, 9) is None


def test_whom_a_clause_names_with_by():
    text = "资金由县财政局在6月前拨付"
    assert words(text, bodies.named_by(text, 0, len(text))) == "县财政局"


def test_what_is_built_is_no_body():
    text = "县医院要完成主体"
    assert bodies.is_built(text, Span(0, 3), len(text))
    assert not bodies.is_built("县医院要招聘", Span(0, 3), 6)


def test_names_are_single_and_come_once():
    text = "水利局、农业局和镇政府等，水利局"
    assert bodies.names(text, (Span(0, 12), Span(13, 16))) == ("水利局", "农业局", "镇政府")
