"""Clean over a batch: a page that cannot be read goes to quarantine, the others go on."""

import pytest

from include.clean import batch
from include.clean.articles.further import Further
from include.clean.batch import clean_batch, page_row, quarantine_row
from include.errors import BadPageError
from include.ids import speech_id
from include.records import CleanedPage, FetchedPart, SpeechSpan, Stripped

TEXT = "同志们：\n今年全县粮食产量12万吨。\n同志们：\n明年再见。"


def fetched(number, source="portal"):
    return {
        "page_id": f"page{number}", "source": source, "url": f"http://x.cn/{number}", "body_sha256": f"sha{number}",
        "fetched_at": "2024-03-01T00:00:00.000+00:00", "listed_on": "2024-03-01", "charset": "utf-8",
    }  # fmt: skip


def cleaned(text=TEXT, spans=((0, 19), (19, 29))):
    speeches = tuple(SpeechSpan(no, None, start, end) for no, (start, end) in enumerate(spans, 1))
    return CleanedPage("题", "2024-03-01", "meta", "utf-8", text, speeches, (Stripped("notice", "声明"),))


@pytest.fixture
def stage(monkeypatch):
    """The stage's own function, faked: the body says what happens; the calls are kept."""
    calls = []

    def clean_page(body, url, *, rules, listed_on, listed_title, charset, parts):
        calls.append((body, url, rules, listed_on, charset, parts))
        if body == b"bad":
            raise BadPageError("no speech in it", reason="no_speech")
        if body == b"bug":
            raise RuntimeError("oops")
        return cleaned()

    monkeypatch.setattr(batch, "clean_page", clean_page)
    return calls


def run(bodies, rules=None):
    rows = [fetched(number) for number in range(len(bodies))]
    return list(clean_batch(rows, lambda sha: bodies[int(sha[3:])], rules or {}))


@pytest.mark.parametrize(
    ("body", "reason", "message"),
    [
        pytest.param(b"bad", "no_speech", "no speech in it", id="bad-page"),
        pytest.param(b"bug", "error", "RuntimeError: oops", id="any-other-failure"),
    ],
)
def test_a_page_that_raises_is_quarantined_and_the_others_go_on(stage, body, reason, message):
    rows = run([b"good", body, b"good"])
    assert [row["kind"] for row in rows] == ["page", "quarantine", "page"]
    assert rows[1] == {
        "kind": "quarantine", "page_id": "page1", "source": "portal", "url": "http://x.cn/1", "body_sha256": "sha1",
        "stage": "clean", "reason": reason, "message": message,
    }  # fmt: skip


def test_a_body_that_cannot_be_had_is_quarantined():
    def gone(sha256):
        raise BadPageError(f"no body {sha256}", reason="missing_body")

    rows = list(clean_batch([fetched(1)], gone, {}))
    assert [(row["kind"], row["reason"]) for row in rows] == [("quarantine", "missing_body")]


def test_the_stage_gets_the_page_and_its_sources_rules(stage):
    rules = object()
    run([b"good"], {"portal": rules, "wenku": None})
    assert stage == [(b"good", "http://x.cn/0", rules, "2024-03-01", "utf-8", [])]


def test_addresses_on_a_page_are_read_from_where_it_was_found(stage):
    list(clean_batch([{**fetched(0), "final_url": "http://x.cn/new/0"}], lambda sha: b"good", {}))
    assert stage[0][1] == "http://x.cn/new/0"


def test_the_stage_gets_the_further_bodies_of_a_page(stage):
    had = FetchedPart("continuation", "http://x.cn/0_2", "sha1", 6, "gb18030", status=200)
    lost = FetchedPart("continuation", "http://x.cn/0_3", reason="http_404")
    row = {**fetched(0), "parts": [had.to_dict(), lost.to_dict()]}
    list(clean_batch([row], lambda sha: {"sha0": b"good", "sha1": b"second"}[sha], {}))
    assert stage[0][-1] == [Further(had, b"second"), Further(lost, None)]


def test_a_page_row_has_its_speeches_with_ids_and_texts():
    row = page_row(fetched(1), cleaned())
    assert row | fetched(1) == row
    assert (row["kind"], row["title"], row["text"]) == ("page", "题", TEXT)
    assert [speech["text"] for speech in row["speeches"]] == [TEXT[0:19], TEXT[19:29]]
    for speech in row["speeches"]:
        assert speech["speech_id"] == speech_id("page1", speech["text"])
        assert row["text"][speech["start"] : speech["end"]] == speech["text"]


def test_the_same_text_twice_on_a_page_is_one_speech():
    text = "同志们：散会。\n" * 2
    row = page_row(fetched(1), cleaned(text, ((0, 8), (8, 16))))
    assert [(speech["no"], speech["start"]) for speech in row["speeches"]] == [(1, 0)]


def test_a_quarantine_row_says_nothing_of_the_text():
    row = quarantine_row(page_row(fetched(1), cleaned()), "segment", ValueError("x"))
    assert set(row) == {"kind", "page_id", "source", "url", "body_sha256", "stage", "reason", "message"}
    assert (row["stage"], row["reason"], row["message"]) == ("segment", "error", "ValueError: x")


def test_an_empty_batch_gives_no_rows():
    assert run([]) == []
