from include.deduplicate.alignment import align
from include.deduplicate.texts import Text


def test_unrelated_texts_share_nothing(speech):
    found = align(Text("a", "的" * 500), Text("b", speech(2)))
    assert (found.covered_small, found.blocks, found.span_large) == (0, (), (0, 0))


def test_a_text_is_found_where_it_stands(speech):
    part, before = speech(3), speech(4, 60)
    found = align(Text("a", part), Text("b", before + "\n" + part + "\n" + speech(5, 10)))
    assert found.covered_small > 0.99
    start, end = found.span_large
    assert found.large.han[start:end] == found.small.han


def test_another_order_of_paragraphs_does_not_matter(speech):
    lines = speech(6, 40).split("\n")
    moved = "\n".join(lines[25:] + lines[:25])
    assert align(Text("a", "\n".join(lines)), Text("b", moved)).covered_small > 0.95


def test_does_not_depend_on_which_comes_first(speech):
    one, other = Text("a", speech(7)), Text("b", speech(7) + speech(8))
    assert align(one, other).blocks == align(other, one).blocks


def test_a_hundred_thousand_equal_characters_are_no_trouble():
    found = align(Text("a", "的" * 20_000), Text("b", "的" * 100_000))
    assert found.covered_small == 0, "five characters that stand everywhere place nothing"
