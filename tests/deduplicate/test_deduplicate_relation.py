import pytest

from include.deduplicate.alignment import align
from include.deduplicate.relation import relation_of
from include.deduplicate.texts import Text


def related(one: str, other: str) -> str | None:
    return relation_of(align(Text("a", one), Text("b", other)))


def flowing(text: str) -> str:
    """The text in one paragraph."""
    return text.replace("\n", "")


def test_a_text_with_furniture_is_the_same_text(speech):
    assert related(speech(1, 40), "首页 > 范文\n来源:本站\n" + speech(1, 40) + "\n猜你喜欢\n下一篇\n") == "whole"


def test_an_opening_is_cut(speech):
    text = flowing(speech(2, 40))
    assert related(text, text[: len(text) // 2]) == "cut"


def test_an_opening_before_other_prose_is_a_text_of_its_own(speech):
    text = flowing(speech(2, 60))
    assert related(text, text[:900] + flowing(speech(3, 15))) is None


def test_a_short_text_amid_a_paragraph_is_quoted_there(speech):
    passage = flowing(speech(4, 6))
    long = flowing(speech(5, 60))
    assert related(passage, long[:900] + passage + long[900:]) is None


@pytest.mark.parametrize(
    "greeting", [pytest.param("同志们:\n", id="address"), pytest.param("在总结会上的讲话\n", id="title")]
)
def test_the_first_of_two_speeches_is_a_part(speech, greeting):
    one, other = speech(6), speech(7).partition("\n")[2]
    assert related(one, f"{one}\n{greeting}{other}") == "part"


def test_half_of_the_sentences_here_and_there_are_no_copy(speech):
    lines, others = speech(8, 40).split("\n"), speech(9, 40).split("\n")
    mixed = "\n".join(line for pair in zip(lines[::2], others[::2], strict=True) for line in pair)
    assert related("\n".join(lines), mixed) is None
