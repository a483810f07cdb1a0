import subprocess
import sys
import time
from itertools import chain

import jieba
import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from include import settings
from include.errors import ConfigurationError
from include.sample_site.generate import build_site
from include.segment import cutters
from include.segment.cutters import cutter
from include.segment.word_files import DICTIONARY, entries

TERMS = entries(DICTIONARY)


@pytest.fixture(autouse=True)
def _own_cache(cache_home, monkeypatch):
    monkeypatch.setenv("JIANGHUA_HOME", str(cache_home))


@pytest.fixture(scope="module")
def speeches():
    return sorted({speech.text() for page in build_site().all_pages() for speech in page.speeches})


def plain_jieba(text):
    """jieba without what cutters.py does for speed, with the same dictionary."""
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for term in TERMS:
        tokenizer.add_word(term)
    return list(tokenizer.cut(text))


def test_our_jieba_cuts_as_jieba_does(speeches):
    text = "\n".join(speeches[:6])
    assert list(cutter("jieba")(text)) == plain_jieba(text)


@pytest.mark.parametrize("name", ["jieba", "rjieba"])
def test_every_term_of_the_dictionary_is_one_token(name):
    if name == "rjieba":
        pytest.importorskip("rjieba", reason="rjieba is not installed: it is optional")
    cut = cutter(name)
    assert {term: list(cut(term)) for term in TERMS} == {term: [term] for term in TERMS}


def test_rjieba_cuts_as_jieba_does(speeches):
    pytest.importorskip("rjieba", reason="rjieba is not installed: it is optional")
    for text in speeches:
        assert list(cutter("rjieba")(text)) == list(cutter("jieba")(text))


CHINESE = ["工业增加值", "同比增长", "的", "招商引资"]
PIECES = [*CHINESE, "GDP", "A-B_c", "T恤", "3.5%", "-", "_", "XX.X", "\r\n", "㐀", "\ud800", "é", "a" * 250]


@limits(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_every_character_is_kept(text):
    assert "".join(cutter("jieba")(text)) == text


@limits(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_rjieba_agrees_on_odd_characters(text):
    pytest.importorskip("rjieba", reason="rjieba is not installed: it is optional")
    assert list(cutter("rjieba")(text)) == list(cutter("jieba")(text))


def test_the_dictionary_stays_out_of_the_shared_tokenizer():
    list(cutter("jieba")("一般公共预算收入"))
    assert "一般公共预算收入" not in jieba.dt.FREQ


def test_another_name_is_refused():
    with pytest.raises(ConfigurationError, match="'pkuseg'"):
        cutter("pkuseg")


def test_rjieba_that_is_not_installed_is_refused(monkeypatch):
    cutters._rjieba_cutter.cache_clear()
    monkeypatch.setitem(sys.modules, "rjieba", None)
    with pytest.raises(ConfigurationError, match="not installed"):
        cutter("rjieba")


@pytest.mark.parametrize("piece", ["的", "1,1", "X", "万", "\ud800"])
def test_time_grows_with_the_text_only(piece):
    began = time.monotonic()
    assert len(list(chain(cutter("jieba")(piece * (20_000 // len(piece)))))) > 1
    assert time.monotonic() - began < 5


def test_a_folder_that_cannot_be_made_is_named(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("JIANGHUA_HOME", str(tmp_path / "file"))
    with pytest.raises(ConfigurationError, match="file"):
        cutter("jieba")


def test_broken_words_are_built_anew(tmp_path, monkeypatch):
    small = tmp_path / "dict.txt"
    small.write_text("稳步 9 d\n增长 9 v\n", encoding="utf-8")
    monkeypatch.setattr(jieba.Tokenizer, "get_dict_file", lambda _: small.open("rb"))
    monkeypatch.setenv("JIANGHUA_HOME", str(tmp_path))
    list(cutter("jieba")("工业"))
    (kept,) = settings.jieba_cache_folder().iterdir()
    whole = kept.read_bytes()
    for broken in (b"broken", whole[:-5], b""):
        kept.write_bytes(broken)
        cutters._jieba_cutter.cache_clear()
        assert list(cutter("jieba")("工业增加值稳步增长")) == ["工业增加值", "稳步", "增长"]
        assert kept.read_bytes() == whole


def test_two_processes_share_an_empty_folder(tmp_path):
    small = tmp_path / "dict.txt"
    small.write_text("稳步 9 d\n增长 9 v\n", encoding="utf-8")
    code = (
        f"import jieba; jieba.Tokenizer.get_dict_file = lambda _: open({str(small)!r}, 'rb');"
        "from include.segment.words import words; print([w.word for w in words('工业增加值增长3.5%')])"
    )
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
    assert len(list((tmp_path / "cache" / "jieba").iterdir())) == 1
