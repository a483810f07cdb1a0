"""Counts of a comparison, as the summary prints them."""

from include.extract.compare.differences import compare
from include.extract.compare.tally import Tally


def read(start, **fields):
    return {"doc": "a.txt", "start": start, "end": start + 2, "quote": "5吨", **fields}


def tallied(*texts):
    tally = Tally()
    for old, new in texts:
        tally.add(compare(old, new), old, new)
    return tally.as_text("before", ".").splitlines()


def test_fields_are_counted_of_what_is_changed_the_most_frequent_first():
    old, new = [read(0, unit="吨", value=5), read(4, value=1)], [read(0, unit="斤", value=6), read(4, value=2)]
    lines = tallied((old, new), ([], [read(0, value=5)]), ([read(0, value=5)], []))
    assert lines[2:] == ["3 texts: 0 same, 1 new, 1 gone, 2 changed", "        2  value", "        1  unit"]


def test_all_versions_of_a_side_are_named():
    old = [read(0, rules_version="1-b"), read(4, rules_version="1-a"), read(8)]
    assert tallied((old, []))[0] == "old  before: 3 observations, rules 1-a, 1-b"
    assert tallied((old, []))[1] == "new  .: 0 observations, no rules version stated"


def test_fields_that_only_one_side_states_are_named():
    summary, alone = tallied(([read(0, value=5)], [read(0, value=5, period_first=None, flags=[])]))[2:]
    assert summary == "1 text: 1 same, 0 new, 0 gone, 0 changed"
    assert alone == "not compared, only new states them: flags, period_first"
