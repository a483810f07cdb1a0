"""Numbers without a unit that are values."""

import pytest

from include.extract.values.folding import fold
from include.extract.values.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("消费价格指数为102.3", [102.3], id="index"),
        pytest.param("恩格尔系数0.35", [0.35], id="coefficient"),
        pytest.param("容积率不低于1.2", [1.2], id="plot ratio"),
        pytest.param("指数由98.2上升到101.5", [98.2, 101.5], id="moved"),
        pytest.param("注册会员10万左右，", [100000], id="count with a scale"),
        pytest.param("国道318线", [], id="number of a road"),
        pytest.param("突破1256", [], id="count without a scale"),
    ],
)
def test_bare_numbers(text, values):
    assert [quantity.value for quantity in read_quantities(fold(text))] == values
