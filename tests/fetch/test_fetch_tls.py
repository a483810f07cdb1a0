"""A16: certificates, against a server whose certificate the test makes."""

import ssl
import warnings
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from urllib3.exceptions import InsecureRequestWarning

from include.errors import PermanentError
from include.fetch.fetcher import Fetcher
from include.fetch.outcomes import fetch_one
from include.fetch.tls import certificate_words, handshake_words
from include.fetch.wire import Wire

AGENT = "Jianghua/0.1 (+a@b.org)"
NAME = "town.example"


def certificate(folder, *, name=NAME, days=30):
    """A self-signed certificate; gives the file with it and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=60))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    encoding = serialization.Encoding.PEM
    private = key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(made.public_bytes(encoding) + private)
    return file


def request(site, limits, file, *, trusted):
    serve_tls(site, file)
    host = f"{NAME}:{site.server.server_port}"
    with Wire(AGENT, frozenset({host}), limits, lambda name, port: ["127.0.0.1"]) as wire:
        if trusted:
            wire.verify = str(file)
        return wire.request(f"https://{host}/page")


def test_a_certificate_that_holds_is_checked_against_the_name_not_the_address(site, tiny, tmp_path):
    site.answers["/page"] = (200, {}, b"hello")
    assert request(site, tiny, certificate(tmp_path), trusted=True).body == b"hello"
    assert site.journal[0][2]["Host"].startswith(NAME)


@pytest.mark.parametrize(
    ("made", "trusted", "said"),
    [
        pytest.param({}, False, "self-signed", id="A16 self-signed"),
        pytest.param(
            {"name": "other.example"},
            True,
            "mismatch.*certificate of CN=other.example for other.example",
            id="A16 name",
        ),
        pytest.param({"days": -1}, True, "expired", id="A16 expired"),
    ],
)
def test_a16_a_certificate_that_does_not_hold_is_a_permanent_failure(site, tiny, tmp_path, made, trusted, said):
    with pytest.raises(PermanentError, match=said) as caught:
        request(site, tiny, certificate(tmp_path, **made), trusted=trusted)
    assert caught.value.reason == "tls"
    assert site.journal == []


def test_a16_the_message_names_the_certificate_and_its_dates(site, tiny, tmp_path):
    with pytest.raises(PermanentError) as caught:
        request(site, tiny, certificate(tmp_path, days=-1), trusted=True)
    last = (datetime.now(UTC) - timedelta(days=1)).date().isoformat()
    assert "certificate of CN=town.example for town.example, issued by CN=town.example, valid from" in str(caught.value)
    assert f"to {last}" in str(caught.value)


def test_a16_a_certificate_that_cannot_be_read_is_no_second_failure():
    def refuse():
        raise ConnectionRefusedError(111, "refused")

    assert "cannot be read" in certificate_words(NAME, refuse)


def serve_tls(site, file, **options):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    context.set_ciphers("DEFAULT:@SECLEVEL=0")  # or the server itself would refuse what is old
    for name, value in options.items():
        setattr(context, name, value)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        pytest.param(1, ("fetched", None), id="A16 until tomorrow"),
        pytest.param(0, ("fetched", None), id="A16 the last day"),
        pytest.param(-1, ("failed", "tls"), id="A16 the day after"),
    ],
)
def test_a16_a_source_may_set_its_certificate_aside_for_a_time(site, state, tiny, tmp_path, until, expected):
    serve_tls(site, certificate(tmp_path, days=-1))
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date()
    rule = {"until": today + timedelta(days=until), "reason": "they know, and renew it in spring"}
    site.answers["/page"] = (200, {}, ("<p>" + "全县各项工作稳步推进。" * 40 + "</p>").encode())
    source = site.source(base_url=f"https://{site.host}/", unverified_tls=rule)
    link = replace(site.link("/page"), url=f"https://{site.host}/page")
    with warnings.catch_warnings(), Fetcher(source, state, owner="test", limits=tiny) as fetcher:
        warnings.simplefilter("ignore", InsecureRequestWarning)
        fetched = fetch_one(link, fetcher)
    assert (fetched.outcome, fetched.reason) == expected
    note = f"TLS unverified until {rule['until']}: they know, and renew it in spring"
    assert fetched.exceptions == ((note,) if until >= 0 else ())


def test_a16_no_exception_is_noted_where_no_certificate_was_shown(site, state, tiny):
    rule = {"until": date(2999, 1, 1), "reason": "none is needed"}
    with Fetcher(site.source(unverified_tls=rule), state, owner="test", limits=tiny) as fetcher:
        assert fetch_one(site.link("/page"), fetcher).exceptions == ()


def test_a16_an_old_server_is_named_as_such(site, tiny, tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        serve_tls(
            site, certificate(tmp_path), minimum_version=ssl.TLSVersion.TLSv1, maximum_version=ssl.TLSVersion.TLSv1_1
        )
    with Wire(AGENT, frozenset({site.host}), tiny) as wire, pytest.raises(PermanentError) as caught:
        wire.request(f"https://{site.host}/page")
    assert caught.value.reason == "tls"
    assert "TLS 1.2" in str(caught.value)


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        pytest.param("UNSAFE_LEGACY_RENEGOTIATION_DISABLED", "legacy renegotiation", id="renegotiation"),
        pytest.param("DH_KEY_TOO_SMALL", "Diffie-Hellman", id="a short key"),
        pytest.param("UNEXPECTED_EOF_WHILE_READING", None, id="cut off"),
    ],
)
def test_a16_a_failed_handshake_in_words(reason, words):
    error = ssl.SSLError(1, f"[SSL: {reason}] whatever")
    error.reason = reason
    said = handshake_words(error)
    assert (said is None) if words is None else (words in said)


def test_plain_http_on_a_tls_port_is_named_as_such(site, tiny):
    with Wire(AGENT, frozenset({site.host}), tiny) as wire, pytest.raises(PermanentError) as caught:
        wire.request(f"https://{site.host}/page")
    assert caught.value.reason == "tls"
    assert "does not speak TLS" in str(caught.value)
