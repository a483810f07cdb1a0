import codecs

import pytest

from include.clean.charset import decode, visible
from include.errors import BadPageError

TEXT = "同志们：朱镕基同志、李喆同志在会上讲了话，全镇喜气洋洋，囍字高挂。"


def html(meta, text=TEXT):
    return f"<html><head>{meta}</head><body>{text}"


META_UTF8, META_GBK, META_GB2312 = ('<meta charset="utf-8">', "<meta charset=gbk>", "<meta charset=gb2312>")


@pytest.mark.parametrize("header", [None, "utf-8", "gbk", "gb2312", "iso-8859-1", "no such charset"])
@pytest.mark.parametrize(
    ("body", "charset"),
    [
        pytest.param(html("").encode(), "utf-8", id="D5 utf-8, no meta"),
        pytest.param(html(META_UTF8).encode(), "utf-8", id="D5 utf-8"),
        pytest.param(html(META_GBK).encode(), "utf-8", id="D5 utf-8 that says gbk"),
        pytest.param(html("").encode("gb18030"), "gb18030", id="D5 gbk, no meta"),
        pytest.param(html(META_GBK).encode("gb18030"), "gb18030", id="D5 gbk"),
        pytest.param(html(META_GB2312).encode("gb18030"), "gb18030", id="D4 gbk that says gb2312"),
        pytest.param(html(META_UTF8).encode("gb18030"), "gb18030", id="D5 gbk that says utf-8"),
        pytest.param(codecs.BOM_UTF8 + html(META_GBK).encode(), "utf-8", id="D5 utf-8 with a mark"),
        pytest.param(codecs.BOM_UTF16_LE + html(META_GBK).encode("utf-16-le"), "utf-16-le", id="D5 utf-16 LE mark"),
        pytest.param(codecs.BOM_UTF16_BE + html(META_GBK).encode("utf-16-be"), "utf-16-be", id="D5 utf-16 BE mark"),
        pytest.param(codecs.BOM_UTF32_LE + html(META_GBK).encode("utf-32-le"), "utf-32-le", id="D5 utf-32 LE mark"),
        pytest.param(codecs.BOM_UTF32_BE + html(META_GBK).encode("utf-32-be"), "utf-32-be", id="D5 utf-32 BE mark"),
        pytest.param(("\ufeff" + html(META_UTF8)).encode("gb18030"), "gb18030", id="D5 gb18030 with a mark"),
        pytest.param(html(META_UTF8).encode("utf-16-le"), "utf-16-le", id="D5 utf-16 LE without a mark"),
        pytest.param(html(META_UTF8).encode("utf-16-be"), "utf-16-be", id="D5 utf-16 BE without a mark"),
    ],
)
def test_d5_the_bytes_decide_not_what_is_declared(body, charset, header):
    decoded = decode(body, header)
    assert decoded.charset == charset
    assert decoded.text.startswith("<html>")
    assert decoded.text.endswith(TEXT)
    assert decoded.bad_bytes == 0


def test_d4_characters_beyond_gb2312_and_of_four_bytes_are_read():
    body = "镕喆囍㐂𠮷".encode("gb18030")
    assert decode(body * 9, "gb2312").text == "镕喆囍㐂𠮷" * 9


def test_numeric_references_are_left_to_the_parser():
    assert decode("<p>&#x5104;&#20803;&amp;镕".encode("gb18030")).text == "<p>&#x5104;&#20803;&amp;镕"


def test_big5_is_believed_where_the_bytes_leave_it_open():
    body = "各位鄉親，今年全縣的發票收入增加。".encode("big5")
    assert decode(body, "big5").text.startswith("各位鄉親")
    assert decode(b'<meta charset="big5">' + body).charset == "big5"


@pytest.mark.parametrize("cut", [1, 2])
def test_d6_a_character_cut_in_half_does_not_turn_the_page_into_gbk(cut):
    decoded = decode((TEXT * 20).encode()[:-cut])
    assert (decoded.charset, decoded.bad_bytes) == ("utf-8", 1)
    assert decoded.text.startswith(TEXT)


def test_d6_a_character_of_gbk_cut_in_half_is_counted():
    decoded = decode((TEXT * 20 + "囍").encode("gb18030")[:-1])
    assert (decoded.charset, decoded.bad_bytes) == ("gb18030", 1)


def test_d6_a_part_in_another_charset_is_counted_and_the_rest_is_read():
    decoded = decode((TEXT * 50).encode() + "主办：某县".encode("gb18030"))
    assert decoded.charset == "utf-8"
    assert decoded.text.startswith(TEXT * 50)
    assert 0 < decoded.bad_bytes <= 10


def test_d6_too_much_in_another_charset_is_no_text():
    with pytest.raises(BadPageError, match="unreadable as utf-8") as caught:
        decode((TEXT * 50).encode() + (TEXT * 5).encode("gb18030"))
    assert caught.value.reason == "undecodable"


def test_nul_characters_are_removed():
    assert "\x00" not in decode(f"{TEXT * 9}\x00".encode()).text


@pytest.mark.parametrize(
    "body", [bytes(range(256)) * 8, b"\x00\x01\x02" * 500, b"\xff\xfa" * 400], ids=["all", "nul", "ff"]
)
def test_binary_junk_is_refused(body):
    with pytest.raises(BadPageError) as caught:
        decode(body)
    assert caught.value.reason == "undecodable"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("6\u200b.0\ufeff3亿\u00ad元", "6.03亿元", id="D15 zero width"),
        pytest.param("６．０３亿元", "６．０３亿元", id="D15 full width stays"),
        pytest.param("\x1b[31m红\x07", "[31m红", id="D16 ANSI escape"),
        pytest.param("a\u202eb\u2066c\u200fd", "abcd", id="D16 direction"),
        pytest.param("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0", id="D16 formula is text"),
        pytest.param("一\t二\n三\x85四\u2028五", "一\t二\n三\n四\n五", id="D16 tab and line ends"),
        pytest.param("坏\ufffd字", "坏\ufffd字", id="D6 unreadable stays"),
    ],
)
def test_what_no_reader_sees_goes(text, seen):
    assert visible(text) == seen
    assert decode((text + TEXT * 20).encode()).text.startswith(seen)
