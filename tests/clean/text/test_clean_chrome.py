from pathlib import Path

import pytest
import yaml

from include.clean.text.chrome import kinds_of, without_chrome

BODY = "今年以来，全区上下团结一心，经济社会发展取得了新的成绩，各项工作都走在前面。"
TITLE = "在2022年全区农业工作会议上的讲话"
EXAMPLES = yaml.safe_load(Path(__file__).with_name("chrome_examples.yaml").read_text(encoding="utf-8"))
SITES = [
    pytest.param(place, kind, line, id=f"{place} {kind} {line}")
    for place, kinds in EXAMPLES["sites"].items()
    for kind, lines in kinds.items()
    for line in lines
]
PLACES = {
    "head": lambda line: [line, TITLE, BODY, BODY],
    "anywhere": lambda line: [TITLE, BODY, line, BODY, BODY],
    "tail": lambda line: [TITLE, BODY, BODY, line],
}
SPOKEN_WHERE = {
    "first": lambda line: [TITLE, "同志们：", line, BODY],
    "between": lambda line: [TITLE, BODY, line, BODY, BODY],
    "last": lambda line: [TITLE, BODY, BODY, line],
    "in a paragraph": lambda line: [BODY + line + BODY],
    "before a paragraph": lambda line: [BODY, line + BODY],
}


def kept(lines, title=TITLE):
    return without_chrome("\n".join(lines), title)[0].split("\n")


@pytest.mark.parametrize(("place", "kind", "line"), SITES)
def test_a_line_of_a_site_is_stripped_by_kind_and_nothing_else(place, kind, line):
    text, stripped = without_chrome("\n".join(PLACES[place](line)), TITLE)
    assert text.split("\n") == [each for each in PLACES[place](line) if each != line]
    assert kind in {piece.kind for piece in stripped}


@pytest.mark.parametrize("line", EXAMPLES["speakers"])
def test_what_a_speaker_says_stays_wherever_it_stands(line):
    pages = {where: page(line) for where, page in SPOKEN_WHERE.items()}
    assert {where: kept(lines) for where, lines in pages.items()} == pages


@pytest.mark.parametrize(
    ("line", "left"),
    [
        pytest.param(
            "讲话稿是发表讲话的文稿。下面是小编整理的区长讲话，欢迎阅读！同志们：开会。", "同志们：开会。", id="preface"
        ),
        pytest.param("谢谢大家！以上就是小编为大家整理的讲话，希望对您有用。", "谢谢大家！", id="closing line"),
        pytest.param("全市经济精品文档 欢迎下载总体平稳。", "全市经济总体平稳。", id="stamp in mid-sentence"),
        pytest.param("全市经济（本文来源于某某范文网）总体平稳。", "全市经济总体平稳。", id="source in mid-sentence"),
        pytest.param("再立新功！查看全文 false", "再立新功！", id="button"),
        pytest.param("再立新功！推荐访问：会议 讲话", "再立新功！", id="tags"),
        pytest.param("讲完一句。 小编推荐更多讲话稿。 再讲一句。", "讲完一句。再讲一句。", id="between two sentences"),
        pytest.param("精品文档 同志们：今天开会。", "同志们：今天开会。", id="stamp in front"),
    ],
)
def test_what_is_left_of_a_line_stays_one_line(line, left):
    text, stripped = without_chrome(f"{line}\n{BODY * 4}", TITLE)
    assert text == f"{left}\n{BODY * 4}"
    assert stripped


def test_a_title_and_a_salutation_that_an_aside_held_together_stand_apart():
    assert kept([f"在全区会议上的讲话。推荐访问：会议 讲话\n同志们：{BODY}"]) == [
        "在全区会议上的讲话。",
        f"同志们：{BODY}",
    ]


def test_a_notice_takes_its_points_along_but_a_list_without_one_stays():
    notice = ["温馨提示：", "1. 本资料由会员投稿。", "2. 预览与原件可能略有出入。"]
    assert kinds_of([*notice, BODY]) == ["notice", "notice", "notice", None]
    assert kinds_of(["1.填写申请", "2.上传材料", BODY]) == [None, None, None]


