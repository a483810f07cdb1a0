"""How much one answer may cost before it is cut off."""

from dataclasses import dataclass

MEGABYTE = 1 << 20
MOST_PARTS = 30  # further bodies of one page: a report of 60,000 characters in pages of 2,000


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes for one request, redirects for one link."""

    connect_seconds: float = 10.0
    read_seconds: float = 30.0  # between two packets
    total_seconds: float = 60.0  # of one request, from the look-up of its host to the last byte
    slow_rate: float = 500.0  # bytes a second that a body must bring: a page of 30 kB would not come in time with less
    slow_seconds: float = 15.0  # over which that is measured
    wire_bytes: int = 20 * MEGABYTE  # of the body, content encodings not undone
    body_bytes: int = 20 * MEGABYTE  # content encodings undone
    redirects: int = 10


DEFAULT = Limits()
