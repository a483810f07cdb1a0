"""What is known of a speech besides its text, and what its figures are resolved by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SpeechFacts:
    """The year a speech speaks of, its own region, and the day its page was published (YYYY-MM-DD); None: not known."""

    content_year: int | None = None
    region: str | None = None
    region_code: str | None = None
    published_on: str | None = None

    @classmethod
    def of(cls, page: Mapping[str, Any], speech: Mapping[str, Any]) -> "SpeechFacts":
        """The facts of a speech as clean found them, from the row of its page and its own."""
        names = ("content_year", "region", "region_code")
        return cls(**{name: speech.get(name) for name in names}, published_on=page.get("published_on"))


UNKNOWN = SpeechFacts()
