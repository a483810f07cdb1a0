import socket

import pytest

from include.errors import PermanentError, TransientError
from include.fetch.guard import check_url, checked_addresses, is_global


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        pytest.param("http://169.254.169.254/", "blocked_address", id="B4 link-local"),
        pytest.param("http://[::1]/", "blocked_address", id="B4 loopback IPv6"),
        pytest.param("http://[::ffff:127.0.0.1]/", "blocked_address", id="B4 mapped loopback"),
        pytest.param("http://[64:ff9b::7f00:1]/", "blocked_address", id="NAT64"),
        pytest.param("http://[2002:7f00:1::]/", "blocked_address", id="6to4"),
        pytest.param("http://100.64.0.1/", "blocked_address", id="B4 shared address space"),
        pytest.param("http://10.1.2.3/", "blocked_address", id="private"),
        pytest.param("http://0x7f000001/", "blocked_address", id="B4 hexadecimal"),
        pytest.param("http://2130706433/", "blocked_address", id="B4 one number"),
        pytest.param("http://0177.0.0.1/", "blocked_address", id="octal"),
        pytest.param("http://127.1/", "blocked_address", id="short form"),
        pytest.param("http://127.0.0.1./", "blocked_address", id="final dot"),
        pytest.param("http://good.example:80\\@127.0.0.1/", "blocked_url", id="B6 backslash"),
        pytest.param("http://user:word@good.example/", "blocked_url", id="credentials"),
        pytest.param("http://good.example/a\r\nHost: x", "blocked_url", id="B8 line break"),
        pytest.param("http://good.example/" + "a" * 10_000, "blocked_url", id="B8 10,000 characters"),
        pytest.param("http:///path", "blocked_url", id="no host"),
        pytest.param("http://good.example:99999/", "blocked_url", id="no port"),
        pytest.param("ftp://good.example/", "blocked_scheme", id="B3 ftp"),
        pytest.param("javascript:alert(1)", "blocked_scheme", id="B3 javascript"),
        pytest.param("data:text/html,hello", "blocked_scheme", id="B3 data"),
    ],
)
def test_b4_an_address_that_is_not_for_us(url, reason):
    with pytest.raises(PermanentError) as caught:
        check_url(url)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://www.town.example/a/t20240305_1.html?id=3", id="a name"),
        pytest.param("https://town.example:8443/", id="a port"),
        pytest.param("http://1.2.3.4/", id="a public address"),
        pytest.param("http://[2606:4700::1111]/", id="a public IPv6 address"),
        pytest.param("http://xn--fiqs8s/", id="B8 an international name"),
        pytest.param("http://3w.7town.example/", id="digits in a name"),
    ],
)
def test_an_address_that_may_be_requested(url):
    check_url(url)


def test_a_private_address_needs_its_host_and_port_by_name():
    check_url("http://127.0.0.1:8080/", {"127.0.0.1:8080"})
    with pytest.raises(PermanentError, match="no public address"):
        check_url("http://127.0.0.1:8081/", {"127.0.0.1:8080"})


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param("8.8.8.8", True, id="public"),
        pytest.param("192.168.1.1", False, id="private"),
        pytest.param("0.0.0.0", False, id="unspecified"),
        pytest.param("224.0.0.1", False, id="multicast"),
        pytest.param("::ffff:8.8.8.8", True, id="mapped public"),
        pytest.param("::ffff:10.0.0.1", False, id="mapped private"),
        pytest.param("fe80::1%eth0", False, id="link-local with zone"),
        pytest.param("fd00::1", False, id="unique local"),
    ],
)
def test_is_global(address, expected):
    assert is_global(address) is expected


def test_b7_one_private_address_among_public_ones_blocks_the_name():
    with pytest.raises(PermanentError, match=r"10\.0\.0\.1"):
        checked_addresses("town.example", 80, frozenset(), lambda host, port: ["8.8.8.8", "10.0.0.1"])


def test_a_name_that_is_allowed_with_its_port_may_be_private():
    allowed = {"town.example:80"}
    assert checked_addresses("town.example", 80, allowed, lambda host, port: ["10.0.0.1"]) == ["10.0.0.1"]


@pytest.mark.parametrize(
    "answer", [pytest.param(socket.gaierror(-2, "unknown"), id="unknown"), pytest.param([], id="none")]
)
def test_a_name_without_address_is_transient(answer):
    def resolve(host, port):
        if isinstance(answer, Exception):
            raise answer
        return answer

    with pytest.raises(TransientError) as caught:
        checked_addresses("town.example", 80, frozenset(), resolve)
    assert caught.value.reason == "dns"
