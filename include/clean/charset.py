"""Bytes to text: a byte order mark decides, then strict UTF-8, else GB18030 (which holds GB2312 and GBK)."""

import codecs
import re
from typing import NamedTuple

from include.errors import BadPageError

MAX_BAD_SHARE = 0.01  # of the characters; more replaced or control characters than this is no text
WHOLE_TO_BROKEN = 4  # so many characters beyond ASCII for each broken one, and UTF-8 is still what the body is
_MARKS = (
    *((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be")),
    *((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (b"\x84\x31\x95\x33", "gb18030")),
)
_UNMARKED_UTF16 = ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))  # how a page begins
_BEYOND_ASCII = re.compile("[^\x00-\x7f\ufffd]")
_BAD = frozenset(map(chr, (*range(9), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20), 0xFFFD)))
_LINE_ENDS = frozenset("\x0b\x0c\x85\u2028\u2029")
# Controls but for tab and line ends, soft hyphens, zero-width characters, marks of direction (Unicode's Cc and Cf):
# no reader sees them, and they make a terminal or an editor show something else than the text says.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffd]"
)
_META_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_-]{1,30})")
_DOUBLE_BYTE = frozenset({"big5", "big5-hkscs", "euc-jp", "shift_jis", "euc-kr"})


class Decoded(NamedTuple):
    """A decoded body: its visible text, the charset that read it and how many characters could not be read."""

    text: str
    charset: str
    bad_bytes: int


def decode(body: bytes, declared: str | None = None) -> Decoded:
    """Read a body as text. `declared` decides only where the bytes leave it open (Big5 against GB18030).

    Raises `BadPageError("undecodable")` for binary junk and for text with too many unreadable characters.
    """
    text, charset = _read(body, (declared or "").strip().lower())
    unseen = _UNSEEN.findall(text)
    bad = sum(character in _BAD for character in unseen)
    if bad > max(2, len(text) * MAX_BAD_SHARE):
        raise BadPageError(f"{bad} of {len(text)} characters unreadable as {charset}", reason="undecodable")
    return Decoded(_without(set(unseen), text), charset, bad)


def visible(text: str) -> str:
    """A text without what no reader sees: controls, zero-width characters, soft hyphens, marks of direction.

    Tabs and line ends stay (those of Unicode as LF), and so does U+FFFD, which stands for what could not be read.
    """
    return _without(set(_UNSEEN.findall(text)), text)


def _without(unseen: set[str], text: str) -> str:
    for character in unseen - {"\ufffd"}:  # a few at most: quicker than a second look at every character
        text = text.replace(character, "\n" if character in _LINE_ENDS else "")
    return text


def _read(body: bytes, declared: str) -> tuple[str, str]:
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(charset, "replace"), charset
    for start, charset in _UNMARKED_UTF16:
        if body.startswith(start) and (utf16 := _strict(body, charset)) is not None:
            return utf16, charset
    if (utf8 := _utf8(body)) is not None:
        return utf8, "utf-8"
    foreign = declared or _declared_inside(body)
    if foreign in _DOUBLE_BYTE and (text := _strict(body, foreign)) is not None:
        return text, foreign
    return body.decode("gb18030", "replace"), "gb18030"


def _utf8(body: bytes) -> str | None:
    """UTF-8 in the strict sense, but for what a cut or a careless editor broke, or a part in another charset.

    Text in GB18030 that is read as UTF-8 has hardly a whole character; UTF-8 that is read as GB18030 looks whole.
    """
    if (text := _strict(body, "utf-8")) is not None:
        return text
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return text if len(_BEYOND_ASCII.findall(text)) >= WHOLE_TO_BROKEN * broken else None


def _strict(body: bytes, charset: str) -> str | None:
    try:
        return body.decode(charset)
    except UnicodeDecodeError:
        return None


def _declared_inside(body: bytes) -> str:
    found = _META_CHARSET.search(body[:4096])
    return found[1].decode("ascii").lower() if found else ""
