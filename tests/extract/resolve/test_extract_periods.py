"""The days of a period: what the words say, what stands around them, what the year of the speech gives."""

import pytest

from include.extract.facts import SpeechFacts
from include.extract.observations import extract
from include.extract.resolve.days import Part
from include.extract.resolve.periods import days_of
from include.extract.resolve.season import season_of
from include.extract.resolve.years import Timeline
from include.extract.values.folding import fold
from include.records import Observation
from include.segment.segments import segment


def observation(period, status="actual", start=0, sentence=None):
    return Observation(
        *(start, start + 3, "5亿元", "财政收入", 5e8, None, "元", "level", None, status),
        *("exact", False, period, None, "test"),
        sentence_start=start if sentence is None else sentence,
    )  # fmt: skip


def days(period, year=2009, text="", status="actual"):
    return days_of(observation(period, status), Timeline(text, fold(text), [], year))


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        pytest.param("2009年", "2009-01-01", "2009-12-31", id="year"),
        pytest.param("２００３年", "2003-01-01", "2003-12-31", id="wide digits"),
        pytest.param("二〇〇八年", "2008-01-01", "2008-12-31", id="Chinese digits"),
        pytest.param("2009年度", "2009-01-01", "2009-12-31", id="a full year"),
        pytest.param("2009年上半年", "2009-01-01", "2009-06-30", id="half of a year"),
        pytest.param("上半年", "2009-01-01", "2009-06-30", id="bare half"),
        pytest.param("下半年", "2009-07-01", "2009-12-31", id="second half"),
        pytest.param("一季度", "2009-01-01", "2009-03-31", id="quarter"),
        pytest.param("第四季度", "2009-10-01", "2009-12-31", id="fourth quarter"),
        pytest.param("前三季度", "2009-01-01", "2009-09-30", id="three quarters"),
        pytest.param("前三个季度", "2009-01-01", "2009-09-30", id="three quarters, counted"),
        pytest.param("1—6月", "2009-01-01", "2009-06-30", id="months, long dash"),
        pytest.param("1-11月份", "2009-01-01", "2009-11-30", id="eleven months"),
        pytest.param("1至2月", "2009-01-01", "2009-02-28", id="to a short month"),
        pytest.param("前5个月", "2009-01-01", "2009-05-31", id="first months"),
        pytest.param("头两个月", "2009-01-01", "2009-02-28", id="first two"),
        pytest.param("一、二、三月", "2009-01-01", "2009-03-31", id="months listed"),
        pytest.param("10月份", "2009-10-01", "2009-10-31", id="month"),
        pytest.param("截至6月末", "2009-06-30", "2009-06-30", id="as of"),
        pytest.param("截止2009年10月底", "2009-10-31", "2009-10-31", id="as of, with a year"),
        pytest.param("2008年末", "2008-12-31", "2008-12-31", id="end of a year"),
        pytest.param("5月8日", "2009-05-08", "2009-05-08", id="day"),
        pytest.param("今年", "2009-01-01", "2009-12-31", id="this year"),
        pytest.param("去年", "2008-01-01", "2008-12-31", id="last year"),
        pytest.param("去年底", "2008-12-31", "2008-12-31", id="last year's end"),
        pytest.param("前年", "2007-01-01", "2007-12-31", id="year before last"),
        pytest.param("上年", "2008-01-01", "2008-12-31", id="the year before"),
        pytest.param("今年上半年", "2009-01-01", "2009-06-30", id="this year's half"),
        pytest.param("2007—2008年", "2007-01-01", "2008-12-31", id="two years"),
        pytest.param("2006年至2010年", "2006-01-01", "2010-12-31", id="years in full"),
        pytest.param("十五", "2001-01-01", "2005-12-31", id="tenth plan"),
        pytest.param("“十一五”期间", "2006-01-01", "2010-12-31", id="eleventh plan"),
        pytest.param("“十二五”末", "2015-12-31", "2015-12-31", id="end of a plan"),
        pytest.param("十一五前三年", "2006-01-01", "2008-12-31", id="part of a plan"),
        pytest.param("十五五时期", "2026-01-01", "2030-12-31", id="fifteenth plan"),
        pytest.param("今年以来", "2009-01-01", None, id="since"),
        pytest.param("2005年以来", "2005-01-01", None, id="since a year"),
        pytest.param("改革开放以来", "1978-12-18", None, id="since the reform"),
        pytest.param("十八大以来", "2012-11-08", None, id="since a congress"),
        pytest.param("“十四五”以来", "2021-01-01", None, id="since a plan began"),
        pytest.param("元至五月份", "2009-01-01", "2009-05-31", id="first month by its old name"),
        pytest.param("1-9 月份", "2009-01-01", "2009-09-30", id="a space within"),
        pytest.param("3月19日至20日", "2009-03-19", "2009-03-20", id="days"),
        pytest.param("3月19日至4月2日", "2009-03-19", "2009-04-02", id="days of two months"),
        pytest.param("前一年", "2008-01-01", "2008-12-31", id="one year before"),
    ],
)
def test_the_days_of_a_period(period, first, last):
    text = "财政收入5亿元。" if "十" in period else ""
    bare = period if period != "十五" else "十五期间"
    found = days(bare, text=text)
    assert (found.first, found.last) == (first, last)
    assert found.reason


