"""The tables of the operational state: what happened, as it happens. Created on opening; no history to migrate.

Times are seconds since 1970, UTC, as floats; page ids, hashes and URLs are strings.
"""

from sqlalchemy import JSON, Boolean, Column, Float, Integer, MetaData, String, Table, Text

metadata = MetaData()

RunId = String(300)
Name = String(60)
PageId = String(20)
Host = String(270)

# The links of a run, as listed
listed = Table(
    "listed",
    metadata,
    Column("run_id", RunId, primary_key=True),
    Column("source", Name, primary_key=True),
    Column("page_id", PageId, primary_key=True),
    Column("url", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("listed_on", String(10)),
    Column("listing_url", Text, nullable=False),
)

# Every attempt at a link; `fetched` is the whole record
attempt = Table(
    "attempt",
    metadata,
    Column("run_id", RunId, primary_key=True),
    Column("source", Name, primary_key=True),
    Column("page_id", PageId, primary_key=True),
    Column("attempt", Integer, primary_key=True),
    Column("outcome", String(20), nullable=False),
    Column("reason", String(60)),
    Column("transient", Boolean, nullable=False),
    Column("requested_at", String(40), nullable=False),
    Column("fetched", JSON, nullable=False),
)

# What a page's last body said about itself; only good for the body it came with
validator = Table(
    "validator",
    metadata,
    Column("page_id", PageId, primary_key=True),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("body_sha256", String(64), nullable=False),
)

robots = Table(
    "robots",
    metadata,
    Column("host", Host, primary_key=True),
    Column("fetched_at", Float, nullable=False),
    Column("status", Integer),  # null: there was no answer
    Column("body", Text, nullable=False),
    Column("decision", String(20), nullable=False),  # rules, allowed, unreachable
)

# Hosts to be left alone for a while
parked_host = Table(
    "parked_host",
    metadata,
    Column("host", Host, primary_key=True),
    Column("until", Float, nullable=False),
    Column("reason", Text, nullable=False),
)

# Who may send requests to a host now, and when the next one may go out
host_lease = Table(
    "host_lease",
    metadata,
    Column("host", Host, primary_key=True),
    Column("owner", Text),
    Column("fence", Integer, nullable=False),
    Column("expires_at", Float, nullable=False),
    Column("last_request_at", Float, nullable=False),
    Column("not_before", Float, nullable=False),
)

# How discover went for one source in one run
source_run = Table(
    "source_run",
    metadata,
    Column("run_id", RunId, primary_key=True),
    Column("source", Name, primary_key=True),
    Column("status", String(20), nullable=False),  # ok, broken, down, declined, parked
    Column("reason", String(60)),
    Column("message", Text),
    Column("entries", Integer, nullable=False),
    Column("links", Integer, nullable=False),
    Column("skipped", JSON, nullable=False),
    Column("stopped", JSON, nullable=False),
    Column("noted_at", Float, nullable=False),
)

# How many listing pages discover read for one source in one run: none, where the ledger covered its window
listing_read = Table(
    "listing_read",
    metadata,
    Column("run_id", RunId, primary_key=True),
    Column("source", Name, primary_key=True),
    Column("pages", Integer, nullable=False),
)

# How each source was, from when to when: a row for every change of its state; the newest is the present one
source_history = Table(
    "source_history",
    metadata,
    Column("source", Name, primary_key=True),
    Column("since", Float, primary_key=True),
    Column("confirmed_at", Float, nullable=False),  # when the site was last asked and found in this state
    Column("state", String(20), nullable=False),  # fresh, quiet, red, declined, parked
    Column("about", String(20), nullable=False),  # what it was read off: listing, links, checks, tasks, dates
    Column("reason", String(60)),
    Column("message", Text),
    Column("run_id", RunId, nullable=False),  # that confirmed it last
)
