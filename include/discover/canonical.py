"""The canonical URL is the key of a page: two spellings of one address must give one page, nightly noise none.

Changing a rule here changes page ids: raise CANONICALISER_VERSION and migrate.
"""

import re
from urllib.parse import SplitResult, quote, unquote_to_bytes, urljoin, urlsplit

from include.errors import PermanentError

CANONICALISER_VERSION = 2
LONGEST = 2000  # characters; longer addresses are traps, and no listing needs them
DEFAULT_PORT = {"http": 80, "https": 443}

# Parameters that name a visit, not a page
SESSION = re.compile(r"(?:jsessionid|phpsessid|aspsessionid\w*|asp\.net_sessionid|sessionid|session_id)", re.I)
TRACKING = re.compile(
    r"(?:utm_\w+|spm|spm_id_from|gclid|fbclid|msclkid|yclid|bd_vid|hmsr|hmpl|hmcu|hmkw|hmci|isappinstalled|nsukey)",
    re.I,
)
# What WeChat adds to an address that is shared; any other `from` may choose what is shown
SHARED = re.compile(r"from=(?:timeline|singlemessage|groupmessage)", re.I)
# A random fraction, seconds or milliseconds since 1970 (of the years 2001 to 2033), or a moment written out
CLOCK = re.compile(
    r"(?:_|t|_t|ts|_ts|time|timestamp|rand|random|rnd|r|v)=(?:0\.\d{6,}|1\d{9}|1\d{12}|20\d{2}[01]\d[0-3]\d[0-2]\d[0-5]\d[0-5]\d)",
    re.I,
)
# ;jsessionid=… of Java, /(S(…)) of ASP.NET without cookies
PATH_SESSION = re.compile(r";(?:jsessionid|sessionid|phpsessid)=[^/;]*|/\([SAFX]\([a-z0-9]{24}\)\)(?=/)", re.I)
HOST_NAME = re.compile(r"[a-z0-9_.-]+")
UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")


def canonical_url(url: str, base: str | None = None) -> str:
    """The canonical form of `url`, resolved against `base`; PermanentError (`bad_url`) where it is no web address."""
    absolute = _absolute(url, base)
    parts = _split(absolute)
    path = _path(parts.path)
    query = _query(parts.query)
    return f"{parts.scheme}://{_authority(parts)}{path}{'?' + query if query else ''}"


def host_port(url: str) -> str:
    """`host:port` of an absolute URL, lower case, the default port written out, IPv6 in brackets."""
    parts = _split(url)
    return f"{_host(parts)}:{parts.port or DEFAULT_PORT[parts.scheme]}"


def _absolute(url: str, base: str | None) -> str:
    stripped = url.strip()
    if any(ord(char) < 0x20 or ord(char) == 0x7F for char in stripped) or "\\" in stripped:
        raise PermanentError(
            f"no web address, it holds control characters or a backslash: {url[:100]!r}", reason="bad_url"
        )
    try:
        absolute = urljoin(base, stripped) if base else stripped
    except ValueError as error:
        raise PermanentError(f"no web address: {url[:100]!r}: {error}", reason="bad_url") from error
    if len(absolute) > LONGEST:
        raise PermanentError(f"address of {len(absolute)} characters: {absolute[:100]!r}…", reason="bad_url")
    return absolute


def _split(url: str) -> SplitResult:
    """The parts of a web address: http or https, a host, a valid port."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in DEFAULT_PORT and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise PermanentError(f"no web address: {url[:100]!r}: {error}", reason="bad_url") from error
    if not usable:
        raise PermanentError(f"no web address (http or https, with a host): {url[:100]!r}", reason="bad_url")
    return parts


def _host(parts: SplitResult) -> str:
    """The host as DNS knows it: lower case, international names in their ASCII form, no final dot."""
    name = (parts.hostname or "").rstrip(".")
    if not name:
        raise PermanentError("no web address: its host is a dot", reason="bad_url")
    if ":" in name:
        return f"[{name}]"
    try:
        ascii_name = name if name.isascii() else name.encode("idna").decode("ascii").rstrip(".")
    except UnicodeError as error:
        raise PermanentError(f"no host name: {name[:100]!r}", reason="bad_url") from error
    if not HOST_NAME.fullmatch(ascii_name):  # town%2Eexample: two readers, two hosts
        raise PermanentError(f"no host name: {name[:100]!r}", reason="bad_url")
    return ascii_name


def _authority(parts: SplitResult) -> str:
    credentials = parts.netloc.rpartition("@")[0]
    port = "" if parts.port in (None, DEFAULT_PORT[parts.scheme]) else f":{parts.port}"
    return (f"{credentials}@" if credentials else "") + _host(parts) + port


def _path(path: str) -> str:
    """The path without session ids, dot segments (%2E is a dot, too) and differences of escaping."""
    path = PATH_SESSION.sub("", _escape(path, safe="/:@!$&'()*+,;="))
    kept: list[str] = []
    for segment in path.split("/")[1:]:
        if segment == "..":
            kept = kept[:-1]
        elif segment != ".":
            kept.append(segment)
    trailing = "/" if path.endswith(("/.", "/..")) and kept else ""
    return "/" + "/".join(kept) + trailing


def _query(query: str) -> str:
    kept = [pair for pair in query.split("&") if pair and not _is_noise(pair)]
    return _escape("&".join(kept), safe="/:@!$&'()*+,;=?")


def _is_noise(pair: str) -> bool:
    name = pair.partition("=")[0]
    return bool(SESSION.fullmatch(name) or TRACKING.fullmatch(name) or SHARED.fullmatch(pair) or CLOCK.fullmatch(pair))


def _escape(text: str, safe: str) -> str:
    """Escapes in one spelling: unreserved characters plain, all else as %XX in capitals; a lone % is escaped."""

    def spelling(match: re.Match[str]) -> str:
        byte = unquote_to_bytes(match.group())
        return byte.decode("ascii") if byte[0] in UNRESERVED else match.group().upper()

    parts = re.split(r"(%[0-9A-Fa-f]{2})", text)
    return "".join(
        PERCENT.sub(spelling, part) if index % 2 else quote(part, safe=safe, errors="surrogatepass")
        for index, part in enumerate(parts)
    )
