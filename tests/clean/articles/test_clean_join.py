"""Several bodies become one text, whose spans lead back to each of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from include.clean.articles.join import Piece, join, stored_offset
from include.clean.text.repair import repair, restored
from include.records import FetchedPart

FIRST = "今天召开全区农业工作会议，主要任务是总结去年的工作，安排"
SECOND = "部署今年的任务。下面，我讲三点意见。"


def page(number, text):
    return Piece(text, FetchedPart("continuation", f"http://x.cn/1_{number}", f"sha{number}"))


def spans(joined):
    return [joined.text[part.start : part.end] for part in joined.parts]


def test_a_sentence_over_the_page_break_is_closed_up_and_recorded():
    joined = join([Piece(FIRST), page(2, SECOND)])
    assert joined.text == FIRST + SECOND
    assert [(each.rule, each.start, each.end, each.before) for each in joined.repairs] == [
        ("page_break", len(FIRST), len(FIRST), "\n")
    ]
    assert spans(joined) == [SECOND]
    assert restored(joined.text, joined.repairs) == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("今年的任务已经明确，关键在于狠抓落实。", "各乡镇要立即行动。", id="a sentence ends"),
        pytest.param("今年的任务已经明确，要抓好以下三件事：", "粮食生产放在第一位。", id="a colon"),
        pytest.param("一、统一思想", "今年形势喜人。", id="a heading ends the page"),
        pytest.param("同志们今天在这里召开会议是为了总结工作", "二、统一思想", id="a heading begins the page"),
        pytest.param("同志们今天在这里召开会议是为了总结工作", "（三）抓好防汛", id="a heading in brackets"),
        pytest.param("同志们今天在这里召开会议是为了总结工作", "3.抓好防汛", id="a numbered point"),
    ],
)
def test_a_paragraph_that_ends_with_its_page_stays_one(before, after):
    joined = join([Piece(before), page(2, after)])
    assert joined.text == f"{before}\n{after}"
    assert joined.repairs == ()
    assert spans(joined) == [after]


def test_a_comma_or_a_number_at_the_end_of_a_page_goes_on():
    assert join([Piece("去年，"), page(2, "全区丰收。")]).text == "去年，全区丰收。"
    assert join([Piece("全区去年粮食总产量达到历史最高的水平12"), page(2, "3万吨。")]).text.endswith("水平123万吨。")


def test_a_document_does_not_go_on_with_the_pages_sentence():
    document = Piece(SECOND, FetchedPart("attachment", "http://x.cn/1.pdf", "sha"))
    assert join([Piece(FIRST), document]).text == f"{FIRST}\n{SECOND}"


def test_pieces_without_a_text_have_empty_spans_in_their_place():
    lost = Piece("", FetchedPart("continuation", "http://x.cn/1_3", None, reason="http_404"))
    joined = join([Piece("一。"), page(2, "二。"), lost])
    assert [(part.url, part.start, part.end) for part in joined.parts] == [
        ("http://x.cn/1_2", 3, 5),
        ("http://x.cn/1_3", 5, 5),
    ]
    only = join([Piece(""), page(2, "二。")])
    assert (only.text, spans(only)) == ("二。", ["二。"])


def test_repairs_before_and_behind_the_break_stay_right():
    before, after = "2 0 2 1 年，全区上下团结一心共同奋斗，我们", "完成投资12\n.5亿元。2 0 2 2 年再见。"
    joined = join([Piece(before), page(2, after), page(3, "各位代表，再见。")])
    assert joined.text == "2021年，全区上下团结一心共同奋斗，我们完成投资12.5亿元。2022年再见。\n各位代表，再见。"
    assert restored(joined.text, joined.repairs) == f"{before}\n{after}\n各位代表，再见。"
    assert spans(joined) == ["完成投资12.5亿元。2022年再见。", "各位代表，再见。"]


LINES = st.lists(
    st.sampled_from(["今年全区农业丰收，农民增收", "一、抓农业", "完成12", ".5亿元。", "2 0 2 1 年，", "同志们："])
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES.map("\n".join), min_size=1, max_size=4))
def test_what_is_joined_can_be_taken_apart(texts):
    joined = join([Piece(texts[0]), *(page(number, text) for number, text in enumerate(texts[1:], 2))])
    assert restored(joined.text, joined.repairs) == "\n".join(text for text in texts if text)
    edges = [edge for part in joined.parts for edge in (part.start, part.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(joined.text) for edge in edges)


@settings(max_examples=100, deadline=None)
@given(LINES.map("\n".join))
def test_offsets_lead_to_the_same_characters(raw):
    text, repairs = repair(raw)
    assert stored_offset(0, repairs) == 0 or any(each.start == 0 for each in repairs)
    assert stored_offset(len(raw), repairs) == len(text)
