"""Segment over a batch: a page that cannot be cut goes to quarantine, the others go on."""

import pytest

from include.errors import BadPageError
from include.segment import batch
from include.segment.batch import segment_batch


def page(number, *texts):
    speeches = [{"speech_id": f"speech{number}-{n}", "text": text} for n, text in enumerate(texts)]
    return {
        "kind": "page", "page_id": f"page{number}", "source": "portal", "url": f"http://x.cn/{number}",
        "body_sha256": f"sha{number}", "text": "".join(texts), "speeches": speeches,
    }  # fmt: skip


def test_every_speech_gets_its_outline():
    rows = list(segment_batch([page(1, "一、农业\n粮食产量12万吨。", "散会。")]))
    assert [(row["kind"], row["page_id"], set(row["speeches"])) for row in rows] == [
        ("outline", "page1", {"speech1-0", "speech1-1"})
    ]
    for part in rows[0]["speeches"]["speech1-0"]:
        assert set(part) == {"kind", "level", "start", "end", "parent"}
    assert any(part["kind"] == "heading" for part in rows[0]["speeches"]["speech1-0"])


def test_every_speech_gets_its_words_without_numbers_and_stop_words():
    rows = list(segment_batch([page(1, "全县小麦产量12万吨，玉米产量7万吨。", "。")]))
    assert rows[0]["terms"]["speech1-0"]["产量"] == 2
    assert {"小麦", "玉米"} <= set(rows[0]["terms"]["speech1-0"])
    assert not any(character.isdigit() for term in rows[0]["terms"]["speech1-0"] for character in term)
    assert rows[0]["terms"]["speech1-1"] == {}


@pytest.mark.parametrize(
    ("error", "reason"),
    [(BadPageError("no text", reason="empty"), "empty"), (RuntimeError("oops"), "error")],
    ids=["bad-page", "any-other-failure"],
)
def test_a_page_that_raises_is_quarantined_and_the_others_go_on(monkeypatch, error, reason):
    def segment(text):
        if text == "坏":
            raise error
        return []

    monkeypatch.setattr(batch, "segment", segment)
    rows = list(segment_batch([page(1, "好"), page(2, "好", "坏"), page(3, "好")]))
    assert [(row["kind"], row["page_id"]) for row in rows] == [
        ("outline", "page1"),
        ("quarantine", "page2"),
        ("outline", "page3"),
    ]
    assert (rows[1]["stage"], rows[1]["reason"]) == ("segment", reason)


def test_what_was_quarantined_before_is_left_alone():
    assert list(segment_batch([{**page(1, "好"), "kind": "quarantine"}])) == []


def test_a_page_without_speeches_has_an_empty_outline():
    assert list(segment_batch([page(1)])) == [{"kind": "outline", "page_id": "page1", "speeches": {}, "terms": {}}]
