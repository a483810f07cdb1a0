from include.commitments.clauses import clauses
from include.commitments.evidence import evidence
from include.commitments.parts import Read, commitment


def made(text):
    group = [Read(clause, evidence(text, clause)) for clause in clauses(text, 0, len(text))]
    body = next((r.shows.body for r in group if r.shows.body), None)
    deadline = next((r.shows.deadline for r in group if r.shows.deadline), None)
    return commitment(text, group, body, deadline)


def test_the_parts_of_a_commitment():
    found = made("市水利局、农业局要加快渠系改造，6月底前新建水厂12座，为增产提供保障。")
    assert found.quote == "市水利局、农业局要加快渠系改造，6月底前新建水厂12座"
    assert found.task == "加快渠系改造，6月底前新建水厂12座"
    assert found.responsible == ("市水利局", "农业局")
    assert found.deadline == "6月底前"
    assert found.target == "新建水厂12座"


def test_what_leads_to_a_task_is_left_out():
    assert made("淤积严重，要尽快清淤。").quote == "要尽快清淤"


def test_a_term_that_only_presses_stands_in_where_there_is_no_date():
    assert made("水利局要尽快清淤。").deadline == "尽快"


def test_a_commitment_may_name_nothing_but_its_task():
    found = made("要清淤。")
    assert (found.responsible, found.deadline, found.target) == ((), None, None)
