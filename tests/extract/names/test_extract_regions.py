"""The place a figure is about, where it is another's."""

import pytest

from include.extract.names.regions import Home
from include.extract.observations import extract


def regions(text):
    return [observation.region for observation in extract(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("我市增长7%，青溪县财政收入增长9%。", [None, "青溪县"], id="of no table"),
        pytest.param("去年，绵阳出口超过我们3亿元。", ["绵阳"], id="without 市"),
        pytest.param("我市创新乡村治理，农村收入增长9%。", [None], id="新乡 in 创新乡村"),
        pytest.param("我市信用乡增加到13个。", [None], id="a kind of town"),
        pytest.param("我市建成区绿化覆盖率达到38%。", [None], id="a kind of area"),
        pytest.param("我市发展迅速，XX县增速达到9%。", ["XX县"], id="masked"),
        pytest.param("我市情况良好，河口工业园区产值达到42亿元。", ["河口工业园区"], id="park"),
        pytest.param("全国粮食产量增长2%，我市增长3%。", ["全国", None], id="the country, then the speaker's own"),
        pytest.param("全省工业增长9%，我市工业增长6%。", ["全省", None], id="the province of a city"),
        pytest.param("我省工业增长9%，全省投资增长6%。", [None, None], id="the province is the speaker's own"),
        pytest.param("我市出口位居全省第3位。", [None], id="among the province"),
        pytest.param("我市靠后，长三角地区增速达到9%。", ["长三角地区"], id="an area"),
        pytest.param(
            "我市县区中，青溪县、云阳区GDP分别增长8%和7%。", ["青溪县", "云阳区"], id="spread over their figures"
        ),
        pytest.param("我市县区中，增速最快的是青溪县，达到18%。", ["青溪县"], id="foremost"),
        pytest.param(
            "从县区看，青溪县收入8亿元，增长12%；临河市收入15亿元。", ["青溪县", "青溪县", "临河市"], id="item by item"
        ),
        pytest.param("青溪县带头，建材增长8%；化工投资3亿元。", ["青溪县", None], id="; ends an item"),
        pytest.param(
            "我市增速居前的是青溪县（12.1%）、云阳县（11.8%）和河东区（10.6%）。",
            ["青溪县", "云阳县", "河东区"],
            id="parentheses",
        ),
        pytest.param(
            "我市上半年各县区税收：1.青溪县（12亿元 增长5%）、2.云阳县（9亿元 增长4%）。",
            ["青溪县", "青溪县", "云阳县", "云阳县"],
            id="numbered, two figures in a parenthesis",
        ),
        pytest.param(
            "“沿江城镇带”[2]完成工业产值86亿元，增长13%；“西部生态圈”完成19亿元。",
            ["沿江城镇带", "沿江城镇带", "西部生态圈"],
            id="an area in quotes",
        ),
        pytest.param("我市千亿级县仅有2个。", [None], id="a class of counties"),
        pytest.param("优良天数比例：青溪县96.2%、云阳县95.1%。", ["青溪县", "云阳县"], id="joined by 、"),
        pytest.param(
            "全市引资126亿元，其中：青溪县32亿元，高新区41亿元。", [None, "青溪县", "高新区"], id="a zone by its kind"
        ),
        pytest.param(
            "我市投资增速较快的有青溪县、云阳县，分别增长15%和13%。", ["青溪县", "云阳县"], id="clause before 分别"
        ),
        pytest.param(
            "青溪、云阳、河东三县区税收分别为8亿元、6亿元和5亿元。",
            ["青溪", "云阳", "河东"],
            id="told by how many",
        ),
        pytest.param("工业增加值昆明增长7%，曲靖增长6%。", ["昆明", "曲靖"], id="behind the name"),
        pytest.param("销售面积青溪县32万平方米，增长4%，云阳县20万平方米。", ["青溪县", "青溪县", "云阳县"], id="held"),
        pytest.param("青溪县白石镇人均收入1.5万元。", ["青溪县白石镇"], id="a town of a county"),
        pytest.param("我市受灾最重的青溪县受灾人口3万人，倒塌房屋26间。", ["青溪县"] * 2, id="superlative"),
        pytest.param("我市出口多的地区达到9亿元，最多的地区占30%。", [None, "最多的地区"], id="a kind, no place"),
        pytest.param("我市债务61亿元（其中：青溪县1亿元），一般债务44亿元。", [None, "青溪县", None], id="left"),
        pytest.param("青溪县增长7%，云阳县增长6%，两县合计占全市的42%。", ["青溪县", "云阳县", None], id="a sum"),
        pytest.param("安排青溪县专项债券86亿元，云阳县42亿元。", ["青溪县", "云阳县"], id="behind the verb"),
        pytest.param("全国财政支出五年累计2.4万亿元，增长1.2倍。", [None, None], id="the speaker is the nation"),
    ],
)
def test_the_place_of_a_figure(text, expected):
    assert regions(text) == expected


def test_the_speakers_own_place_is_none():
    assert regions("青溪县人民政府工作报告\n青溪县财政收入8亿元，云阳县财政收入9亿元。") == [None, "云阳县"]


@pytest.mark.parametrize(
    ("text", "region", "level"),
    [
        pytest.param("我县工业增长。我县农业增长。全省领先。", None, 3, id="by 我县"),
        pytest.param("全市工业增长。", None, 2, id="by 全市"),
        pytest.param("工业增长。全县第一。", "云岭省", 1, id="by its own kind"),
        pytest.param("全市工业增长。各镇报本乡镇的路线。", None, 2, id="本乡镇 is any of them"),
        pytest.param("工业增长。", "云岭", None, id="not told"),
    ],
)
def test_the_level_of_the_speaker(text, region, level):
    assert Home.of(text, region).level == level


def test_a_home_goes_by_both_forms_of_its_name():
    home = Home.of("", "临河市")
    assert not home.is_other("临河")
    assert home.is_other("青溪县")


@pytest.mark.parametrize("text", ["今年送戏下乡332场。", "上个月市工商联收回问卷678份。"])
def test_words_that_end_like_a_place_are_none(text):
    assert regions(text) == [None]
