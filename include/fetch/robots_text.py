"""Prepares a robots.txt for Protego, where that reads it otherwise than RFC 9309.

Protego takes a group for ours whose name is a part of ours, compares escaped bytes as UTF-8, in which all paths in GBK
look the same, and opens a folder whose index.html is allowed. One difference is left: a directive that the RFC does not
know ends a list of agents.
"""

import re

LONGEST = 500 * 1024  # bytes that are read (RFC 9309, 2.5)
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
NO_UTF8 = re.compile("[\udc80-\udcff]")  # as `surrogateescape` leaves them
ESCAPED_HIGH = re.compile(r"%([89a-f][0-9a-f])", re.IGNORECASE)
HIGH = re.compile("[^\x00-\x7f]")
AGENT_LINE = re.compile(r"^[ \t]*user[- ]?agent(?:[ \t]*:|[ \t])[ \t]*([^#\r\n]*)", re.IGNORECASE | re.MULTILINE)
INDEX_LINE = re.compile(r"^([ \t]*allow[ \t]*:[ \t]*[^\s#]*/index\.html)(?=[ \t]*(?:#|\r|\n|\Z))", re.I | re.MULTILINE)
TOKEN = re.compile(r"[A-Za-z_-]+")
OCTETS = 0xE000  # a private area of Unicode, in which Protego changes nothing
ANOTHER = "another-robot"


def text_of(body: bytes) -> str:
    """The text of a robots.txt: at most LONGEST bytes in whole lines, without NUL; what is no UTF-8 is escaped."""
    if len(body) >= LONGEST:
        body = body[:LONGEST].rpartition(b"\n")[0]
    text = body.removeprefix(BYTE_ORDER_MARK).replace(b"\x00", b"").decode("utf-8", "surrogateescape")
    return NO_UTF8.sub(lambda found: f"%{ord(found[0]) - 0xDC00:02X}", text)


def prepared(text: str, agent: str) -> str:
    """The text with octets in one spelling, and with no groups but those of `agent`, of `*`, and of others."""
    text = AGENT_LINE.sub(lambda found: f"User-agent: {_group(found[1], agent)}", octets(text))
    return INDEX_LINE.sub(r"\1*", text)


def octets(text: str) -> str:
    """A path or text in which every octet beyond ASCII, escaped or not, is one character of its own."""
    if not text.isascii():
        text = HIGH.sub(lambda found: "".join(f"%{octet:02X}" for octet in found[0].encode(errors="replace")), text)
    return ESCAPED_HIGH.sub(lambda found: chr(OCTETS + int(found[1], 16)), text)


def _group(name: str, agent: str) -> str:
    """Whose group it is: a product token ends with the first character that cannot be in one (2.2.1)."""
    if name.startswith("*"):
        return "*"
    token = TOKEN.match(name)
    return agent if token and token[0].lower() == agent.lower() else ANOTHER
