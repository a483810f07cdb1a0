from include.commitments.outlooks import outlooks
from include.segment.segments import segment


def read(text):
    return {text[s.start : s.end]: o for s, o in outlooks(text, text, segment(text))}


def test_what_stands_under_a_review_is_left_out():
    assert read("一、2016年工作回顾\n新建水厂3座。\n存在问题：\n") == {}
    assert read("主要成就：新建水厂3座。") == {}


def test_labels_within_a_passage_set_what_follows():
    found = read("【工作目标】新建水厂3座。【完成情况】新建水厂2座。水厂很多。")
    assert [(sentence, outlook.planned) for sentence, outlook in found.items()] == [("【工作目标】新建水厂3座。", True)]


def test_a_passage_under_a_plan_that_only_reports_is_no_plan():
    found = read("一、2017年工作安排\n去年新建了水厂3座，取得成绩。\n新建水厂3座。\n")
    assert [o.planned for o in found.values()] == [False, True]


def test_what_stands_under_a_plan():
    found = read("一、2017年工作安排\n（一）水利\n新建水厂3座。\n")
    assert found["新建水厂3座。"].planned


def test_an_order_in_a_heading_holds_where_nothing_is_reported():
    found = read("一、要抓好水利\n新建水厂3座。\n去年新建水厂5座。\n")
    assert [o.urged for o in found.values()] == [True, False]


def test_a_list_carries_its_lead():
    found = read("县政府将办好3件实事：\n1.新建水厂3座。\n2.改造泵站5座。\n水厂很多。\n")
    first, one, two, rest = found.values()
    assert [first.announces, first.lead] == [True, None]
    assert one.lead == two.lead
    assert one.lead.binding
    assert [rest.lead, rest.urged] == [None, True]


def test_the_first_sentence_of_an_item_heads_it():
    found = read("要抓好2件实事：\n一是抓好水利。新建水厂3座。二是抓好交通。\n")
    assert [o.heads for o in found.values()] == [False, True, False, False]


def test_labels_charge_the_sentence():
    found = read("1.新建水厂3座。\n责任单位：县水利局\n")
    assert [o.charged for o in found.values()] == [True]


def test_the_title_is_no_sentence():
    assert list(read("青溪县将办好3件实事\n新建水厂3座。\n")) == ["新建水厂3座。"]
