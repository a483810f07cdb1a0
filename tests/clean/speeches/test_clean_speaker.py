import pytest

from include.clean.about.metadata import Publisher
from include.clean.speeches.speaker import speaker_of_line
from include.clean.speeches.split import split_speeches

BODY = "今天的会很重要。" + "要抓好春耕生产，保障农资供应，把责任落实到每个镇、每个村、每块田。" * 6
SALUTED = f"同志们：\n{BODY}"
DEPUTIES = f"各位代表：\n{BODY}"


def said(text, title=None, publisher=Publisher()):  # noqa: B008
    (span,) = split_speeches(text, title, publisher)
    return span.speaker, span.office, span.occasion, span.region


# title of the page, the text, and the speaker, office, occasion and region that they name
HEADS = [
    ("在全县经济工作会议上的讲话", f"县长 李四\n（2021年3月5日）\n{SALUTED}", "李四", "县长", "全县经济工作会议", None),
    ("在全县经济会议上的讲话", f"（2021年3月5日）\n县长　李 四\n{SALUTED}", "李四", "县长", "全县经济会议", None),
    ("在全市三农工作会议上的讲话", f"市委书记 王小五\n{SALUTED}", "王小五", "市委书记", "全市三农工作会议", None),
    ("在防汛会上的讲话", f"中共江北县委书记 李四\n2021.6.1\n{SALUTED}", "李四", "中共江北县委书记", "防汛会", "江北县"),
    ("在防汛会上的讲话", f"江北县人民政府县长  赵六\n{SALUTED}", "赵六", "江北县人民政府县长", "防汛会", "江北县"),
    ("在防汛会上的讲话", f"讲话人：李四\n{SALUTED}", "李四", None, "防汛会", None),
    ("在防汛会上的讲话", f"在防汛会上的讲话\n李 四\n（2021年3月5日）\n{SALUTED}", "李四", None, "防汛会", None),
    ("在防汛会上的讲话", f"县委副书记、县长 李四\n{SALUTED}", "李四", "县委副书记、县长", "防汛会", None),
    ("在防汛会上的讲话", f"区长：欧阳七\n{SALUTED}", "欧阳七", "区长", "防汛会", None),
    ("在防汛会上的讲话", f"县长 ×××\n{SALUTED}", "×××", "县长", "防汛会", None),
    ("在防汛会上的讲话", f"县委书记 XXX\n{SALUTED}", "XXX", "县委书记", "防汛会", None),
    ("在防汛会上的讲话", f"区长 李某某\n{SALUTED}", "李某某", "区长", "防汛会", None),
    ("在防汛会上的讲话", f"区长 王×\n{SALUTED}", "王×", "区长", "防汛会", None),
    ("在防汛会上的讲话", f"自治州州长 阿不都·热合曼\n{SALUTED}", "阿不都·热合曼", "自治州州长", "防汛会", None),
    ("在防汛会上的讲话", f"李四（县委常委、常务副县长）\n{SALUTED}", "李四", "县委常委、常务副县长", "防汛会", None),
    ("在防汛会上的讲话", f"（2021年3月5日 县长 李四）\n{SALUTED}", "李四", "县长", "防汛会", None),
    ("李四在全县经济工作会议上的讲话", SALUTED, "李四", None, "全县经济工作会议", None),
    ("李四同志在全县经济工作会议上的讲话", SALUTED, "李四", None, "全县经济工作会议", None),
    ("县长王五在春节团拜会上的致辞", SALUTED, "王五", "县长", "春节团拜会", None),
    ("市委副书记、市长王五在全市安全生产会议上的讲话", SALUTED, "王五", "市委副书记、市长", "全市安全生产会议", None),
    ("王五市长在全市安全生产会议上的讲话", SALUTED, "王五", "市长", "全市安全生产会议", None),
    ("江北县县长王五在防汛会上的讲话", SALUTED, "王五", "江北县县长", "防汛会", "江北县"),
    ("县长在全县经济工作会议上的讲话", SALUTED, None, "县长", "全县经济工作会议", None),
    ("市委书记在全市动员大会暨重点项目推进会上的讲话", SALUTED, None, "市委书记", "全市动员大会暨重点项目推进会", None),
    ("【讲话】2021年李四在防汛会上的讲话", SALUTED, "李四", None, "防汛会", None),
    ("乘势而上 ——李四在防汛会上的讲话", SALUTED, "李四", None, "防汛会", None),
    (
        "政府工作报告",
        f"——2021年1月10日在江北县第十七届人民代表大会第五次会议上\n江北县人民政府县长 李四\n{DEPUTIES}",
        *("李四", "江北县人民政府县长", "江北县第十七届人民代表大会第五次会议", "江北县"),
    ),
    (
        "江北县2021年政府工作报告",
        f"（2021年1月10日在县第十七届人民代表大会第五次会议上）\n县长 李四\n{DEPUTIES}",
        *("李四", "县长", "县第十七届人民代表大会第五次会议", "江北县"),
    ),
    ("东山自治县政府工作报告", DEPUTIES, None, None, None, "东山自治县"),
    ("2021年东川省江北市人民政府工作报告", DEPUTIES, None, None, None, "东川省江北市"),
    ("在江北区经济工作会议上的讲话", SALUTED, None, None, "江北区经济工作会议", "江北区"),
    ("在中共江北县委十三届二次全会上的讲话", SALUTED, None, None, "中共江北县委十三届二次全会", "江北县"),
    ("在政协江北市第五届委员会第一次会议上的讲话", SALUTED, None, None, "政协江北市第五届委员会第一次会议", "江北市"),
    ("在市政府第五次全体会议上的讲话", SALUTED, None, None, "市政府第五次全体会议", None),
    ("讲话稿", "同志们：\n今天，我们在这里召开全市经济工作会议，任务有三项。", None, None, "全市经济工作会议", None),
    ("讲话稿", "同志们：\n经市委研究，今天召开全市动员会暨项目推进会。", None, None, "全市动员会暨项目推进会", None),
    ("讲话稿", "同志们：\n这次全市春季农业现场会，是市政府决定召开的。", None, None, "全市春季农业现场会", None),
    ("政府工作报告", f"各位代表：\n现在，我代表江北镇人民政府，向大会报告工作。{BODY}", None, None, None, "江北镇"),
    ("全市经济工作会议讲话稿", SALUTED, None, None, "全市经济工作会议", None),
    ("在防汛会上的讲话", f"李 四\n（2021年3月5日）\n{SALUTED}", "李四", None, "防汛会", None),
    ("在防汛会上的讲话", f"李四\n（2021年3月5日）\n{SALUTED}", "李四", None, "防汛会", None),
    ("在防汛会上的讲话", f"县水利局党组书记、局长\n李四\n{SALUTED}", "李四", "县水利局党组书记、局长", "防汛会", None),
    ("在防汛会上的讲话", f"县　长　李　四\n{SALUTED}", "李四", "县长", "防汛会", None),
    ("在防汛会上的讲话", f"市  长  ×  ×  ×\n{SALUTED}", "×××", "市长", "防汛会", None),
    ("江北县召开防汛会", f"3月5日，江北县召开防汛会。县长李四出席会议并讲话。{BODY}", "李四", "县长", "防汛会", None),
]  # fmt: skip


