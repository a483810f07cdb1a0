from include.commitments.passages import opens_item, passages
from include.segment.segments import segment


def read(text):
    return [
        ([text[s.start : s.end] for s in sentences], [text[b.start : b.end] for b in labels.bodies])
        for sentences, labels in passages(text, segment(text))
    ]


def test_labels_behind_a_paragraph_belong_to_it():
    text = "1.清淤12公里。\n责任单位：县水利局\n2.新建水厂3座。\n责任单位：县住建局\n责任人：王某\n"
    assert read(text) == [(["1.清淤12公里。"], ["县水利局"]), (["2.新建水厂3座。"], ["县住建局", "王某"])]


def test_an_item_without_a_full_stop_is_a_passage():
    assert read("1、清淤12公里\n2、新建水厂3座\n") == [(["1、清淤12公里"], []), (["2、新建水厂3座"], [])]


def test_a_heading_with_something_under_it_is_none():
    assert read("一、水利工作\n清淤12公里。\n") == [(["清淤12公里。"], [])]


def test_labels_before_any_task_belong_to_nothing():
    assert read("责任单位：县水利局\n") == []


def test_opens_item():
    (sentence,) = [p for p in segment("一是清淤。") if p.kind == "sentence"]
    assert opens_item("一是清淤。", sentence)
    assert not opens_item("县里清淤。", sentence)
