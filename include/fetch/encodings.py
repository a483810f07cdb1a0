"""Content encodings undone: gzip, deflate and br, one over the other where a server stacks them.

Each layer gives at most `most` bytes, in pieces of bounded size: a bomb costs no more memory than a page. A stream
that ends before its own end mark is cut off, whatever Content-Length says (RFC 9110, 8.4; RFC 1950–1952, 7932).
"""

import zlib
from collections.abc import Callable, Iterator

import brotli  # type: ignore[import-untyped]

from include.errors import PermanentError, TransientError

ACCEPT_ENCODING = "gzip, deflate, br"  # what is undone here, and no more
NO_ENCODING = frozenset({"", "identity", "none", "utf-8"})  # the last two are no encodings, but servers send them
MOST_LAYERS = 3
PIECE = 64 * 1024  # bytes that a layer gives at once
GZIP_MAGIC = b"\x1f\x8b"
GZIP, ZLIB, RAW = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS


def codings_of(header: str) -> list[str]:
    """The encodings that a Content-Encoding header names, in the order in which they were applied.

    PermanentError (`content_encoding`) where there is one that cannot be undone, or more than three.
    """
    codings = [token for part in header.lower().split(",") if (token := part.strip()) not in NO_ENCODING]
    if unknown := [coding for coding in codings if coding not in DECODERS]:
        raise PermanentError(f"content encoding {unknown[0][:40]!r} cannot be undone", reason="content_encoding")
    if len(codings) > MOST_LAYERS:
        raise PermanentError(f"{len(codings)} content encodings over one another", reason="content_encoding")
    return codings


def decoded(chunks: Iterator[bytes], codings: list[str], most: int) -> Iterator[bytes]:
    """The pieces of a body with its encodings undone; a layer within that grows beyond `most` bytes ends it.

    PermanentError `too_large`, or `content_encoding` where it is not what the header says; TransientError
    (`truncated`) where it ends too early.
    """
    for layer, coding in enumerate(reversed(codings)):
        chunks = DECODERS[coding](chunks)
        if layer < len(codings) - 1:  # the outermost is for the caller to measure
            chunks = _at_most(chunks, most)
    return chunks


def _at_most(chunks: Iterator[bytes], most: int) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise PermanentError(f"an encoding within another is larger than {most} bytes", reason="too_large")
        yield chunk


def _gunzip(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """One or more gzip members; what follows the last and is no member is padding."""
    stream, empty, padding = zlib.decompressobj(GZIP), True, False
    for data in chunks:
        empty = False
        while data and not padding:
            if stream.eof:
                padding = not (GZIP_MAGIC.startswith(data) or data.startswith(GZIP_MAGIC))
                stream = stream if padding else zlib.decompressobj(GZIP)
            yield from _inflated(stream, data)
            data = stream.unused_data
    _check_end(empty or stream.eof, "gzip")


def _inflate(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Deflate in its zlib wrapping, as the RFC has it, or without, as some servers send it."""
    stream = None
    for data in chunks:
        stream = stream or zlib.decompressobj(ZLIB if _has_zlib_header(data) else RAW)
        yield from _inflated(stream, data)
    _check_end(stream is None or stream.eof, "deflate")


def _has_zlib_header(data: bytes) -> bool:
    """RFC 1950: method 8, and the first two bytes are a multiple of 31; one byte alone must do at times."""
    return data[0] & 0x0F == 8 and (len(data) < 2 or int.from_bytes(data[:2], "big") % 31 == 0)


def _inflated(stream: "zlib._Decompress", data: bytes) -> Iterator[bytes]:
    """All that `data` gives, in pieces; behind a full one may be more even where no input is left."""
    try:
        while not stream.eof:
            piece = stream.decompress(data, PIECE)
            yield piece
            data = stream.unconsumed_tail
            if not data and len(piece) < PIECE:
                return
    except zlib.error as error:
        raise PermanentError(f"not encoded as its header says: {error}", reason="content_encoding") from error


def _unbrotli(chunks: Iterator[bytes]) -> Iterator[bytes]:
    stream, empty = brotli.Decompressor(), True
    try:
        for data in chunks:
            empty, rest = False, data
            while not stream.is_finished():
                piece, rest = stream.process(rest, output_buffer_limit=PIECE), b""
                yield piece
                if not piece and stream.can_accept_more_data():
                    break
    except brotli.error as error:
        raise PermanentError(f"not encoded as its header says: {error}", reason="content_encoding") from error
    _check_end(empty or stream.is_finished(), "br")


def _check_end(ended: bool, coding: str) -> None:
    if not ended:
        raise TransientError(f"the body is cut off within its {coding} encoding", reason="truncated")


DECODERS: dict[str, Callable[[Iterator[bytes]], Iterator[bytes]]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate,
    "br": _unbrotli,
}
