"""The subject of a clause that tells how a thing went."""

import time

import pytest

from include.extract.names.statements import stated_subject, without_statement

BUDGET = 0.5  # seconds for 100,000 characters


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        pytest.param("渔业用水量小幅增加,完成", "渔业用水量", id="manner"),
        pytest.param("外贸出口降幅持续收窄,实现", "外贸出口", id="its rate moved"),
        pytest.param("固定资产投资由负转正,增长", "固定资产投资", id="turned"),
        pytest.param("居民收入继续保持较快增长势头,达到", "居民收入", id="kept"),
        pytest.param("PM2.5平均浓度最低的是临河市,为", "PM2.5平均浓度", id="foremost, a digit in the name"),
        pytest.param("工业增长8%,完成", None, id="holds a figure"),
        pytest.param("会议听取了汇报,完成", None, id="tells no course"),
        pytest.param("增速较快,达到", None, id="a movement alone"),
    ],
)
def test_the_subject_of_the_clause_before(before, expected):
    assert stated_subject(before, last=False) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        pytest.param("工业投资3亿元,市场秩序持续改善,完成", None, id="no indicator, in the same item"),
        pytest.param("工业投资3亿元;货运市场持续恢复,完成", "货运市场", id="opens an item"),
        pytest.param("工业投资3亿元,税收收入稳步增长,完成", "税收收入", id="an indicator"),
    ],
)
def test_behind_another_name_only_an_indicator_or_a_new_item(before, expected):
    assert stated_subject(before, last=True) == expected


def test_words_without_a_statement_stay():
    assert without_statement("工业用电量同比均保持增长态势") == "工业用电量"
    assert without_statement("工业用电量") == "工业用电量"


@pytest.mark.parametrize("words", ["持续不断稳步", "同比均", "增速", "实现"])
def test_long_words_take_no_long_time(words):
    long = words * (100_000 // len(words))
    begun = time.perf_counter()
    without_statement(long)
    stated_subject(long + ",", last=True)
    assert time.perf_counter() - begun < BUDGET
