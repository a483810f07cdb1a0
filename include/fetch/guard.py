"""Which addresses may be contacted: web addresses on global hosts, and what a source allows by name.

Every hop passes `check_url`; the connection is then made to an address that `checked_addresses` has seen, so that
a name cannot answer one thing to the check and another to the connection.
"""

import ipaddress
import re
import socket
from collections.abc import Callable, Container
from urllib.parse import urlsplit

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from include.discover.canonical import host_port
from include.errors import PermanentError, TransientError

# (host, port) → addresses; socket.gaierror where the name does not resolve
Resolver = Callable[[str, int], list[str]]

NUMERIC_LABEL = re.compile(r"(?:0x[0-9a-f]*|\d+)", re.IGNORECASE)
LONGEST = 8000  # characters
# Global by the registry, but they wrap another address: 6to4, Teredo, NAT64
WRAPPERS = tuple(map(ipaddress.ip_network, ("2002::/16", "2001::/32", "64:ff9b::/96", "64:ff9b:1::/48")))


def check_url(url: str, allowed: Container[str] = frozenset()) -> None:
    """PermanentError where an address is not one to request.

    `blocked_scheme`, `blocked_url` (credentials, control characters, two readings of the host), `blocked_address`
    (a number in disguise, or a literal address that is not public and whose `host:port` is not in `allowed`).
    """
    if len(url) > LONGEST or any(ord(char) <= 0x20 or ord(char) == 0x7F or char == "\\" for char in url):
        raise PermanentError(f"address too long or with control characters: {url[:100]!r}", reason="blocked_url")
    scheme = url.partition(":")[0].lower()
    if scheme not in ("http", "https"):
        raise PermanentError(f"scheme {scheme[:20]!r} is not for us: {url[:100]!r}", reason="blocked_scheme")
    try:
        parts, second = urlsplit(url), parse_url(url)
    except (ValueError, LocationParseError) as error:
        raise PermanentError(f"no web address: {url[:100]!r}: {error}", reason="blocked_url") from error
    if "@" in parts.netloc:
        raise PermanentError("the address carries credentials", reason="blocked_url")
    if not parts.hostname or parts.hostname != (second.host or "").strip("[]").lower():
        raise PermanentError(f"two readers see different hosts in {url[:100]!r}", reason="blocked_url")
    _check_host(parts.hostname)
    if host_port(url) not in allowed and not _is_name(parts.hostname) and not is_global(parts.hostname):
        raise PermanentError(f"{parts.hostname} is no public address", reason="blocked_address")


def checked_addresses(host: str, port: int, allowed: Container[str], resolve: Resolver) -> list[str]:
    """The addresses of a host, all of them fit to be contacted.

    PermanentError (`blocked_address`) where one is not global and `host:port` is not allowed by name, or
    (`blocked_url`) where the name can be none; TransientError (`dns`) where it does not resolve.
    """
    try:
        addresses = resolve(host.strip("[]"), port)
    except UnicodeError as error:  # an empty label, or one too long
        raise PermanentError(f"{host[:100]} is no host name: {error}", reason="blocked_url") from error
    except OSError as error:
        raise TransientError(f"{host} does not resolve: {error}", reason="dns") from error
    if not addresses:
        raise TransientError(f"{host} has no address", reason="dns")
    name = f"[{host}]" if ":" in host and not host.startswith("[") else host
    if f"{name.lower()}:{port}" not in allowed:
        for address in addresses:
            if not is_global(address):
                raise PermanentError(f"{host} is {address}, which is no public address", reason="blocked_address")
    return addresses


def is_global(address: str) -> bool:
    """Whether an IP address is public: not loopback, private, link-local, shared, multicast or wrapped."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_global(str(ip.ipv4_mapped))
        if any(ip in wrapper for wrapper in WRAPPERS):
            return False
    return ip.is_global and not ip.is_multicast


def system_resolver(host: str, port: int) -> list[str]:
    """Every address that the system's resolver gives, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def _is_name(host: str) -> bool:
    return ":" not in host and not NUMERIC_LABEL.fullmatch(host.rpartition(".")[2])


def _check_host(host: str) -> None:
    """A host whose last label is a number must be a plain dotted quad: 2130706433 and 0x7f.1 are disguises."""
    if ":" in host or _is_name(host.rstrip(".")):
        return
    try:
        plain = str(ipaddress.IPv4Address(host)) == host
    except ValueError:
        plain = False
    if not plain:
        raise PermanentError(f"host {host!r} is a number in disguise", reason="blocked_address")
