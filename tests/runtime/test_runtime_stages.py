"""The stages over staged files: nothing that came in goes missing between two of them."""

import pytest
from runtime.fake_airflow import context
from runtime.whole_run import Run, rows_of

from include.errors import PermanentError
from include.fetch.bodies import BodyStore
from include.load import tables
from include.runtime import batches as batching
from include.runtime import stages
from include.settings import staging_folder

DAYS = {"from_date": "2024-03-01", "to_date": "2024-03-03", "sources": ["town"]}


def test_a_run_without_pages_goes_on_with_one_empty_batch(place):
    (batch,) = stages.collect(context())
    assert (batch["batch"], batch["fetched"]["rows"]) == (0, 0)
    batch = stages.extract(context(), stages.segment(context(), stages.clean(context(), batch)))
    checked = stages.check(context(), [batch])
    assert (checked["held"], checked["results"]["rows"]) == ([], 0)


def test_a_batch_names_a_file_for_every_stage_and_carries_no_text(town):
    (batch,) = Run("one", DAYS).go(upto="extract").made["extract"]
    assert set(batch) == {"batch", "fetched", "pages", "outlines", "statements"}
    assert {batch[name]["rows"] for name in ("fetched", "pages", "outlines", "statements")} == {3}
    assert all(set(batch[name]) == {"name", "sha256", "rows"} for name in batch if name != "batch")


def test_staged_files_of_two_runs_never_meet(town):
    one, two = (Run(run, DAYS).go(upto="collect").made["collect"][0] for run in ("one", "two"))
    assert one["fetched"]["name"].split("/")[0] != two["fetched"]["name"].split("/")[0]


def test_pages_are_cut_into_batches_and_all_land(town, monkeypatch):
    monkeypatch.setattr(batching.cut, "__defaults__", (2,))
    made = Run("cut", DAYS).go().made
    assert [batch["fetched"]["rows"] for batch in made["collect"]] == [2, 1]
    assert len(rows_of(tables.page)) == 3
    assert made["report"]["total"]["accepted"] == 3


@pytest.mark.parametrize("stage", ["segment", "extract"])
def test_a_page_that_one_stage_cannot_read_is_quarantined_and_the_others_land(town, monkeypatch, stage):
    from include.extract import batch as extract_batch
    from include.segment import batch as segment_batch

    module = {"segment": segment_batch, "extract": extract_batch}[stage]
    real = getattr(module, stage)

    def fails_on_the_second(text, *more):
        if "第2次" in text:
            raise RuntimeError("oops")
        return real(text, *more)

    town.answers["/jianghua/2.html"] = (200, town.answers["/jianghua/2.html"][1].replace("同志们：", "第2次会议："))
    monkeypatch.setattr(module, stage, fails_on_the_second)
    made = Run("run", DAYS).go().made
    assert made["report"]["problems"] == []
    assert (made["report"]["total"]["accepted"], made["report"]["total"]["quarantined"]) == (2, 1)
    kept = rows_of(tables.quarantine, tables.quarantine.c.stage, tables.quarantine.c.reason)
    assert kept == [(stage, "error")]
    assert len(rows_of(tables.page)) == 2


def test_a_body_that_is_gone_is_a_quarantined_page(town, state):
    run = Run("run", DAYS).go(upto="collect")
    lost = state.attempts("ingest_speeches/run")[0].body_sha256
    BodyStore().path(lost).unlink()
    for name in Run.STAGES[Run.STAGES.index("clean") :]:
        run.made[name] = getattr(run, name)()
    assert rows_of(tables.quarantine, tables.quarantine.c.reason) == [("missing_body",)]
    assert run.made["report"]["total"]["accepted"] == 2


def test_a_staged_file_that_was_altered_stops_its_batch_for_good(town):
    run = Run("run", DAYS).go(upto="clean")
    file = staging_folder() / run.made["clean"][0]["pages"]["name"]
    file.write_bytes(file.read_bytes().replace("粮食".encode(), "蔬菜".encode()))
    with pytest.raises(PermanentError, match="was altered"):
        run.segment()


def test_a_source_whose_rows_fail_is_held(town, monkeypatch):
    from include.check import checks

    monkeypatch.setitem(checks.CHECKS, "values_are_numbers", lambda tables: tables["pages"]["text"].notna())
    checked = Run("run", DAYS).go(upto="check").made["check"]
    assert checked["held"] == ["town"]
    assert [row["check_name"] for row in stages.rows(checked["results"]) if not row["passed"]] == ["values_are_numbers"]
