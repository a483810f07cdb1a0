"""The ledger of listings: what they showed, their pages as last read, and which days the walks over them covered.

`listing` is the key of one listing (include/discover/key.py): a changed description of it starts a new ledger. Days
are ISO dates, times seconds since 1970, UTC.
"""

from sqlalchemy import JSON, Boolean, Column, Float, Index, Integer, String, Table, Text

from include.runtime.state_tables import Name, PageId, metadata

Listing = String(20)
WalkId = String(32)
Day = String(10)

# Every usable link that a listing ever showed
listed_entry = Table(
    "listed_entry",
    metadata,
    Column("listing", Listing, primary_key=True),
    Column("page_id", PageId, primary_key=True),
    Column("url", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("listed_on", Day),
    Column("listing_url", Text, nullable=False),  # where it was seen last
    Column("first_seen_at", Float, nullable=False),
    Column("last_seen_at", Float, nullable=False),
    Column("walk_id", WalkId, nullable=False),  # which walk saw it last
    Index("listed_entry_by_day", "listing", "listed_on"),
)

# Every listing page as it was last read, so that a 304 says what stands on it
listing_page = Table(
    "listing_page",
    metadata,
    Column("listing", Listing, primary_key=True),
    Column("url", Text, primary_key=True),  # canonical
    Column("walk_id", WalkId, nullable=False),  # which walk read it last
    Column("read_at", Float, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("entries", Integer, nullable=False),
    Column("links", JSON, nullable=False),  # [[page id, URL, title, day], …]; empty where the order says nothing
    Column("refused", JSON, nullable=False),  # how many entries are no links, by reason
    Column("next_url", Text),
    Column("parts", JSON, nullable=False),  # [[URL, day], …]
    Column("newest_first", Boolean, nullable=False),
)

# Walks that began at the first page. A walk that was broken off goes on at its `resume_url`
listing_walk = Table(
    "listing_walk",
    metadata,
    Column("walk_id", WalkId, primary_key=True),
    Column("listing", Listing, nullable=False),
    Column("source", Name, nullable=False),
    Column("section", Text, nullable=False),
    Column("started_at", Float, nullable=False),
    Column("read_at", Float, nullable=False),
    Column("covered_from", Day, nullable=False),  # this day and all after it were passed
    Column("counts", Boolean, nullable=False),  # false until the source has shown its minimum of entries
    Column("resume_url", Text),  # the last page read; null where the walk cannot go on
    Column("pages", Integer, nullable=False),
    Column("entries", Integer, nullable=False),
    Column("ordered", Boolean, nullable=False),  # false once a page was not newest first
    Column("stopped", String(20)),
    Index("listing_walk_by_day", "listing", "covered_from"),
)
