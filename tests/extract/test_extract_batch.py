"""Extract over a batch: a page that cannot be read goes to quarantine, the others go on."""

import pytest

from include.extract import batch
from include.extract.batch import extract_batch
from include.extract.facts import SpeechFacts
from include.ids import commitment_id, observation_id
from include.records import Commitment, Segment
from include.segment.batch import segment_batch

TEXT = "一、农业\n2023年，全县粮食产量12.5万吨，增长3.1%。"


def page(number, *texts):
    speeches = [{"speech_id": f"speech{number}-{n}", "text": text} for n, text in enumerate(texts)]
    return {
        "kind": "page", "page_id": f"page{number}", "source": "portal", "url": f"http://x.cn/{number}",
        "body_sha256": f"sha{number}", "text": "".join(texts), "speeches": speeches,
    }  # fmt: skip


def outlines(*pages):
    return {row["page_id"]: row["speeches"] for row in segment_batch(pages)}


def test_what_a_page_states_has_ids_and_quotes():
    one = page(1, "会议开始。", TEXT)
    (row,) = extract_batch([one], outlines(one))
    assert (row["kind"], row["page_id"]) == ("statements", "page1")
    assert {found["quote"] for found in row["observations"]} >= {"12.5万吨", "3.1%"}
    for found in row["observations"]:
        assert found["speech_id"] == "speech1-1"
        assert found["observation_id"] == observation_id("speech1-1", found["start"], found["end"])
        assert TEXT[found["start"] : found["end"]] == found["quote"]


def test_commitments_have_ids(monkeypatch):
    monkeypatch.setattr(batch, "find_commitments", lambda text, segments: [Commitment(0, 2, text[:2], "开会")])
    one = page(1, "会议开始。")
    (row,) = extract_batch([one], outlines(one))
    assert [found["commitment_id"] for found in row["commitments"]] == [commitment_id("speech1-0", 0, 2)]
    assert row["commitments"][0]["speech_id"] == "speech1-0"


def test_both_stages_get_the_segments_as_records(monkeypatch):
    seen = []

    def take(text, segments, *facts):
        seen.append(segments)
        return []

    monkeypatch.setattr(batch, "extract", take)
    monkeypatch.setattr(batch, "find_commitments", take)
    one = page(1, "会议开始。")
    list(extract_batch([one], outlines(one)))
    assert len(seen) == 2
    assert seen[0] == seen[1]
    assert all(isinstance(part, Segment) for part in seen[0])
    assert seen[0]


def test_figures_are_resolved_by_what_clean_knows_of_the_speech(monkeypatch):
    given = []
    monkeypatch.setattr(batch, "extract", lambda text, segments, facts: given.append(facts) or [])
    one = {**page(1, "好。"), "published_on": "2010-02-03"}
    one["speeches"][0] |= {"content_year": 2009, "region": "青溪县", "region_code": None}
    list(extract_batch([one], outlines(one)))
    assert given == [SpeechFacts(2009, "青溪县", None, "2010-02-03")]


@pytest.mark.parametrize("function", ["extract", "find_commitments"])
def test_a_page_that_raises_is_quarantined_and_the_others_go_on(monkeypatch, function):
    def stage(text, segments, *facts):
        if text == "坏。":
            raise RuntimeError("oops")
        return []

    monkeypatch.setattr(batch, function, stage)
    pages = [page(1, "好。"), page(2, "好。", "坏。"), page(3, "好。")]
    rows = list(extract_batch(pages, outlines(*pages)))
    assert [(row["kind"], row["page_id"]) for row in rows] == [
        ("statements", "page1"),
        ("quarantine", "page2"),
        ("statements", "page3"),
    ]
    assert (rows[1]["stage"], rows[1]["reason"], rows[1]["message"]) == ("extract", "error", "RuntimeError: oops")


def test_a_speech_without_its_outline_is_a_quarantine_and_no_crash():
    rows = list(extract_batch([page(1, "好。")], {"page1": {}}))
    assert [row["kind"] for row in rows] == ["quarantine"]


def test_pages_without_outlines_were_quarantined_before():
    one, two = page(1, "好。"), {**page(2, "好。"), "kind": "quarantine"}
    assert list(extract_batch([one, two], {})) == []
    assert list(extract_batch([two], {"page2": {}})) == []
