import random

import pytest

from include.sample_site.copies import COPIERS, copy, replacer
from include.sample_site.library import build_originals, draw_world

WORLD = draw_world(random.Random(3))
ORIGINALS = build_originals(3, WORLD)


def made(key, kind):
    return copy(ORIGINALS[key], kind, random.Random(11), WORLD)


@pytest.mark.parametrize("kind", COPIERS)
def test_every_copy_names_its_original_and_its_quotes_stand(kind):
    speech = made("economy", kind)
    assert speech.original == "economy"
    text = speech.text()
    assert all(text[row["start"] : row["end"]] == row["quote"] for row in speech.observations())


def test_exact_is_the_same_text():
    assert made("rural", "exact").text() == ORIGINALS["rural"].text()


def test_masked_hides_numbers_and_places():
    speech = made("business", "masked")
    rows = list(speech.observations())
    masked = [row for row in rows if row["masked"]]
    assert 0.5 < len(masked) / len(rows) < 1
    assert all(row["value"] is None and row["quote"][0] in "X×" for row in masked)
    assert not any(WORLD[key] in speech.text() for key in ("city", "east", "gaze", "ridge"))
    assert len(speech.paragraphs) == len(ORIGINALS["business"].paragraphs)


def test_truncated_is_a_beginning():
    speech = made("food", "truncated")
    whole = ORIGINALS["food"].text()
    assert whole.startswith(speech.text())
    assert 0.3 < len(speech.text()) / len(whole) < 0.75
    assert speech.text().endswith("。")


def test_spun_swaps_words_and_keeps_figures():
    speech, original = made("safety", "spun"), ORIGINALS["safety"]
    assert speech.text() != original.text()
    assert [r["value"] for r in speech.observations()] == [r["value"] for r in original.observations()]
    same = sum(a == b for a, b in zip(speech.lines(), original.lines(), strict=True))
    assert same < len(original.lines()) / 2


def test_spun_names_stand_in_the_text_where_the_original_names_did():
    for key, original in ORIGINALS.items():
        speech = made(key, "spun")
        pairs = zip(original.observations(), speech.observations(), strict=True)
        gone = [
            b["indicator"]
            for a, b in pairs
            if a["indicator"] in original.text() and b["indicator"] not in speech.text()
        ]
        assert gone == [], key


def test_redated_moves_every_year_and_no_figure():
    speech, original = made("work-report", "redated"), ORIGINALS["work-report"]
    assert "2023年" in original.text()
    assert "2023年" not in speech.text()
    assert speech.redated
    assert speech.title.startswith("2025年")
    assert [r["value"] for r in speech.observations()] == [r["value"] for r in original.observations()]


def test_longer_words_win():
    assert replacer({"发展": "成长", "发展区": "成长带"})("发展区发展") == "成长带成长"
