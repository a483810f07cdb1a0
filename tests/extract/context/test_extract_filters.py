"""Which quantities state something."""

import pytest

from include.extract.context.clauses import contexts
from include.extract.context.filters import is_observation
from include.extract.values.folding import fold
from include.extract.values.quantities import read_quantities


def kept(text):
    folded = fold(text)
    around = contexts(folded, 0, len(folded), read_quantities(folded))
    return [
        text[context.quantity.start : context.quantity.end] for context in around if is_observation(folded, context)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("投资5亿元以上项目36个。", ["36个"], id="threshold"),
        pytest.param("培训800名以上返乡青年。", ["800名"], id="at least so many"),
        pytest.param("10亿元企业5家，千亿级产业。", ["5家"], id="size of what is counted"),
        pytest.param("总产值迈上3000亿级。", ["3000亿"], id="a level that is reached"),
        pytest.param("完成投资5亿元。", ["5亿元"], id="amount"),
        pytest.param("建成110千伏变电站3座。", ["3座"], id="size in a name"),
        pytest.param("抓好5个方面12项工作，着力3个结合。", ["12项"], id="own points"),
        pytest.param("每人罚款500元。", [], id="fine"),
        pytest.param(
            "罚没收入完成3600万元，立案12起，罚款85万元。", ["3600万元", "12起", "85万元"], id="fines of a year"
        ),
        pytest.param("增速在12个县（市、区）中居第3位。", ["第3位"], id="among how many"),
        pytest.param("新增风电装机40万千瓦以上。", ["40万千瓦"], id="capacity reached"),
        pytest.param("建设单机30万千瓦级机组。", [], id="capacity in a name"),
        pytest.param("优良天数比例为85.2%，较上年增加10天。", ["85.2%", "10天"], id="share and days"),
        pytest.param("设备利用小时2150小时，同比下降86小时。", ["2150小时", "86小时"], id="hours with a name"),
        pytest.param("会期3天，工期比计划短20天。", ["20天"], id="time spans"),
        pytest.param("全年优良天数298天，同比增加12天。", ["298天", "12天"], id="days with a name"),
        pytest.param("受教育年限14年，比上年增加0.3年。", ["14年", "0.3年"], id="years that are measured"),
        pytest.param("预期寿命由76岁提高到78岁。", ["76岁", "78岁"], id="ages that are measured"),
        pytest.param("满18岁的公民，80岁高龄老人。", [], id="ages"),
        pytest.param("建设“1个中心、3个组团”，办好10件民生实事。", [], id="names and deeds"),
        pytest.param("每次不超过8个专题。", [], id="rules of a meeting"),
    ],
)
def test_only_what_states_something_is_kept(text, expected):
    assert kept(text) == expected
