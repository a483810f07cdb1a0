"""Values in words."""

import pytest

from include.extract.values.folding import fold
from include.extract.values.words import read_words


def read(text):
    return [(text[word.start : word.end], word.value, word.unit) for word in read_words(fold(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("占三分之一", ("三分之一", 33.3333, "%"), id="fraction"),
        pytest.param("占百分之十二点五", ("百分之十二点五", 12.5, "%"), id="per cent in words"),
        pytest.param("覆盖率百分之百", ("百分之百", 100, "%"), id="a hundred per cent"),
        pytest.param("出生率千分之八点五", ("千分之八点五", 8.5, "‰"), id="per mille"),
        pytest.param("下降百分之XX", ("百分之XX", None, "%"), id="masked"),
        pytest.param("生产全国1/25的粮食", ("1/25", 4, "%"), id="slash"),
        pytest.param("七成以上的农户", ("七成", 70, "%"), id="tenths"),
        pytest.param("近八成农户", ("八成", 80, "%"), id="tenths before a noun"),
        pytest.param("完成八成半，", ("八成半", 85, "%"), id="half a tenth"),
        pytest.param("占总量的一半以上", ("一半", 50, "%"), id="half"),
        pytest.param("下降半个百分点", ("半个百分点", 0.5, "百分点"), id="half a point"),
        pytest.param("提高一个半百分点", ("一个半百分点", 1.5, "百分点"), id="one and a half points"),
        pytest.param("产值翻两番", ("翻两番", 4, "倍"), id="doubling twice"),
        pytest.param("产值实现翻番", ("翻番", 2, "倍"), id="doubling"),
        pytest.param("保持两位数增长", ("两位数", 10, "%"), id="two digits"),
        pytest.param("重大事故为零。", ("零", 0, None), id="nought"),
    ],
)
def test_words_have_a_value(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("完成立项，三成立，一成不变", id="成 of another word"),
        pytest.param("降低三成本", id="成本"),
        pytest.param("3/5月", id="date"),
        pytest.param("2/26", id="neither"),
        pytest.param("一半天", id="一半 without a whole"),
        pytest.param("零距离服务，从零开始", id="零 of another word"),
        pytest.param("零分之一", id="over nought"),
    ],
)
def test_other_words_are_left(text):
    assert read(text) == []
