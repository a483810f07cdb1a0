import pytest

from include.fetch.retry_after import seconds_to_wait

NOON = 1_709_640_000.0  # Tue, 05 Mar 2024 12:00:00 GMT


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        pytest.param(None, None, id="no header"),
        pytest.param("3", 3.0, id="seconds"),
        pytest.param(" 120 ", 120.0, id="spaces"),
        pytest.param("-5", 0.0, id="negative"),
        pytest.param("86400", 86400.0, id="a day"),
        pytest.param("999999999999", 604800.0, id="for ever"),
        pytest.param("9" * 5000, None, id="5,000 digits"),
        pytest.param("Tue, 05 Mar 2024 12:00:30 GMT", 30.0, id="a date"),
        pytest.param("Tue, 05 Mar 2024 11:00:00 GMT", 0.0, id="a date gone by"),
        pytest.param("Tue, 05 Mar 2024 12:00:30", 30.0, id="a date without zone"),
        pytest.param("soon", None, id="garbage"),
        pytest.param("", None, id="empty"),
    ],
)
def test_a13_how_long_a_server_asks_to_wait(value, seconds):
    assert seconds_to_wait(value, NOON) == seconds
