"""The administrative code of an observation's region."""

from functools import lru_cache

from include.divisions.resolve import Resolved, resolve
from include.extract.facts import SpeechFacts


def code_of_region(region: str | None, facts: SpeechFacts) -> tuple[str | None, str | None]:
    """The code of the region that an observation names, and the reason; (None, None) where it names none.

    The speech's own division tells which of several of one name is meant, its year which state of the table holds.
    """
    if region is None:
        return None, None
    return resolve(region, own_code(facts), facts.content_year)


@lru_cache(maxsize=256)
def own_code(facts: SpeechFacts) -> str | None:
    """The code of the speech's own division: as clean found it, else of its name."""
    found: Resolved = resolve(facts.region, None, facts.content_year) if facts.region else Resolved(None, "")
    return facts.region_code or found.code
