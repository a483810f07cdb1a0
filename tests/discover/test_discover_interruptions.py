"""Whatever the order and grouping of windows, and what comes, goes or breaks off meanwhile: nothing is lost."""

from datetime import date, timedelta

import pytest
from discover.web import Portal, discover, names, new_ledger, source
from hypothesis import given, settings
from hypothesis import strategies as st

from include.discover.coverage import settles_at
from include.discover.listing import Terms
from include.errors import TransientError

START = date(2024, 1, 1)
DAYS = 15
DAY = timedelta(days=1)


class Fragile(Portal):
    """A portal that breaks off after so many requests, as often as told."""

    breaks = ()

    def page(self, url, headers=None):
        if self.breaks:
            self.breaks[0] -= 1
            if self.breaks[0] < 0:
                del self.breaks[0]
                raise TransientError("reset", reason="reset")
        return super().page(url, headers)


counts = st.integers(0, 9)
windows = st.tuples(st.just("look"), st.integers(0, DAYS), st.integers(0, 6), st.lists(st.integers(0, 6), max_size=2))
steps = st.one_of(
    windows,
    windows,
    st.tuples(st.just("publish"), counts, st.integers(0, 3)),
    st.tuples(st.just("night"), st.integers(1, 5)),
    st.tuples(st.just("take_down"), counts, counts),
)


class Story:
    """A portal, a ledger and a clock; every step is checked."""

    def __init__(self, per_day, per_page, etags):
        entries = [(DAYS * row + n, START + n * DAY) for n in range(DAYS) for row in range(per_day[n % len(per_day)])]
        self.web, self.ledger = Fragile(entries, per_page, etags=etags), new_ledger()
        self.now = settles_at(START + (DAYS - 4) * DAY)  # the night behind the last day
        self.today, self.next = START + DAYS * DAY, 10_000

    def clock(self):
        self.now += 1.0
        return self.now

    def publish(self, count, back):
        """Entries of today, or late ones of the last days."""
        for _ in range(count):
            self.web.add(self.next, self.today - back * DAY)
            self.next += 1

    def night(self, nights):
        self.now, self.today = self.now + 86_400.0 * nights, self.today + nights * DAY

    def take_down(self, start, count):
        self.web.take_down(start, count)

    def look(self, back, length, breaks):
        last = self.today - back * DAY
        first = max(last - length * DAY, START)
        options = {"terms": Terms(self.clock()), "clock": self.clock}
        town = source(minimum_entries=0)
        self.web.breaks = list(breaks)
        listed = self.web.listed_on(first, last)
        while True:
            try:
                found = discover(town, first, last, self.web, self.ledger, **options)
            except TransientError:
                self.publish(1, 0)  # while the run waits for its next try
                continue
            break
        later = self.web.listed_on(first, last) | self.web.gone
        assert listed <= names(found) <= later | listed


LOOKS = (
    st.lists(st.integers(0, 3), min_size=1, max_size=4),
    st.integers(2, 5),
    st.booleans(),
    st.lists(steps, min_size=1, max_size=8),
)


def check(per_day, per_page, etags, story):
    """Every look finds what was listed when it began, and nothing that never was."""
    told = Story(per_day, per_page, etags)
    for name, *arguments in story:
        getattr(told, name)(*arguments)
    told.look(0, 2 * DAYS, [])


@settings(max_examples=12, deadline=None)
@given(*LOOKS)
def test_every_look_finds_what_is_listed(per_day, per_page, etags, story):
    check(per_day, per_page, etags, story)


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(*LOOKS)
def test_every_look_finds_what_is_listed_in_many_stories(per_day, per_page, etags, story):
    check(per_day, per_page, etags, story)
