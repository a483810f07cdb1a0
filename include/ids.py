"""Ids say what a thing is, never which run made it: every id is a hash of the thing's own identity."""

import hashlib

ID_LENGTH = 20  # hexadecimal digits, 80 bits: no collision expected below 10^11 things


def digest(*parts: object) -> str:
    """The first 80 bits of SHA-256 over the parts, as hexadecimal; parts are separated unambiguously."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def page_id(canonical_url: str) -> str:
    """A page is its canonical URL."""
    return digest("page", canonical_url)


def speech_id(page: str, text: str) -> str:
    """A speech is its text on its page; the same text twice on one page is one speech."""
    return digest("speech", page, text)


def observation_id(speech: str, start: int, end: int) -> str:
    """An observation is a span of a speech (code points, LF line ends)."""
    return digest("observation", speech, start, end)


def commitment_id(speech: str, start: int, end: int) -> str:
    """A commitment is a span of a speech."""
    return digest("commitment", speech, start, end)
