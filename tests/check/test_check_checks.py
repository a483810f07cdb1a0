"""Every check with rows that pass and rows that fail; who is held, and what a result says."""

import copy

import pytest

from include.check.checks import CHECKS, SAMPLE, run_checks
from include.ids import observation_id, page_id, speech_id
from include.records import Observation

LEAD = "站点导航\n"
TEXT = "全县粮食产量12.5万吨，增长3.1%。"


def rows(source="portal", number=1, text=TEXT, quote="12.5万吨"):
    """A page with one speech behind a line of the site, and its statements with one observation."""
    page = page_id(f"http://{source}.cn/{number}")
    speech = speech_id(page, text)
    start = text.index(quote)
    found = Observation(
        start, start + len(quote), quote, "粮食产量", 125000.0, None, "吨", "level", None, "actual", "exact", False,
        None, None, "plain",
    ).to_dict()  # fmt: skip
    found |= {"observation_id": observation_id(speech, start, start + len(quote)), "speech_id": speech}
    spoken = {"speech_id": speech, "no": 1, "start": len(LEAD), "end": len(LEAD) + len(text), "text": text}
    staged = {"page_id": page, "source": source, "url": f"http://{source}.cn/{number}", "text": LEAD + text}
    staged |= {"repairs": [{"rule": "broken_number", "start": 9, "end": 9, "before": "\n"}], "parts": []}
    return {**staged, "speeches": [spoken]}, {"page_id": page, "observations": [found], "commitments": []}


def results(*pairs, sources=("portal",)):
    pages, statements = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return {(row["source"], row["check_name"]): row for row in run_checks(sources, pages, statements)}


def failed(*pairs, sources=("portal",)):
    return {key for key, row in results(*pairs, sources=sources).items() if not row["passed"]}


def test_good_rows_pass_every_check():
    found = results(rows(number=1), rows(number=2))
    assert {name for _, name in found} == set(CHECKS)
    assert all(row["passed"] and row["failed"] == 0 and row["sample"] == [] for row in found.values())
    assert {row["checked"] for row in found.values()} == {2}


def test_offsets_count_code_points():
    assert failed(rows(text="𠮷林粮食产量12.5万吨。")) == set()


def twice(rows_):
    return [*rows_, copy.deepcopy(rows_[0])]


def broken(name):
    """A page whose rows fail one check."""
    page, statement = copy.deepcopy(rows())
    speech, observation = page["speeches"][0], statement["observations"][0]
    if name == "speech_keys_unique":
        page["speeches"] = twice(page["speeches"])
    elif name == "observation_keys_unique":
        statement["observations"] = twice(statement["observations"])
    elif name == "page_spans_in_order":
        page["repairs"][0]["end"] = 999
    elif name == "speech_equals_page_at_span":
        speech["start"] -= 1
    elif name == "quote_equals_text_at_span":
        observation["start"] += 1
    elif name == "resolved_is_whole":
        observation["period_first"] = "2009-01-01"
    elif name == "words_are_known":
        observation["measure"] = "weight"
    else:
        observation["value"] = None
    return page, statement


@pytest.mark.parametrize("name", CHECKS)
def test_each_check_finds_its_fault(name):
    good, bad = rows(number=2), broken(name)
    assert ("portal", name) in failed(good, bad)
    row = results(good, bad)["portal", name]
    assert row["failed"] >= 1
    assert row["failed"] < row["checked"]


@pytest.mark.parametrize("name", [name for name in CHECKS if name != "speech_keys_unique"])
def test_no_other_check_fails_with_it(name):
    # a speech that stands twice also doubles the observations that are joined to it
    assert failed(broken(name)) == {("portal", name)}


@pytest.mark.parametrize(
    ("field", "value"),
    [("measure", "weight"), ("measure", None), ("status", "maybe"), ("bound", "roughly"), ("bound", None)],
)
def test_words_outside_the_vocabulary_fail(field, value):
    page, statement = rows()
    statement["observations"][0][field] = value
    assert failed((page, statement)) == {("portal", "words_are_known")}


def test_a_change_without_what_it_is_compared_to_fails():
    page, statement = rows(quote="3.1%")
    statement["observations"][0] |= {"measure": "change", "compared_to": None}
    assert failed((page, statement)) == {("portal", "words_are_known")}
    statement["observations"][0]["compared_to"] = "yoy"
    assert failed((page, statement)) == set()


