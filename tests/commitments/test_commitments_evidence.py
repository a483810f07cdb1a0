import pytest

from include.commitments.evidence import MOST_READ, read_clauses
from include.segment.lines import Span


def read(text):
    (found,) = read_clauses(text, Span(0, len(text)))
    return found.shows


def words(text, span):
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("市水利局要抓紧清淤", ["市水利局"]),
        ("水利局、农业局都要抓紧清淤", ["水利局、农业局"]),
        ("二是各县（区）必须抓紧清淤", ["各县（区）"]),
        ("由水利局牵头清淤", ["水利局"]),
        ("领导小组办公室每周通报一次", ["领导小组办公室"]),
        ("希望各部门抓紧清淤", ["各部门"]),
        ("每个乡镇至少新建1座", ["每个乡镇"]),
        ("我们要抓紧清淤", []),
        ("县医院要完成主体", []),
        ("主要是河道淤积", []),
    ],
)
def test_bodies(text, bodies):
    assert [words(text, span) for span in read(text).bodies] == bodies


@pytest.mark.parametrize(
    ("text", "modal"),
    [("要清淤", "要"), ("主要是清淤", None), ("按要求清淤", None), ("必须清淤", "必须"), ("十分重要", None)],
)
def test_modal(text, modal):
    assert words(text, read(text).modal) == modal


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("建成了水厂", "past"),
        ("同比增长8%", "compared"),
        ("城区新建水厂3座", "work"),
        ("培训农民300人", "effort"),
        ("水质达标率达到98%", "reach"),
        ("覆盖率不低于98%", "bounded"),
        ("每村至少建1座", "least"),
        ("县政府将新建水厂", "future"),
        ("书记还要作重要讲话", "ceremony"),
        ("牢固树立节水意识", "attitude"),
        ("县水利局牵头", "only_charges"),
        ("6月底前清淤", "closes"),
    ],
)
def test_a_clause_shows(text, kind):
    assert getattr(read(text), kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("为了解渠系", "past"),
        ("建成后可灌溉3万亩", "order"),
        ("水厂投产率为90%", "future"),
        ("完成年计划建设", "future"),
    ],
)
def test_a_clause_does_not_show(text, kind):
    assert not getattr(read(text), kind)


def test_a_sentence_is_read_up_to_a_bound():
    text = "要，" * (MOST_READ + 5)
    assert len(read_clauses(text, Span(0, len(text)))) == MOST_READ
