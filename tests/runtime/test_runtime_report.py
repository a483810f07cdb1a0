"""The account of a run: what makes it red, what does not, and how it reads."""

import json
from collections import Counter
from datetime import UTC, datetime

import pytest

from include.load.balance import DISPOSITIONS, OUTCOMES, SourceBalance
from include.runtime.report import as_text, summarise

SEEN = {"staged": 5, "new": 3, "seen_again": 1, "rejected": 1}


def balance(listed=0, accepted=0, quarantined=0, held=0, reasons=(), **outcomes):
    fetched = accepted + quarantined + held
    outcomes = {"fetched": fetched, **outcomes}
    dispositions = {"accepted": accepted, "quarantined": quarantined, "held": held}
    return SourceBalance(listed, Counter(outcomes), Counter(dispositions), Counter(reasons))


def summary(links=None, planned=("portal",), source_runs=(), failed_tasks=(), failed_checks=(), states=()):
    links = {"portal": balance(2, accepted=2)} if links is None else links
    return summarise(planned, source_runs, links, SEEN, failed_tasks, failed_checks, states)


def source_run(status, message="lists 2 entries, at least 20 are expected"):
    return {"source": "portal", "status": status, "message": message}


def state(word, reason=None, message=None):
    since = datetime(2024, 3, 1, 18, tzinfo=UTC)
    return {"source": "portal", "state": word, "since": since, "reason": reason, "message": message}


LOST = "3 of 6 links could not be had, to the last try (connect 3)"
CHECK = {"check_name": "values_are_numbers", "source": "portal", "failed": 4, "checked": 9, "sample": list("abcd")}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        pytest.param(
            {"source_runs": [source_run("broken")]}, "source portal is broken: lists 2 entries", id="broken-source"
        ),
        pytest.param({"source_runs": [source_run("down", "refused")]}, "source portal is down: refused", id="down"),
        pytest.param({"states": [state("red", "lost_links", LOST)]}, f"source portal: {LOST}", id="lost-links"),
        pytest.param({"failed_tasks": ["clean_0"]}, "task clean_0 failed", id="task"),
        pytest.param(
            {"failed_checks": [CHECK]},
            "check values_are_numbers holds source portal: 4 of 9 rows fail, e.g. a, b, c",
            id="check",
        ),
        pytest.param({"links": {"portal": balance(3, accepted=2)}}, "1 links or pages", id="link-without-outcome"),
        pytest.param({"links": {"portal": balance(2, fetched=2)}}, "2 links or pages", id="page-without-disposition"),
    ],
)
def test_what_makes_a_run_red(changes, problem):
    problems = summary(**changes)["problems"]
    assert len(problems) == 1
    assert problems[0].startswith(problem)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"links": {"portal": balance(2, accepted=1, declined=1)}}, id="declined"),
        pytest.param({"links": {"portal": balance(2, accepted=1, parked=1)}}, id="parked-link"),
        pytest.param({"links": {"portal": balance(2, accepted=1, quarantined=1)}}, id="quarantined"),
        pytest.param({"links": {"portal": balance(2, accepted=1, failed=1, reasons=["http_404"])}}, id="http-404"),
        pytest.param({"links": {"portal": balance(2, unchanged=2)}}, id="unchanged"),
        pytest.param({"links": {"portal": balance(2, accepted=1, skipped=1)}}, id="skipped"),
        pytest.param({"links": {}}, id="quiet-day"),
        pytest.param({"source_runs": [source_run("declined")], "states": [state("declined")]}, id="declined-source"),
        pytest.param({"source_runs": [source_run("parked")], "states": [state("parked")]}, id="parked-source"),
        pytest.param({"states": [state("quiet", "no_new_entry", "its newest entry is old")]}, id="quiet-source"),
        pytest.param({"source_runs": [source_run("ok", "stopped at the page limit: /")]}, id="page-limit"),
    ],
)
def test_what_does_not(changes):
    assert summary(**changes)["problems"] == []