def test_what_explains_a_speech_goes_only_where_the_speech_is_announced_behind_it():
    gloss = "防汛是为减轻水患而做的准备，一般包括巡堤、排涝，也包括物资的储备。"
    announced = "下面是小编给大家整理的防汛会上的讲话，仅供参考。"
    assert kinds_of([TITLE, gloss, announced, BODY * 6], TITLE) == [None, "preface", "editor_line", None]
    assert kinds_of([TITLE, "同志们：", gloss, announced, BODY * 6], TITLE)[:3] == [None, None, None]
    assert kinds_of([TITLE, f"我市{gloss}", announced, BODY * 6], TITLE)[:2] == [None, None]
    assert kinds_of([gloss, BODY, BODY], TITLE) == [None, None, None]


def test_a_long_text_before_an_announcement_is_a_speech_of_its_own():
    announced = "下面是小编给大家整理的另一篇讲话，仅供参考。"
    lines = [BODY] * 20 + [announced] + [BODY] * 60
    assert [index for index, kind in enumerate(kinds_of(lines)) if kind] == [20]


def test_a_box_behind_the_text_takes_its_list_along():
    box = ["热门阅读", "春节团拜会致辞", "关于做好防汛工作的通知", "2021-03-05", "相关内容", "某某区概况"]
    assert kinds_of([BODY, *box]) == [None, *["related"] * len(box)]
    assert kinds_of([BODY, *box[:2], "谢谢大家！"])[-1] is None


def test_a_box_between_paragraphs_takes_titles_of_documents_only():
    lines = [BODY, "相关推荐", "区长在农业会上的讲话", "春节团拜会致辞", "二、抓好落实", BODY]
    assert kinds_of(lines) == [None, "related", "related", None, None, None]  # a title may belong to what follows
    assert kinds_of([BODY, "相关推荐", "二、抓好落实", BODY]) == [None, "related", None, None]


def test_keyword_fragments_above_the_text_go():
    lines = ["2022", "全区", "农业", "工作会议", "讲话", TITLE, BODY]
    assert kinds_of(lines) == ["keywords"] * 5 + [None, None]
    assert kinds_of(["区长", "张三", "在全区农业工作会议上的讲话", BODY]) == [None] * 4


@pytest.mark.parametrize(
    "line", ["张三 李四 王五", "各位领导 各位来宾 朋友们", "在 2022年 全区 农业工作 会议上 的讲话", "区长 张三"]
)
def test_names_salutations_and_a_title_set_with_spaces_are_no_keywords(line):
    assert kinds_of([line, BODY], TITLE) == [None, None]


def test_a_title_said_again_right_after_itself_goes_once():
    assert kinds_of([TITLE, TITLE, BODY], TITLE) == ["duplicate_title", None, None]
    assert kinds_of([TITLE, "查看全文", TITLE, BODY], TITLE) == ["duplicate_title", "pager", None, None]
    assert kinds_of([TITLE, BODY, TITLE, BODY], TITLE) == [None, None, None, None]


def test_a_title_with_doubled_characters_goes():
    assert kinds_of(["在在 20222022 年年全区全区农业农业会议上会议上的讲话的讲话", TITLE, BODY], TITLE) == [
        "duplicate_title",
        None,
        None,
    ]


def test_a_table_of_contents_goes_and_the_headings_it_names_stay():
    names = ["第一篇：区长在春耕会上的讲话", "第二篇：书记在春耕会上的讲话"]
    pages = [line for name in names for line in (name, "同志们：", BODY, BODY)]
    assert kinds_of(["目录：", *names, *pages])[:4] == ["contents"] * 3 + [None]
    assert kinds_of(["文章导航", *names, *pages])[:4] == ["contents"] * 3 + [None]
    assert kinds_of([*names, *pages])[:3] == ["contents"] * 2 + [None]
    assert kinds_of(pages) == [None] * len(pages)


def test_a_table_of_contents_of_sections_stays():
    lines = ["目录", "抓好春耕", "抓好防汛", BODY, "抓好春耕", BODY, "抓好防汛", BODY]
    assert kinds_of(lines) == [None] * len(lines)


def test_what_stands_before_the_salutation_is_no_paragraph_of_the_speech():
    lead = "导读：区长的这次讲话朴实无华，句句说到了大家的心坎上，值得细细品味。"
    assert kinds_of([TITLE, lead, "同志们：", BODY], TITLE) == [None, "preface", None, None]
    assert kinds_of([BODY, "一、抓春耕", lead, "同志们：", BODY])[2] is None


