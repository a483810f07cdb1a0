"""Where a redirect leads, read as browsers do."""

from urllib.parse import urljoin

from include.errors import PermanentError
from include.fetch.answer import Answer

STATUS = frozenset({301, 302, 303, 307, 308})


def target(answer: Answer) -> str | None:
    """The absolute address that an answer redirects to, None where it does not.

    PermanentError (`blocked_url`) where its Location is no address.
    """
    location = answer.headers.get("location", "").strip()
    if answer.status not in STATUS or not location:
        return None
    try:
        return urljoin(answer.url, _readable(location))
    except ValueError as error:
        raise PermanentError(f"redirected to no address: {location[:100]!r}: {error}", reason="blocked_url") from error


def _readable(location: str) -> str:
    """UTF-8 that came as Latin-1, blanks that were not escaped."""
    return location.encode("latin-1", "replace").decode("utf-8", "replace").replace(" ", "%20")
