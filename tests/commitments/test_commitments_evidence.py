import pytest

from include.commitments.clauses import clauses
from include.commitments.evidence import evidence, leans_ahead


def read(text):
    (clause,) = clauses(text, 0, len(text))
    return evidence(text, clause)


def words(text, span):
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("6月底前建成水厂", "6月底前"),
        ("2019年底前建成水厂", "2019年底前"),
        ("用3—5年时间建成水厂", "3—5年时间"),
        ("三年内建成水厂", "三年内"),
        ("水务局要每季度通报一次", "每季度"),
        ("在汛期到来前建成水厂", "在汛期到来前"),
        ("力争年内建成水厂", "年内"),
        ("确保实现双过半", "双过半"),
        ("今年是收官之年", None),
        ("在工作中要往前赶", None),
        ("建成水厂", None),
    ],
)
def test_deadline(text, deadline):
    assert words(text, read(text).deadline) == deadline


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("新建水厂12座", ["12座"]),
        ("完成投资3.5亿元、增长8%", ["3.5亿元", "8%"]),
        ("办好八件实事", ["八件"]),
        ("打好三大攻坚战", []),
        ("用好“三个一”平台", []),
        ("6月15日开工", []),
        ("第3次会议", []),
        ("亿元以上的企业", []),
    ],
)
def test_figures(text, figures):
    assert [words(text, span) for span in read(text).figures] == figures


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("市水利局要抓紧清淤", "市水利局"),
        ("水利局、农业局都要抓紧清淤", "水利局、农业局"),
        ("二是各县（区）必须抓紧清淤", "各县（区）"),
        ("由水利局牵头清淤", "水利局"),
        ("领导小组办公室每周通报一次", "领导小组办公室"),
        ("希望各部门抓紧清淤", "各部门"),
        ("我们要抓紧清淤", None),
        ("这项工作要抓紧", None),
        ("主要是河道淤积", None),
    ],
)
def test_body(text, body):
    assert words(text, read(text).body) == body


@pytest.mark.parametrize(
    ("text", "modal"),
    [("要清淤", "要"), ("主要是清淤", None), ("按要求清淤", None), ("必须清淤", "必须"), ("十分重要", None)],
)
def test_modal(text, modal):
    assert words(text, read(text).modal) == modal


def test_the_past_is_seen():
    assert read("建成了水厂").past
    assert not read("为了解渠系").past


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("要加快清淤。必须保质保量。", True),
        ("完成了清淤，同比增长5%。必须肯定成绩。", False),
        ("清淤工作主要在冬季。", False),
    ],
)
def test_a_passage_leans(text, ahead):
    assert leans_ahead(text, 0, len(text)) is ahead
