"""What holds for every page, tried on generated ones: a speech that stands alone is kept whole, cleaning twice changes
nothing more, every repair can be taken back."""

from html import escape
from random import Random

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from include.clean.page import clean_page
from include.clean.text.chrome import kinds_of
from include.clean.text.lines import lines_of, whole_lines
from include.clean.text.repair import repair, restored

SUBJECTS = ["全市上下", "各级各部门", "我们", "县委、县政府", "广大干部群众", "企业和农户", "网站编辑部", "参会的同志"]
VERBS = ["要认真抓好", "坚决推进", "稳步提高", "全面部署了", "来源于实践，服务于", "下载并学习", "请大家参考", "带来了"]
OBJECTS = [
    "粮食生产",
    "重点项目建设",
    "网站首页改版",
    "版权保护工作",
    "政务公众号的更新",
    "相关文件精神",
    "小编制单位改革",
    "更多优质服务",
]
AMOUNTS = ["12.5%", "365亿元", "２０２１年", "1,234户", "3—5个百分点", "2021年12月31日", "约×亿元", "第12条", "5 6 个"]
SALUTATIONS = ["同志们：", "各位代表：", "尊敬的各位领导、各位来宾：", "女士们、先生们，朋友们："]
ENDS = ["谢谢大家！", "谢谢各位。", "我的讲话完了，谢谢大家。", "2021年3月5日"]
HEADINGS = [
    "一、肯定成绩",
    "（二）推荐重点项目",
    "三、更多惠民举措",
    "1. 下载类应用清理",
    "第一，抓落实",
    "（一）关于标签管理",
]
QUOTED = ["“抓落实”", "《政府工作报告》", "“小编制、大效能”", "“首页”", "‘来源’"]
MARKUPS = [
    ("", "<p>{}</p>", ""),
    ("<div>", "<p>　　{}</p>", "</div>"),
    ("", "<div>{}</div>", ""),
    ("<div>", "{}<br>", "</div>"),
    ("<section>", "<section><p><span>{}</span></p></section>", "</section>"),
    ("<article>\n", "<p>\n{}\n</p>\n", "</article>"),
]
quick = settings(max_examples=20, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])


OPENINGS = [
    *(
        "今年以来，",
        "过去一年，",
        "从工业看，",
        "在农业上，",
        "就民生来说，",
        "面对困难，",
        "同志们，",
        "会后，",
        "讲到网站，",
        "最后，",
    ),
    *(
        "这几年，",
        "比如，",
        "从下半年起，",
        "对企业，",
        "在乡镇，",
        "上个月，",
        "要看到，",
        "事实证明，",
        "据统计，",
        "请大家记住，",
    ),
]


def sentence(chance: Random) -> str:
    clauses = []
    for _ in range(chance.randint(1, 4)):
        amount = chance.choice(["", "", f"，达到{chance.choice(AMOUNTS)}"])
        words = [
            chance.choice(SUBJECTS),
            chance.choice(VERBS),
            chance.choice(["", *QUOTED]),
            chance.choice(OBJECTS),
            amount,
        ]
        clauses.append("".join(words))
    return "，".join(clauses) + chance.choice("。。。！？；")


def speech(seed: int) -> list[str]:
    """Salutation, paragraphs that all begin differently, headings between them, the end."""
    chance = Random(seed)
    lines = []
    for opening in chance.sample(OPENINGS, chance.randint(4, 12)):
        if chance.random() < 0.3:
            lines.append(chance.choice(HEADINGS))
        lines.append(opening + "".join(sentence(chance) for _ in range(chance.randint(1, 5))))
    return [chance.choice(SALUTATIONS), *lines, chance.choice(ENDS)]


speeches = st.integers(0, 2**32).map(speech)


def page_of(lines, markup):
    before, each, after = markup
    body = before + "".join(each.format(escape(line)) for line in lines) + after
    return f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>".encode()


