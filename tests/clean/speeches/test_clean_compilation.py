import pytest

from include.clean.speeches.compilation import starts_of
from include.clean.speeches.split import split_speeches
from include.clean.text.lines import lines_of

SALUTED = (
    "同志们：\n"
    + "今年以来，全区经济运行平稳，农业增产，工业增效，群众增收，各项事业都有新的进展。\n" * 10
    + "谢谢大家。"
)
PLAIN = (
    "今天我们开会，部署春耕生产。\n"
    + "各镇要抓紧备耕，农资要保供应，水利要保灌溉，技术要送到田头，责任要落到人头。\n" * 10
)
PLAIN = PLAIN.strip()
PAGE = "区长在全区会议上的讲话（精选三篇）"


def bodies(text, title=PAGE):
    return [text[span.start : span.end] for span in split_speeches(text, title)]


def page(*headings, body=SALUTED, before=""):
    return before + "".join(f"{heading}\n{body}\n" for heading in headings)


NUMBERED = [
    ["第一篇：在春耕会上的讲话", "第二篇：在防汛会上的讲话", "第三篇：在年终会上的讲话"],
    ["第1篇 春耕会讲话", "第2篇 防汛会讲话"],
    ["【第一篇】", "【第二篇】", "【第三篇】"],
    ["（第一篇）在春耕会上的讲话", "（第二篇）在防汛会上的讲话"],
    ["区长会议讲话材料篇1", "区长会议讲话材料篇2", "区长会议讲话材料篇3"],
    ["区长会议讲话材料（篇一）", "区长会议讲话材料（篇二）"],
    ["区长会议讲话 第1篇", "区长会议讲话 第2篇"],
    ["春耕工作部署会 篇1", "春耕工作部署会 篇2"],
    ["区长会议讲话 篇1：春耕", "区长会议讲话 篇2：防汛"],
    ["篇一：春耕讲话", "篇二：防汛讲话"],
    ["★篇一★", "★篇二★"],
    ["■ 篇1", "■ 篇2", "■ 篇3"],
    ["【篇1】", "【篇2】"],
    ["《篇一》春耕", "《篇二》防汛"],
    ["范文一", "范文二", "范文三"],
    ["【范例1】", "【范例2】"],
    ["讲话稿1", "讲话稿2", "讲话稿3", "讲话稿4", "讲话稿5"],
    ["发言材料之一：春耕", "发言材料之二：防汛"],
    ["Part 1", "Part 2"],
    ["第壹篇", "第贰篇"],
    ["文一：", "文二：", "文三："],
    ["例1", "例2"],
    ["春耕会讲话稿范文一", "春耕会讲话稿范文二"],
    ["1、在春耕会上的开幕词", "2、在防汛会上的贺词"],
    ["PART1 春耕动员", "PART2 防汛动员"],
    ["（一）在春耕会上的讲话", "（二）在防汛会上的讲话"],
    ["一、在春耕会上的讲话", "二、在防汛会上的讲话", "三、在年终会上的致辞"],
    ["1、在春耕会上的讲话", "2、在防汛会上的讲话"],
    ["1. 在春耕会上的讲话", "2. 在防汛会上的发言稿"],
    ["①在春耕会上的讲话", "②在防汛会上的讲话"],
    ["⑴ 在春耕会上的讲话", "⑵ 在防汛会上的讲话"],
    ["㈠在春耕会上的讲话", "㈡在防汛会上的讲话"],
    ["Ⅰ. 在春耕会上的讲话", "Ⅱ. 在防汛会上的讲话"],
    ["[1] 在春耕会上的讲话", "[2] 在防汛会上的讲话"],
    ["在全区会议上的讲话稿 1", "在全区会议上的讲话稿 2"],
    ["在全区会议上的讲话（一）", "在全区会议上的讲话（二）"],
    ["区长在全区会议上的讲话1", "区长在全区会议上的讲话2"],
    ["第一篇：在春耕会上的讲话", "【篇二】在防汛会上的讲话", "范文三"],
    ["１、在春耕会上的讲话", "２、在防汛会上的讲话"],
    ["讲话一：在春耕会上", "讲话二：在防汛会上"],
    ["---第一篇---", "---第二篇---"],
    ["第一篇：在春耕会上的讲话", "区长讲话篇2", "篇三：年终讲话"],
    ["春耕讲话范文 篇1（800字）", "防汛讲话范文 篇2（900字）"],
    ["01 在春耕会上的讲话", "02 在防汛会上的讲话"],
    ["区长在全区会议上的讲话 1", "区长在全区会议上的讲话 2", "区长在全区会议上的讲话 3"],
]


@pytest.mark.parametrize("headings", NUMBERED, ids=lambda headings: headings[0])
def test_numbered_headings_begin_speeches(headings):
    assert bodies(page(*headings)) == [SALUTED] * len(headings)


