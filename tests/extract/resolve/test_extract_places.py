"""The code of the place that a figure is about, and that nothing but the new fields changes."""

from dataclasses import replace

from include.extract.facts import UNKNOWN, SpeechFacts
from include.extract.observations import extract
from include.extract.resolve.places import code_of_region, own_code
from include.extract.resolve.step import resolve
from include.extract.values.folding import fold
from include.segment.segments import segment

NEW = dict.fromkeys(("period_first", "period_last", "period_reason", "region_code", "region_reason"))


def test_the_speech_s_own_region_tells_which_place_is_meant():
    assert code_of_region("鼓楼区", SpeechFacts(region="南京市"))[0] == "320106"
    assert code_of_region("鼓楼区", SpeechFacts(region_code="320302"))[0] == "320302"
    assert code_of_region("鼓楼区", UNKNOWN)[0] is None
    assert code_of_region(None, UNKNOWN) == (None, None)


def test_the_year_of_the_speech_tells_which_state_of_the_table():
    assert own_code(SpeechFacts(region="昌平县", content_year=1995)) == "110221"
    assert own_code(UNKNOWN) is None


def test_the_words_and_numbers_stay():
    text = "2009年上半年，德阳市完成财政收入5亿元，增长12%。"
    segments = segment(text)
    found = [replace(each, flags=(), flag_reasons=(), **NEW) for each in extract(text, segments)]
    resolved = resolve(text, fold(text), segments, found, UNKNOWN)
    assert [replace(each, **NEW) for each in resolved] == found
    assert {each.period_last for each in resolved} == {"2009-06-30"}
