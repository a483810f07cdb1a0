from itertools import pairwise

import pytest

from include.clean.text.repair import repair, restored

HALF = "全市上下要坚定信心、真抓实干，认真贯彻落实市委经济工作"
OTHER = "会议精神，努力完成全年目标任务。"


def mended(text):
    after, repairs = repair(text)
    assert restored(after, repairs) == text
    assert all(before.end <= each.start for before, each in pairwise(repairs))
    return after, {each.rule for each in repairs}


@pytest.mark.parametrize(
    ("read", "after"),
    [
        ("2 0 2 1 年，我市", "2021年，我市"),
        ("于 2 0 2 1 年 1 2 月 3 1 日", "于 2021年 12月 31日"),
        ("20 21 年的工作", "2021年的工作"),
        ("2 021年的工作", "2021年的工作"),
        ("２ ０ ２ １ 年", "２０２１年"),
        ("2 0 1 6 — 2 0 2 0 年", "2016 — 2020年"),
        ("增长 1 2 . 5 %", "增长12.5%"),
        ("增长8. 5%，比计划高", "增长8.5%，比计划高"),
        ("增长8 .5个百分点", "增长8.5个百分点"),
        ("完成 3 6 5 亿 元，", "完成 365亿元，"),
        ("达到 1 2 3 0 . 5 亿元", "达到 1230.5亿元"),
        ("2 0 2 1 年增长 1 2 %", "2021年增长 12%"),
    ],
)
def test_digits_set_with_spaces_are_closed_up(read, after):
    assert mended(read) == (after, {"spaced_digits"})


@pytest.mark.parametrize(
    ("read", "after"),
    [
        ("产值6\n.03亿元，增长8.\n5%，占44\n%。", "产值6.03亿元，增长8.5%，占44%。"),
        ("投资达到365\n亿元，", "投资达到365亿元，"),
        ("占比提高5\n个百分点", "占比提高5个百分点"),
        ("截至2021\n年底", "截至2021年底"),
        ("2021年12\n月", "2021年12月"),
        ("财政收入12.5\n万元", "财政收入12.5万元"),
    ],
)
def test_d15_a_number_is_joined_with_what_a_line_break_cut_off(read, after):
    assert mended(read) == (after, {"broken_number"})


@pytest.mark.parametrize(
    "text",
    [
        "排名分别为 2 0 2 1 位",
        "增长 5 6 个百分点",
        "增长 8 5 %",
        "电话 1 3 8 1 2 3 4 5 6 7 8",
        "1 000 000 元",
        "10 000 亿元",
        "第 1 2 条",
        "第 1 2 3 条",
        "第 2 0 2 1 年度",
        "1 2 3 个",
        "序号 1 2 3 4 户",
        "编号:5 2 7 户",
        "一 二 三",
        "二 〇 二 一 年",
        "1 2\n3 4",
        "比分 3 : 2",
        "2021 2022 2023 年",
        "0 1 2 3 4 5 6 万",
        "1 2 , 3 4 5 元",
        "12,3 4 5 户",
        "3 - 5 6 7 亿元",
        "2、5 6 7 户",
        "2 0 2 1 年级",
        "1 2 月",
        "1 . 5 亿元项目",
        "2. 5个项目",
        "目标1. 5个项目",
        "2 0 2 1\t年\n3\t%",
        "地区\t产值3\n%",
        "产值3\n%\t占比",
        "3\n亿元",
        "全年完成投资\n365\n亿元",
        "增长8.5%。\n二、税收3亿元。",
        "工作要点1\n元旦期间",
        "任务2\n人民政府",
        "下降3\n2021年上升",
        "到2021\n年级组",
        "第3\n亿元村",
        "１２３．５％，增长４．０％",
        "同 志 们：",
        "讲 话",
    ],
)
def test_where_another_reading_is_left_nothing_is_touched(text):
    assert repair(text) == (text, [])


@pytest.mark.parametrize("number", ["- 3 -", "—12—", "第 3 页 共 9 页", "第3页", "3/9", "Page 3 of 9", "· 3 ·"])
def test_a_page_number_in_mid_sentence_goes_and_the_halves_are_joined(number):
    text, repairs = repair(f"{HALF}\n{number}\n{OTHER}")
    assert text == HALF + OTHER
    assert [(each.rule, each.before) for each in repairs] == [("page_number", f"\n{number}\n")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{HALF}。\n- 3 -\n{OTHER}", id="a sentence has ended"),
        pytest.param(f"一、抓好落实\n- 3 -\n{OTHER}", id="a heading"),
        pytest.param(f"{HALF}\n- 3 -\n二、抓好落实", id="a heading behind it"),
        pytest.param(f"{HALF}\n- 3 -\n同志们：{OTHER}", id="a salutation behind it"),
        pytest.param(f"{HALF}共12\n- 3 -\n5项", id="between two numbers"),
        pytest.param(f"{HALF}\t12\n- 3 -\n{OTHER}", id="a table"),
        pytest.param(f"{HALF}\n3\n{OTHER}", id="a bare number"),
    ],
)
def test_a_page_number_elsewhere_joins_nothing(text):
    assert repair(text) == (text, [])


