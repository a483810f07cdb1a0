import pytest

from include.commitments.evidence import read_clauses
from include.commitments.groups import groups
from include.segment.lines import Span


def cut(text, split_orders=True):
    found = groups(text, read_clauses(text, Span(0, len(text))), split_orders)
    return [text[g[0].clause.start : g[-1].clause.end] for g in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("水厂要完成主体，大桥要合龙", ["水厂要完成主体", "大桥要合龙"], id="subject"),
        pytest.param("要在6月前清淤，确保蓄水3万吨", ["要在6月前清淤", "确保蓄水3万吨"], id="goal"),
        pytest.param("要在6月前清淤，9月前通水", ["要在6月前清淤", "9月前通水"], id="term"),
        pytest.param("要清淤，加固堤坝", ["要清淤，加固堤坝"], id="one-task"),
        pytest.param("水利局牵头，财政局配合，6月前清淤", ["水利局牵头，财政局配合，6月前清淤"], id="roles"),
        pytest.param("新建水厂3座，改造泵站5座", ["新建水厂3座", "改造泵站5座"], id="orders"),
        pytest.param("清淤；通水", ["清淤", "通水"], id="semicolon"),
    ],
)
def test_groups(text, expected):
    assert cut(text) == expected


def test_an_item_is_one_task():
    assert cut("新建水厂3座，改造泵站5座", split_orders=False) == ["新建水厂3座，改造泵站5座"]
