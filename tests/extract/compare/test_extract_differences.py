"""Two readings of one text, paired by span, else by overlap."""

import time
from datetime import date

import pytest

from include.extract.compare.differences import compare


def read(start, end, **fields):
    return {"start": start, "end": end, "quote": "…", "indicator": "粮食产量", "value": 1.0, **fields}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param([read(0, 4)], [read(0, 4)], [], id="the-same"),
        pytest.param([], [read(0, 4)], ["new 0-4: indicator value"], id="new"),
        pytest.param([read(0, 4)], [], ["gone 0-4: indicator value"], id="gone"),
        pytest.param([read(0, 4)], [read(0, 4, value=2.0)], ["changed 0-4: value"], id="changed"),
        pytest.param([read(5, 9)], [read(5, 8, quote="吨")], ["changed 5-8: end quote"], id="a-shorter-span"),
        pytest.param(
            [read(0, 4)], [read(4, 6)], ["gone 0-4: indicator value", "new 4-6: indicator value"], id="neighbours"
        ),
        pytest.param(
            [read(0, 2), read(3, 9)],
            [read(0, 9)],
            ["changed 0-9: start", "gone 0-2: indicator value"],
            id="of-two-that-become-one-the-larger-is-changed",
        ),
        pytest.param(
            [read(0, 9)], [read(0, 5), read(0, 9)], ["new 0-5: indicator value"], id="the-same-span-before-an-overlap"
        ),
        pytest.param([read(0, 4)] * 2, [read(0, 4)], ["gone 0-4: indicator value"], id="a-reading-printed-twice"),
    ],
)
def test_what_differs(old, new, expected):
    found = compare(old, new).differences
    told = [f"{d.change} {d.row['start']}-{d.row['end']}: {' '.join(sorted(d.fields))}" for d in found]
    assert sorted(told) == sorted(expected)


def test_both_contents_of_a_field_are_told():
    (new,), (gone,) = compare([], [read(0, 4)]).differences, compare([read(0, 4)], []).differences
    (changed,) = compare([read(0, 4)], [read(0, 4, value=2.0)]).differences
    assert new.fields == {"indicator": (None, "粮食产量"), "value": (None, 1.0)}
    assert gone.fields == {"indicator": ("粮食产量", None), "value": (1.0, None)}
    assert changed.fields == {"value": (1.0, 2.0)}


def test_only_fields_that_both_state_are_compared_and_never_where_a_row_lies():
    old = read(0, 4, doc="a.txt", rules_version="1", dropped=1)
    new = read(0, 4, speech_id="s", observation_id="o", first_load="l", rules_version="2", added=1)
    assert compare([old], [new]).differences == ()


def test_rows_of_a_table_and_printed_ones_are_one_reading():
    stored = read(0, 4, flags=("out_of_range",), period_first=date(2009, 1, 1), value=5)
    printed = read(0, 4, flags=["out_of_range"], period_first="2009-01-01", value=5.0)
    assert compare([stored], [printed]).same == 1


def test_differences_stand_in_the_order_of_the_text():
    old = [read(50, 54), read(10, 14)]
    new = [read(30, 34), read(10, 14, value=3.0)]
    found = compare(old, new).differences
    assert [(d.change, d.row["start"]) for d in found] == [("changed", 10), ("new", 30), ("gone", 50)]


def test_a_text_of_many_figures_is_soon_paired():
    old = [read(at, at + 3) for at in range(0, 50_000, 5)]
    new = [read(at + 1, at + 4) for at in range(0, 50_000, 5)]
    started = time.process_time()
    found = compare(old, new)
    assert time.process_time() - started < 1
    assert [d.change for d in found.differences] == ["changed"] * 10_000
