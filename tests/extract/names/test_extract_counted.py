"""Names behind their figure."""

import pytest

from include.extract.names.counted import counted_noun
from include.extract.observations import extract


@pytest.mark.parametrize(
    ("after", "noun"),
    [
        pytest.param("贫困村实现脱贫", "贫困村", id="up to a verb"),
        pytest.param("规模以上工业企业实现产值", "规模以上工业企业", id="以 within a word"),
        pytest.param("智能工厂投产", "智能工厂", id="能 within a word"),
        pytest.param("结对帮扶干部", "结对帮扶干部", id="对 within a word"),
        pytest.param("大企业2月20日前复工", "大企业", id="up to a period"),
        pytest.param("以上的重点项目", "重点项目", id="behind a bound"),
        pytest.param("左右", "", id="no noun"),
    ],
)
def test_the_noun_ends_at_a_verb(after, noun):
    assert counted_noun(after) == noun


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("完成45个技改项目。", ["技改项目"], id="count"),
        pytest.param("市级40个重点工程开工。", ["开工市级重点工程"], id="modifier before, stage behind"),
        pytest.param("打造4户骨干企业。", ["骨干企业"], id="verb before"),
        pytest.param("与22所高校、科研院所签约。", ["高校、科研院所"], id="listed nouns"),
        pytest.param("12家企业、3个园区达标。", ["企业", "园区"], id="list of counts"),
        pytest.param("争取3亿元配套资金。", ["配套资金"], id="amount"),
        pytest.param("投资2.6亿元的污水处理厂竣工。", ["污水处理厂投资"], id="behind 的"),
        pytest.param("引进投资5000万元以上项目48个。", ["投资5000万元以上项目"], id="threshold in the name"),
        pytest.param("解决了4.6万人的安全饮水问题。", ["安全饮水问题"], id="behind 的 of people"),
        pytest.param("1.9万人脱贫。", ["脱贫"], id="verb alone"),
    ],
)
def test_a_figure_may_stand_before_its_name(text, names):
    found = [observation.indicator for observation in extract(text)]
    assert found[-len(names) :] == names
