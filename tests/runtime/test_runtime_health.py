"""The state of a source from what one run saw of it."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from include.pages.labels import STATE_CLASSES
from include.pages.labels import STATES as LABELS
from include.runtime.health import STATES, Health, LinkEnds, Seen, judge

TODAY = date(2024, 3, 31)
OK = {"status": "ok", "reason": None, "message": None, "entries": 20}
CHECK = {"check_name": "values_are_numbers", "failed": 4, "checked": 9}
FETCHED = ("fetched", None)


def links(outcomes=None, **transient):
    return LinkEnds(Counter(outcomes or {}), Counter(transient), datetime(2024, 3, 31, tzinfo=UTC))


def seen(listing=OK, pages=1, newest=date(2024, 3, 30), ends=None, **fields):
    return Seen(listing, pages, ends or LinkEnds(), newest, **fields)


def failed(status, reason="why"):
    return {**OK, "status": status, "reason": reason, "message": f"it is {status}", "entries": 0}


@pytest.mark.parametrize(
    ("given", "state", "reason"),
    [
        pytest.param(seen(), "fresh", None, id="well"),
        pytest.param(seen(ends=links({FETCHED: 3, ("failed", "http_404"): 1})), "fresh", None, id="a-page-gone"),
        pytest.param(seen(ends=links({FETCHED: 1, ("declined", "http_403"): 2})), "fresh", None, id="some-declined"),
        pytest.param(seen(failed("broken", "broken_source")), "red", "broken_source", id="D11 broken"),
        pytest.param(seen(failed("down", "connect")), "red", "connect", id="A1 down"),
        pytest.param(seen(failed("declined", "challenge")), "declined", "challenge", id="D8 listing-declined"),
        pytest.param(seen(failed("parked", "robots_unreachable")), "parked", "robots_unreachable", id="C3 robots"),
        pytest.param(seen(failed("parked", "outside_hours")), "parked", "outside_hours", id="C10 hours"),
        pytest.param(
            seen(ends=links({FETCHED: 3, ("failed", "http_503"): 2}, http_503=2)), "red", "lost_links", id="A9 lost"
        ),
        pytest.param(seen(ends=links({("declined", "http_403"): 3})), "declined", "http_403", id="A11 all-declined"),
        pytest.param(seen(ends=links({("skipped", "robots"): 3})), "declined", "robots", id="C1 robots"),
        pytest.param(seen(ends=links({("skipped", "offsite"): 3})), "fresh", None, id="B9 offsite"),
        pytest.param(seen(ends=links({FETCHED: 3, ("parked", "parked"): 9})), "parked", "parked", id="A13 day"),
        pytest.param(seen(failed_checks=[CHECK]), "red", "held", id="held"),
        pytest.param(seen(None, failed_tasks=["ingest_source.discover_0"]), "red", "task", id="discover-crashed"),
        pytest.param(seen(newest=date(2024, 1, 31)), "fresh", None, id="60-days-are-usual"),
        pytest.param(seen(newest=date(2024, 1, 30)), "quiet", "no_new_entry", id="61-days-are-not"),
        pytest.param(seen(newest=None), "fresh", None, id="no-dates-listed"),
        pytest.param(seen({**OK, "entries": 0}, newest=None), "quiet", "no_entry", id="shows-nothing"),
        pytest.param(
            seen({**OK, "reason": "page_limit", "message": "stopped"}), "fresh", "page_limit", id="B11 page-limit"
        ),
    ],
)
def test_what_a_source_is(given, state, reason):
    health = judge(given, 60, TODAY)
    assert (health.state, health.reason) == (state, reason)


@pytest.mark.parametrize(
    ("given", "state"),
    [
        pytest.param(seen(failed("down"), ends=links({("declined", "x"): 1})), "red", id="listing-before-links"),
        pytest.param(
            seen(ends=links({("declined", "x"): 1, ("failed", "y"): 1}, y=1)), "red", id="lost-before-declined"
        ),
        pytest.param(
            seen(newest=date(2020, 1, 1), ends=links({("parked", "x"): 1})), "parked", id="parked-before-quiet"
        ),
    ],
)
def test_the_worst_counts(given, state):
    assert judge(given, 60, TODAY).state == state


def test_the_message_counts_the_links_by_reason():
    ends = links({FETCHED: 3, ("failed", "http_503"): 2, ("failed", "connect"): 1}, http_503=2, connect=1)
    assert judge(seen(ends=ends), 60, TODAY).message == (
        "3 of 6 links could not be had, to the last try (connect 1, http_503 2)"
    )


def test_the_message_of_a_quiet_source_says_since_how_long():
    message = judge(seen(newest=date(2023, 12, 31)), 60, TODAY).message
    assert message == "its newest entry is of 2023-12-31, 91 days ago; up to 60 are usual"


def test_a_check_is_named_with_its_figures():
    assert judge(seen(failed_checks=[CHECK]), 60, TODAY) == Health(
        "red", "checks", "held", "its rows are held by a check (values_are_numbers: 4 of 9 rows fail)"
    )


@pytest.mark.parametrize(
    ("listing", "pages", "tells"),
    [
        pytest.param(OK, 1, True, id="read"),
        pytest.param(OK, 0, False, id="covered-by-the-ledger"),
        pytest.param(failed("down"), 0, True, id="no-answer"),
        pytest.param(None, 0, False, id="never-begun"),
    ],
)
def test_only_a_run_that_asked_for_the_listing_tells_of_it(listing, pages, tells):
    assert seen(listing, pages).tells_of_the_listing is tells


def test_every_state_has_its_words_and_its_colour():
    assert LABELS.keys() == STATE_CLASSES.keys() == set(STATES)
