import pytest

from include.clean.chrome import kinds_of
from include.clean.lines import lines_of, undoubled
from include.clean.repair import repair

BODY = "今年以来，全区上下团结一心，经济社会发展取得了新的成绩，各项工作都走在前面。"


def texts(text):
    return [line.text for line in lines_of(text)]


def test_lines_lead_into_the_text_they_were_cut_from():
    text = "\r\n　　第一行。 \r\n\r\n第二行\n"
    assert [(line.text, text[line.start : line.end]) for line in lines_of(text)] == [
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
    ("line", "once"),
    [
        ("在在 20202020 年全区年全区会议上会议上", "在 2020 年全区会议上"),
        ("今今天天，，我我们们开开会会讨讨论论", "今天，我们开会讨论"),
        ("今天我们开会讨论农业生产", None),
        ("2020 2020 3030 4040 5050", None),
    ],
    ids=["pieces", "characters", "plain", "figures only"],
)
def test_what_is_said_twice_piece_by_piece(line, once):
    assert undoubled(line) == once


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("以下是小编为您收集的镇长讲话，希望能够帮到您。", "editor_line"),
        ("下面是某某网为大家整理的开工仪式讲话，仅供参考，欢迎阅读。", "editor_line"),
        ("以上就是本次分享的全部内容，希望对大家有所帮助。", "editor_line"),
        ("查看全文", "pager"),
        ("继续阅读", "pager"),
        ("【点击继续阅读全文】", "pager"),
        ("第3页 共8页", "pager"),
        ("- 12 -", "pager"),
        ("下一篇：在全区安全生产会上的发言", "pager"),
        ("false", "script"),
        ("推荐访问：会议 讲话", "related"),
        ("相关热词搜索：农业 讲话", "related"),
        ("猜你喜欢", "related"),
        ("首页 > 公文 > 讲话稿", "breadcrumb"),
        ("您的位置：首页 > 公文", "breadcrumb"),
        ("如有侵权，请联系本站删除。", "notice"),
        ("剩余内容请下载后查看", "download"),
        ("精品资料 欢迎下载", "stamp"),
        ("版权所有：某某区人民政府 某ICP备00000000号", "footer"),
        ("本文来源：https://www.example.org/a/1.html", "source"),
    ],
)
def test_the_uploaders_lines_are_known(line, kind):
    assert kinds_of([BODY, line, BODY])[1] == kind


@pytest.mark.parametrize(
    "line",
    [
        "同志们：",
        "一、认真做好下载类应用的清理工作",
        "希望大家认真学习，对各自的工作有所帮助。",
        "要加强版权保护，查处侵权行为，各部门要联系实际抓好落实。",
        "（一）推荐重点项目",
        "谢谢大家！",
        "小编织厂要抱团发展，为大家带来稳定的收入，这一点请各位镇长推动落实。",
        "2021年1月5日",
    ],
)
def test_what_a_speaker_says_stays(line):
    assert kinds_of([BODY, line, BODY]) == [None, None, None]


def test_a_notice_takes_its_points_along_but_a_list_without_one_stays():
    notice = ["温馨提示：", "1. 本资料由会员投稿。", "2. 预览与原件可能略有出入。"]
    assert kinds_of([*notice, BODY]) == ["notice", "notice", "notice", None]
    assert kinds_of(["1.填写申请", "2.上传材料", BODY]) == [None, None, None]


def test_keyword_fragments_above_the_text_go():
    lines = ["2022", "全区", "农业", "工作会议", "讲话", "在2022年全区农业工作会议上的讲话", BODY]
    assert kinds_of(lines) == ["keywords"] * 5 + [None, None]
    assert kinds_of(["区长", "张三", "在全区农业工作会议上的讲话", BODY]) == [None] * 4


def test_a_title_said_again_right_after_itself_goes_once():
    title = "在全区农业工作会议上的讲话"
    assert kinds_of([title, title, BODY], title) == ["duplicate_title", None, None]


def test_credits_go_at_the_end_only():
    assert kinds_of([BODY, "责任编辑：李四"]) == [None, "editor_line"]
    assert kinds_of(["编辑：用心做事", BODY, BODY])[0] is None


@pytest.mark.parametrize("line", ["保护版权，人人有责任。", "力量来源于群众。", "■ 全力抓好春耕", "12"])
def test_a_last_line_of_the_speech_stays(line):
    assert kinds_of([BODY, BODY, line]) == [None, None, None]


def test_the_date_line_of_a_speech_stays_and_the_sites_goes():
    assert kinds_of(["2021年3月5日", BODY]) == [None, None]
    assert kinds_of(["2021-03-05 10:30 来源：某某网", BODY]) == ["source", None]


def test_stripping_is_idempotent():
    lines = ["以下是小编整理的讲话，欢迎阅读。", BODY, "- 3 -", BODY, "查看全文", "false"]
    kept = [line for line, kind in zip(lines, kinds_of(lines), strict=True) if kind is None]
    assert kept == [BODY, BODY]
    assert kinds_of(kept) == [None, None]


def test_repairs_are_few_and_reported():
    text, repairs = repair("产值6\n.03亿元，增长8.\n5%，占44\n%。\n2 0 2 1 年\n1\n2")
    assert text == "产值6.03亿元，增长8.5%，占44%。\n2021年\n1\n2"
    assert {piece.kind for piece in repairs} == {"repair"}
    assert repair("增长8.5%。\n二、税收3亿元。") == ("增长8.5%。\n二、税收3亿元。", [])
