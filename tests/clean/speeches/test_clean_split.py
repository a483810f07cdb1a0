import pytest
from hypothesis import given
from hypothesis import strategies as st

from include.clean.speeches.split import speeches_of_raw_text, split_speeches

BODY = "同志们：\n" + "今年以来，全区经济运行平稳，农业增产，工业增效，群众增收，各项事业都有新的进展。\n" * 10
LAST = "谢谢大家。"


def speeches(text, title=None):
    return [(span.title, text[span.start : span.end]) for span in split_speeches(text, title)]


def compiled(*headings):
    return "".join(f"{heading}\n{BODY}{LAST}\n" for heading in headings)


@pytest.mark.parametrize(
    "headings",
    [
        ["第一篇：在春耕会上的讲话", "第二篇：在防汛会上的讲话", "第三篇：在年终会上的讲话"],
        ["区长会议讲话材料篇1", "区长会议讲话材料篇2", "区长会议讲话材料篇3"],
        ["篇一：春耕讲话", "篇二：防汛讲话"],
        ["【篇1】", "【篇2】"],
        ["范文一", "范文二", "范文三"],
        ["（一）在春耕会上的讲话", "（二）在防汛会上的讲话"],
        ["1、在春耕会上的讲话", "2、在防汛会上的讲话"],
        ["在全区会议上的讲话稿 1", "在全区会议上的讲话稿 2"],
        ["在全区春耕生产会议上的讲话", "在全区防汛工作会议上的讲话"],
    ],
    ids=lambda headings: headings[0],
)
def test_a_page_of_several_speeches_is_split(headings):
    found = speeches(compiled(*headings), "区长讲话（精选）")
    assert [text for _, text in found] == [f"{BODY}{LAST}"] * len(headings)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"在会上的讲话\n{BODY}一、总体要求\n{BODY}二、重点任务\n{BODY}{LAST}", id="its own outline"),
        pytest.param(f"{BODY}（一）抓好春耕生产\n{BODY}（二）抓好防汛\n{BODY}", id="bracketed outline"),
        pytest.param(f"{BODY}第一部分 回顾\n{BODY}第二部分 打算\n{BODY}", id="parts are no speeches"),
        pytest.param(f"{BODY}学习了书记在全区会议上的讲话\n精神。\n{BODY}", id="a speech mentioned"),
    ],
)
def test_one_speech_stays_one(text):
    assert len(split_speeches(text)) == 1


def test_a_table_of_contents_is_no_split():
    contents = "第一篇：春耕讲话\n第二篇：防汛讲话\n"
    assert len(split_speeches(contents + compiled("第一篇：春耕讲话", "第二篇：防汛讲话"))) == 2


def test_a_first_speech_without_heading_is_kept():
    found = speeches(f"{BODY}{LAST}\n会议讲话篇2\n{BODY}{LAST}\n会议讲话篇3\n{BODY}{LAST}")
    assert len(found) == 3


def test_title_subtitle_date_and_speaker_stand_above_the_speech():
    text = f"凝心聚力再出发\n——在全区经济工作会议上的讲话\n（2021年2月8日）\n区长 张三\n{BODY}"
    assert speeches(text) == [("凝心聚力再出发 ——在全区经济工作会议上的讲话", BODY.strip())]
    assert split_speeches(text)[0].content_year == 2021


def test_a_byline_and_a_date_stand_above_the_speech_too():
    text = f"关于春耕的意见\n（二〇二一年三月五日）\n张三\n（根据录音整理）\n{BODY}"
    (span,) = split_speeches(text, "关于春耕的意见")
    assert text[span.start :] == BODY
    assert (span.speaker, span.content_year, span.year_evidence) == ("张三", 2021, "（二〇二一年三月五日）")


def test_time_and_place_stand_above_the_speech():
    text = f"在春耕会上的讲话\n时间：2021年3月5日\n地点：区政府会议室\n讲话人：张三\n{BODY}"
    (span,) = split_speeches(text, "在春耕会上的讲话")
    assert text[span.start :] == BODY
    assert (span.speaker, span.content_year) == ("张三", 2021)


def test_a_date_in_a_subtitle_is_the_year():
    text = f"政府工作报告\n——2021年1月10日在江北县第十七届人民代表大会第五次会议上\n县长 张三\n{BODY}"
    (span,) = split_speeches(text, "江北县政府工作报告")
    assert text[span.start :] == BODY
    assert (span.content_year, span.title, span.title_from) == (2021, "政府工作报告", "own_line")


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (f"在春耕会上的讲话\n{BODY}", "讲话稿", ("在春耕会上的讲话", "own_line")),
        (f"篇1：春耕讲话\n{BODY}篇2：防汛讲话\n{BODY}", "讲话稿", ("春耕讲话", "heading")),
        (f"【篇1】\n{BODY}【篇2】\n{BODY}", "讲话稿（两篇）", ("讲话稿（两篇）", "page_title")),
        (f"【篇1】\n在全区\n春耕会上的讲话\n{BODY}【篇2】\n{BODY}", "讲话稿", ("在全区春耕会上的讲话", "own_line")),
        (BODY, None, (None, None)),
    ],
    ids=["own line", "heading", "page title", "broken title", "none"],
)
def test_where_a_title_was_read(text, title, expected):
    span = split_speeches(text, title)[0]
    assert (span.title, span.title_from) == expected


def test_an_article_that_is_no_speech_is_one_span():
    text = "某区举行开工仪式\n5月6日，某区举行仪式，三百多人参加。\n当天，五个项目开工。"
    assert speeches(text, "某区举行开工仪式") == [("某区举行开工仪式", text.split("\n", 1)[1])]


def test_flags():
    masked, cut = split_speeches(f"{BODY}全区实现收入XX亿元。")[0], split_speeches(f"{BODY}经过努力，实现")[0]
    assert masked.flags == ("masked",)
    assert cut.flags == ("truncated",)


def test_spans_of_a_raw_text_lead_into_it_as_it_lies():
    lead = "温馨提示：\r\n1. 文档由用户上传。\r\n以下是小编整理的在春耕会上的讲话，仅供参考。\r\n"
    raw = f"{lead}{BODY}{LAST}\r\n查看全文\r\nfalse"
    (span,) = speeches_of_raw_text(raw)
    assert raw[span.start : span.end] == f"{BODY}{LAST}"
    assert span.title == "在春耕会上的讲话"


def test_nothing_gives_no_speech():
    assert split_speeches("") == []
    assert speeches_of_raw_text("首页 > 公文 > 讲话\n查看全文\n") == []


@given(
    st.lists(st.text("今天我们开会，。一、第二篇：讲话在会上同志们\n 1（）", max_size=60), max_size=12).map("\n".join)
)
def test_spans_are_in_order_and_do_not_overlap(text):
    spans = speeches_of_raw_text(text)
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] != "" for span in spans)
    assert [span.no for span in spans] == list(range(1, len(spans) + 1))
