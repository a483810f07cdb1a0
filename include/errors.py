"""Failures as classes with a policy each; the retry policy of every task is built from them."""

import re

_SECRET = re.compile(
    r"([?&;](?:\w*token|\w*secret|\w*key|\w*password|pwd|\w*sign(?:ature)?|ticket|\w*session\w*|\w*auth\w*)=)[^&;#:\s'\"]+",
    re.IGNORECASE,
)


def masked(text: str) -> str:
    """A text with the values of what look like secrets in its URLs made unreadable: it goes into logs and reports."""
    return _SECRET.sub(r"\1***", text)


class JianghuaError(Exception):
    """Any failure that this project names. `reason` is the short machine-readable class, e.g. `connect`."""

    reason = "error"

    def __init__(self, message: str, *, reason: str | None = None) -> None:
        super().__init__(masked(message))
        if reason is not None:
            self.reason = reason


class TransientError(JianghuaError):
    """Worth another try: a refused connection, a 503, a cut body."""

    reason = "transient"


class PermanentError(JianghuaError):
    """No retry will help: a 404, a file that is no page."""

    reason = "permanent"


class DeclinedError(PermanentError):
    """The site does not want this request (403, 412, 521, robots.txt, a challenge page): recorded, never bypassed."""

    reason = "declined"


class BrokenSourceError(PermanentError):
    """A source does not look as its description says: a listing without entries, a redesign."""

    reason = "broken_source"


class BadPageError(PermanentError):
    """One page cannot be used. It is quarantined with the reason; the rest lands."""

    reason = "bad_page"


class ConfigurationError(PermanentError):
    """A setting, a source file or a rule file is wrong; the message names the file and the place."""

    reason = "configuration"


class InterruptedRunError(TransientError):
    """Another process holds what this one needs (a host, the deduplication lock), or a host asks for time: come back.

    `after` is in how many seconds that makes sense, 0 where nobody knows.
    """

    reason = "busy"

    def __init__(self, message: str, *, reason: str | None = None, after: float = 0.0) -> None:
        super().__init__(message, reason=reason)
        self.after = after
