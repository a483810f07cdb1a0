from include.commitments.evidence import read_clauses
from include.commitments.parts import commitment
from include.segment.lines import Span


def made(text, responsible=()):
    group = read_clauses(text, Span(0, len(text)))
    deadline = next((r.shows.deadline for r in group if r.shows.deadline), None)
    return commitment(text, group, responsible, deadline)


def test_the_parts_of_a_commitment():
    found = made("市水利局要加快渠系改造，6月底前新建水厂12座，为增产提供保障。", ("市水利局",))
    assert found.quote == "市水利局要加快渠系改造，6月底前新建水厂12座"
    assert found.task == "加快渠系改造，6月底前新建水厂12座"
    assert found.responsible == ("市水利局",)
    assert found.deadline == "6月底前"
    assert found.target == "水厂12座"


def test_what_leads_to_a_task_is_left_out():
    assert made("淤积严重，要尽快清淤。").quote == "要尽快清淤"


def test_the_number_of_a_list_is_left_out():
    found = made("(12)新建水厂3座。")
    assert (found.start, found.quote) == (4, "新建水厂3座")


def test_a_term_that_only_presses_stands_in_where_there_is_no_date():
    assert made("水利局要尽快清淤。").deadline == "尽快"


def test_the_targets_of_all_clauses_count():
    assert made("新建水厂3座，改造水厂5座。").target == "水厂3座；水厂5座"


def test_a_commitment_may_name_nothing_but_its_task():
    found = made("要清淤。")
    assert (found.responsible, found.deadline, found.target) == ((), None, None)
