import pytest

from include.clean.about.metadata import Publisher
from include.clean.speeches.region import code_of_region, region_of

NOBODY = Publisher()


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("江北县2021年政府工作报告", "江北县"),
        ("二〇二一年江北县政府工作报告", "江北县"),
        ("江北县第十七届人民代表大会第五次会议政府工作报告", "江北县"),
        ("江北区十九届人大一次会议政府工作报告", "江北区"),
        ("政协江北县第九届委员会常务委员会工作报告", "江北县"),
        ("江北县人民法院工作报告", "江北县"),
        ("广西壮族自治区人民政府工作报告", "广西壮族自治区"),
        ("内蒙古自治区鄂尔多斯市东胜区政府工作报告", "内蒙古自治区鄂尔多斯市东胜区"),
        ("江北乡人民政府工作报告", "江北乡"),
        ("在江北市十五届人大一次会议闭幕会上的讲话", "江北市"),
        ("在中国共产党江北县第十四次代表大会上的报告", "江北县"),
        ("在江北区委理论学习中心组学习会上的发言", "江北区"),
        ("在江北县城乡建设会议上的讲话", "江北县"),
        ("在江北县委县政府务虚会上的讲话", "江北县"),
        ("在镇江市经济会议上的讲话", "镇江市"),
        ("在张家界市经济会议上的讲话", "张家界市"),
        ("在和平区经济会议上的讲话", "和平区"),
        ("在忠县经济会议上的讲话", "忠县"),
        ("在浦南新区挂牌仪式上的致辞", "浦南新区"),
        ("江北市市长张三在团拜会上的致辞", "江北市"),
    ],
)
def test_a_title_names_the_region(title, region):
    assert region_of(title, [], "", NOBODY) == (region, "title")


@pytest.mark.parametrize(
    ("publisher", "region", "place"),
    [
        (Publisher("来源：江北县人民政府办公室"), "江北县", "source_line"),
        (Publisher("信息来源： 江北市政府网"), "江北市", "source_line"),
        (Publisher("来源：江北区融媒体中心"), "江北区", "source_line"),
        (Publisher("来源：江北日报"), None, None),
        (Publisher("来源：网络"), None, None),
        (Publisher("来源：市政府办公室"), None, None),
        (Publisher(None, "江北县人民政府门户网站"), "江北县", "site"),
        (Publisher(None, "中国·江北市人民政府"), "江北市", "site"),
        (Publisher(None, "江北区教育局"), "江北区", "site"),
        (Publisher(None, "江北省水利厅门户网站"), "江北省", "site"),
        (Publisher(None, "江北街道办事处"), "江北街道", "site"),
        (Publisher(None, "江北市文库网"), None, None),
        (Publisher(None, "人民政府网"), None, None),
    ],
    ids=str,
)
def test_the_publisher_names_the_region_where_the_speech_does_not(publisher, region, place):
    assert region_of("在防汛会上的讲话", [], "", publisher) == (region, place)


@pytest.mark.parametrize(
    "title",
    [
        *("在全市会议上的讲话", "在市政府全体会议上的讲话", "在城区改造会议上的讲话", "在XX市经济工作会议上的讲话"),
        *("在×县会议上的讲话", "在各县市区负责人会议上的讲话", "在乡镇书记座谈会上的讲话", "在贫困县脱贫会议上的讲话"),
        *(
            "在开发区建设动员会上的讲话",
            "在工业园区推进会上的讲话",
            "在我县干部大会上的讲话",
            "在新型城镇化会议上的讲话",
        ),
        *("在某市会议上的讲话", "政府工作报告", "市政府工作报告", "在江北县调研时的讲话", "在上市公司座谈会上的讲话"),
        *("张三主持召开县政府常务会议", "王五调研市政府重点工作"),
        *("在红旗渠精神报告会上的讲话", "在老区振兴会议上的讲话", "在城乡建设会议上的讲话"),
    ],
)
def test_no_region_is_named(title):
    assert region_of(title, [], "", NOBODY) == (None, None)


@pytest.mark.parametrize(
    ("above", "speech", "expected"),
    [
        (["中共江北县委书记 张三"], "", ("江北县", "own_line")),
        (["——2021年1月10日在江北县第十七届人民代表大会第五次会议上"], "", ("江北县", "own_line")),
        (["县长 张三"], "现在，我代表江北县人民政府，向大会报告工作。", ("江北县", "text")),
        (["县长 张三"], "现在，我代表县人民政府，向大会报告工作。", (None, None)),
        ([], "我们县的工作走在全市前列。江北县要向江南县学习。", (None, None)),
    ],
)
def test_the_lines_above_and_the_first_words_name_it_too(above, speech, expected):
    assert region_of("政府工作报告", above, speech, NOBODY) == expected


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        pytest.param("四川省德阳市", None, "510600", id="led by its province"),
        pytest.param("昌平县", 1995, "110221", id="as it was"),
        pytest.param("鼓楼区", None, None, id="several of the name"),
        pytest.param("德阳市旌阳区孝泉镇", None, None, id="a town has no code"),
        pytest.param(None, 2009, None, id="none named"),
    ],
)
def test_a_region_has_the_code_of_the_one_division_it_can_be(name, year, code):
    assert code_of_region(name, year) == code


@pytest.mark.parametrize("unit", ["江北县", "江", "县", "在", "中共", "2021年"])
def test_d17_repetition_costs_linear_time(unit):
    text = unit * (100_000 // len(unit))
    region_of(text[:90], [text], text, Publisher(f"来源：{text}", text))
