"""The stages between fetch and load, over the staged files of one run."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from include.ids import digest
from include.runtime import batches as batching
from include.runtime.runs import run_id_of
from include.runtime.staging import Staged, drop_expired, read, stage
from include.runtime.state import State
from include.settings import staging_folder
from include.sources.registry import load_sources

Batch = dict[str, Any]


def collect(context: Any) -> list[Batch]:  # noqa: ANN401 - Airflow's context
    """Stage what came through the fetches, batch by batch."""
    state, run_id = State.open(), run_id_of(context)
    drop_expired(staging_folder())
    pages = batching.fetched_pages(state.attempts(run_id), state.listed(run_id))
    return [
        {"batch": number, "fetched": stage(staging_folder(), f"{digest(run_id)}/fetched-{number}", rows)}
        for number, rows in enumerate(batching.cut(pages))
    ]


def clean(context: Any, batch: Batch) -> Batch:  # noqa: ANN401
    """Fetched pages → cleaned pages."""
    from include.clean.batch import clean_batch
    from include.fetch.bodies import BodyStore

    rules = {name: source.clean_rules for name, source in load_sources(with_disabled=True).items()}
    return _staged(context, batch, "pages", clean_batch(rows(batch["fetched"]), BodyStore().get, rules))


def segment(context: Any, batch: Batch) -> Batch:  # noqa: ANN401
    """Cleaned pages → outlines."""
    from include.segment.batch import segment_batch

    return _staged(context, batch, "outlines", segment_batch(rows(batch["pages"])))


def extract(context: Any, batch: Batch) -> Batch:  # noqa: ANN401
    """Cleaned pages and outlines → statements."""
    from include.extract.batch import extract_batch

    outlines = {row["page_id"]: row["speeches"] for row in rows(batch["outlines"]) if row["kind"] == "outline"}
    return _staged(context, batch, "statements", extract_batch(rows(batch["pages"]), outlines))


def check(context: Any, batches: list[Batch]) -> dict[str, Any]:  # noqa: ANN401
    """All staged rows of the run → check results, and the sources that they hold."""
    pages = list(rows_of(batches, "pages", "page"))
    results = _checked(pages, list(rows_of(batches, "statements", "statements"))) if pages else []
    held = sorted({row["source"] for row in results if not row["passed"]})
    staged = stage(staging_folder(), f"{digest(run_id_of(context))}/checks", results)
    return {"batches": batches, "results": staged, "held": held}


def _checked(pages: list[dict[str, Any]], statements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    from include.check.checks import run_checks  # pandas takes a second to import: most backfilled days have no page

    return list(run_checks(sorted({page["source"] for page in pages}), pages, statements))


def rows(staged: Staged) -> Iterator[dict[str, Any]]:
    """The rows of one staged file."""
    return read(staging_folder(), staged)


def rows_of(batches: Iterable[Batch], name: str, kind: str) -> Iterator[dict[str, Any]]:
    """The rows of one kind in the files that one stage wrote for all batches."""
    for batch in batches:
        yield from (row for row in rows(batch[name]) if row["kind"] == kind)


def _staged(context: Any, batch: Batch, name: str, rows: Iterable[dict[str, Any]]) -> Batch:  # noqa: ANN401
    prefix = Path(digest(run_id_of(context))) / f"{name}-{batch['batch']}"
    return {**batch, name: stage(staging_folder(), str(prefix), rows)}
