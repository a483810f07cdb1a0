import pytest

from include.commitments.terms import closes, deadline, vague_deadline


def words(text, span):
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6月底前建成水厂", "6月底前"),
        ("2019年底前建成水厂", "2019年底前"),
        ("2022年6月底前建成水厂", "2022年6月底前"),
        ("20XX年底前建成水厂", "20XX年底前"),
        ("今年下半年建成水厂", "今年下半年"),
        ("于本周五前报送", "本周五前"),
        ("用3—5年时间建成水厂", "3—5年时间"),
        ("三年内建成水厂", "三年内"),
        ("3个工作日内办结", "3个工作日内"),
        ("水务局要每季度通报一次", "每季度"),
        ("在汛期到来前建成水厂", "在汛期到来前"),
        ("国庆节前全线通车", "国庆节前"),
        ("在“十四五”末实现通水", "“十四五”末"),
        ("水厂秋季投入使用", "秋季"),
        ("力争年内建成水厂", "年内"),
        ("确保本月内签约", "本月内"),
        ("会战月内要合龙", "会战月内"),
        ("完成年度投资任务", "年度"),
        ("制定年度计划", None),
        ("确保实现双过半", None),
        ("今年是收官之年", None),
        ("在工作中要往前赶", None),
        ("建成水厂", None),
    ],
)
def test_deadline(text, expected):
    assert words(text, deadline(text, 0, len(text))) == expected


@pytest.mark.parametrize(("text", "expected"), [("尽快清淤", "尽快"), ("6月清淤", None)])
def test_vague_deadline(text, expected):
    assert words(text, vague_deadline(text, 0, len(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6月底前建成水厂", True),
        ("到2030年建成水厂", True),
        ("从5月1日起，停止采砂", True),
        ("用三年时间建成水厂", True),
        ("由2000年的3座增加到2005年的5座", False),
        ("全年建成水厂3座", False),
    ],
)
def test_a_term_closes_a_time_to_come(text, expected):
    assert closes(text, 0, len(text)) is expected