@pytest.mark.parametrize(
    ("period", "year", "reason"),
    [
        pytest.param(None, 2009, "no period named", id="none"),
        pytest.param("上半年", None, "no year known", id="no year"),
        pytest.param("去年", None, "no year known", id="last of no year"),
        pytest.param("20XX年", 2009, "masked year", id="masked"),
        pytest.param("20xx年上半年", 2009, "masked year", id="masked half"),
        pytest.param("X月", 2009, "masked", id="masked month"),
        pytest.param("近年来", 2009, "names no years", id="vague"),
        pytest.param("本届政府以来", 2009, "term", id="a term"),
        pytest.param("建市以来", 2009, "founding", id="a founding"),
        pytest.param("同期", 2009, "same part", id="the same part"),
        pytest.param("三年内", 2009, "a length of time", id="a length in words"),
        pytest.param("3—5年", 2009, "a length of time", id="a length"),
        pytest.param("2月30日", 2009, "no such days", id="no such day"),
        pytest.param("13月", 2009, "", id="no such month"),
        pytest.param("8月至3月", 2009, "no such days", id="backwards"),
        pytest.param("2012年", 2009, "2012 is later than 2009", id="later than the speech"),
        pytest.param("全年", 2009, "of 2008 or of 2009", id="of which year"),
        pytest.param("过去五年", 2009, "whether 2009 is counted in", id="which five years"),
    ],
)
def test_unknown_days_say_why(period, year, reason):
    found = days(period, year)
    assert (found.first, found.last) == (None, None)
    assert reason in found.reason


OPENING = "各位代表：一、2008年工作回顾\n　　过去一年，成绩显著。\n二、2009年工作安排\n"
CLOSING = "今年各项工作进展顺利。\n二、明年的工作安排\n"


