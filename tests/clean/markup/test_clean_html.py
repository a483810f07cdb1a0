import time

import pytest

from include.clean.markup.html import parse, sniff
from include.errors import BadPageError


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b"%PDF-1.7", "unsupported_type"),
        (b"PK\x03\x04..", "unsupported_type"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unsupported_type"),
    ],
    ids=["nothing", "white space", "pdf", "docx", "doc"],
)
def test_what_is_no_html_is_refused(body, reason):
    with pytest.raises(BadPageError) as caught:
        sniff(body)
    assert caught.value.reason == reason


def test_text_behind_an_early_end_of_the_page_is_found():
    tree = parse("<body><p>一、前。</p></body></html><p>二、后。</p></body></html><p>三、尾。</p>")
    assert all(part in tree.text_content() for part in ("一、前。", "二、后。", "三、尾。"))


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 200_000 + "<p>同志们。</p>", id="nested tags"),
        pytest.param("<div><span class=x>" * 3_000 + "<p>同志们。</p>", id="nested tags of two kinds"),
        pytest.param("<p " + " ".join(f"a{n}=1" for n in range(300_000)) + ">同志们。</p>", id="attributes"),
        pytest.param("<p>" + "今天，我们开会。" * 200_000 + "同志们。</p>", id="one text node"),
    ],
)
def test_absurd_pages_are_read_in_bounded_time(page):
    start = time.perf_counter()
    assert "同志们。" in parse(f"<html><body>{page}</body></html>").text_content()
    assert time.perf_counter() - start < 5


def test_nothing_at_all_is_refused():
    with pytest.raises(BadPageError) as caught:
        parse("<!-- nothing -->")
    assert caught.value.reason == "not_html"


def test_d16_no_character_reference_brings_a_control_in():
    tree = parse("<p>一&#27;&#x202e;&rlm;&#0;&shy;二&#13;三&#150;&#x5104;&nbsp;&ensp;四&lt;script&gt;</p>")
    assert "".join(tree.text_content().split()) == "一二三\u2013億四<script>"
    assert not set(tree.text_content()) & set("\x00\x1b\r\u202e\u200f\xad")


def test_d3_a_tag_keeps_its_first_attributes_and_no_quote_leads_astray():
    tree = parse(f"<p class=a title=it's {' '.join(f'a{n}' for n in range(900))}>一</p><p title=it's>二</p>")
    first, second = tree.iter("p")
    assert (first.get("class"), len(first.attrib), second.text) == ("a", 100, "二")