@quick
@given(speeches, st.sampled_from(MARKUPS))
def test_no_text_of_a_speech_that_stands_alone_is_lost(lines, markup):
    cleaned = clean_page(page_of(lines, markup))
    assert cleaned.text.split("\n") == lines
    assert cleaned.stripped == ()
    assert cleaned.repairs == ()


@quick
@given(speeches)
def test_a_table_in_a_speech_keeps_its_cells(lines):
    rows = [["地区", "产值", "增速"], ["全市", "1 234", "8.5%"], ["城区", "5 6 7", "9 %"]]
    table = "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows) + "</table>"
    page = page_of(lines, MARKUPS[0]).replace(
        b"</body>", table.encode() + "<p>以上就是各区的情况。</p></body>".encode()
    )
    text = clean_page(page).text
    assert text.split("\n") == [*lines, *("\t".join(row) for row in rows), "以上就是各区的情况。"]


FURNITURE = [
    "温馨提示：",
    "以下是小编为大家整理的讲话，欢迎阅读。",
    "查看全文",
    "- 3 -",
    "第 3 页 共 9 页",
    "相关内容",
    "热门阅读",
    "区长在农业会上的讲话",
    "精品文档 欢迎下载",
    "推荐访问：会议 讲话",
    "2023",
    "市政府",
    "false",
    "首页 > 公文 > 讲话稿",
    "责任编辑：某某",
    "如有侵权请联系删除。",
    "2 0 2 1 年增长8.\n5%",
    "今今天天我我们们开开会会讨讨论论",
]


@quick
@given(speeches, st.lists(st.tuples(st.integers(0, 20), st.sampled_from(FURNITURE)), max_size=8), st.data())
def test_cleaning_a_cleaned_page_again_changes_nothing(lines, furniture, data):
    for place, line in furniture:
        lines.insert(min(place, len(lines)), line)
    for index in range(len(lines) - 1, 0, -1):  # some of the site's words run together with the line before
        if data.draw(st.integers(0, 9)) == 0:
            lines[index - 1 : index + 1] = [lines[index - 1] + lines[index]]
    once = clean_page(page_of(lines, MARKUPS[0]))
    again = clean_page(page_of(once.text.split("\n"), MARKUPS[0]))
    assert again.text == once.text
    assert again.stripped == ()
    assert again.repairs == ()


texts = st.text(alphabet="0123５ .．%％年月日亿元\n\t-—第页共今天我们，。：（）市委会议讲话", max_size=120)


@settings(max_examples=150, deadline=None)
@given(st.one_of(texts, st.lists(texts, max_size=4).map("\n".join)))
def test_every_repair_can_be_taken_back_and_leads_to_what_stands_there(text):
    after, repairs = repair(text)
    assert restored(after, repairs) == text
    assert all(0 <= each.start <= each.end <= len(after) for each in repairs)
    assert [each.start for each in repairs] == sorted(each.start for each in repairs)


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(texts, st.lists(st.sampled_from([*FURNITURE, *SALUTATIONS, *ENDS, *OBJECTS]), max_size=9).map("".join))
)
def test_lines_lead_back_into_the_text_and_hold_all_of_it(text):
    for lines in (lines_of(text), whole_lines(text)):
        assert all(text[line.start : line.end] == line.text for line in lines)
        assert "".join("".join(line.text.split()) for line in lines) == "".join(text.split())


@quick
@given(speeches, st.lists(st.tuples(st.integers(0, 20), st.sampled_from(FURNITURE)), max_size=6))
def test_a_salutation_and_the_thanks_at_the_end_are_never_chrome(lines, furniture):
    for place, line in furniture:
        lines.insert(min(place, len(lines)), line)
    kinds = kinds_of(lines, "在全市会议上的讲话")
    opening = set(SALUTATIONS + ENDS[:3])
    assert all(kind is None for line, kind in zip(lines, kinds, strict=True) if line in opening)
