"""The one summary of a run, and whether it is red."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from include.load.balance import DISPOSITIONS, OUTCOMES, SourceBalance
from include.runtime.health import FRESH, LOST_LINKS, RED
from include.settings import TIMEZONE

RED_STATUSES = ("broken", "down")  # declined and parked hosts are left alone, and say so in the notes
COLUMNS = ("listed", *OUTCOMES, *DISPOSITIONS, "unaccounted")
STATE_COLUMNS = "  {:<8}  {:<16}"


def summarise(
    planned: Sequence[str],
    source_runs: Sequence[Mapping[str, Any]],
    links: Mapping[str, SourceBalance],
    observations: Mapping[str, int],
    failed_tasks: Sequence[str],
    failed_checks: Iterable[Mapping[str, Any]],
    states: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """The account of the run: `sources`, `total`, `observations`, `states`, `problems` that make it red, and `notes`.

    `states` are rows of `source_state`; in the account each is `{state, since, reason, message}` under its source.
    """
    accounts = {name: links.get(name, SourceBalance()).to_dict() for name in sorted({*planned, *links})}
    total = {column: sum(account[column] for account in accounts.values()) for column in COLUMNS}
    problems = [*_problems(source_runs, states, failed_checks), *(f"task {name} failed" for name in failed_tasks)]
    if total["unaccounted"]:
        problems.append(f"{total['unaccounted']} links or pages of the run are not accounted for")
    return {
        "sources": accounts,
        "total": total,
        "observations": dict(observations),
        "states": {row["source"]: _state(row) for row in states},
        "problems": problems,
        "notes": [*_remarks(source_runs), *_notes(states)],
    }


def as_text(summary: Mapping[str, Any]) -> str:
    """The summary as a table for the log and the terminal."""
    rows = [*summary["sources"].items(), ("total", summary["total"])]
    states = summary.get("states", {})  # runs of the first release kept none
    width = max(len(name) for name, _ in rows)
    widths = {column: len(column) + 2 for column in COLUMNS}
    head = "".join(f"{column:>{widths[column]}}" for column in COLUMNS)
    lines = [(" " * width + head + STATE_COLUMNS.format("state", "since")).rstrip()]
    for name, account in rows:
        figures = "".join(f"{account[column]:>{widths[column]}}" for column in COLUMNS)
        state = states.get(name, {"state": "", "since": None})
        words = STATE_COLUMNS.format(state["state"], _local(state["since"]) if state["since"] else "")
        lines.append(f"{name:<{width}}{figures}{words}".rstrip())
    seen = summary["observations"]
    parts = f"{seen['new']} new + {seen['seen_again']} seen again + {seen['rejected']} rejected"
    lines.append(f"observations: {seen['staged']} = {parts}")
    for name, account in summary["sources"].items():
        if account["reasons"]:
            lines.append(f"{name}: " + ", ".join(f"{reason} {n}" for reason, n in account["reasons"].items()))
    lines += [f"note: {note}" for note in summary["notes"]]
    lines += [f"PROBLEM: {problem}" for problem in summary["problems"]]
    return "\n".join(lines)


def _problems(
    source_runs: Sequence[Mapping[str, Any]],
    states: Sequence[Mapping[str, Any]],
    failed_checks: Iterable[Mapping[str, Any]],
) -> Iterator[str]:
    """What is wrong with the sources."""
    for row in source_runs:
        if row["status"] in RED_STATUSES:
            yield f"source {row['source']} is {row['status']}: {row['message']}"
    for row in states:
        if (row["state"], row["reason"]) == (RED, LOST_LINKS):
            yield f"source {row['source']}: {row['message']}"
    for row in failed_checks:
        yield (
            f"check {row['check_name']} holds source {row['source']}: {row['failed']} of {row['checked']} rows fail, "
            f"e.g. {', '.join(row['sample'][:3])}"
        )


def _remarks(source_runs: Sequence[Mapping[str, Any]]) -> list[str]:
    """What discover remarked on listings that are well: that it stopped at the page limit, how far they reach."""
    return [
        f"source {row['source']}: {row['message']}" for row in source_runs if row["status"] == "ok" and row["message"]
    ]


def _notes(states: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """A word on each source that is neither well nor red."""
    for row in states:
        if row["state"] not in (FRESH, RED):
            yield f"source {row['source']} is {row['state']} since {_local(row['since'].isoformat())}: {row['message']}"


def _state(row: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: row[name] for name in ("state", "reason", "message")}
    return kept | {"since": row["since"].isoformat(timespec="seconds")}


def _local(moment: str) -> str:
    """To the minute in Asia/Shanghai."""
    return datetime.fromisoformat(moment).astimezone(ZoneInfo(TIMEZONE)).strftime("%Y-%m-%d %H:%M")
