"""TLS: what is wrong with a server's certificate or handshake, in words; and certificates that need not hold."""

import ssl
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from socket import socket
from zoneinfo import ZoneInfo

from include.errors import JianghuaError
from include.settings import TIMEZONE
from include.sources.parts import UnverifiedTls

# OpenSSL's reasons for a handshake that fails whenever it is tried, in words
HANDSHAKE = {
    "UNSUPPORTED_PROTOCOL": "it offers no protocol from TLS 1.2 on",
    "TLSV1_ALERT_PROTOCOL_VERSION": "it offers no protocol from TLS 1.2 on",
    "NO_PROTOCOLS_AVAILABLE": "it offers no protocol from TLS 1.2 on",
    "UNSAFE_LEGACY_RENEGOTIATION_DISABLED": "it needs legacy renegotiation, which is unsafe",
    "SSLV3_ALERT_HANDSHAKE_FAILURE": "it shares no protocol and cipher with us, or wants a certificate of ours",
    "NO_SHARED_CIPHER": "it shares no cipher with us",
    "WRONG_CIPHER_RETURNED": "it shares no cipher with us",
    "DH_KEY_TOO_SMALL": "its Diffie-Hellman key is too short",
    "EE_KEY_TOO_SMALL": "the key of its certificate is too short",
    "BAD_ECPOINT": "its key exchange is broken",
    "WRONG_SIGNATURE_TYPE": "its signatures are of an outdated kind",
    "TLSV1_UNRECOGNIZED_NAME": "it does not know the host's name",
    "TLSV13_ALERT_CERTIFICATE_REQUIRED": "it wants a certificate of ours",
    "WRONG_VERSION_NUMBER": "it does not speak TLS on this port",
    "RECORD_LAYER_FAILURE": "it does not speak TLS on this port",
    "HTTP_REQUEST": "it does not speak TLS on this port",
}


def set_aside(rule: UnverifiedTls | None, today: date | None = None) -> str | None:
    """The words by which a fetch row notes that a certificate was not verified; None where the rule is over."""
    if rule is None or (today or datetime.now(ZoneInfo(TIMEZONE)).date()) > rule.until:
        return None
    return f"TLS unverified until {rule.until.isoformat()}: {rule.reason}"


def handshake_words(error: ssl.SSLError) -> str | None:
    """What a failed handshake says of its server; None where another try may go better."""
    return HANDSHAKE.get(error.reason or "")


def certificate_words(host: str, connect: Callable[[], socket]) -> str:
    """Whose certificate a host shows, from whom and for which days: read without verifying, no request is sent."""
    try:
        with closing(connect()) as plain, _unverified().wrap_socket(plain, server_hostname=host) as secure:
            return _described(secure.getpeercert(binary_form=True) or b"")
    except (OSError, ValueError, JianghuaError) as error:
        return f"its certificate cannot be read: {error}"


def _unverified() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _described(der: bytes) -> str:
    from cryptography import x509  # only failures need it

    made = x509.load_der_x509_certificate(der)
    first, last = made.not_valid_before_utc.date(), made.not_valid_after_utc.date()
    try:
        names = made.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        hosts = ", ".join(names.get_values_for_type(x509.DNSName)[:5])
    except x509.ExtensionNotFound:
        hosts = "no host by name"
    return (
        f"certificate of {made.subject.rfc4514_string()} for {hosts}, issued by {made.issuer.rfc4514_string()}, "
        f"valid from {first.isoformat()} to {last.isoformat()}"
    )
