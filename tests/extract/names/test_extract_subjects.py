"""What each figure of a text is about: the names of whole sentences, of every kind a report has."""

import pytest

from include.extract.observations import extract


def names(text):
    return [observation.indicator for observation in extract(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("生产总值 [2]86.5亿元，常住人口[11]31万人。", ["生产总值", "常住人口"], id="marks of footnotes"),
        pytest.param(
            "财政总收入突破亿元大关，完成1.12亿元，增长9%；农民人均纯收入首次突破万元，达到10320元。",
            ["财政总收入", "财政总收入", "农民人均纯收入"],
            id="passed a mark",
        ),
        pytest.param(
            "食品、建材分别完成产值12亿元和8亿元，分别增长5%和7%。",
            ["食品产值", "建材产值"] * 2,
            id="a measure behind the word that spreads",
        ),
        pytest.param(
            "重点项目20个，新增7家省级技术联盟、3家实验室。",
            ["重点项目", "新增省级技术联盟", "实验室"],
            id="what is added stands behind its figure",
        ),
        pytest.param(
            "重点项目20个，已开工9个，竣工4个。", ["重点项目", "开工重点项目", "竣工重点项目"], id="bare stages"
        ),
        pytest.param(
            "82项计划开工项目，总投资90亿元。", ["计划开工项目", "计划开工项目总投资"], id="a stage in a noun"
        ),
        pytest.param(
            "引进远航装备、青禾食品集团等总部企业14户。", ["总部企业"], id="what the examples are examples of"
        ),
        pytest.param("生产总值增速滞后全市1.2个百分点。", ["生产总值"], id="lags behind"),
        pytest.param("固定资产投资增长6%，差目标2个百分点。", ["固定资产投资"] * 2, id="short of its goal"),
        pytest.param("生产总值剔除停产等不可比因素增长7.8%。", ["生产总值"], id="factors left out"),
        pytest.param("出口总额应当超过3亿元，税收则下降2%。", ["出口总额", "税收"], id="should, but"),
        pytest.param(
            "生产总值42亿元，年增量7亿元，增长15%。", ["生产总值", "生产总值年增量", "生产总值"], id="its increase"
        ),
        pytest.param(
            "按户籍人口计算的人均生产总值5.2万元，按平均汇率折算达0.8万美元。",
            ["人均生产总值"] * 2,
            id="how it is reckoned",
        ),
        pytest.param("9%的生产总值增幅来之不易。", ["生产总值"], id="a rate before what moves"),
        pytest.param("通过培训使3200人实现了再就业。", ["再就业"], id="brought to work"),
        pytest.param(
            "各级各类学校86所，在谈项目12个。", ["各级各类学校", "在谈项目"], id="words that begin like a lead"
        ),
        pytest.param(
            "新建小学、初中12所，同步建成停车位300个。", ["小学、初中", "停车位"], id="a name that ends in 中"
        ),
        pytest.param("6月工业产值完成8亿元(同期XX亿元)，增长3%。", ["工业产值"] * 3, id="masked aside"),
        pytest.param("XX完成固定资产投资14亿元。", ["固定资产投资"], id="a place left blank"),
        pytest.param(
            "各县区财政总收入完成情况如下：\n青溪县12亿元，增长6%；\n云岭县8亿元。\n粮食产量3万吨。\n下降2%。",
            [*["财政总收入"] * 3, "粮食产量", None],
            id="announced for a list, up to the next name",
        ),
        pytest.param("粮食总产量45.6万吨，增长3%。", ["粮食总产量"] * 2, id="carried in the sentence"),
        pytest.param("全年实现生产总值86亿元。比上年增长7%。", ["生产总值"] * 2, id="carried from the sentence before"),
        pytest.param(
            "工业用电量下降，1—5月累计为3.2亿千瓦时，同比下降6%。", ["工业用电量"] * 2, id="clause without a figure"
        ),
        pytest.param(
            "渔业用水量低速增长，完成29万立方米，增长2%；林业用水量平稳回升，完成9万立方米。",
            ["渔业用水量", "渔业用水量", "林业用水量"],
            id="clause that tells the course, item by item",
        ),
        pytest.param("铁路货运量保持向好势头，五月完成30万吨。", ["铁路货运量"], id="kept its course"),
        pytest.param("能源消费量由升转降，下降1.9%。", ["能源消费量"], id="turned"),
        pytest.param("高技术产业增加值增长较快，增速达14.2%。", ["高技术产业增加值"], id="growth of what was told of"),
        pytest.param("贫困发生率从8.1%下降到0.6%。", ["贫困发生率"] * 2, id="second figure of a clause"),
        pytest.param(
            "税收收入年初预算52亿元，执行中调整为54亿元，完成55亿元。",
            ["税收收入年初预算", "税收收入", "税收收入"],
            id="a plan reset",
        ),
        pytest.param("支出预算由31亿元变动为34亿元。", ["支出预算"] * 2, id="a plan changed"),
        pytest.param("专项资金12亿元，资金使用完成率105%。", ["专项资金", "资金使用完成率"], id="a verb in a rate"),
        pytest.param(
            "总投资亿元以上项目26个，完成投资占全部投资的比重为61%。",
            ["总投资亿元以上项目", "总投资亿元以上项目投资占全部投资的比重"],
            id="a measure of the part",
        ),
        pytest.param("让1.2万户、3万人住上新房。", ["住上新房"] * 2, id="what people were brought to"),
        pytest.param("按不低于6%的比例压减会议费。", ["会议费"], id="moved at a rate"),
        pytest.param("长期护理试点扩大到11个省份。", ["长期护理试点省份"], id="where a trial is held"),
        pytest.param("建设改造45公里城市管网。", ["城市管网"], id="work on an amount"),
        pytest.param("新增规上企业12家、累计86家。", ["新增规上企业", "规上企业"], id="a sum is of all"),
        pytest.param("累计修建公路90公里，其中今年修建40公里。", ["公路"] * 2, id="a verb alone in the same unit"),
        pytest.param(
            "实施重点项目86个，已开工62个，竣工18个。",
            ["重点项目", "开工重点项目", "竣工重点项目"],
            id="stages of what was counted",
        ),
        pytest.param("20个村摘帽、8600人脱贫。", ["摘帽村", "脱贫"], id="people and their verb"),
        pytest.param(
            "规上工业企业实现营业收入42亿元，利润3亿元。",
            ["规上工业企业营业收入", "规上工业企业利润"],
            id="a general measure belongs to the subject",
        ),
        pytest.param(
            "收入20亿元，其中税收15亿元，占比75%。", ["收入", "税收", "税收占比"], id="a part named for itself"
        ),
        pytest.param("小麦产量3万吨，玉米2万吨。", ["小麦产量", "玉米产量"], id="measure of the item before"),
        pytest.param("小麦产量3万吨，增长2%，出口8亿元。", ["小麦产量", "小麦产量", "出口"], id="complete name alone"),
        pytest.param(
            "化工行业增加值增长9%，食品行业增长4%。", ["化工行业增加值", "食品行业增加值"], id="sectors in per cent"
        ),
        pytest.param(
            "工业对经济增长的贡献率为41%，拉动GDP增长3个百分点。",
            ["工业对经济增长的贡献率", "工业拉动GDP增长"],
            id="contribution and pull",
        ),
        pytest.param(
            "税收收入6亿元，占财政收入的比重为71%。",
            ["税收收入", "税收收入占财政收入的比重"],
            id="share of a whole",
        ),
        pytest.param("园区产值55亿元，占全县工业总产值66%。", ["园区产值"] * 2, id="share without 的"),
        pytest.param("其中降幅较大的有纯碱（下降12%）、陶瓷（下降9%）。", ["纯碱", "陶瓷"], id="items in parentheses"),
        pytest.param("出口增长6%，增速比一季度回落2个百分点。", ["出口", "出口增速"], id="movement of the name before"),
        pytest.param("从出口情况看，受市场影响，今年增长9%。", ["出口"], id="topic"),
        pytest.param("4个乡镇实现回升，合计增收3千万元。", ["乡镇", "乡镇增收"], id="gain of what was counted"),
    ],
)
def test_names_run_through_a_sentence(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("小麦、玉米产量分别为3万吨和4万吨。", ["小麦产量", "玉米产量"], id="shared tail"),
        pytest.param(
            "城镇和农村居民人均可支配收入分别增长7%和9%。",
            ["城镇居民人均可支配收入", "农村居民人均可支配收入"],
            id="parallel heads",
        ),
        pytest.param(
            "城、乡居民人均可支配收入分别为2万元、1万元，增长8%、11%。",
            ["城镇居民人均可支配收入", "农村居民人均可支配收入"] * 2,
            id="spelt out, and a second list without 分别",
        ),
        pytest.param(
            "一、二、三产业增加值分别增长3%、7%和8%。",
            ["一产业增加值", "二产业增加值", "三产业增加值"],
            id="ordinals",
        ),
        pytest.param(
            "第二、第三产业占生产总值的比重分别提高0.8和0.3个百分点。",
            ["第二产业占生产总值的比重", "第三产业占生产总值的比重"],
            id="shares",
        ),
        pytest.param(
            "三次产业对经济增长的贡献率分别为6%、48%、46%。",
            [f"第{n}产业对经济增长的贡献率" for n in "一二三"],
            id="three sectors",
        ),
        pytest.param(
            "粮油类、烟酒及饮料类和水产类价格分别上涨4%、1%和2%。",
            ["粮油类价格", "烟酒及饮料类价格", "水产类价格"],
            id="及 inside a name",
        ),
        pytest.param(
            "尤其是税收、用电量和进口，分别增长6%、5%和8%。",
            ["税收", "用电量", "进口"],
            id="names in the clause before",
        ),
        pytest.param(
            "接待游客52万人次，旅游收入3亿元，同比分别增长22%和26%。",
            ["接待游客", "旅游收入"] * 2,
            id="names of the figures before",
        ),
        pytest.param(
            "化学需氧量、氨氮和二氧化硫排放量分别削减3%、2%和4%。",
            ["化学需氧量排放量", "氨氮排放量", "二氧化硫排放量"],
            id="tail for all",
        ),
        pytest.param(
            "造纸、陶瓷用电量都有所增长，增幅分别为8%和6%。",
            ["造纸用电量", "陶瓷用电量"],
            id="of the clause before",
        ),
        pytest.param(
            "小麦、玉米种植面积分别为52万亩和38万亩，总产分别为21万吨和19万吨。",
            ["小麦种植面积", "玉米种植面积", "小麦总产", "玉米总产"],
            id="measured again",
        ),
        pytest.param(
            "中、高等教育在校生分别达到2万人和1万人。", ["中等教育在校生", "高等教育在校生"], id="half a head"
        ),
        pytest.param(
            "海洋经济、民营经济占生产总值比重18%和61%。",
            ["海洋经济占生产总值比重", "民营经济占生产总值比重"],
            id="without 分别",
        ),
        pytest.param(
            "全县农作物播种面积、粮食产量均增长5%。", ["农作物播种面积、粮食产量"], id="one figure of two names"
        ),
    ],
)
def test_lists_of_names_are_spread_over_lists_of_figures(text, expected):
    assert names(text) == expected


def test_a_new_paragraph_forgets_the_name():
    assert names("财政收入8亿元。\n增长6%。") == ["财政收入", None]


def test_a_place_carries_with_the_name_and_no_further():
    found = extract("绵阳GDP达到1200亿元。增长9%。全市财政收入8亿元。")
    assert [observation.region for observation in found] == ["绵阳", "绵阳", None]


def test_a_list_of_places_is_spread_over_the_lists_that_follow():
    found = extract("我市各县，青溪县、云阳区收入分别为6亿元、8亿元，同比分别增长12%和9%。")
    assert [(o.indicator, o.region) for o in found] == [("收入", "青溪县"), ("收入", "云阳区")] * 2
