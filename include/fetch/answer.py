"""What a server answered to one request, its body read within the limits."""

import re
from dataclasses import dataclass, field

CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer. `headers` have lower-case names; `body` has its content encodings undone."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes
    request_headers: dict[str, str] = field(default_factory=dict)
    wire_bytes: int | None = None  # of the body as it came, content encodings not undone

    @property
    def charset_declared(self) -> str | None:
        """The charset of the Content-Type header, as it stands there, lower case."""
        found = CHARSET.search(self.headers.get("content-type", ""))
        return found[1].lower() if found else None

    @property
    def media_type(self) -> str | None:
        """The Content-Type without its parameters, lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower() or None
