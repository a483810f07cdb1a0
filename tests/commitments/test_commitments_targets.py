import pytest

from include.commitments.evidence import read_clauses
from include.commitments.targets import target
from include.segment.lines import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("如期实现6亿元灌区投资的年度目标", "6亿元灌区投资", id="verbs-before-goal-behind"),
        pytest.param("新建水厂3座、泵站5座", "水厂3座；泵站5座", id="a-figure-each"),
        pytest.param("以5个流域为重点", "5个流域", id="scope"),
        pytest.param("围绕节水条例提出的16项要点", "16项要点", id="attribute"),
        pytest.param("推进青河、临河治理等6个项目", "6个项目", id="list-before-the-figure"),
        pytest.param("每周至少两次", "每周至少两次", id="frequency"),
        pytest.param("全年完成投资8亿元", "投资8亿元", id="term-and-verbs"),
        pytest.param("财政收入增长8%", "财政收入增长8%", id="state"),
    ],
)
def test_target(text, expected):
    (read,) = read_clauses(text, Span(0, len(text)))
    assert target(text, 0, len(text), read.shows) == expected


def test_figures_in_front_of_the_task_are_no_target():
    text = "5项指标要减少差距"
    (read,) = read_clauses(text, Span(0, len(text)))
    assert target(text, text.index("减少"), len(text), read.shows) == ""
