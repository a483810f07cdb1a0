import pytest

from include.segment.lines import lines
from include.segment.markers import find_markers


def found(text):
    return [(m.form, m.number, text[m.start : m.end]) for m in find_markers(text, list(lines(text)))]


@pytest.mark.parametrize(
    ("line", "form", "number"),
    [
        pytest.param("第二部分 主要任务", "part", 2, id="part"),
        pytest.param("三、夯实产业基础", "han", 3, id="han"),
        pytest.param("十一、夯实产业基础", "han", 11, id="han-above-ten"),
        pytest.param("（四）夯实产业基础", "bracket", 4, id="full-width-brackets"),
        pytest.param("〔四〕夯实产业基础", "bracket", 4, id="tortoise-brackets"),
        pytest.param("(四)夯实产业基础", "bracket", 4, id="ascii-brackets"),
        pytest.param("㈣夯实产业基础", "bracket", 4, id="sign"),
        pytest.param("6）夯实产业基础", "digit", 6, id="digit-with-a-closing-bracket"),
        pytest.param("第五，夯实产业基础", "ordinal", 5, id="ordinal"),
        pytest.param("第五 夯实产业基础", "ordinal", 5, id="ordinal-with-a-gap"),
        pytest.param("6.夯实产业基础", "digit", 6, id="digit"),
        pytest.param("６．夯实产业基础", "digit", 6, id="full-width-digit"),
        pytest.param("6、夯实产业基础", "digit", 6, id="digit-with-enumeration-comma"),
        pytest.param("第2部分 主要任务", "part", 2, id="part-in-digits"),
        pytest.param("三　夯实产业基础", "han", 3, id="han-with-a-gap"),
        pytest.param("﹙四﹚夯实产业基础", "bracket", 4, id="small-brackets"),
        pytest.param("第二项工作，夯实产业基础", "ordinal", 2, id="ordinal-of-a-task"),
        pytest.param("二是夯实产业基础", "list_is", 2, id="list-word"),
        pytest.param("（7）夯实产业基础", "digit_bracket", 7, id="digit-in-brackets"),
    ],
)
def test_a_marker_at_the_start_of_a_line_counts_alone(line, form, number):
    assert [(f, n) for f, n, _ in found(line)] == [(form, number)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("一、二、三季度分别增长5%", id="quarters"),
        pytest.param("第一、第二产业协调发展", id="sectors"),
        pytest.param("第一产业增长3%", id="sector"),
        pytest.param("1.5亿元已经到位", id="decimal"),
        pytest.param("一是一，不含糊", id="a-saying"),
        pytest.param("增长最快。三、四月份回落", id="months-behind-a-full-stop"),
        pytest.param("依照条例第（一）项、第（二）项办理", id="items-of-a-rule"),
        pytest.param("依照方案（一）办理", id="bracket-without-a-second"),
        pytest.param("下降。十 月回升", id="a-gap-in-mid-line"),
        pytest.param("2020.5万元到位", id="amount"),
    ],
)
def test_what_only_looks_like_a_marker(line):
    assert found(line) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("主要有：一是缺水。二是缺电。三是缺路。", [1, 2, 3], id="list-in-a-paragraph"),
        pytest.param("讲三点。一、治水。先清淤。二、治路。三、治村。", [1, 2, 3], id="lost-line-breaks"),
        pytest.param("一要早。一是早种。二是早收。二要快。", [1, 1, 2, 2], id="list-in-a-list"),
        pytest.param("一、工业（一）钢铁。限产。（二）水泥。限产。", [1, 1, 2], id="headings-glued-together"),
        pytest.param("一要早谋划；二是快落实。", [1, 2], id="mixed-verbs"),
    ],
)
def test_markers_in_mid_line_count_as_a_run(text, numbers):
    assert [number for _, number, _ in found(text)] == numbers
