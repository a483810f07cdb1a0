"""Ids: the same thing has the same id everywhere and always, another thing another one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from include.ids import ID_LENGTH, commitment_id, digest, observation_id, page_id, speech_id

PARTS = st.lists(st.text(st.characters(exclude_characters="\x1f")), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param(page_id("http://x.cn/1.html"), "04f3a255bfe53e87f278", id="page"),
        pytest.param(speech_id("p", "讲话"), "5106c788348ca4286e13", id="speech"),
        pytest.param(observation_id("s", 1, 2), "1e3c7560feb376439e0c", id="observation"),
        pytest.param(commitment_id("s", 1, 2), "a6df41a3abaeb90c364e", id="commitment"),
    ],
)
def test_ids_never_change(made, expected):
    # warehouses hold them: a change here needs a migration
    assert made == expected


def test_an_id_is_short_hexadecimal():
    assert re.fullmatch(rf"[0-9a-f]{{{ID_LENGTH}}}", digest("讲话"))


@given(PARTS, PARTS)
def test_other_parts_give_another_id(one, other):
    assert (digest(*one) == digest(*other)) == (one == other)


def test_kinds_are_kept_apart():
    assert len({digest("x", 1, 2), observation_id("x", 1, 2), commitment_id("x", 1, 2), digest("x", 12)}) == 4


def test_a_text_that_is_no_valid_unicode_has_an_id_too():
    assert digest("讲话\ud800") != digest("讲话\ud801")


def test_texts_that_look_alike_are_not_the_same():
    assert speech_id("p", "12 万吨") != speech_id("p", "12\u3000万吨")
