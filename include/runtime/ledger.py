"""The ledger of listings: what was read is not read again. One transaction a page, so that a crash loses nothing."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from include.runtime.ledger_rows import EVERYTHING, ListedLink, PageRead, Seen, Walk, page_of, page_row
from include.runtime.ledger_tables import listed_entry, listing_page, listing_walk
from include.runtime.state_base import StateBase

CHUNK = 500  # ids in one query
WALK_FIELDS = tuple(field.name for field in fields(Walk))


class Ledger(StateBase):
    """What all runs have read of listings. A listing is named by its key."""

    def spans(self, listing: str, last: str, not_before: float) -> list[tuple[str, float]]:
        """Which days walks have passed that count and began at `not_before` or later: from which day, and begun when.

        Of walks that passed the same days the one that began last; none that only passed days after `last`.
        """
        table = listing_walk.c
        found = (table.listing == listing, table.counts, table.covered_from <= last, table.started_at >= not_before)
        began = func.max(table.started_at).label("began")
        query = select(table.covered_from, began).where(*found).group_by(table.covered_from)
        return [(row["covered_from"], row["began"]) for row in self.read(query)]

    def to_resume(self, listing: str, day: str, not_before: float) -> Walk | None:
        """Of the walks that began at `not_before` or later and have not passed `day`, the one that came farthest.

        One that has passed it but does not count yet is taken, too: it only has to show that it does.
        """
        table = listing_walk.c
        going = (table.listing == listing, table.resume_url.is_not(None), table.started_at >= not_before)
        missing = or_(table.covered_from > day, table.counts.is_(False))
        return self._walk(select(listing_walk).where(*going, missing).order_by(table.covered_from, table.started_at))

    def newest(self, listing: str) -> Walk | None:
        """The walk that counts and began last."""
        table = listing_walk.c
        query = select(listing_walk).where(table.listing == listing, table.counts)
        return self._walk(query.order_by(table.started_at.desc()))

    def is_whole(self, listing: str) -> bool:
        """Whether some walk that counts came to the listing's end."""
        return bool(self.spans(listing, EVERYTHING, 0.0))

    def oldest_day(self, listing: str) -> str | None:
        """The oldest day that the listing showed."""
        oldest = func.min(listed_entry.c.listed_on).label("oldest")
        rows = self.read(select(oldest).where(listed_entry.c.listing == listing))
        return rows[0]["oldest"] if rows else None

    def page(self, listing: str, key: str, url: str) -> PageRead | None:
        """A listing page as it was last read; `key` is its canonical URL, `url` how it is asked for now."""
        query = select(listing_page).where(listing_page.c.listing == listing, listing_page.c.url == key)
        rows = self.read(query)
        return page_of(dict(rows[0]), url) if rows else None

    def seen(self, listing: str, page_ids: Collection[str]) -> dict[str, Seen]:
        """Those of the links that the ledger holds."""
        table = listed_entry.c
        found: dict[str, Seen] = {}
        for chunk in _chunks(page_ids):
            columns = (table.page_id, *(table[name] for name in Seen._fields))
            query = select(*columns).where(table.listing == listing, table.page_id.in_(chunk))
            found |= {row["page_id"]: Seen(*(row[name] for name in Seen._fields)) for row in self.read(query)}
        return found

    def save_page(self, walk: Walk, page: PageRead, seen: Mapping[str, Seen]) -> None:
        """Record a page that a walk has read, its links and how far the walk has come."""
        with self.engine.begin() as connection:
            self.upsert(connection, listed_entry, _entry_rows(walk, page, seen))
            self.upsert(connection, listing_page, [page_row(page, walk)])
            self.upsert(connection, listing_walk, [asdict(walk)])

    def save_walk(self, walk: Walk) -> None:
        """Record how far a walk has come."""
        with self.engine.begin() as connection:
            self.upsert(connection, listing_walk, [asdict(walk)])

    def links(self, listing: str, first: str, last: str) -> list[tuple[ListedLink, str]]:
        """The links of a window with the page that listed them, newest day first."""
        day = listed_entry.c.listed_on
        return self._links(listed_entry.c.listing == listing, day >= first, day <= last)

    def undated(self, listing: str) -> frozenset[str]:
        """The ids of the links that the listing showed without a date."""
        table = listed_entry.c
        query = select(table.page_id).where(table.listing == listing, table.listed_on.is_(None))
        return frozenset(row["page_id"] for row in self.read(query))

    def has_dates(self, listing: str) -> bool:
        """Whether the listing ever showed a date."""
        return self.oldest_day(listing) is not None

    def links_of(self, listing: str, page_ids: Collection[str]) -> list[tuple[ListedLink, str]]:
        """Those links with the page that listed them."""
        table = listed_entry.c
        found: list[tuple[ListedLink, str]] = []
        for chunk in _chunks(page_ids):
            found += self._links(table.listing == listing, table.page_id.in_(chunk))
        return found

    def _links(self, *wanted: ColumnElement[bool]) -> list[tuple[ListedLink, str]]:
        table = listed_entry.c
        query = select(listed_entry).where(*wanted).order_by(table.listed_on.desc(), table.page_id)
        rows = self.read(query)
        return [(ListedLink(*(row[name] for name in ListedLink._fields)), row["listing_url"]) for row in rows]

    def _walk(self, query: Select[Any]) -> Walk | None:
        rows = self.read(query.limit(1))
        return Walk(**{name: rows[0][name] for name in WALK_FIELDS}) if rows else None


def _entry_rows(walk: Walk, page: PageRead, seen: Mapping[str, Seen]) -> list[dict[str, Any]]:
    """The links of a page as rows; a date that was shown once is kept where the page shows none."""
    rows: dict[str, dict[str, Any]] = {}
    for link in page.links:
        before = seen.get(link.page_id)
        known = rows[link.page_id]["listed_on"] if link.page_id in rows else before.listed_on if before else None
        if link.page_id in rows and (known or not link.listed_on):
            continue
        rows[link.page_id] = {
            "listing": walk.listing,
            **link._asdict(),
            "listed_on": link.listed_on or known,
            "listing_url": page.url,
            "first_seen_at": before.first_seen_at if before else page.read_at,
            "last_seen_at": page.read_at,
            "walk_id": walk.walk_id,
        }
    return list(rows.values())


def _chunks(page_ids: Collection[str]) -> Iterator[list[str]]:
    ids = sorted(set(page_ids))
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
