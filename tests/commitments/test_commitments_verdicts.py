import pytest

from include.commitments.evidence import read_clauses
from include.commitments.labels import Charges
from include.commitments.leads import Lead
from include.commitments.outlooks import Outlook
from include.commitments.verdicts import commits, goes_on
from include.segment.lines import Span

PROMISED = Lead((), None, binding=True)


def shows(text):
    return [r.shows for r in read_clauses(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "outlook", "expected"),
    [
        pytest.param("确保新建水厂3座", Outlook(), True, id="by-its-words"),
        pytest.param("新建水厂3座", Outlook(), False, id="may-be-a-report"),
        pytest.param("新建水厂3座", Outlook(planned=True), True, id="planned"),
        pytest.param("全县人口42万人", Outlook(planned=True), False, id="description-under-a-plan"),
        pytest.param("新建了水厂3座", Outlook(planned=True), False, id="past-under-a-plan"),
        pytest.param("新建水厂3座", Outlook(urged=True), True, id="urged"),
        pytest.param("水质指标增长3%", Outlook(urged=True), False, id="unbounded-where-urged"),
        pytest.param("完成水厂扩建", Outlook(planned=True), False, id="nothing-to-check"),
        pytest.param("完成水厂扩建", Outlook(lead=PROMISED), True, id="promised"),
        pytest.param("完成水厂扩建", Outlook(lead=PROMISED, heads=True), False, id="heads-an-item"),
        pytest.param("完成水厂扩建", Outlook(charges=Charges((Span(0, 1),))), True, id="charged"),
        pytest.param("年底前建成水厂", Outlook(), True, id="term-that-closes"),
        pytest.param("年底前建成水厂", Outlook(reports=True), False, id="term-in-a-report"),
        pytest.param("每个乡镇至少新建水厂1座", Outlook(), True, id="least"),
        pytest.param("县水利局牵头", Outlook(), False, id="role-without-a-task"),
        pytest.param("书记还要作重要讲话，提3点要求", Outlook(), False, id="meeting"),
        pytest.param("要牢固树立节水意识", Outlook(), False, id="attitude"),
    ],
)
def test_commits(text, outlook, expected):
    assert commits(text, shows(text), outlook, None) is expected


def test_a_term_carried_on_makes_a_modal_commit():
    text = "6月底前，大桥要合龙"
    assert commits(text, shows("大桥要合龙"), Outlook(), Span(0, 4))
    assert not commits(text, shows("大桥要合龙"), Outlook(), None)


def test_a_year_is_a_term_for_what_can_be_seen_only():
    assert commits("今年", shows("大桥要完成主体"), Outlook(), Span(0, 2))
    assert not commits("今年", shows("运作要有新思路"), Outlook(), Span(0, 2))


def test_people_at_large_answer_for_nothing():
    assert not commits("领导干部要下沉", shows("领导干部要下沉"), Outlook(), None)
    assert commits("县水利局要下沉", shows("县水利局要下沉"), Outlook(), None)


def test_goes_on():
    assert goes_on(shows("改造泵站5座"))
    assert not goes_on(shows("改造了泵站5座"))
    assert not goes_on(shows("泵站有5座"))