def test_bare_page_numbers_are_known_where_they_count_the_pages_up():
    page = [OTHER] * 20
    text = "\n".join(line for number in ("3", "4", "5") for line in (*page, HALF, number, OTHER))
    assert repair(text)[0] == "\n".join([*page, HALF + OTHER] * 3)
    figures = "\n".join(line for number in ("3", "4", "5") for line in (*page, HALF, number, f"亿元{OTHER}"))
    assert repair(figures) == (figures, [])


UNWRAPPED = """在全市经济工作会议上的讲话
同志们：
这次会议的主要任务是总结去年工作，分析当前形势，安排部署今年各项重点任务，动员全市上下进一步统一思想、坚定信心、真抓实干，努力完成全年目标任务。刚才听了三个单位的发言，讲得实在，我都赞成。下面说三点。
一、肯定成绩，看到不足
去年，全市实现地区生产总值2345.6亿元，增长8.2%，固定资产投资增长12.5%，财政收入达到156.7亿元，城镇居民人均可支配收入34567元，增长8.1%。成绩来之不易，这是市委正确领导的结果，是全市人民共同努力的结果，应当充分肯定。
二、认清形势，抓住机遇
当前，国际国内形势依然复杂严峻，困难和挑战不少，机遇也同样存在。我们要认真分析，主动应对。
谢谢大家！"""


def wrapped(text, width):
    """A text as a conversion cuts it, at so many columns and wherever that falls."""
    lines = []
    for paragraph in text.split("\n"):
        line, columns = "", 0
        for char in paragraph:
            wide = 1 if char.isascii() else 2
            if columns + wide > width:
                lines.append(line)
                line, columns = "", 0
            line, columns = line + char, columns + wide
        lines.append(line)
    return "\n".join(lines)


@pytest.mark.parametrize("width", [56, 60, 61, 64, 66, 68, 70, 72, 76])
def test_a_text_in_lines_of_one_width_is_joined_to_its_paragraphs(width):
    text, rules = mended(wrapped(UNWRAPPED * 2, width))
    # where a full stop falls on the very end of a line nobody can tell whether the paragraph goes on
    assert text.replace("。\n", "。") == (UNWRAPPED * 2).replace("。\n", "。")
    assert "wrapped_line" in rules


def test_whole_paragraphs_are_left_as_they_are():
    assert repair(UNWRAPPED) == (UNWRAPPED, [])


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            [f"{n}、{'抓好各项重点工作任务的落实' * 2}" for n in "一二三四五六七八九"], id="headings of one length"
        ),
        pytest.param(["青山着意化为桥红雨随心翻作浪天连五岭银锄落地动三河铁臂摇", "谢谢。"] * 3, id="few lines"),
        pytest.param([f"{HALF}会议精神。"] * 12, id="sentences of one length"),
        pytest.param([f"{HALF}\t{n}" for n in range(10, 30)], id="rows of a table"),
        pytest.param([HALF[: 10 + n] for n in range(17)], id="lines of all lengths"),
        pytest.param([HALF] * 8 + [OTHER * 9] * 8, id="among whole paragraphs"),
    ],
)
def test_lines_that_no_width_explains_stay(lines):
    assert repair("\n".join(lines)) == ("\n".join(lines), [])


def test_a_line_said_twice_piece_by_piece_is_said_once():
    assert mended("今今天天，，我我们们开开会会讨讨论论") == ("今天，我们开会讨论", {"doubled"})


def test_of_two_rules_that_want_the_same_characters_the_first_has_its_way():
    text = "今今天天，，我我们们于于２２００２２１１年年开开会会"
    after, repairs = repair(text)
    assert [each.rule for each in repairs] == ["doubled"]
    assert after == "今天，我们于２０２１年开会"


@pytest.mark.parametrize(
    "piece", ["1 ", "2 0 2 1 年", "值6\n%", "值6.\n5%", "3\n", "- 3 -\n", f"{HALF}\n3\n", "（", "1" * 50 + "\n"]
)
def test_d17_mending_takes_linear_time(piece):
    text = piece * (20_000 // len(piece))
    after, repairs = repair(text)
    assert restored(after, repairs) == text
