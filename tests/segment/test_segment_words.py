import subprocess
import sys
import time

import jieba
import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from include import settings
from include.errors import ConfigurationError
from include.segment import words as module
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


def test_the_dictionary_stays_out_of_the_shared_tokenizer():
    cut("一般公共预算收入")
    assert "一般公共预算收入" not in jieba.dt.FREQ


@limits(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("工业增长3.5,，%万亿元人口XX×\ud800\x00\n　 。第一是年ABab"), max_size=60))
def test_words_stand_where_they_say(text):
    end = 0
    for word in words(text):
        assert end <= word.start
        assert text[word.start : word.end] == word.word
        end = word.end


def test_counts_leave_out_numbers_stop_words_and_single_characters():
    assert term_counts("我们要发展工业，发展农业。工业增加值3.5亿元，占三百万亩。") == {
        "发展": 2,
        "农业": 1,
        "工业": 1,
        "工业增加值": 1,
    }


@pytest.mark.parametrize("piece", ["的", "1,1", "X", "万", "\ud800"])
def test_time_grows_with_the_text_only(piece):
    began = time.monotonic()
    words(piece * (20_000 // len(piece)))
    assert time.monotonic() - began < 5


def test_a_cache_folder_that_cannot_be_made_is_named(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("JIANGHUA_HOME", str(tmp_path / "file"))
    with pytest.raises(ConfigurationError, match="file"):
        words("工业")


def test_a_broken_cache_is_built_anew(tmp_path, monkeypatch):
    expected = cut("工业增加值稳步增长")
    monkeypatch.setenv("JIANGHUA_HOME", str(tmp_path))
    folder = settings.jieba_cache_folder()
    folder.mkdir(parents=True)
    (folder / "jieba.cache").write_bytes(b"broken")
    assert cut("工业增加值稳步增长") == expected
    assert (folder / "jieba.cache").stat().st_size > 1_000_000


def test_two_processes_share_an_empty_cache(tmp_path):
    code = "from include.segment.words import words; print([w.word for w in words('工业增加值增长3.5%')])"
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=settings.ROOT,
            env={"JIANGHUA_HOME": str(tmp_path), "PATH": "", "PYTHONUTF8": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    answers = [process.communicate(timeout=60) for process in started]
    assert [out for out, _ in answers] == ["['工业增加值', '增长', '3.5%']\n"] * 2
    assert [error for _, error in answers] == ["", ""]
    assert [file.name for file in (tmp_path / "cache" / "jieba").iterdir()] == ["jieba.cache"]


def test_the_lists_hold_no_entry_twice():
    for file in (module.DICTIONARY_FILE, module.STOP_WORDS_FILE):
        assert module.entries(file)
