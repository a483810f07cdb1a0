"""Prices in 分 and 角."""

import pytest

from include.extract.values.folding import fold
from include.extract.values.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param("每度电降价4分", 0.04, "元", id="price of power"),
        pytest.param("水价每吨上调3角", 0.3, "元", id="角"),
        pytest.param("电费下降2分钱", 0.02, "元", id="分钱"),
        pytest.param("补贴5分/千瓦时，", 0.05, "元/千瓦时", id="分 over a unit"),
        pytest.param("综合得分86.5分", 86.5, "分", id="a mark"),
        pytest.param("评价得分86.5分", 86.5, "分", id="评价 is no price"),
        pytest.param("每吨降低3至5分", 0.03, "元", id="range"),
    ],
)
def test_coins_are_money_where_a_price_is_spoken_of(text, value, unit):
    (quantity,) = read_quantities(fold(text))
    assert (quantity.value, quantity.unit) == (value, unit)
