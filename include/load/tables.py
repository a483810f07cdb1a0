"""The warehouse's tables: one definition for SQLite and PostgreSQL, one Alembic history beside it.

Two kinds: *run tables* gain rows with every run; *content tables* hold each thing once, however often it is seen.
`closed_load` is empty while a row is current: nothing is deleted.
"""

from include.load.columns import metadata
from include.load.content_tables import (
    cluster,
    commitment,
    fingerprint,
    link,
    observation,
    page,
    quarantine,
    segment,
    speech,
    term,
)
from include.load.run_tables import body, check_result, fetch, listing, load, run, source, source_state

RUN_TABLES = (run, load, listing, fetch, check_result, source_state)
CONTENT_TABLES = (
    source,
    body,
    page,
    speech,
    segment,
    term,
    observation,
    commitment,
    fingerprint,
    link,
    cluster,
    quarantine,
)

__all__ = [
    "CONTENT_TABLES",
    "RUN_TABLES",
    "body",
    "check_result",
    "cluster",
    "commitment",
    "fetch",
    "fingerprint",
    "link",
    "listing",
    "load",
    "metadata",
    "observation",
    "page",
    "quarantine",
    "run",
    "segment",
    "source",
    "source_state",
    "speech",
    "term",
]
