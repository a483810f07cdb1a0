import pytest

from include.segment.sentences import quoted_spans, sentences


def cut(text, breaks=()):
    return [text[start:end] for start, end in sentences(text, 0, len(text), breaks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("早种。早收！晚了吗？", ["早种。", "早收！", "晚了吗？"], id="terminators"),
        pytest.param("完成3.5亿元。增长1.2%。", ["完成3.5亿元。", "增长1.2%。"], id="decimals"),
        pytest.param("增长8.5%.其中工业3亿元.", ["增长8.5%.", "其中工业3亿元."], id="a-point-for-a-full-stop"),
        pytest.param("完成3。5亿元。增长8。2％。", ["完成3。5亿元。", "增长8。2％。"], id="a-full-stop-for-a-point"),
        pytest.param(
            "总数2012。5个项目开工。", ["总数2012。", "5个项目开工。"], id="a-sentence-that-begins-with-a-count"
        ),
        pytest.param("完成12,345.67万元", ["完成12,345.67万元"], id="a-number-is-never-cut"),
        pytest.param("他说：“要快。”大家点头。", ["他说：“要快。”", "大家点头。"], id="quotation-ends-the-sentence"),
        pytest.param("以“要快。要准。”为目标。", ["以“要快。要准。”为目标。"], id="quotation-inside"),
        pytest.param("增长5%（按可比价。）左右。", ["增长5%（按可比价。）左右。"], id="bracket"),
        pytest.param("“要快”。再看。", ["“要快”。", "再看。"], id="full-stop-behind-the-quotation"),
        pytest.param("太好了……接着干。", ["太好了……", "接着干。"], id="ellipsis"),
        pytest.param("“早种。早收。", ["“早种。", "早收。"], id="unpaired-mark"),
        pytest.param("“早种〞很好。早收。", ["“早种〞很好。", "早收。"], id="wrong-closing-mark"),
        pytest.param("　早种。 早收", ["早种。", "早收"], id="white-space"),
        pytest.param("", [], id="empty"),
    ],
)
def test_sentences(text, expected):
    assert cut(text) == expected


def test_further_breaks():
    assert cut("治水 早清淤。", (2,)) == ["治水", "早清淤。"]


def test_a_quotation_has_a_longest_length():
    text = "“" + "早种。" * 100 + "”"
    assert quoted_spans(text, 0, len(text)) == []
    assert len(cut(text)) == 100


def test_only_the_outermost_quotation_is_given():
    text = "（见“办法”）"
    assert [tuple(span) for span in quoted_spans(text, 0, len(text))] == [(0, len(text))]
