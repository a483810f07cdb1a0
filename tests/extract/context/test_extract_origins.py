"""Where a movement starts."""

import pytest

from include.extract.context.clauses import contexts
from include.extract.context.origins import is_origin
from include.extract.values.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        pytest.param("产值由3亿元增加到5亿元", [True, False], id="from and to"),
        pytest.param("企业从上年的12家增加到20家", [True, False], id="with a year between"),
        pytest.param("占比由5%、6%分别提高到7%、8%", [True, True, False, False], id="lists"),
        pytest.param("产值由3亿元企业创造", [False], id="nothing moves"),
        pytest.param("产值增加到5亿元", [False], id="no start"),
    ],
)
def test_origins(text, origins):
    found = contexts(text, 0, len(text), read_quantities(text))
    assert [is_origin(context) for context in found] == origins
