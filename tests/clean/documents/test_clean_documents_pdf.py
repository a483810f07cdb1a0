"""The text of PDFs that were made here, in the ways that Chinese offices make them."""

import re

import pytest
from made_documents import LEADING, SIZE, Placed, pdf, printed

from include.clean.documents.pdf import MOST_PAGES, read_pdf
from include.errors import BadPageError

SPEECH = [
    "同志们：",
    "今天召开全区农业工作会议，主要任务是总结去年工作，安排部署今年任务。下面，我讲两点意见。",
    "一、肯定成绩，增强信心",
    "去年，全区粮食总产量达到12.6万吨，同比增长3.5%；农民人均可支配收入18650元，增长7.2%，增速居全市第2位。",
]
HEAD, TITLE = "某某区人民政府办公室文件", "在全区农业工作会议上的讲话"


def drawn(lines):
    """Every character placed by itself, as printing to PDF does."""
    return [Placed(line.x + SIZE * n, line.y, char) for line in lines for n, char in enumerate(line.text)]


@pytest.mark.parametrize("font", ["ucs2", "gbk", "tounicode"])
@pytest.mark.parametrize("placed", [pytest.param(list, id="lines"), pytest.param(drawn, id="characters")])
def test_wrapped_lines_become_paragraphs_again(font, placed):
    assert read_pdf(pdf([placed(printed(SPEECH))], font=font)).text.split("\n") == SPEECH


@pytest.mark.parametrize(
    "placed",
    [
        pytest.param(
            lambda lines: [twin for line in lines for twin in (line, line._replace(x=line.x + 0.4))], id="line"
        ),
        pytest.param(
            lambda lines: [twin for char in drawn(lines) for twin in (char, char._replace(x=char.x + 0.4))],
            id="character",
        ),
        pytest.param(lambda lines: [*lines, *lines], id="the whole page"),
        pytest.param(lambda lines: list(reversed(lines)), id="from the bottom"),
    ],
)
def test_bold_by_printing_twice_and_a_file_out_of_order(placed):
    assert read_pdf(pdf([placed(printed(SPEECH))])).text.split("\n") == SPEECH


def test_figures_that_repeat_are_no_double_print():
    text = "完成投资11亿元，新增就业2200人，1100户群众迁入新居。"
    assert read_pdf(pdf([drawn([Placed(90, 700, text, SIZE)])])).text == text


def test_columns_are_read_one_after_the_other_whatever_the_order_of_the_file():
    left, right = printed(SPEECH[1:2] * 2, width=14, left=60, top=600), printed(SPEECH[3:], width=14, left=330, top=600)
    rows = sorted([*left, *right], key=lambda line: (-line.y, line.x))
    title = Placed(60, 700, "关于在全区农业工作会议上的讲话和会后落实情况的简要说明材料", SIZE)
    assert read_pdf(pdf([[title, *rows]])).text.split("\n") == [title.text, SPEECH[1], SPEECH[1], SPEECH[3]]


def test_a_table_is_lines_of_cells():
    cells = [("指标", "去年", "今年"), ("粮食", "12.6万吨", "13万吨"), ("水果", "3.1万吨", "3.4万吨")]
    rows = [Placed(90 + 120 * n, 500 - 30 * k, cell) for k, row in enumerate(cells) for n, cell in enumerate(row)]
    text = read_pdf(pdf([[*printed(SPEECH), *rows]])).text
    assert text.split("\n")[-3:] == ["\t".join(row) for row in cells]


def test_vertical_print_is_read_from_the_right():
    columns = [
        Placed(500 - 30 * n, 750, text) for n, text in enumerate(["同志们，今天我们开会，", "主要任务是总结工作。"])
    ]
    assert read_pdf(pdf([columns], font="vertical")).text == "同志们，今天我们开会，主要任务是总结工作。"


def test_running_heads_and_page_numbers_go_and_are_told():
    pages = [
        [Placed(90, 800, HEAD), *printed([f"第{n}页的内容，" + SPEECH[3]]), Placed(290, 40, f"— {n} —")]
        for n in range(1, 5)
    ]
    document = read_pdf(pdf(pages))
    assert HEAD not in document.text
    assert "—" not in document.text
    assert [piece.kind for piece in document.stripped] == ["running_head", "page_number"] * 4


def test_a_number_in_the_text_is_no_page_number():
    body = printed([*SPEECH, "2021"])
    assert read_pdf(pdf([body])).text.split("\n")[-1] == "2021"


def test_a_paragraph_goes_on_over_the_page_break():
    lines = printed([SPEECH[3] * 3])
    top = [line._replace(y=750 - LEADING * n) for n, line in enumerate(lines[3:])]
    assert read_pdf(pdf([lines[:3], top])).text == SPEECH[3] * 3


@pytest.mark.parametrize(
    ("head", "info", "expected"),
    [
        pytest.param([Placed(120, 780, TITLE, 22)], None, (TITLE, "document"), id="large"),
        pytest.param([Placed(192, 780, TITLE)], None, (TITLE, "document"), id="centred"),
        pytest.param(
            [Placed(200, 800, TITLE[:6], 22), Placed(190, 770, TITLE[6:], 22)],
            None,
            (TITLE, "document"),
            id="two lines",
        ),
        pytest.param([], {"Title": TITLE}, (TITLE, "document_info"), id="properties"),
        pytest.param([], {"Title": f"Microsoft Word - {TITLE}"}, (TITLE, "document_info"), id="printed from Word"),
        pytest.param([], None, (None, None), id="none"),
    ],
)
def test_the_title(head, info, expected):
    document = read_pdf(pdf([[*head, *printed(SPEECH, top=720)]], info=info))
    assert (document.title, document.title_from) == expected


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        pytest.param(pdf([[], []]), "picture_only", id="a scan"),
        pytest.param(pdf([[Placed(290, 40, f"{n}")] for n in range(9)]), "picture_only", id="a scan with page numbers"),
        pytest.param(pdf([printed(SPEECH)], encrypted=True), "encrypted", id="encrypted"),
        pytest.param(pdf([printed(SPEECH)], font="unmapped"), "undecodable", id="glyphs without characters"),
        pytest.param(pdf([]), "unreadable_document", id="no pages"),
        pytest.param(pdf([[]] * (MOST_PAGES + 1)), "too_large", id="too many pages"),
    ],
)
def test_a_pdf_without_a_text_that_can_be_read(body, reason):
    with pytest.raises(BadPageError) as caught:
        read_pdf(body)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(lambda body: re.sub(rb"startxref\n\d+", b"startxref\n7", body), id="a wrong table"),
        pytest.param(lambda body: body[: body.index(b"xref\n0")] + body[body.index(b"trailer") :], id="no table"),
        pytest.param(lambda body: b"\r\n" + body + bytes(500), id="something around it"),
    ],
)
def test_a_file_that_is_a_little_broken_is_read(broken):
    assert read_pdf(broken(pdf([printed(SPEECH)]))).text.split("\n") == SPEECH
