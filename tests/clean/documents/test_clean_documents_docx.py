"""The text of Word files that were made here."""

import pytest
from made_documents import W, docx, paragraph

from include.clean.documents.docx import read_docx
from include.clean.documents.numbering import chinese
from include.errors import BadPageError

TITLE = "在全区农业工作会议上的讲话"
BOX = "<w:txbxContent><w:p><w:r><w:t>框里的话</w:t></w:r></w:p></w:txbxContent>"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
LEVELS = (("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("bullet", "●"))


def numbering(levels=LEVELS, override=""):
    rows = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    return {
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="4">{rows}</w:abstractNum>'
        f'<w:num w:numId="7"><w:abstractNumId w:val="4"/>{override}</w:num></w:numbering>'
    }


def item(text, depth=0):
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="7"/></w:numPr>')


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(paragraph("一段。") + paragraph("  又一段。 "), "一段。\n又一段。", id="paragraphs"),
        pytest.param(
            f"<w:p>{run('原有')}<w:ins>{run('插入')}</w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>",
            "原有插入",
            id="tracked changes",
        ),
        pytest.param(
            f"<w:p><w:moveFrom>{run('走了')}</w:moveFrom></w:p><w:p><w:moveTo>{run('来了')}</w:moveTo></w:p>",
            "来了",
            id="moved text",
        ),
        pytest.param(
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
            '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>见</w:t></w:r></w:p>',
            "见",
            id="hidden text",
        ),
        pytest.param(
            f"<w:sdt><w:sdtContent>{paragraph('控件里的话')}</w:sdtContent></w:sdt>",
            "控件里的话",
            id="a content control",
        ),
        pytest.param(
            f'<w:p>{run("外面")}<w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice>{BOX}</mc:Choice>'
            f"<mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
            "外面\n框里的话",
            id="a box, once",
        ),
        pytest.param(
            "<w:tbl>"
            + "".join(
                "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
                for row in (("指标", "数值"), ("粮食", "12万吨"))
            )
            + "</w:tbl>",
            "指标\t数值\n粮食\t12万吨",
            id="a table",
        ),
        pytest.param(
            f"<w:tbl><w:tr><w:tc>{paragraph('框架里的一段。')}{paragraph('又一段。')}</w:tc></w:tr></w:tbl>",
            "框架里的一段。\n又一段。",
            id="a table that is a frame",
        ),
        pytest.param(
            f"<w:p>{run('上')}<w:r><w:br/></w:r>{run('下')}<w:r><w:tab/></w:r>{run('后')}</w:p>",
            "上\n下 后",
            id="breaks",
        ),
        pytest.param(
            f"<w:p>{run('见')}<w:r><w:instrText>PAGE</w:instrText></w:r>{run('5')}</w:p>", "见5", id="a field"
        ),
        pytest.param(
            f"<w:p><w:r><w:ruby><w:rt>{run('zhen')}</w:rt><w:rubyBase>{run('镇')}</w:rubyBase></w:ruby></w:r></w:p>",
            "镇",
            id="how a character is read",
        ),
        pytest.param(f"<w:p><w:hyperlink>{run('链接')}</w:hyperlink></w:p>", "链接", id="a link"),
    ],
)
def test_what_a_reader_of_the_file_sees(body, expected):
    assert read_docx(docx(body)).text == expected


def test_the_numbers_that_word_counts():
    body = "".join(
        [
            item("抓农业"),
            item("粮食", 1),
            item("蔬菜", 1),
            item("早稻", 2),
            item("要点", 3),
            item("抓工业"),
            item("园区", 1),
        ]
    )
    lines = read_docx(docx(body, parts=numbering())).text.split("\n")
    assert lines == ["一、抓农业", "（一）粮食", "（二）蔬菜", "1.早稻", "要点", "二、抓工业", "（一）园区"]


