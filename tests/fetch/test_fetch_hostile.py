"""Fetch and clean over a site that means harm: what is real lands, every trap ends in its own outcome."""

import sys
from dataclasses import replace

import pytest
from fetch import hostile_site

from include.clean.batch import clean_batch
from include.fetch.bodies import BodyStore
from include.fetch.links import fetch_links

TRIED_AGAIN = {"/good/utf8.html", "/trap/drip.html", "/trap/cut.html", "/trap/reset.html"}
CONNECTED = set()


def note(event, arguments):
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        CONNECTED.add(arguments[1][:2])


sys.addaudithook(note)  # it cannot be taken off again


@pytest.fixture
def run(site, state, tmp_path, tiny):
    """A run over the site: what was fetched, by path, and where connections went."""
    hostile_site.open_on(site)
    source, store = site.source(), BodyStore(tmp_path)
    links = [site.link(path) for path in (*hostile_site.TRAPS, *hostile_site.GOOD)]
    CONNECTED.clear()
    for attempt in (1, 2):
        fetched = fetch_links(
            source,
            links,
            run_id="night",
            attempt=attempt,
            state=state,
            store=store,
            known={},
            limits=replace(tiny, read_seconds=5, total_seconds=20, slow_seconds=0.2),
        )
    return {one.url.removeprefix(f"http://{site.host}"): one for one in fetched}, store


def test_every_trap_ends_in_its_own_outcome_and_what_is_real_is_fetched(site, run):
    fetched, _ = run
    ended = {path: (one.outcome, one.reason, one.transient) for path, one in fetched.items()}
    assert ended == {
        **dict.fromkeys(hostile_site.GOOD, ("fetched", None, False)),
        **{path: expected for path, (_, expected) in hostile_site.TRAPS.items()},
    }
    assert all(one.message for one in fetched.values() if one.outcome != "fetched")
    assert {path for path, count in site.hits.items() if count > 1} == TRIED_AGAIN
    assert {("127.0.0.1", site.server.server_port)} == CONNECTED


def test_what_is_no_page_is_quarantined_with_its_reason(run):
    fetched, store = run
    rows = [
        {"page_id": one.page_id, "source": "town", "url": path, "body_sha256": one.body_sha256, "listed_on": None}
        for path, one in fetched.items()
        if one.outcome == "fetched"
    ]
    cleaned = list(clean_batch(rows, store.get, {}))
    assert {row["url"] for row in cleaned if row["kind"] == "page"} == set(hostile_site.GOOD)
    assert all("粮食产量12.5万吨" in row["text"] for row in cleaned if row["kind"] == "page")
    refused = {row["url"]: row["reason"] for row in cleaned if row["kind"] == "quarantine"}
    assert refused == hostile_site.QUARANTINED
