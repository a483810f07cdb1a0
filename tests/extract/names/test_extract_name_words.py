"""The name in the words in front of a value."""

import pytest

from include.extract.names.name_words import is_metric, own_name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        pytest.param("2012年全县完成固定资产投资", "固定资产投资", id="period, place, verb"),
        pytest.param("城镇新增就业", "城镇新增就业", id="short head before a kept verb"),
        pytest.param("其中新开工", "新开工", id="verb that is a name"),
        pytest.param("水利建设累计完成投资", "水利建设投资", id="joined around a verb"),
        pytest.param("民生支出占一般公共预算支出的", "民生支出占一般公共预算支出", id="share of a whole stays"),
        pytest.param("出口占全省的", "出口", id="share of the province is a predicate"),
        pytest.param("服务业增加值占GDP的比重达到", "服务业增加值占GDP的比重", id="share phrase"),
        pytest.param("固定资产投资比“十一五”计划目标", "固定资产投资", id="against a plan"),
        pytest.param("污水处理率与2014年同期相比下降了", "污水处理率", id="与…相比"),
        pytest.param("社会消费品零售总额预期增长目标为", "社会消费品零售总额", id="noun of the goal"),
        pytest.param("全年的目标任务是引资项目", "引资项目", id="behind the goal"),
        pytest.param("加上上级补助收入", "上级补助收入", id="加上"),
        pytest.param("加上级补助收入", "上级补助收入", id="加"),
        pytest.param("筹措资金近", "资金", id="verb before a plain noun"),
        pytest.param("建成投产率为", "建成投产率", id="verb within a rate"),
        pytest.param("建成区绿化覆盖率达", "建成区绿化覆盖率", id="verb within a noun"),
        pytest.param("农机具及维修服务价格上涨", "农机具及维修服务价格", id="verb in a coordinate noun"),
        pytest.param("用于治水、绿化等方面的环保支出", "环保支出", id="用于…的"),
        pytest.param("职业教育达到省定标准、升学率为", "升学率", id="two statements"),
        pytest.param("蛋类价格和上月持平、租房价格上涨", "租房价格", id="behind a statement that is over"),
        pytest.param("拉动GDP增长", "拉动GDP增长", id="pull keeps 增长"),
        pytest.param("压减地下水开采量", "地下水开采量", id="地 within a word"),
        pytest.param("地方基础设施建设完成投资", "地方基础设施建设投资", id="底 and 础 are no period"),
        pytest.param("1、公共财政预算收入完成", "公共财政预算收入", id="outline number"),
        pytest.param("增速最快的是临河市，", "增速", id="foremost place"),
        pytest.param("五年分别增加", "", id="years alone"),
        pytest.param("其他用品和服务上涨", "其他用品和服务", id="其 within a word"),
    ],
)
def test_the_name_is_what_is_left(before, name):
    assert own_name(before) == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        pytest.param("固定资产投资增速全省", "固定资产投资增速", id="among all"),
        pytest.param("出口增速连续三年全省", "出口增速", id="years running"),
        pytest.param("城镇居民人均可支配收入增速居全市", "城镇居民人均可支配收入增速", id="居 within 居民"),
        pytest.param("位居全省各县区营商环境指数", "营商环境指数", id="what is ranked behind"),
        pytest.param("在各县中", "", id="among whom"),
    ],
)
def test_the_name_of_a_place_in_a_ranking(before, name):
    assert own_name(before, ranked=True) == name


def test_complete_names_are_told_by_their_end():
    assert is_metric("存款余额")
    assert is_metric("参合率")
    assert not is_metric("小麦")
