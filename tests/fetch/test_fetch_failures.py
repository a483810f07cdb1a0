import pytest

from include.errors import DeclinedError, PermanentError, TransientError, masked
from include.fetch.failures import error_of_refusal, error_of_status, verdict_of_status


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        pytest.param(404, PermanentError, id="A10 404"),
        pytest.param(403, DeclinedError, id="A11 403"),
        pytest.param(412, DeclinedError, id="D8 412"),
        pytest.param(202, DeclinedError, id="D8 202, as a firewall answers"),
        pytest.param(503, TransientError, id="A9 503"),
        pytest.param(599, PermanentError, id="a status nobody knows"),
    ],
)
def test_a_status_raises_by_its_class_where_a_page_is_needed(status, kind):
    error = error_of_status("http://town.example/", status)
    assert type(error) is kind
    assert error.reason == f"http_{status}"
    assert str(status) in str(error)


@pytest.mark.parametrize("status", [200, 203, 304])
def test_a_status_that_alone_says_nothing(status):
    assert verdict_of_status(status) is None
    assert error_of_status("http://town.example/", status) is None


@pytest.mark.parametrize(
    ("refusal", "kind"),
    [
        pytest.param("challenge", DeclinedError, id="D8 challenge"),
        pytest.param("login_wall", DeclinedError, id="D8 login wall"),
        pytest.param("soft_404", PermanentError, id="D9 soft 404"),
        pytest.param("unavailable", TransientError, id="out of service"),
    ],
)
def test_a_refusal_raises_by_its_class(refusal, kind):
    error = error_of_refusal("http://town.example/", refusal)
    assert type(error) is kind
    assert error.reason == refusal


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("http://a.example/?token=abc&id=3: oh", "http://a.example/?token=***&id=3: oh", id="token"),
        pytest.param("'/x?a=1&access_token=abc'", "'/x?a=1&access_token=***'", id="in quotes"),
        pytest.param("http://a.example/?keyword=讲话&page=2", "http://a.example/?keyword=讲话&page=2", id="no secret"),
    ],
)
def test_i8_secrets_in_addresses_are_masked(text, shown):
    assert masked(text) == shown
    assert str(PermanentError(text)) == shown
