import hashlib
import re
from collections import Counter

import pytest

from include.sample_site.generate import build_site
from include.sample_site.truth import truth_rows


def test_every_quote_stands_at_its_offset(truth, texts):
    wrong = [row for row in truth["observation"] if texts[row["speech"]][row["start"] : row["end"]] != row["quote"]]
    assert wrong == []
    assert len(truth["observation"]) > 500


def test_observations_are_whole(truth):
    for row in truth["observation"]:
        assert (row["value"] is None) == row["masked"]
        assert (row["compared_to"] is None) == (row["measure"] != "change")
        assert row["bound"] == "range" if row["value_high"] else row["bound"] != "range"
        assert row["masked"] or any(digit.isdigit() for digit in row["quote"])


def test_every_number_with_a_percent_sign_or_money_is_in_the_truth(truth, texts):
    # the figures are the generator's own, so a number written into the prose by hand would be missing here
    spans = {(row["speech"], row["end"]) for row in truth["observation"]}
    for key, text in texts.items():
        for match in re.finditer(r"\d%(?!—)|\d[\d.]*(?:亿|万)?元|\d个百分点", text):
            assert (key, match.end()) in spans, text[max(0, match.start() - 20) : match.end()]


def test_hashes_and_ends_are_of_the_text(truth):
    for row in truth["speech"]:
        assert hashlib.sha256(row["text"].encode()).hexdigest() == row["text_sha256"]
        assert row["text"].startswith(row["first"])
        assert row["text"].endswith(row["last"])


def test_copies_lead_to_originals_that_are_there(truth):
    rows = {row["key"]: row for row in truth["speech"]}
    assert len(rows) == len(truth["speech"])
    for row in rows.values():
        assert (row["original"] is None) == (row["copy_kind"] is None)
        if row["original"]:
            assert rows[row["original"]]["original"] is None
        if row["copy_kind"] == "exact":
            assert row["text_sha256"] == rows[row["original"]]["text_sha256"]
        elif row["copy_kind"]:
            assert row["text_sha256"] != rows[row["original"]]["text_sha256"]


def test_two_speeches_of_one_text_are_exact_copies_of_each_other(truth):
    families = {}
    for row in truth["speech"]:
        if row["copy_kind"] in (None, "exact"):
            families.setdefault(row["text_sha256"], set()).add(row["original"] or row["key"])
    assert all(len(family) == 1 for family in families.values())


def test_one_edition_pair_and_one_redated_copy(truth):
    editions = [row for row in truth["speech"] if row["edition_of"]]
    assert len(editions) == 1
    assert editions[0]["original"] is None
    assert sum(row["redated"] for row in truth["speech"]) == 1


def test_pages_count_their_speeches(truth):
    counts = Counter((row["site"], row["path"]) for row in truth["speech"])
    assert all(row["speeches"] == counts[row["site"], row["path"]] for row in truth["page"])
    assert all((row["expected"] == "accepted") == bool(row["speeches"]) for row in truth["page"])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_truth_holds_for_other_seeds(seed):
    rows = list(truth_rows(build_site(seed)))
    texts = {row["key"]: row["text"] for row in rows if row["kind"] == "speech"}
    observations = [row for row in rows if row["kind"] == "observation"]
    assert observations
    assert all(texts[row["speech"]][row["start"] : row["end"]] == row["quote"] for row in observations)
