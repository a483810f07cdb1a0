"""Every fault of docs/faults.md has a test that carries its id."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
IDS = re.findall(r"^\| ([A-D]\d{1,2}) \|", (ROOT / "docs" / "faults.md").read_text("utf-8"), re.MULTILINE)
NAMED = re.compile(r"def test_([a-d]\d{1,2})_|(?:id=|ids=\[)\"([A-D]\d{1,2})\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def tested():
    """The ids that tests carry."""
    texts = (file.read_text("utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    return {(match[1] or match[2]).upper() for text in texts for match in NAMED.finditer(text)}


def test_the_list_is_whole():
    assert len(IDS) == len(set(IDS)) > 40


@pytest.mark.parametrize("fault", IDS)
def test_a_fault_has_its_test(fault, tested):
    assert fault in tested
