import pytest

from include.segment.lines import Span, lines, trim


def test_lines_are_trimmed_and_keep_their_offsets():
    text = "\ufeff　　甲乙\r\n\r\n\xa0丙 丁 \u2028戊"
    assert [text[start:end] for start, end in lines(text)] == ["甲乙", "丙 丁", "戊"]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        pytest.param(" 甲 ", Span(1, 2), id="spaces"),
        pytest.param("　\u200b", Span(0, 0), id="nothing-but-space"),
        pytest.param("甲", Span(0, 1), id="nothing-to-trim"),
    ],
)
def test_trim(text, span):
    assert trim(text, 0, len(text)) == span
