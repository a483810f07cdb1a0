"""What a rule of the mending wants changed."""

from typing import NamedTuple


class Edit(NamedTuple):
    """A change: the span in the text as read, and what shall stand there. `start` < `end`."""

    start: int
    end: int
    after: str
    rule: str
