import pytest

from include.deduplicate.fingerprints import FEWEST, SAMPLING, fingerprint


def by_hand(gram: str) -> int:
    """The hash as its definition has it, in Python's whole numbers."""
    value = 0
    for character in gram:
        value = (value * 0x100000001B3 + ord(character)) % 2**64
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        value = (value ^ value >> shift) * factor % 2**64
    value ^= value >> 31
    return value - 2**64 if value >= 2**63 else value


def test_is_the_same_on_every_machine():
    text = "认真总结灌溉设施的建设经验"
    assert fingerprint(text) == {by_hand(text[start : start + 5]) for start in range(len(text) - 4)}


def test_fits_a_signed_column(speech):
    hashes = fingerprint(speech(1, 200))
    assert all(-(2**63) <= value < 2**63 for value in hashes)
    assert all(0 <= value < 2**64 // SAMPLING for value in hashes), "the smallest sixteenth of unsigned hashes"


def test_a_part_of_a_text_gives_a_part_of_its_hashes(speech):
    whole = speech(2, 300)
    part = fingerprint(whole[: len(whole) // 2])
    assert len(part) > FEWEST
    assert part <= fingerprint(whole)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", 0, id="empty"),
        pytest.param("2019 GDP 6.03%", 0, id="no-chinese"),
        pytest.param("落实责任", 0, id="four-characters"),
        pytest.param("落实责任到人到岗", 4, id="very-short"),
    ],
)
def test_short_texts(text, expected):
    assert len(fingerprint(text)) == expected


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("全面總結灌溉設施的養護經驗", id="traditional"),
        pytest.param("全面 总结,灌溉设施的\n养护经验!", id="punctuation"),
        pytest.param("全面总结3×灌溉设施的X养护经验", id="figures-and-masks"),
        pytest.param("全面总结某灌溉设施的三百二十养护经验", id="numerals"),
    ],
)
def test_what_copyists_change_at_no_cost_does_not_show(other):
    assert fingerprint(other) == fingerprint("全面总结灌溉设施的养护经验")