def test_the_organisers_of_a_meeting_stay_and_those_of_the_site_go():
    organisers = ["主办单位：某某区人民政府", "承办单位：某某区农业局", "联系电话：000-1234567"]
    assert kinds_of([BODY, *organisers, BODY]) == [None] * 5
    assert kinds_of([BODY, "关于会务", *organisers]) == [None] * 5
    assert kinds_of([BODY, "版权所有：某某区人民政府", *organisers]) == [None, *["footer"] * 4]


def test_a_paragraph_behind_a_notice_is_no_point_of_it():
    spoken = "本站职工和协会会员要互相监督，发现隐患及时举报，维护消费者的权益。"
    assert kinds_of([BODY, "内容来自某某秘书网", spoken, BODY]) == [None, "notice", None, None]


def test_labels_behind_the_text_go_once_the_site_has_begun_and_names_and_dates_stay():
    assert kinds_of([BODY, "责任编辑：李四", "同行心声", "换一批看看"]) == [None, "editor_line", "related", "related"]
    assert kinds_of([BODY, "同行心声"]) == [None, None]
    kept = ["区长 张三", "2022年3月5日", "附件 任务分工表", "谢谢！"]
    assert kinds_of([BODY, "责任编辑：李四", *kept])[2:] == [None] * 4


def test_an_address_that_the_text_gives_in_brackets_stays():
    assert kinds_of([BODY, "（http://www.example.org/guide）", BODY]) == [None] * 3


def test_credits_go_at_the_end_only():
    assert kinds_of([BODY, "责任编辑：李四"]) == [None, "editor_line"]
    assert kinds_of(["编辑：用心做事", BODY, BODY])[0] is None


@pytest.mark.parametrize("line", ["保护版权，人人有责任。", "力量来源于群众。", "■ 全力抓好春耕", "12", "谢谢大家！"])
def test_a_last_line_of_the_speech_stays(line):
    assert kinds_of([BODY, BODY, line]) == [None, None, None]


@pytest.mark.parametrize(
    "line", ["尊敬的各位下载平台企业家：", "同志们：", "谢谢大家的阅读和聆听！", "尊敬的各位来宾、小编朋友们："]
)
def test_a_line_that_opens_or_ends_a_speech_is_never_stripped(line):
    assert kinds_of([line, BODY, line]) == [None, None, None]


def test_the_date_line_of_a_speech_stays_and_the_sites_goes():
    assert kinds_of(["2021年3月5日", BODY]) == [None, None]
    assert kinds_of(["2021-03-05 10:30 来源：某某网", BODY]) == ["source", None]


def test_a_page_number_goes_between_paragraphs_and_waits_for_the_mending_inside_a_sentence():
    assert kinds_of([BODY, "- 3 -", BODY]) == [None, "pager", None]
    assert kinds_of(["全市上下要认真贯彻落实市委经济工作", "- 3 -", f"会议精神。{BODY}"]) == [None, None, None]


def test_numbers_that_head_the_sections_of_a_text_stay():
    lines = [line for number in "1234" for line in (number, BODY * 6)]
    assert kinds_of(lines) == [None] * 8


def test_what_stands_alone_after_a_first_pass_is_found_in_the_next():
    lines = [BODY, "相关内容", "查看全文", "某某区概况"]
    text, stripped = without_chrome("\n".join(lines), TITLE)
    assert text.split("\n")[0] == BODY
    assert without_chrome(text, TITLE) == (text, [])
    assert {piece.kind for piece in stripped} == {"related", "pager"}


@pytest.mark.parametrize(
    "piece",
    [
        "小编",
        "小编整理。",
        "（本文小编）",
        "下面是为大家整理的讲话",
        "更多范文请",
        "如侵权版权联系",
        "赞 12 ",
        "上一页 1 ",
        "首页 ",
        "首页页>",
        "编辑：甲乙 ",
        "【打印】",
        "范文，",
        "第1篇：甲",
    ],
)
def test_d17_lines_full_of_cues_take_linear_time(piece):
    many = (piece * (280 // len(piece)) + "啊\n") * 60
    kinds = kinds_of([line for line in many.split("\n") if line])
    assert len(kinds) == 60
    one_line = without_chrome(piece * (20_000 // len(piece)) + "啊", None)
    assert len(one_line[0]) + sum(len(each.text) for each in one_line[1]) > 0
