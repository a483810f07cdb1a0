"""A16: certificates, against a server whose certificate the test makes."""

import ssl
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from include.errors import PermanentError, TransientError
from include.fetch.wire import Wire

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
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    host = f"{NAME}:{site.server.server_port}"
    with Wire("Jianghua/0.1 (+a@b.org)", frozenset({host}), limits, lambda name, port: ["127.0.0.1"]) as wire:
        if trusted:
            wire.session.verify = str(file)
        return wire.request(f"https://{host}/page")


def test_a_certificate_that_holds_is_checked_against_the_name_not_the_address(site, tiny, tmp_path):
    site.answers["/page"] = (200, {}, b"hello")
    assert request(site, tiny, certificate(tmp_path), trusted=True).body == b"hello"
    assert site.journal[0][2]["Host"].startswith(NAME)


@pytest.mark.parametrize(
    ("made", "trusted", "said"),
    [
        pytest.param({}, False, "self-signed", id="self-signed"),
        pytest.param({"name": "other.example"}, True, "mismatch", id="another name"),
        pytest.param({"days": -1}, True, "expired", id="expired"),
    ],
)
def test_a_certificate_that_does_not_hold_is_a_permanent_failure(site, tiny, tmp_path, made, trusted, said):
    with pytest.raises(PermanentError, match=said) as caught:
        request(site, tiny, certificate(tmp_path, **made), trusted=trusted)
    assert caught.value.reason == "tls"
    assert site.journal == []


def test_plain_http_on_a_tls_port_is_no_crash(site, tiny):
    host = site.host
    with Wire("Jianghua/0.1 (+a@b.org)", frozenset({host}), tiny) as wire, pytest.raises(TransientError) as caught:
        wire.request(f"https://{host}/page")
    assert caught.value.reason in ("reset", "timeout", "too_slow")
