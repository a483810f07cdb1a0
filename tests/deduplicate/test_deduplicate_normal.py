from include.deduplicate import normal


def test_plain_keeps_offsets():
    text = "總投資６．０３億元，發展"
    assert normal.plain(text) == "总投资6.03亿元,发展"
    assert len(normal.plain(text)) == len(text)


def test_han_drops_numerals_and_masks():
    assert normal.han("某县有XX家企业,增收二十三万元2019*") == "县有家企业增收元"


def test_offsets_lead_into_the_text():
    text = "第2批 项目"
    assert [text[place] for place in normal.offsets(text)] == list(normal.han(text))


def test_words_ignore_layout():
    assert normal.words("一、 稳增长。\n(2)") == "一稳增长2"
