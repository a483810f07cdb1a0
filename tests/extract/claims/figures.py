"""What the stage reads in a text, for the tests: the whole path, so that a case is a sentence as it would stand."""

from include.extract.observations import extract


def told(text, *names):
    """The named fields of every observation of a text, in order; one field alone comes without its tuple."""
    rows = [tuple(getattr(observation, name) for name in names) for observation in extract(text)]
    return [row[0] for row in rows] if len(names) == 1 else rows
