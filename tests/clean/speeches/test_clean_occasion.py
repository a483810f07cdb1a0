import pytest

from include.clean.speeches.occasion import occasion_of


@pytest.mark.parametrize(
    ("title", "occasion"),
    [
        ("在全市经济工作会议上的讲话", "全市经济工作会议"),
        ("在市政府第五次全体（扩大）会议上的讲话", "市政府第五次全体（扩大）会议"),
        ("在“三项行动”动员大会暨推进会上的讲话", "“三项行动”动员大会暨推进会"),
        ("在2021年新春团拜会上的致辞", "2021年新春团拜会"),
        ("在上市公司座谈会上的总结讲话", "上市公司座谈会"),
        ("在开学典礼上的讲话稿", "开学典礼"),
        ("在县委常委会上的讲话", "县委常委会"),
        ("在全区防汛会议的讲话", "全区防汛会议"),
        ("全市经济工作会议讲话稿", "全市经济工作会议"),
        ("2021年度全市经济工作会议上的讲话", "全市经济工作会议"),
        ("县长张三在全县防汛会上的讲话（摘要）", "全县防汛会"),
        ("全市经济工作会议召开", "全市经济工作会议"),
        ("我县：全县春耕现场会在江北镇召开", "全县春耕现场会"),
        ("在县妇联第十次代表大会上的贺词", "县妇联第十次代表大会"),
        ("在江北县调研时的讲话", "江北县调研"),
    ],
)
def test_a_title_names_the_occasion(title, occasion):
    assert occasion_of(title, [], "") == (occasion, "title")


@pytest.mark.parametrize(
    "title",
    [
        "在会上的讲话",
        "在这次会议上的讲话",
        "在大会上的发言",
        "领导讲话稿",
        "政府工作报告",
        "县委委员会讲话",
        "",
        "在职培训",
    ],
)
def test_a_title_that_names_none(title):
    assert occasion_of(title, [], "") == (None, None)


@pytest.mark.parametrize(
    ("speech", "occasion"),
    [
        ("同志们：\n今天，我们在这里召开全市防汛工作会议，主要任务是部署工作。", "全市防汛工作会议"),
        ("同志们：\n前不久，省委召开了全省防汛会，今天我们召开全市防汛会，主要是贯彻落实。", "全市防汛会"),
        ("同志们：\n县委、县政府决定召开这次全县春耕现场会，主要任务是抓春耕。", "全县春耕现场会"),
        ("同志们：\n今天召开的全市招商大会，是年初的一次重要会议。", "全市招商大会"),
        ("同志们：\n今天，我们隆重举行项目集中开工仪式。", "项目集中开工仪式"),
        ("3月5日，县委召开全县春耕会。会议指出……", "全县春耕会"),
        ("3月5日，全县春耕现场会在江北镇召开。县长李四强调……", "全县春耕现场会"),
        ("同志们：\n上个月，全省防汛会议召开，全市上下认真贯彻。", None),
        ("同志们：\n前不久，省委召开了全省防汛会，全市上下认真贯彻。", None),
        ("同志们：\n今天，我们召开会议，部署工作。", None),
        ("同志们：\n今天，我们召开一次重要会议，部署工作。", None),
        ("我们要发展社会事业，抓住机会。", None),
    ],
)
def test_the_first_sentences_name_it_where_the_title_does_not(speech, occasion):
    assert occasion_of("讲话稿", [], speech)[0] == occasion


@pytest.mark.parametrize("unit", ["今天", "召开", "在", "会", "这次", "，", "今天召开会"])
def test_d17_repetition_costs_linear_time(unit):
    text = unit * (100_000 // len(unit))
    occasion_of(text[:90], [text[:50]], text)
