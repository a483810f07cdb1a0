import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from include.segment.word_files import STOP_WORDS, entries
from include.segment.words import term_counts, words


@pytest.fixture(autouse=True)
def _own_cache(cache_home, monkeypatch):
    monkeypatch.setenv("JIANGHUA_HOME", str(cache_home))


def cut(text):
    return [word.word for word in words(text)]


def test_numbers_with_their_units_are_one_token():
    assert cut("上半年，14,502人脱贫，占31.6%，比1—6月高2.7个百分点。") == [
        "上半年",
        "14,502人",
        "脱贫",
        "占",
        "31.6%",
        "比",
        "1—6月",
        "高",
        "2.7个百分点",
    ]


def test_terms_of_the_dictionary_are_one_token():
    assert {"一般公共预算收入", "社会消费品零售总额"} <= set(cut("一般公共预算收入和社会消费品零售总额双双增长"))


@limits(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("工业增长3.5,，%万亿元人口XX×\ud800\x00\n　 。第一是年ABab"), max_size=60))
def test_words_stand_where_they_say(text):
    end = 0
    for word in words(text):
        assert end <= word.start
        assert text[word.start : word.end] == word.word
        end = word.end


def test_counts_leave_out_numbers_stop_words_and_single_characters():
    assert term_counts("我们要发展工业，发展农业。工业增加值3.5亿元，占三百万亩，PM2.5改善。") == {
        "发展": 2,
        "PM2.5": 1,
        "农业": 1,
        "工业": 1,
        "工业增加值": 1,
        "改善": 1,
    }


def test_counts_are_those_of_the_words():
    text = "全市工业增加值增长7.5%，工业投资增长12%。二是抓投资，三是抓项目。"
    all_words = cut(text)
    assert all(all_words.count(term) == count for term, count in term_counts(text).items())


def test_every_stop_word_is_one_token():
    stop = entries(STOP_WORDS)
    assert [word for word in stop if cut(word) != [word]] == []
