"""A speech as the stage compares it: every derived form is computed once, when first asked for."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from include.deduplicate import normal
from include.deduplicate.facts import Facts, read_facts
from include.deduplicate.fingerprints import gram_hashes, sample

KEPT_READY = 512  # texts whose derived forms stay in memory, some 100 KB each


class Index(NamedTuple):
    """The hashes of a text, each once and sorted; hash i stands at places[first[i] : first[i] + times[i]]."""

    distinct: NDArray[np.uint64]
    first: NDArray[np.intp]
    times: NDArray[np.intp]
    places: NDArray[np.intp]


@dataclass(frozen=True)
class Text:
    """A speech to compare. `id` orders links; everything else follows from `text`."""

    id: str
    text: str

    @cached_property
    def plain(self) -> str:
        """`text`, simplified and half-width; same length."""
        return normal.plain(self.text)

    @cached_property
    def han(self) -> str:
        """The normal form."""
        return normal.han(self.plain)

    @cached_property
    def words(self) -> str:
        """Letters and digits only."""
        return normal.words(self.plain)

    @cached_property
    def offsets(self) -> "array[int]":  # array takes no parameter at run time before 3.12
        """Offset in `text` of each character of `han`."""
        return array("I", normal.offsets(self.plain))

    @cached_property
    def hashes(self) -> NDArray[np.uint64]:
        """A hash of every five characters of `han`, in order."""
        return gram_hashes(self.han)

    @cached_property
    def index(self) -> Index:
        """Where in `han` each five characters stand."""
        order = np.argsort(self.hashes, kind="stable")
        distinct, first, times = np.unique(self.hashes[order], return_index=True, return_counts=True)
        return Index(distinct, first, times, order)

    @cached_property
    def fingerprint(self) -> frozenset[int]:
        """The sampled hashes."""
        return sample(self.hashes)

    @cached_property
    def facts(self) -> Facts:
        """Figures, years and masks by the words beside them."""
        return read_facts(self.plain, self.han, self.offsets)


def shelf(load: Callable[[str], str]) -> Callable[[str], Text]:
    """Speech id → Text, by `load` (speech id → its text); as many as fit into memory stay ready."""

    @lru_cache(maxsize=KEPT_READY)
    def take(speech: str) -> Text:
        return Text(speech, load(speech))

    return take
