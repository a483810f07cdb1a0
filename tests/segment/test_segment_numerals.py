import pytest

from include.segment.numerals import ordinal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("九十九", 99),
        ("7", 7),
        ("１２", 12),
        ("㈢", 3),
        ("一二", None),
        ("百", None),
        ("十十", None),
    ],
)
def test_ordinal(text, number):
    assert ordinal(text) == number
