"""A backfill of many days: what it asks the site for, the first time and the second."""

from collections import Counter

import pytest
from runtime.whole_run import Run, content

DAYS = range(1, 9)
PER_PAGE = 1


@pytest.fixture
def month(town):
    """Eight days of March 2024, a page a day, one to a listing page; the site answers conditional requests."""
    town.validators = True
    town.publish(DAYS, per_page=PER_PAGE)
    return town


def backfill(name, days):
    for day in days:
        date = f"2024-03-{day:02}"
        Run(f"{name}-{date}", {"from_date": date, "to_date": date}).go()


def test_each_listing_page_is_asked_for_about_once_and_the_second_time_nothing_is_fetched(month):
    backfill("first", reversed(DAYS))
    asked = Counter(path for path, _ in month.journal if "index" in path or path.endswith("/"))
    assert asked.total() <= 1.2 * len(DAYS) / PER_PAGE
    assert sorted(set(month.hits) - set(asked)) == sorted(["/robots.txt", *(f"/jianghua/{day}.html" for day in DAYS)])
    before = content()
    month.journal.clear()
    backfill("second", DAYS)
    assert Counter(month.journal) == {(f"/jianghua/{day}.html", 304): 1 for day in DAYS}
    assert content() == before
