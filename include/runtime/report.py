"""The one summary of a run, and whether it is red."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from include.load.balance import DISPOSITIONS, OUTCOMES, SourceBalance

RED_STATUSES = ("broken", "down")  # declined and parked hosts are left alone, and say so in the counts
COLUMNS = ("listed", *OUTCOMES, *DISPOSITIONS, "unaccounted")


def summarise(
    planned: Sequence[str],
    source_runs: Sequence[Mapping[str, Any]],
    links: Mapping[str, SourceBalance],
    observations: Mapping[str, int],
    failed_tasks: Sequence[str],
    failed_checks: Iterable[Mapping[str, Any]],
) -> dict[str, Any]:
    """The account of the run: `sources`, `total`, `observations`, the `problems` that make it red, and `notes`."""
    accounts = {name: links.get(name, SourceBalance()).to_dict() for name in sorted({*planned, *links})}
    total = {column: sum(account[column] for account in accounts.values()) for column in COLUMNS}
    problems = [
        f"source {row['source']} is {row['status']}: {row['message']}"
        for row in source_runs
        if row["status"] in RED_STATUSES
    ]
    notes = [
        f"source {row['source']} is {row['status']}: {row['message']}"
        for row in source_runs
        if row["status"] not in (*RED_STATUSES, "ok")
    ]
    problems += [
        f"check {row['check_name']} holds source {row['source']}: {row['failed']} of {row['checked']} rows fail, "
        f"e.g. {', '.join(row['sample'][:3])}"
        for row in failed_checks
    ]
    problems += [f"task {name} failed" for name in failed_tasks]
    if total["unaccounted"]:
        problems.append(f"{total['unaccounted']} links or pages of the run are not accounted for")
    return {
        "sources": accounts,
        "total": total,
        "observations": dict(observations),
        "problems": problems,
        "notes": notes,
    }


def as_text(summary: Mapping[str, Any]) -> str:
    """The summary as a table for the log and the terminal."""
    rows = [*summary["sources"].items(), ("total", summary["total"])]
    width = max(len(name) for name, _ in rows)
    widths = {column: len(column) + 2 for column in COLUMNS}
    lines = [" " * width + "".join(f"{column:>{widths[column]}}" for column in COLUMNS)]
    lines += [
        f"{name:<{width}}" + "".join(f"{account[column]:>{widths[column]}}" for column in COLUMNS)
        for name, account in rows
    ]
    seen = summary["observations"]
    parts = f"{seen['new']} new + {seen['seen_again']} seen again + {seen['rejected']} rejected"
    lines.append(f"observations: {seen['staged']} = {parts}")
    for name, account in summary["sources"].items():
        if account["reasons"]:
            lines.append(f"{name}: " + ", ".join(f"{reason} {n}" for reason, n in account["reasons"].items()))
    lines += [f"note: {note}" for note in summary["notes"]]
    lines += [f"PROBLEM: {problem}" for problem in summary["problems"]]
    return "\n".join(lines)
