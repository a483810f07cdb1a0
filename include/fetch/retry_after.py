"""The Retry-After header, as servers write it: seconds, a date, or nonsense."""

from datetime import UTC
from email.utils import parsedate_to_datetime

LONGEST = 7 * 86_400.0  # seconds; nobody means more than a week


def seconds_to_wait(value: str | None, now: float) -> float | None:
    """How long the server asks to wait, 0 to a week; None where it does not say, or not in words one can read."""
    if value is None:
        return None
    text = value.strip()
    try:
        return (
            min(max(float(text), 0.0), LONGEST) if len(text) < 20 and text.lstrip("-").isdigit() else _until(text, now)
        )
    except (ValueError, OverflowError):
        return None


def _until(text: str, now: float) -> float:
    when = parsedate_to_datetime(text)
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return min(max(when.timestamp() - now, 0.0), LONGEST)
