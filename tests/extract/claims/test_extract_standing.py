"""The status that carries over sentences, paragraphs and parts of a text."""

import pytest
from extract.claims.figures import told

REPORT = """一、2019年工作回顾
新建学校3所。（一）重点任务顺利推进。改造老旧小区36个。
二、2020年工作安排
（一）打赢脱贫攻坚战。去年，全县减贫3200人。今年要投入资金2亿元。开工水厂4座。
（二）深化改革。2019年新登记企业520户。培育龙头企业6家。
三、2020年重点工作
新增停车位900个。
"""


def test_a_report_tells_results_under_its_review_and_goals_under_its_plan():
    assert told(REPORT, "quote", "status") == [
        ("3所", "actual"),
        ("36个", "actual"),
        ("3200人", "actual"),
        ("2亿元", "target"),
        ("4座", "target"),
        ("520户", "actual"),
        ("6家", "target"),
        ("900个", "target"),
    ]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        pytest.param(
            "去年新建学校12所。今年，我们将继续办好实事：\n1. 新建学校6所。\n2. 改造小区48个。\n全县现有学校90所。",
            ["actual", "target", "target", "actual"],
            id="numbered lines under a colon",
        ),
        pytest.param(
            "主要目标是：产值增长8%。税收增长6%。\n新建学校3所。",
            ["target", "target", "actual"],
            id="paragraph of goals",
        ),
        pytest.param("一要抓产业。培育企业6家。共签约项目9个。", ["target", "actual"], id="urging, then a fact"),
        pytest.param(
            "完成收入5亿元（预计数，下同）。支出6亿元。\n新建学校3所。", ["estimate", "estimate", "actual"], id="下同"
        ),
        pytest.param("今年工作的总体要求是：稳中求进。\n新建学校3所。", ["target"], id="turned to plans"),
        pytest.param(
            "重点抓好以下工作：\n（一）全力推进项目建设\n开工项目90个。\n（二）全力扩大消费\n建成商场3座。已开业1座。",
            ["target", "target", "actual"],
            id="points in brackets under an announcement",
        ),
        pytest.param(
            "一、2011年的工作\n新建学校3所。\n二、2012年的工作\n新建学校4所。\n",
            ["actual", "target"],
            id="two years' work",
        ),
        pytest.param(
            "报告提出了今年发展的主要预期目标——生产总值增长8%，财政收入增长6%，登记失业率控制在4.2%以内。",
            ["target"] * 3,
            id="goals behind a dash",
        ),
        pytest.param(
            "一、2012年工作安排\n（一）工作目标\n1、农业增加值达到21亿元，同比增长6.3%。\n2、蔬菜产量达到9万吨。\n",
            ["target"] * 3,
            id="同比 under a heading of goals",
        ),
        pytest.param(
            "一、2012年工作安排\n（一）工作目标\n去年，粮食产量达到9万吨。今年粮食产量达到10万吨，同比增长6%。\n",
            ["actual", "target", "target"],
            id="a result under a heading of goals",
        ),
        pytest.param(
            "报告明确，今年将继续办好民生实事。\n（一）培训技工3200人次，社区服务覆盖率达90%。",
            ["target"] * 2,
            id="deeds announced",
        ),
        pytest.param(
            "报告给出了8个方面重点任务。改造企业36家。拆除旧房20万平方米。去年，改造企业9家。",
            ["target"] * 2 + ["actual"],
            id="tasks announced",
        ),
        pytest.param("2022年新增就业1.3万人；2023年目标为1.4万人。", ["actual", "target"], id="a goal behind a result"),
        pytest.param(
            "青溪县2020年将为民办好十件实事\n新建学校3所。\n改造小区48个。",
            ["target", "target"],
            id="the title says so",
        ),
    ],
)
def test_standing(text, statuses):
    assert told(text, "status") == statuses