@pytest.mark.parametrize("headings", NUMBERED[:20:2], ids=lambda headings: headings[0])
def test_speeches_without_a_salutation_are_split_by_headings_too(headings):
    assert bodies(page(*headings, body=PLAIN)) == [PLAIN] * len(headings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"在春耕会上的讲话\n{SALUTED}\n在防汛会上的讲话\n{SALUTED}\n", [SALUTED, SALUTED], id="titles, salutations"
        ),
        pytest.param(
            f"在春耕会上的讲话\n（2021年3月1日）\n{PLAIN}\n在防汛会上的讲话\n（2021年6月1日）\n{PLAIN}",
            [PLAIN, PLAIN],
            id="titles, dates",
        ),
        pytest.param(
            f"在春耕会上的讲话\n区长 王二\n{SALUTED}\n在防汛会上的讲话\n区长 王二\n{SALUTED}",
            [SALUTED, SALUTED],
            id="titles, speakers",
        ),
        pytest.param(
            f"不误农时再出发\n——在春耕会上的讲话\n{SALUTED}\n众志成城保安澜\n——在防汛会上的讲话\n{SALUTED}",
            [SALUTED, SALUTED],
            id="titles over subtitles",
        ),
        pytest.param(f"{SALUTED}\n在防汛会上的讲话\n{SALUTED}", [SALUTED, SALUTED], id="the first without title"),
        pytest.param(f"{SALUTED}\n{SALUTED}\n{SALUTED}", [SALUTED] * 3, id="only farewell and salutation"),
        pytest.param(f"{SALUTED}\n会议讲话篇2\n{SALUTED}\n会议讲话篇3\n{SALUTED}", [SALUTED] * 3, id="篇2 and 篇3"),
        pytest.param(f"{SALUTED}\n第二篇：防汛讲话\n{SALUTED}", [SALUTED] * 2, id="only 第二篇"),
        pytest.param(f"第一篇：春耕讲话\n{SALUTED}", [SALUTED], id="only 第一篇"),
        pytest.param(
            "本文共收集了三篇讲话，内容涉及农业、水利和年终工作，各篇都由办公室起草，语言朴实，层次清楚。" * 8
            + "\n"
            + page("篇一", "篇二"),
            [SALUTED] * 2,
            id="a long introduction is no speech",
        ),
        pytest.param(
            f"讲话1\n讲话2\n（2021年3月5日）\n{SALUTED}\n讲话2\n{SALUTED}", [SALUTED] * 2, id="contents, then no 讲话1"
        ),
        pytest.param(
            f"讲话稿要主题明确，结构清楚。\n在春耕会上的讲话\n区长 王二\n{SALUTED}\n讲话2\n{SALUTED}",
            [SALUTED] * 2,
            id="words of the site above a first speech without heading",
        ),
        pytest.param(page("★篇1★", "★区长讲话篇2★"), [SALUTED] * 2, id="ornaments"),
        pytest.param(page("篇1", "篇2", "篇1", "篇2"), [SALUTED] * 4, id="two series"),
        pytest.param(
            "第一篇：春耕讲话 " + SALUTED.replace("\n", "") + " 第二篇：防汛讲话 " + SALUTED.replace("\n", ""),
            [SALUTED.replace("\n", "")] * 2,
            id="two on one line",
        ),
        pytest.param(page("篇1", "篇2", "篇4"), [SALUTED] * 3, id="a lost heading"),
    ],
)
def test_what_else_begins_a_speech(text, expected):
    assert bodies(text) == expected


CONTENTS = "春耕会上的讲话", "防汛会上的讲话", "年终会上的讲话"


@pytest.mark.parametrize(
    "contents",
    [
        pytest.param([f"第{no}篇：在{name}" for no, name in zip("一二三", CONTENTS, strict=True)], id="same headings"),
        pytest.param([f"第{no}篇：在{name}……{no * 3}" for no, name in enumerate(CONTENTS, 1)], id="page numbers"),
        pytest.param([f"{no}. 在{name}" for no, name in enumerate(CONTENTS, 1)], id="another numbering"),
        pytest.param([f"在{name}" for name in CONTENTS], id="titles"),
        pytest.param(["目录", *(f"第{no}篇 在{name}" for no, name in enumerate(CONTENTS, 1))], id="目录"),
        pytest.param(
            [f"第{no}篇：在{name}" for no, name in enumerate(CONTENTS, 1)] + ["这里收集了三篇。" * 20],
            id="introduction behind",
        ),
    ],
)
@pytest.mark.parametrize("form", ["第{}篇：在{}", "篇{}", "在{1}"])
def test_a_table_of_contents_is_no_split(contents, form):
    headings = [form.format(no, name) for no, name in enumerate(CONTENTS, 1)]
    assert bodies("\n".join(contents) + "\n" + page(*headings)) == [SALUTED] * 3


