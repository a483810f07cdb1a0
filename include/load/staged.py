"""What one run is about to land, gathered from the staged files and the state before the transaction opens."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from include.ids import digest
from include.records import Fetched, Link

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StagedRun:
    """All rows of a run. `held` names the sources that a check holds; `inputs` the hashes of the staged files."""

    run_id: str
    run_type: str
    partition_key: str | None
    window_first: date
    window_last: date
    started_at: datetime
    rules_version: str
    sources: list[dict[str, Any]]
    links: list[Link]
    attempts: list[Fetched]
    inputs: list[str]
    pages: list[dict[str, Any]] = field(default_factory=list)
    quarantined: list[dict[str, Any]] = field(default_factory=list)
    outlines: dict[str, dict[str, list[dict[str, Any]]]] = field(default_factory=dict)
    terms: dict[str, dict[str, dict[str, int]]] = field(default_factory=dict)
    statements: dict[str, dict[str, Any]] = field(default_factory=dict)
    checks: list[dict[str, Any]] = field(default_factory=list)
    held: frozenset[str] = frozenset()

    @property
    def load_id(self) -> str:
        """The same staged input of the same run is the same load: a retry after a lost reply lands nothing twice."""
        attempts = [(a.source, a.page_id, a.attempt, a.outcome) for a in self.attempts]
        checks = sorted((check["source"], check["check_name"], check["passed"]) for check in self.checks)
        return digest("load", self.run_id, sorted(self.inputs), sorted(attempts), checks)

    @property
    def released(self) -> list[dict[str, Any]]:
        """The pages that may land: read by every stage, of a source that no check holds."""
        refused = {row["page_id"] for row in self.quarantined}
        return [
            page
            for page in self.pages
            if page["page_id"] not in refused and page["page_id"] in self.statements and page["source"] not in self.held
        ]

    @property
    def observation_count(self) -> int:
        """Observations in the staged rows, released or not."""
        return sum(len(row["observations"]) for row in self.statements.values())
