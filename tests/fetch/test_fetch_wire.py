import pytest

from include.errors import PermanentError
from include.fetch.wire import Wire

AGENT = "Jianghua/0.1 (+a@b.org)"


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://" + "a" * 70 + ".example/", id="a label too long"),
        pytest.param("http://a..example/", id="an empty label"),
        pytest.param("http://*.example/", id="a star"),
    ],
)
def test_a_host_that_cannot_be_one_fails_without_a_look_up(url, tiny):
    with Wire(AGENT, frozenset(), tiny) as wire, pytest.raises(PermanentError):
        wire.request(url)


def test_the_head_is_known_when_the_body_fails(site, tiny):
    site.answers["/page"] = (200, {"X-Server": "town"}, b"x" * 300_000)
    with Wire(AGENT, frozenset({site.host}), tiny) as wire:
        with pytest.raises(PermanentError, match="larger than"):
            wire.request(site.url("/page"))
        assert (wire.head.status, wire.head.headers["x-server"], wire.head.body) == (200, "town", b"")


def test_a_body_that_is_only_wanted_in_part_is_cut(site, tiny):
    site.answers["/page"] = (200, {}, b"x" * 300_000)
    with Wire(AGENT, frozenset({site.host}), tiny) as wire:
        assert wire.request(site.url("/page"), keep=1000).body == b"x" * 1000
        assert wire.request(site.url("/page"), keep=1000).body == b"x" * 1000
