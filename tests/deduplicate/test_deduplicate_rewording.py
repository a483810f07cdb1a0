import pytest

from include.deduplicate.alignment import align
from include.deduplicate.rewording import reworded
from include.deduplicate.texts import Text


def test_swapped_words_are_counted_and_sentences_put_in_are_not(speech):
    text = speech(1, 60)
    spun = text.replace("加快", "加紧").replace("落实", "贯彻").replace("总结", "归纳")
    swapped = sum(text.count(old) * size for old, size in (("加快", 1), ("落实", 2), ("总结", 2)))
    found = reworded(align(Text("a", text), Text("b", spun)))
    assert found * len(text) == pytest.approx(swapped, rel=0.5)


def test_a_plain_copy_swaps_nothing(speech):
    assert reworded(align(Text("a", speech(2)), Text("b", speech(2) + "谢谢大家。"))) == 0


def test_sentences_taken_out_swap_next_to_nothing(speech):
    lines = speech(3, 60).split("\n")
    shorter = "\n".join(line for number, line in enumerate(lines) if number % 8)
    assert reworded(align(Text("a", "\n".join(lines)), Text("b", shorter))) < 0.012
