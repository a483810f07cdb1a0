"""Whether a passage orders what is to be done or reports what was, told by its clauses together."""

import time

import pytest
from extract.claims.figures import told

from include.extract.claims.passages import may_order, orders, read_passage, states_result

ORDERS = "加快老城更新，改造小区36个。完善公交体系，新增线路6条。抓好街巷整治。"
REPORTS = "改造小区36个，新增线路6条。公交体系不断完善，客运量同比增长3%。"


def test_what_a_reading_counts():
    reading = read_passage(ORDERS.replace("，", ",") + "今年要取得实效,惠及群众。", 0, 100)
    assert (reading.clauses, reading.orders, reading.verbs) == (6, 3, 5)
    assert (reading.results, reading.outcomes, reading.ahead) == (1, 0, 1)


@pytest.mark.parametrize(
    ("words", "may"),
    [
        pytest.param(ORDERS, True, id="orders"),
        pytest.param(REPORTS, False, id="reports"),
        pytest.param("加快老城更新，已改造小区36个。", False, id="one result is enough"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_may_order(words, may):
    folded = words.replace("，", ",")
    assert may_order(read_passage(folded, 0, len(folded))) is may


def test_a_paragraph_of_orders_in_a_part_that_reports_orders_nothing():
    folded = (ORDERS + REPORTS * 3).replace("，", ",")
    paragraph, part = read_passage(folded, 0, len(ORDERS)), read_passage(folded, 0, len(folded))
    assert orders(paragraph, paragraph)
    assert not orders(paragraph, part)


@pytest.mark.parametrize(
    ("heading", "states"),
    [
        pytest.param("全力改善居住,群众满意度不断提升", True, id="a thing and what became of it"),
        pytest.param("(六)切实增加居民收入,维护一方平安", False, id="orders"),
        pytest.param("工业经济", False, id="a name"),
    ],
)
def test_states_result(heading, states):
    assert states_result(heading) is states


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("（三）着力提升城乡品质\n" + ORDERS, "target", id="under a neutral heading"),
        pytest.param("三、城乡品质明显提升\n改造小区36个，新增线路6条。", "actual", id="the heading tells a result"),
        pytest.param(REPORTS, "actual", id="statements"),
        pytest.param("青溪县2019年工作总结\n" + ORDERS, "actual", id="the title names a report"),
        pytest.param("开展送戏下乡300场，放映电影2400场。", "actual", id="nothing tells"),
        pytest.param(
            "推动集聚发展，做强龙头企业，新增上市公司1家。引导企业转型，县医院新院区建成投用。强化要素保障。",
            "target",
            id="one outcome among orders",
        ),
        pytest.param(
            "一是农业更加稳固。建设高标准农田6万亩。二是工业显著增强。实施技改85项。", "actual", id="points that state"
        ),
        pytest.param("加快重大项目。力促园区开工，完成投资36亿元。", "target", id="short, and ahead"),
    ],
)
def test_figures_of_passages(text, status):
    assert set(told(text, "status")) == {status}


def test_a_long_passage_is_read_in_linear_time():
    folded = "加快建设,新建学校" * 12_000
    begun = time.perf_counter()
    read_passage(folded, 0, len(folded))
    assert time.perf_counter() - begun < 1