@pytest.mark.parametrize("value", [None, float("nan"), float("inf"), float("-inf")], ids=str)
@pytest.mark.parametrize("company", [0, 1], ids=["alone", "beside-a-good-one"])
def test_a_value_that_is_no_number_fails(value, company):
    page, statement = rows()
    statement["observations"][0]["value"] = value
    pairs = [(page, statement), *[rows(number=2)] * company]
    row = results(*pairs)["portal", "values_are_numbers"]
    assert (row["passed"], row["failed"]) == (False, 1)
    assert row["sample"] == [statement["observations"][0]["observation_id"]]


def test_the_upper_end_of_a_range_is_a_number_too():
    page, statement = rows()
    statement["observations"][0]["value_high"] = float("inf")
    assert failed((page, statement)) == {("portal", "values_are_numbers")}


DAYS = {"period_first": "2009-01-01", "period_last": "2009-06-30", "period_reason": "上半年 of 2009"}


@pytest.mark.parametrize(
    ("resolved", "whole"),
    [
        pytest.param(DAYS, True, id="days"),
        pytest.param(DAYS | {"period_reason": None}, False, id="days without a reason"),
        pytest.param(DAYS | {"period_last": "2008-12-31"}, False, id="days in the wrong order"),
        pytest.param({"region_code": "510600", "region_reason": "one division fits"}, True, id="code"),
        pytest.param({"region_code": "5106", "region_reason": "one division fits"}, False, id="code of four digits"),
        pytest.param({"region_code": "510600"}, False, id="code without a reason"),
        pytest.param({"flags": ("duplicate",), "flag_reasons": ("said before",)}, True, id="flag"),
        pytest.param({"flags": ("duplicate",)}, False, id="flag without a reason"),
    ],
)
def test_what_is_resolved_comes_with_its_reason(resolved, whole):
    page, statement = rows()
    statement["observations"][0] |= resolved
    assert failed((page, statement), rows(number=2)) == (set() if whole else {("portal", "resolved_is_whole")})


def test_a_masked_observation_needs_no_value():
    page, statement = rows()
    statement["observations"][0] |= {"value": None, "masked": True}
    assert failed((page, statement), rows(number=2)) == set()


def test_an_observation_without_its_speech_fails():
    page, statement = rows()
    statement["observations"][0]["speech_id"] = "0" * 20
    assert failed((page, statement), rows(number=2)) == {("portal", "quote_equals_text_at_span")}


@pytest.mark.parametrize(
    ("field", "value"), [("start", 0), ("end", 10_000), ("quote", "12万吨"), ("quote", "")], ids=str
)
def test_a_quote_that_is_not_the_text_at_its_span_fails(field, value):
    page, statement = rows()
    statement["observations"][0][field] = value
    assert failed((page, statement)) == {("portal", "quote_equals_text_at_span")}


def test_only_the_failing_source_is_named():
    bad, good = broken("words_are_known"), rows("wenku")
    found = results(bad, good, sources=("portal", "wenku"))
    assert {source for (source, _), row in found.items() if not row["passed"]} == {"portal"}
    assert len(found) == 2 * len(CHECKS)
    assert found["wenku", "words_are_known"]["checked"] == 1


def test_a_source_without_pages_has_no_result():
    assert {source for source, _ in results(rows(), sources=("fanwen", "portal"))} == {"portal"}


def test_a_page_without_observations_and_one_without_speeches_pass():
    page, statement = rows()
    bare, nothing = rows(number=2)
    statement["observations"], bare["speeches"], nothing["observations"] = [], [], []
    found = results((page, statement), (bare, nothing))
    assert all(row["passed"] for row in found.values())
    assert found["portal", "speech_keys_unique"]["checked"] == 1
    assert found["portal", "values_are_numbers"]["checked"] == 0


def test_a_source_with_nothing_but_empty_pages_passes():
    bare, nothing = rows()
    bare["speeches"], nothing["observations"] = [], []
    assert failed((bare, nothing)) == set()


def test_a_result_names_some_failing_rows_and_counts_all():
    pairs = [rows(number=n) for n in range(SAMPLE + 5)]
    for _, statement in pairs:
        statement["observations"][0]["status"] = "maybe"
    row = results(*pairs)["portal", "words_are_known"]
    assert (row["checked"], row["failed"], len(row["sample"])) == (SAMPLE + 5, SAMPLE + 5, SAMPLE)
    assert set(row["sample"]) <= {statement["observations"][0]["observation_id"] for _, statement in pairs}


def test_rows_may_come_from_generators():
    pairs = [rows(number=2), broken("words_are_known")]
    found = run_checks(["portal"], (page for page, _ in pairs), (statement for _, statement in pairs))
    assert [row["check_name"] for row in found if not row["passed"]] == ["words_are_known"]
