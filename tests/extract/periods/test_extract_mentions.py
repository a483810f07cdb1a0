"""Period words: which are found, which are bases, which open a clause."""

import pytest

from include.extract.periods.mentions import MOST, is_point, is_weak, mentions
from include.extract.values.folding import fold


def found(text):
    return mentions(text, fold(text), 0, len(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("元至五月份，", ["元至五月份"], id="元 is a month"),
        pytest.param("1-9 月份，", ["1-9 月份"], id="a blank inside"),
        pytest.param("2017年到2021年，", ["2017年到2021年"], id="a span of years"),
        pytest.param("一、二季度，", ["一、二季度"], id="a list"),
        pytest.param("用三年时间，", ["三年"], id="a count of years"),
        pytest.param("截至目前，", ["截至目前"], id="until now"),
        pytest.param("党的十八大以来，", ["十八大以来"], id="since a congress"),
        pytest.param("XX年，产值5亿元。", ["XX年"], id="a masked year"),
        pytest.param("用X年时间，", [], id="a masked count of years"),
        pytest.param("X年X—X月，", ["X年X—X月"], id="masked months"),
        pytest.param("去冬今春，", ["去冬今春"], id="seasons"),
        pytest.param("今春，", ["今春"], id="a season"),
        pytest.param("完成年度投资3亿元", [], id="investment of a year's plan"),
        pytest.param("牧业年度牲畜，", [], id="a year of another kind"),
        pytest.param("完成年度计划，", [], id="年度 of a plan"),
        pytest.param("上年结转收入，", [], id="brought forward"),
        pytest.param("是十年来最高，", [], id="a record"),
        pytest.param("结束了自2015年以来的下滑，", [], id="what has ended"),
        pytest.param("5月10日上午，", [], id="the day of a meeting"),
        pytest.param("是“十二五”规划的收官之年，", [], id="what a year is called"),
    ],
)
def test_words(text, words):
    assert [mention.words for mention in found(text)] == words


@pytest.mark.parametrize(
    ("text", "base", "source", "opens"),
    [
        pytest.param("比2005年", True, False, False, id="比"),
        pytest.param("完成2018年任务的86%", True, False, True, id="the whole of a share"),
        pytest.param("二是一季度", False, False, True, id="二是 is no 是"),
        pytest.param("由2000年的", False, True, False, id="由"),
        pytest.param("去年同期为5起", False, True, True, id="an aside"),
        pytest.param("刚刚过去的2025年", False, False, True, id="过去的"),
        pytest.param("五年累计", False, False, False, id="what one figure sums up"),
        pytest.param("市本级2020年", False, False, True, id="behind a place"),
        pytest.param("三季度全市考核中", False, False, False, id="an assessment's"),
        pytest.param("沿着“十二五”以来逐年上升的轨道运行。", False, False, False, id="inside an attribute"),
        pytest.param("全县改革开放以来增产3倍。", False, False, True, id="since a time, in mid-clause"),
        pytest.param("青溪县今年发展的主要目标是：", False, False, True, id="of goals listed behind it"),
        pytest.param("2020年第二次会议精神", False, False, False, id="a meeting's"),
    ],
)
def test_kinds(text, base, source, opens):
    (mention,) = found(text)
    assert (mention.base, mention.source, mention.opens) == (base, source, opens)


def test_weak_and_point_periods():
    assert [is_weak(words) for words in ("全年", "年末", "目前", "2019年", "上半年")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert [is_point(words) for words in ("6月末", "截至6月末", "3月份", "1—6月", "2019年")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_a_stretch_of_nothing_but_periods_is_read_up_to_a_limit():
    assert len(found("2012年，" * 3 * MOST)) == MOST