@pytest.mark.parametrize(
    ("period", "text", "status", "first", "last"),
    [
        pytest.param("全年", OPENING, "actual", "2008-01-01", "2008-12-31", id="a review of the year before"),
        pytest.param("上半年", OPENING, "actual", "2008-01-01", "2008-06-30", id="its first half"),
        pytest.param("过去五年", OPENING, "actual", "2004-01-01", "2008-12-31", id="five years before"),
        pytest.param("今后五年", OPENING, "target", "2009-01-01", "2013-12-31", id="five years ahead"),
        pytest.param("全年", OPENING, "target", "2009-01-01", "2009-12-31", id="a goal for the year"),
        pytest.param("一季度", OPENING, "actual", None, None, id="the first quarter of which year"),
        pytest.param("全年", CLOSING, "actual", "2009-01-01", "2009-12-31", id="at the year's end"),
        pytest.param("近三年", CLOSING, "actual", "2007-01-01", "2009-12-31", id="three years with this one"),
        pytest.param("全年", CLOSING, "target", None, None, id="a goal of which year"),
        pytest.param("2012年", OPENING, "target", "2012-01-01", "2012-12-31", id="a goal may lie ahead"),
    ],
)
def test_the_season_of_a_speech_decides(period, text, status, first, last):
    found = days(period, 2009, text, status)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "season"),
    [
        pytest.param(OPENING, "opening", id="review and plan"),
        pytest.param(CLOSING, "closing", id="next year's plan"),
        pytest.param("上半年实现增长，下半年的工作任务仍重。", "middle", id="half of it is gone"),
        pytest.param("上半年实现增长。明年的工作安排已经开始。", "unknown", id="two seasons"),
        pytest.param("大家辛苦了。", "unknown", id="none"),
    ],
)
def test_seasons(text, season):
    assert season_of(text, 2009) == season


SECTIONS = (
    "一、2007年工作回顾\n全年完成财政收入5亿元。\n上半年完成投资3亿元。\n"
    "二、今年的工作\n全年财政收入要达到6亿元。\n2008年上半年要求完成投资2亿元，一季度完成投资1亿元。\n"
)


def test_the_year_stands_above_or_before():
    found = extract(SECTIONS, facts=SpeechFacts(content_year=2008))
    told = [(each.quote, each.period_first, each.period_last) for each in found]
    assert told == [
        ("5亿元", "2007-01-01", "2007-12-31"),
        ("3亿元", "2007-01-01", "2007-06-30"),
        ("6亿元", "2008-01-01", "2008-12-31"),
        ("2亿元", "2008-01-01", "2008-06-30"),
        ("1亿元", "2008-01-01", "2008-03-31"),
    ]
    assert "heading “一、2007年工作回顾”" in found[0].period_reason
    assert "named in the same sentence" in found[4].period_reason


def test_the_day_of_publication_gives_no_year():
    text = "上半年，完成财政收入5亿元。"
    (found,) = extract(text, facts=SpeechFacts(published_on="2019-08-01"))
    assert (found.period_first, found.period_reason) == (None, "上半年: no year known")


def test_the_only_year_of_a_section_holds_for_it():
    text = "2009年，完成财政收入5亿元。\n上年完成财政收入4亿元。\n"
    timeline = Timeline(text, fold(text), segment(text), None)
    found = days_of(observation("上年", start=text.index("4亿元"), sentence=text.index("上年")), timeline)
    assert (found.first, found.last) == ("2008-01-01", "2008-12-31")
    assert "the only year named before it" in found.reason


def test_a_year_named_once_far_above_is_not_the_speech_s_own():
    text = "2008年，我们经受了考验。\n上半年，完成财政收入5亿元。\n"
    (found,) = extract(text, facts=SpeechFacts(content_year=2009))
    assert found.period_last == "2009-06-30"


def test_a_report_headed_by_its_year_tells_of_the_year_before():
    text = "2009年政府工作报告\n各位代表：现在，我代表县政府向大会报告工作。\n全年完成财政收入5亿元。\n"
    (found,) = extract(text, facts=SpeechFacts(content_year=2009))
    assert found.period_last == "2008-12-31"


def test_a_communique_tells_of_the_year_in_its_title():
    text = "青溪县2008年国民经济和社会发展统计公报\n（2009年3月2日）\n一、综合\n全年完成财政收入5亿元。\n"
    (found,) = extract(text, facts=SpeechFacts(content_year=2009))
    assert found.period_last == "2008-12-31"


def test_a_part_of_a_leap_year_has_its_day():
    assert Part(2, 2).in_year(2008) == ("2008-02-01", "2008-02-29")