OPEN, REST = SALUTED.split("\n", 1)
ONE = [
    pytest.param(f"在会上的讲话\n{OPEN}\n{REST}\n一、总体要求\n{REST}\n二、重点任务\n{REST}", id="outline 一、"),
    pytest.param(f"{SALUTED}\n（一）抓好春耕生产\n{PLAIN}\n（二）抓好防汛\n{PLAIN}", id="outline （一）"),
    pytest.param(
        f"{OPEN}\n{REST}\n（一）学习贯彻书记重要讲话\n{PLAIN}\n（二）学习领会会议上的讲话\n{PLAIN}",
        id="studying speeches",
    ),
    pytest.param(
        f"{OPEN}\n{REST}\n（一）关于政府工作报告\n{PLAIN}\n（二）关于法院工作报告\n{PLAIN}", id="deliberating reports"
    ),
    pytest.param(f"{OPEN}\n{REST}\n1. 做好年度总结\n{PLAIN}\n2. 写好调研报告\n{PLAIN}", id="tasks that end in 总结"),
    pytest.param(
        f"{OPEN}\n今天讲三篇文章。\n第一篇：工业强区\n{PLAIN}\n第二篇：农业稳区\n{PLAIN.replace('今天我们', '大家')}",
        id="三篇文章",
    ),
    pytest.param(f"{OPEN}\n{REST}\n第一篇文章，工业强区\n{PLAIN}\n第二篇文章，农业稳区\n{PLAIN}", id="第一篇文章"),
    pytest.param(f"{PLAIN}\n第一部分 回顾\n{PLAIN}\n第二部分 打算\n{PLAIN}", id="第一部分"),
    pytest.param(f"{PLAIN}\n第一章 回顾\n{PLAIN}\n第二章 打算\n{PLAIN}", id="第一章"),
    pytest.param(f"{PLAIN}\n学习了书记在全区会议上的讲话\n精神。\n{PLAIN}", id="a broken line"),
    pytest.param(
        f"{PLAIN}\n要学习好\n在全区会议上的讲话\n精神，抓好落实，把各项工作往前推一步，不辜负群众的期望，\n{PLAIN}",
        id="a title in a broken line",
    ),
    pytest.param(f"{PLAIN}\n在春耕会上的讲话\n{PLAIN}\n在春耕会上的讲话\n{PLAIN}", id="a running header"),
    pytest.param(f"{OPEN}\n{REST[:-5]}\n同志们！\n{PLAIN}\n谢谢大家。", id="a second salutation"),
    pytest.param(f"{OPEN}\n{PLAIN}\n下面，请李四同志发言。\n{PLAIN}\n同志们：\n{PLAIN}", id="主持词 with two parts"),
    pytest.param(
        f"{PLAIN}\n会议传达了区长在全区会议上的讲话。\n“同志们：春耕是大事。”区长说。\n{PLAIN}", id="a speech quoted"
    ),
    pytest.param(f"3月5日，全区春耕会召开。\n{PLAIN}\n区长王二出席并讲话。\n{PLAIN}", id="a report"),
    pytest.param(
        "主持人：请区长讲话。\n区长："
        + PLAIN
        + "谢谢大家！\n同志们：\n"
        + PLAIN
        + "谢谢大家！\n记者：问个问题。\n区长：好。\n同志们：\n"
        + PLAIN,
        id="a press conference",
    ),
    pytest.param(f"{PLAIN}\n关于上半年工作的总结\n{PLAIN}\n关于下半年工作的汇报\n{PLAIN}", id="sections 关于…总结"),
    pytest.param(f"在春耕会上的讲话\n{SALUTED}\n2021年3月1日", id="a date at the end"),
    pytest.param(
        f"在春耕会上的讲话\n{PLAIN}\n在春耕会上的讲话(2)\n{PLAIN}\n在春耕会上的讲话(3)\n{PLAIN}",
        id="pages of one article",
    ),
    pytest.param(f"{SALUTED}\n例1\n{PLAIN}\n例2\n{PLAIN}", id="examples within a speech"),
    pytest.param(f"{PLAIN}\n案例一：春耕\n{PLAIN}\n案例二：防汛\n{PLAIN}", id="cases"),
    pytest.param(f"{PLAIN}\n附件1\n{PLAIN}\n附件2\n{PLAIN}", id="attachments"),
]


OUTLINE = ["{}、", "（{}）", "{}. ", "第{}部分 ", "第{}章 ", "第{}篇 ", "附件{}：", "案例{}：", "专栏{} "]
TOPICS = ["落实会议上的讲话", "主持好座谈会上的发言", "听取政府工作报告", "做好年度工作总结"]


@pytest.mark.parametrize("form", OUTLINE)
def test_an_outline_that_speaks_of_speeches_is_no_split(form):
    sections = [f"{form.format(no)}{topic}\n同志们！\n{PLAIN}" for no, topic in zip("一二三四", TOPICS, strict=True)]
    assert len(split_speeches(f"在春耕会上的讲话\n{SALUTED}\n" + "\n".join(sections), "在春耕会上的讲话")) == 1


@pytest.mark.parametrize("text", ONE)
def test_one_speech_stays_one(text):
    assert len(split_speeches(text, "在春耕会上的讲话")) == 1


@pytest.mark.parametrize(
    "unit",
    [
        "第一篇：\n",
        "第",
        "（",
        "在会上的讲话\n",
        "谢谢大家\n同志们：\n",
        "第二篇\n" + "农" * 120 + "\n",
    ],
)
def test_d17_repetition_costs_linear_time(unit):
    starts_of(lines_of(unit * (100_000 // len(unit))))
