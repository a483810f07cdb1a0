import random

import pytest

from include.deduplicate.compare import compare
from include.deduplicate.texts import Text

SWAPS = {"加快": "加紧", "落实": "贯彻", "总结": "归纳", "提升": "提高", "解决": "化解", "调查": "调研", "改善": "改进"}


def spun(text: str) -> str:
    for word, other in SWAPS.items():
        text = text.replace(word, other)
    return text


def masked(text: str) -> str:
    digits = iter(range(10_000))
    return "".join("X" if mark.isdigit() and next(digits) >= 0 else mark for mark in text)


def kind_of(one: str, other: str) -> tuple[str | None, str | None]:
    link = compare(Text("a", one), Text("b", other))
    return (link.kind, link.direction) if link else (None, None)


def test_exact_up_to_layout_and_script(speech):
    text = speech(1)
    assert kind_of(text, text.replace(",", ",").replace("\n", "\r\n  ").replace("总结", "總結")) == ("exact", None)


def test_near(speech):
    lines = speech(2, 40).split("\n")
    edited = "\n".join([*lines[:10], "感谢大家一年来的辛勤付出和大力支持。", *lines[13:]])
    assert kind_of("\n".join(lines), edited) == ("near", None)


def test_spun(speech):
    assert kind_of(speech(3), spun(speech(3)))[0] == "spun"


def test_masked_names_the_copy(speech):
    text = speech(4, figures=20)
    assert kind_of(text, masked(text)) == ("masked", "b")
    assert kind_of(masked(text), text) == ("masked", "a")


def test_truncated_names_the_copy(speech):
    text = speech(5, 40)
    assert kind_of(text, text[: len(text) * 3 // 5] + "……\n查看全文") == ("truncated", "b")


def test_a_preview_is_found_though_half_of_its_page_is_furniture(speech):
    text, furniture = speech(6, 60), speech(7, 9)
    opening = text[:450]
    link = compare(Text("a", text), Text("b", opening + "\n" + furniture))
    assert link is not None
    assert (link.kind, link.direction) == ("truncated", "b")
    assert link.score < 0.7


@pytest.mark.parametrize(
    "place", [pytest.param(0, id="first"), pytest.param(1, id="middle"), pytest.param(2, id="last")]
)
def test_part_of_a_glued_page(speech, place):
    part, others = speech(8), [speech(9), speech(10)]
    others.insert(place, part)
    page = "".join(f"第{number}篇:在部署会上的讲话\n{text}\n" for number, text in zip("一二三", others, strict=True))
    assert kind_of(part, page) == ("part_of", "b")


def test_next_years_edition_is_no_copy(speech):
    assert kind_of(speech(11, figures=20), speech(11, figures=20, factor=1.1))[0] == "edition"


def test_a_redated_copy_is_a_copy(speech):
    text = "总结2019年工作经验。\n" + speech(12, figures=20)
    link = compare(Text("a", text), Text("b", text.replace("2019年", "2022年")))
    assert link is not None
    assert link.kind == "near"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(lambda speech: speech(14), id="another-speech"),
        pytest.param(lambda speech: speech(14) + speech(13)[:150], id="quoting-a-passage"),
        pytest.param(lambda speech: "", id="empty"),
        pytest.param(lambda speech: "2019\n" * 50, id="no-chinese"),
    ],
)
def test_no_link(speech, other):
    assert kind_of(speech(13), other(speech)) == (None, None)


def test_is_symmetric(speech):
    chance = random.Random(0)
    base = speech(15, 40, figures=10)
    texts = [
        base,
        spun(base),
        masked(base),
        base[:600],
        base + speech(16),
        speech(15, 40, figures=10, factor=2),
        speech(17),
    ]
    made = [Text(f"{chance.random()}", text) for text in texts]
    for one in made:
        for other in made:
            if one is not other:
                link = compare(one, other)
                assert link == compare(Text(other.id, other.text), Text(one.id, one.text))
                assert link is None or link.a < link.b


def test_refuses_one_speech_twice(speech):
    with pytest.raises(ValueError, match="no copy of itself"):
        compare(Text("a", speech(1)), Text("a", speech(2)))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1" * 100_000, id="digits"),
        pytest.param("1," * 50_000, id="commas"),
        pytest.param("的" * 100_000, id="one-character"),
        pytest.param("的1" * 50_000, id="figures"),
        pytest.param("的X" * 50_000, id="masks"),
        pytest.param("一二" * 50_000, id="numerals"),
        pytest.param("1" + " " * 100_000, id="spaces"),
    ],
)
def test_long_runs_are_no_trouble(text):
    assert compare(Text("a", text), Text("b", text[:50_000] + "甲" + text[50_000:])) is None