def test_a_list_that_begins_elsewhere_and_one_that_its_style_numbers():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>'
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="mine"/><w:basedOn w:val="1"/></w:style></w:styles>'
    )
    off = '<w:pStyle w:val="2"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        paragraph("抓农业", '<w:pStyle w:val="1"/>')
        + paragraph("抓工业", '<w:pStyle w:val="2"/>')
        + paragraph("完", off)
    )
    parts = {**numbering(override=override), "word/styles.xml": styles}
    assert read_docx(docx(body, parts=parts)).text == "三、抓农业\n四、抓工业\n完"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", "12"), ("lowerLetter", "l"), ("upperRoman", "XII"), ("chineseLegalSimplified", "壹贰"),
        ("ideographTraditional", "乙"), ("decimalEnclosedCircle", "⑫"), ("decimalFullWidth", "１２"), ("strange", "12"),
    ],
)  # fmt: skip
def test_forms_of_numbers(form, expected):
    parts = numbering(((form, "%1）"),), '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="12"/></w:lvlOverride>')
    assert read_docx(docx(item("条"), parts=parts)).text == f"{expected}）条"


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (105, "一百零五"), (110, "一百一十"), (1001, "一千零一")],
)
def test_chinese_numbers(number, expected):
    assert chinese(number) == expected


def test_a_table_of_contents_is_stripped_and_told():
    style = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    body = paragraph("一、抓农业 1", '<w:pStyle w:val="11"/>') + paragraph("一、抓农业")
    document = read_docx(docx(body, parts={"word/styles.xml": f'<w:styles xmlns:w="{W}">{style}</w:styles>'}))
    assert (document.text, [piece.kind for piece in document.stripped]) == ("一、抓农业", ["contents"])


@pytest.mark.parametrize(
    ("body", "core", "expected"),
    [
        pytest.param(
            paragraph("某某区文件") + paragraph(TITLE, '<w:jc w:val="center"/>') + paragraph("同志们："),
            None,
            (TITLE, "document"),
            id="centred",
        ),
        pytest.param(paragraph(TITLE) + paragraph("同志们："), "新建文档", (TITLE, "document"), id="the first line"),
        pytest.param(paragraph("同志们："), TITLE, (TITLE, "document_info"), id="properties"),
        pytest.param(paragraph("同志们："), None, (None, None), id="none"),
    ],
)
def test_the_title(body, core, expected):
    document = read_docx(docx(body, title=core))
    assert (document.title, document.title_from) == expected


ENTITIES = '<!DOCTYPE d [<!ENTITY a "十"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        pytest.param(b"PK\x03\x04 and no more", "unreadable_document", id="no ZIP file"),
        pytest.param(docx("", parts={"word/document.xml": "<w:document"}), "unreadable_document", id="no XML"),
        pytest.param(docx("", parts={"word/document.xml": "<a/>"}), "unreadable_document", id="no body"),
        pytest.param(docx(""), "empty", id="empty"),
        pytest.param(docx('<w:p><w:r><a:blip xmlns:a="x"/></w:r></w:p>'), "picture_only", id="pictures"),
        pytest.param(
            docx("", parts={"word/document.xml": f"{ENTITIES}<d>&b;</d>"}), "unreadable_document", id="entities"
        ),
        pytest.param(
            docx("", parts={"word/document.xml": "<d>" * 300 + "</d>" * 300}), "unreadable_document", id="nested deep"
        ),
    ],
)
def test_a_file_without_a_text_that_can_be_read(body, reason):
    with pytest.raises(BadPageError) as caught:
        read_docx(body)
    assert caught.value.reason == reason


def test_a_zip_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr("include.clean.documents.package.LARGEST_PART", 10_000)
    monkeypatch.setattr("include.clean.documents.package.LARGEST_PACKAGE", 100_000)
    for parts in ({"word/document.xml": "<a>" + " " * 20_000 + "</a>"}, {"word/media/1.png": bytes(200_000)}):
        with pytest.raises(BadPageError) as caught:
            read_docx(docx(paragraph(TITLE), parts=parts))
        assert caught.value.reason == "too_large"
