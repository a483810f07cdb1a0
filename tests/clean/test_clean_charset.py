import codecs

import pytest

from include.clean.charset import decode
from include.errors import BadPageError

TEXT = "同志们：朱镕基同志、李喆同志在会上讲了话，全镇喜气洋洋，囍字高挂。"


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        pytest.param(TEXT.encode(), "utf-8", id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), "utf-8", id="utf-8 with a byte order mark"),
        pytest.param(TEXT.encode("utf-16"), "utf-16-le", id="utf-16"),
        pytest.param(TEXT.encode("gb18030"), "gb18030", id="gbk"),
        pytest.param(b"<meta charset=gb2312>" + TEXT.encode("gb18030"), "gb18030", id="gbk that says gb2312"),
        pytest.param(b"<meta charset=gbk>" + TEXT.encode(), "utf-8", id="utf-8 that says gbk"),
        pytest.param(b"<meta charset=utf-8>" + TEXT.encode("gb18030"), "gb18030", id="gbk that says utf-8"),
    ],
)
def test_the_bytes_decide_not_what_is_declared(body, charset):
    decoded = decode(body)
    assert decoded.charset == charset
    assert decoded.text.endswith(TEXT)
    assert decoded.bad_bytes == 0


def test_big5_is_believed_where_the_bytes_leave_it_open():
    body = "各位鄉親，今年全縣的發票收入增加。".encode("big5")
    assert decode(body, "big5").text.startswith("各位鄉親")
    assert decode(b'<meta charset="big5">' + body).charset == "big5"


def test_a_character_cut_in_half_does_not_turn_the_page_into_gbk():
    decoded = decode((TEXT * 20).encode()[:-1])
    assert (decoded.charset, decoded.bad_bytes) == ("utf-8", 1)


def test_nul_characters_are_removed():
    assert "\x00" not in decode(f"{TEXT * 9}\x00".encode()).text


@pytest.mark.parametrize(
    "body", [bytes(range(256)) * 8, b"\x00\x01\x02" * 500, b"\xff\xfa" * 400], ids=["all", "nul", "ff"]
)
def test_binary_junk_is_refused(body):
    with pytest.raises(BadPageError) as caught:
        decode(body)
    assert caught.value.reason == "undecodable"
