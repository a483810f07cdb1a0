import itertools

import pytest

from include.deduplicate.candidates import candidate_pairs, is_candidate


@pytest.mark.parametrize(
    ("shared", "smaller", "expected"),
    [
        pytest.param(2, 10, False, id="chance"),
        pytest.param(3, 10, True, id="short-text"),
        pytest.param(29, 300, False, id="little-of-a-long-text"),
        pytest.param(30, 300, True, id="enough-of-a-long-text"),
    ],
)
def test_is_candidate(shared, smaller, expected):
    assert is_candidate(shared, smaller) is expected


def test_pairs_are_those_that_share_enough_whatever_the_order():
    prints = {
        "c": frozenset(range(50)),
        "a": frozenset(range(40, 90)),
        "b": frozenset(range(88, 99)),
        "d": frozenset(),
    }
    for order in itertools.permutations(prints):
        assert set(candidate_pairs({speech: prints[speech] for speech in order})) == {("a", "c")}
