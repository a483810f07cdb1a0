"""The checks. Each takes the staged rows of one source and returns the rows that fail, as short descriptions."""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

_DIVISION = re.compile(r"[0-9]{6}")  # a code of GB/T 2260
SAMPLE = 10  # failing rows that a result names
MEASURES = {"level", "change", "share", "rank", "index"}
STATUSES = {"actual", "target", "estimate"}
BOUNDS = {"exact", "at_least", "at_most", "about", "range"}

Frames = dict[str, pd.DataFrame]  # pages, speeches, observations: one row a staged row
Failing = pd.Series  # index of what was looked at → whether it fails


def frames(pages: Iterable[Mapping[str, Any]], statements: Iterable[Mapping[str, Any]]) -> Frames:
    """The staged rows as tables; observations carry the text of their speech."""
    pages = list(pages)
    page = pd.DataFrame([{k: p[k] for k in ("page_id", "source", "url", "text", "repairs", "parts")} for p in pages])
    speeches = [{"page_id": p["page_id"], **s} for p in pages for s in p["speeches"]]
    speech = pd.DataFrame(speeches, columns=["speech_id", "page_id", "start", "end", "text"])
    rows = [row for statement in statements for row in statement["observations"]]
    observation = pd.DataFrame(rows, columns=list(rows[0]) if rows else ["observation_id", "speech_id"])
    texts = speech[["speech_id", "text", "page_id"]]
    return {"pages": page, "speeches": speech, "observations": observation.merge(texts, on="speech_id", how="left")}


def speech_keys_unique(tables: Frames) -> Failing:
    """One speech has one id."""
    speech = tables["speeches"].set_index("speech_id", drop=False)
    return speech["speech_id"].duplicated()


def observation_keys_unique(tables: Frames) -> Failing:
    """One span of one speech is one observation."""
    observation = tables["observations"].set_index("observation_id", drop=False)
    return observation["observation_id"].duplicated()


def page_spans_in_order(tables: Frames) -> Failing:
    """Repairs and further parts of a page lie in its text, in order, none over another."""
    return _by(
        tables["pages"],
        "page_id",
        lambda row: not (_in_order(row.repairs, len(row.text)) and _in_order(row.parts, len(row.text))),
    )


def _in_order(spans: Iterable[Mapping[str, Any]], length: int) -> bool:
    edges = [0, *(edge for span in spans for edge in (span["start"], span["end"])), length]
    return edges == sorted(edges)


def speech_equals_page_at_span(tables: Frames) -> Failing:
    """A speech is its page's text at its span."""
    rows = tables["speeches"].merge(tables["pages"], on="page_id", how="left", suffixes=("", "_page"))
    return _by(rows, "speech_id", lambda row: row.text_page[row.start : row.end] != row.text)


def quote_equals_text_at_span(tables: Frames) -> Failing:
    """A quote is its speech's text at its span; an observation without its speech fails, too."""
    rows = tables["observations"]
    return _by(
        rows, "observation_id", lambda row: not isinstance(row.text, str) or row.text[row.start : row.end] != row.quote
    )


def words_are_known(tables: Frames) -> Failing:
    """Measure, status and bound are of the vocabulary; a change says what it is compared to."""
    return _by(
        tables["observations"],
        "observation_id",
        lambda row: (
            row.measure not in MEASURES
            or row.status not in STATUSES
            or row.bound not in BOUNDS
            or (row.measure == "change" and not isinstance(row.compared_to, str))
        ),
    )


def values_are_numbers(tables: Frames) -> Failing:
    """A value is finite, and so is the upper end of a range; only a masked observation has no value."""
    return _by(
        tables["observations"],
        "observation_id",
        lambda row: (
            (not row.masked and not _finite(row.value)) or (not pd.isna(row.value_high) and not _finite(row.value_high))
        ),
    )


def resolved_is_whole(tables: Frames) -> Failing:
    """Days come in pairs, in order, with their reason; a region code has six digits and one; each flag has its own."""
    return _by(tables["observations"], "observation_id", lambda row: not _whole(row))


def _whole(row: Any) -> bool:  # noqa: ANN401 - a row of the table
    days = [day for day in (row.period_first, row.period_last) if isinstance(day, str)]
    code = row.region_code if isinstance(row.region_code, str) else None
    return (
        len(days) in (0, 2)
        and days == sorted(days)
        and (not days or isinstance(row.period_reason, str))
        and (code is None or (_DIVISION.fullmatch(code) is not None and isinstance(row.region_reason, str)))
        and len(row.flags) == len(row.flag_reasons)
    )


def _finite(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


CHECKS: dict[str, Callable[[Frames], Failing]] = {
    check.__name__: check
    for check in (
        speech_keys_unique,
        observation_keys_unique,
        page_spans_in_order,
        speech_equals_page_at_span,
        quote_equals_text_at_span,
        words_are_known,
        values_are_numbers,
        resolved_is_whole,
    )
}


def run_checks(
    sources: Iterable[str], pages: Iterable[Mapping[str, Any]], statements: Iterable[Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    """One result a source and check: `{source, check_name, passed, checked, failed, sample}`."""
    pages, statements = list(pages), list(statements)
    for source in sources:
        own = [page for page in pages if page["source"] == source]
        ids = {page["page_id"] for page in own}
        if not own:
            continue
        tables = frames(own, (row for row in statements if row["page_id"] in ids))
        for name, check in CHECKS.items():
            failing = check(tables)
            failed = [str(key) for key in failing[failing].index]
            yield {
                "source": source,
                "check_name": name,
                "passed": not failed,
                "checked": len(failing),
                "failed": len(failed),
                "sample": failed[:SAMPLE],
            }


def _by(rows: pd.DataFrame, key: str, fails: Callable[[Any], bool]) -> Failing:
    """Whether each row fails, indexed by its key. Plain Python per row: offsets into texts do not vectorise."""
    return pd.Series([fails(row) for row in rows.itertuples(index=False)], index=rows[key], dtype=bool)
