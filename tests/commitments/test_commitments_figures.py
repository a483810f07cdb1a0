import pytest

from include.commitments.clauses import clauses
from include.commitments.figures import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建水厂12座", ["12座"]),
        ("完成投资3.5亿元、增长8%", ["3.5亿元", "8%"]),
        ("完成*项建设任务", ["*项"]),
        ("办好八件实事", ["八件"]),
        ("确保全市前3", ["全市前3"]),
        ("力争全市第 X", ["全市第 X"]),
        ("实现“双过半”", ["“双过半”"]),
        ("办好全市第三届旅游节", []),
        ("主要有三个方面的考虑", []),
        ("打好三大攻坚战", []),
        ("用好“三个一”平台", []),
        ("6月15日开工", []),
        ("部署20xx年工作", []),
        ("第3次会议", []),
        ("亿元以上的企业", []),
    ],
)
def test_figures(text, expected):
    (clause,) = clauses(text, 0, len(text))
    assert [text[span.start : span.end] for span in figures(text, clause)] == expected
