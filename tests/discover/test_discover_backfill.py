"""What a backfill costs a site: listing requests over listing pages, in whatever order its days are run."""

import random
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from discover.web import Portal, at, discover, names, new_ledger, source

from include.errors import InterruptedRunError
from include.runtime.ledger import Ledger
from include.runtime.state import State

DAY = timedelta(days=1)
YEAR = [date(2023, 1, 1) + timedelta(days=n) for n in range(365)]
LATER = at(date(2024, 6, 1))


def portal_of(count, days, **options):
    """`count` entries spread over the days."""
    dice = random.Random(7)
    return Portal([(n, dice.choice(days)) for n in range(count)], **options)


def in_order(days, order):
    return {"forwards": days, "backwards": days[::-1], "shuffled": random.Random(1).sample(days, len(days))}[order]


@pytest.mark.parametrize("order", ["forwards", "backwards", "shuffled"])
@pytest.mark.parametrize(
    ("days", "count"),
    [
        pytest.param(YEAR[:60], 400, id="60 days"),
        pytest.param(YEAR, 2000, id="a year", marks=pytest.mark.slow),
    ],
)
def test_a_backfill_requests_each_listing_page_about_once(order, days, count):
    web, ledger = portal_of(count, days), new_ledger()
    for day in in_order(days, order):
        assert names(discover(source(), day, day, web, ledger, clock=LATER)) == web.listed_on(day, day)
    print(f"{order}: {len(web.asked)} listing requests, {web.count} listing pages: {len(web.asked) / web.count:.2f}")
    assert len(web.asked) <= 1.2 * web.count
    asked = list(web.asked)
    for day in days[::3]:
        again = discover(source(), day, day, web, ledger, clock=LATER)
        assert (again.stopped, again.pages, names(again)) == ({"/jh/": "covered"}, 0, web.listed_on(day, day))
    assert web.asked == asked


class Slot:
    """One run at the portal: the host's lease is a lock, and a run that does not get it is told to come back."""

    def __init__(self, portal, lease):
        self.portal, self.lease, self.holds = portal, lease, False

    def reserve(self, url):
        self.holds = self.holds or self.lease.acquire(timeout=0.02)
        if not self.holds:
            raise InterruptedRunError("busy")

    def page(self, url, headers=None):
        assert self.holds
        return self.portal.page(url, headers)

    def close(self):
        if self.holds:
            self.lease.release()


def work_through(days, portal, lease, url, failed):
    """What one of several slots does: a day after the other; a day whose host is busy is put back."""
    state = State.open(url)
    ledger = Ledger(state.engine)
    while days:
        day, slot = days.popleft(), Slot(portal, lease)
        try:
            if names(discover(source(), day, day, slot, ledger, clock=LATER)) != portal.listed_on(day, day):
                failed.append(day)
        except InterruptedRunError:
            days.append(day)
        finally:
            slot.close()
    state.close()


@pytest.mark.parametrize(
    ("days", "count"),
    [
        pytest.param(YEAR[:40], 300, id="40 days"),
        pytest.param(YEAR, 2000, id="a year", marks=pytest.mark.slow),
    ],
)
def test_three_runs_at_once_request_each_listing_page_about_once(days, count, tmp_path):
    portal, lease, failed = portal_of(count, days), threading.Lock(), []
    waiting, url = deque(days[::-1]), f"sqlite:///{tmp_path / 'state.db'}"
    State.open(url).close()
    with ThreadPoolExecutor(3) as pool:
        for done in [pool.submit(work_through, waiting, portal, lease, url, failed) for _ in range(3)]:
            done.result()
    print(f"3 at once: {len(portal.asked)} listing requests, {portal.count} listing pages")
    assert failed == []
    assert len(portal.asked) <= 1.2 * portal.count


def test_days_that_are_not_settled_are_looked_at_by_every_run():
    """A nightly run looks at its day and the three before: at each of them for the last time."""
    web, ledger = portal_of(400, YEAR[:40], etags=True), new_ledger()
    discover(source(), YEAR[0], YEAR[39], web, ledger, clock=at(YEAR[40]))
    web.asked.clear()
    for night in (41, 42, 43, 44):
        day = YEAR[night - 1]
        discover(source(), day - 3 * DAY, day, web, ledger, clock=at(YEAR[night]))
    assert set(web.asked) <= {"/jh/", "/jh/index_1.html", "/jh/index_2.html"}
    assert web.asked.count("/jh/") == 4
    assert web.not_modified == web.asked
    web.asked.clear()
    found = discover(source(), YEAR[0], YEAR[40], web, ledger, clock=at(YEAR[44]))
    assert (found.stopped, web.asked) == ({"/jh/": "covered"}, [])
