"""How values are written, and that the policy names just the two blocks of ours."""

import base64
import hashlib
import time
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup

from include.pages.rendering import SECURITY_HEADERS, amount, message, moment, number

PLAIN = {"value": 1.0, "value_high": None, "unit": "吨", "bound": "exact", "masked": False}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(0.0, "0", id="zero"),
        pytest.param(1234567.5, "1,234,567.5", id="grouped"),
        pytest.param(0.1, "0.1", id="as written, not as stored"),
        pytest.param(120000000000.0, "120,000,000,000", id="no exponent"),
        pytest.param(1e21, "1" + ",000" * 7, id="no exponent even when large"),
        pytest.param(-3.2, "-3.2", id="negative"),
        pytest.param(100.0, "100", id="trailing zeros stay"),
    ],
)
def test_number(value, text):
    assert number(value) == text


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        pytest.param({}, "1 吨", id="plain"),
        pytest.param({"bound": "at_least"}, "≥ 1 吨", id="at least"),
        pytest.param({"bound": "at_most"}, "≤ 1 吨", id="at most"),
        pytest.param({"bound": "about"}, "≈ 1 吨", id="about"),
        pytest.param({"bound": "range", "value_high": 2.0}, "1 – 2 吨", id="range"),
        pytest.param({"unit": None}, "1", id="no unit"),
        pytest.param({"value": None, "masked": True}, "masked 隐去", id="masked"),
        pytest.param({"value": None}, "—", id="no value"),
    ],
)
def test_amount(changes, text):
    assert amount(PLAIN | changes) == text


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(datetime(2024, 3, 1, 20, 5, tzinfo=UTC), id="PostgreSQL"),
        pytest.param(datetime(2024, 3, 1, 20, 5), id="SQLite"),  # noqa: DTZ001 - what SQLite gives
    ],
)
def test_moment_is_local_wherever_the_server_stands(value, monkeypatch):
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        assert moment(value) == "2024-03-02 04:05"
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(("tag", "directive"), [("style", "style-src"), ("script", "script-src")])
def test_the_policy_allows_the_inline_block_as_it_is_sent(tag, directive):
    block = BeautifulSoup(message("T", "x", 200).body, "html.parser").find(tag).string
    digest = base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()
    assert f"{directive} 'sha256-{digest}'" in SECURITY_HEADERS["Content-Security-Policy"]