IDS = [f"{row[0]} {row[1][:20]}" for row in HEADS]


@pytest.mark.parametrize(("title", "text", "speaker", "office", "occasion", "region"), HEADS, ids=IDS)
def test_what_a_speech_says_of_itself(title, text, speaker, office, occasion, region):
    assert said(text, title) == (speaker, office, occasion, region)


def test_where_each_was_read():
    title = "李四在江北县防汛会上的讲话"
    (span,) = split_speeches(SALUTED, title)
    assert (span.title_from, span.speaker_from, span.occasion_from, span.region_from) == (
        *("page_title", "title", "title", "title"),
    )
    (span,) = split_speeches(f"县长 李四\n{SALUTED}", "讲话稿")
    assert (span.speaker_from, span.occasion_from) == ("own_line", None)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        pytest.param("关于在全市开展春耕的讲话", SALUTED, id="关于在 is no name"),
        pytest.param("在全市会议上的讲话", SALUTED, id="no name in the title"),
        pytest.param("全市在会议上的讲话", SALUTED, id="全市"),
        pytest.param("于2021年在会议上的讲话", SALUTED, id="于"),
        pytest.param("高举旗帜在新时代奋进的讲话", SALUTED, id="高举旗帜"),
        pytest.param("方向在脚下", SALUTED, id="no speech is named"),
        pytest.param("农业农村工作在会议上的讲话", SALUTED, id="农业"),
        pytest.param("讲话稿", f"凝心聚力\n{SALUTED}", id="a slogan"),
        pytest.param("讲话稿", f"高质量发展\n{SALUTED}", id="a slogan that begins with a family name"),
        pytest.param("讲话稿", f"全文\n{SALUTED}", id="全文"),
        pytest.param("讲话稿", f"主持词\n{SALUTED}", id="主持词"),
        pytest.param("讲话稿", f"（摘要）\n{SALUTED}", id="摘要"),
        pytest.param("讲话稿", f"2021年3月5日\n{SALUTED}", id="a date"),
        pytest.param("讲话稿", f"同志们：\n刚才，县长李四作了动员讲话。{BODY}", id="another speaker, named within"),
        pytest.param("讲话稿", f"同志们：\n县委书记王五同志出席会议并将作讲话。{BODY}", id="the next speaker"),
        pytest.param("商务局在全县会议上的发言", SALUTED, id="an office, not a person"),
        pytest.param("江北县在全市会议上的发言", SALUTED, id="a county"),
        pytest.param("党委书记会议讲话材料", SALUTED, id="a meeting of secretaries"),
        pytest.param("任务在肩", SALUTED, id="任务"),
        pytest.param("讲话稿", f"一、总体要求\n{SALUTED}", id="a heading"),
    ],
)
def test_a_wrong_speaker_is_worse_than_none(title, text):
    assert said(text, title)[0] is None


@pytest.mark.parametrize("unit", ["李", "县长", " ", "（", "2021年", "、", "×", "·", "在", "长 "])
def test_d17_repetition_costs_linear_time(unit):
    text = unit * (100_000 // len(unit))
    assert speaker_of_line(text) is None
    split_speeches(f"{text}\n{SALUTED}", text)
