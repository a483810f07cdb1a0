from include.sample_site.figures import figure
from include.sample_site.speech import Speech


def speech():
    from decimal import Decimal

    income = figure(Decimal("6.5"), Decimal("6.5"), "亿元", "财政收入", "去年", [])
    return Speech("s", "在会议上的讲话", (("同志们：",), ("财政收入", income, "。"), ("谢谢！",)))


def test_the_text_is_its_paragraphs_and_quotes_stand_at_their_spans():
    made = speech()
    assert made.text() == "同志们：\n财政收入6.5亿元。\n谢谢！"
    (row,) = made.observations()
    assert made.text()[row["start"] : row["end"]] == row["quote"] == "6.5亿元"


def test_rewording_changes_names_with_the_words_and_leaves_numbers():
    changed = speech().reworded(lambda words: words.replace("财政", "财务").replace("去年", "前年"))
    (row,) = changed.observations()
    assert changed.text() == "同志们：\n财务收入6.5亿元。\n谢谢！"
    assert (row["indicator"], row["period"], row["value"]) == ("财务收入", "前年", 650_000_000)