@pytest.mark.parametrize(
    ("changes", "notes"),
    [
        pytest.param(
            {"states": [state("declined", "http_403", "/ answers 403")]},
            ["source portal is declined since 2024-03-02 02:00: / answers 403"],
            id="A11 declined",
        ),
        pytest.param(
            {"states": [state("quiet", "no_new_entry", "its newest entry is old")]},
            ["source portal is quiet since 2024-03-02 02:00: its newest entry is old"],
            id="quiet",
        ),
        pytest.param({"states": [state("fresh")]}, [], id="fresh"),
        pytest.param({"states": [state("red", "held", "its rows are held")]}, [], id="a problem says it"),
        pytest.param(
            {"source_runs": [source_run("ok", "stopped at the page limit: /")], "states": [state("fresh")]},
            ["source portal: stopped at the page limit: /"],
            id="B11 page limit",
        ),
    ],
)
def test_what_a_reader_should_know_of_sources(changes, notes):
    assert summary(**changes)["notes"] == notes


def test_the_account_has_the_state_of_each_source_and_since_when():
    account = summary(states=[state("quiet", "no_new_entry", "old")])
    assert account["states"] == {
        "portal": {
            "state": "quiet", "since": "2024-03-01T18:00:00+00:00", "reason": "no_new_entry", "message": "old"
        }
    }  # fmt: skip
    assert json.loads(json.dumps(account)) == account


def test_the_text_gives_state_and_since_beside_the_figures():
    lines = as_text(summary(states=[state("quiet", "no_new_entry", "old")])).splitlines()
    assert lines[0].split()[-2:] == ["state", "since"]
    assert lines[1].split()[-3:] == ["quiet", "2024-03-02", "02:00"]
    assert lines[0].index("state") == lines[1].index("quiet")
    assert lines[0].index("since") == lines[1].index("2024")
    assert lines[2].split()[-1] == "0"


def test_all_problems_are_told():
    problems = summary(
        links={"portal": balance(3, accepted=2)},
        source_runs=[source_run("broken"), source_run("down")],
        failed_tasks=["a", "b"],
        failed_checks=[CHECK],
    )["problems"]
    assert len(problems) == 6


def test_a_planned_source_without_links_stands_in_the_account():
    account = summary(planned=("portal", "wenku"))
    assert account["sources"]["wenku"]["listed"] == 0
    assert account["total"]["listed"] == 2


def test_totals_are_sums():
    links = {"portal": balance(4, accepted=1, held=1, failed=2), "wenku": balance(3, accepted=1, declined=2)}
    total = summary(links=links)["total"]
    assert total == {
        **dict.fromkeys((*OUTCOMES, *DISPOSITIONS, "unaccounted"), 0),
        "listed": 7, "fetched": 3, "accepted": 2, "held": 1, "failed": 2, "declined": 2,
    }  # fmt: skip


def test_the_text_is_a_table_with_reasons_and_problems():
    links = {"portal": balance(3, accepted=1, failed=2, reasons=["http_404", "soft_404"])}
    lines = as_text(summary(links=links, failed_tasks=["load"])).splitlines()
    assert lines[0].split() == ["listed", *OUTCOMES, *DISPOSITIONS, "unaccounted", "state", "since"]
    assert lines[1].split() == ["portal", "3", "1", "0", "0", "0", "0", "2", "1", "0", "0", "0"]
    assert lines[2].split()[0] == "total"
    assert lines[0].index("unaccounted") + len("unaccounted") == len(lines[1]) == len(lines[2])
    assert lines[3:] == [
        "observations: 5 = 3 new + 1 seen again + 1 rejected",
        "portal: http_404 1, soft_404 1",
        "PROBLEM: task load failed",
    ]


def test_a_run_that_did_not_get_to_plan_has_a_text_too():
    account = summarise((), (), {}, dict.fromkeys(SEEN, 0), ["plan_run"], ())
    assert "PROBLEM: task plan_run failed" in as_text(account)
