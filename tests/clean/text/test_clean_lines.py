import pytest

from include.clean.text.lines import doubled_prefix, lines_of, plain, undoubled, whole_lines

BODY = "今年以来，全区上下团结一心，经济社会发展取得了新的成绩，各项工作都走在前面。"


def texts(text):
    return [line.text for line in lines_of(text)]


@pytest.mark.parametrize("cut", [lines_of, whole_lines])
def test_lines_lead_into_the_text_they_were_cut_from(cut):
    text = "\r\n　　第一行。 \r\n\r\n第二行\n"
    assert [(line.text, text[line.start : line.end]) for line in cut(text)] == [
        ("第一行。", "第一行。"),
        ("第二行", "第二行"),
    ]


def test_a_title_run_together_with_the_salutation_is_cut_off():
    assert texts(f"在全区农业工作会议上的讲话 同志们：{BODY}") == ["在全区农业工作会议上的讲话", f"同志们：{BODY}"]
    assert texts(f"下面，我讲话。同志们：{BODY}") == [f"下面，我讲话。同志们：{BODY}"]


def test_a_doubled_title_before_the_clean_one_is_cut_off():
    assert texts(f"在在 全区全区 农业会议上农业会议上 的讲话的讲话 在全区农业会议上的讲话 同志们：{BODY}") == [
        "在在 全区全区 农业会议上农业会议上 的讲话的讲话",
        "在全区农业会议上的讲话",
        f"同志们：{BODY}",
    ]


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        pytest.param(
            "讲完了。推荐访问：会议 讲话", [("讲完了。", False), ("推荐访问：会议 讲话", True)], id="behind a sentence"
        ),
        pytest.param(
            "经济（本文来自某某范文网）平稳。",
            [("经济", False), ("（本文来自某某范文网）", True), ("平稳。", True)],
            id="in a sentence",
        ),
        pytest.param("优质资料（见附件）要推广。更多企业要走出去。", None, id="a speaker's words"),
    ],
)
def test_what_the_site_says_inside_a_line_stands_alone(line, pieces):
    assert [(piece.text, piece.goes_on) for piece in lines_of(line)] == (pieces or [(line, False)])


@pytest.mark.parametrize(
    ("line", "once"),
    [
        ("在在 20202020 年全区年全区会议上会议上", "在 2020 年全区会议上"),
        ("今今天天，，我我们们开开会会讨讨论论", "今天，我们开会讨论"),
        ("今今天天我我们们开开会会讨讨论论今今天天我我们们开开会会讨讨论论", "今天我们开会讨论"),
        ("今天我们开会讨论农业生产", None),
        ("2020 2020 3030 4040 5050", None),
        ("哈哈哈哈哈哈哈哈哈哈哈哈", None),
        ("", None),
    ],
    ids=["pieces", "characters", "twice over", "plain", "figures only", "one character drawn out", "empty"],
)
def test_what_is_said_twice_piece_by_piece(line, once):
    assert undoubled(line) == once


def test_the_doubled_start_of_a_text_has_a_length():
    assert doubled_prefix("在在全区全区会议上会议上的讲话的讲话 正文从这里开始。") == len(
        "在在全区全区会议上会议上的讲话的讲话"
    )
    assert doubled_prefix("正文从这里开始。") == 0
    assert doubled_prefix("在在全区全区会议上会议上的讲话的讲话谢谢大家！") == len(
        "在在全区全区会议上会议上的讲话的讲话"
    )


def test_titles_are_compared_by_letters_and_digits_in_one_width():
    assert plain("在２０２１年 “会议”上的讲话 ABC") == plain("在2021年会议上的讲话abc") == "在2021年会议上的讲话abc"
    assert plain(None) == ""
