"""Fingerprints: sampled hashes of five characters (FracMinHash), which show containment, not only likeness."""

import numpy as np
from numpy.typing import NDArray

from include.deduplicate import normal

GRAM = 5  # characters hashed together
SAMPLING = 16  # one hash in so many is kept
FEWEST = 16  # of a very short text the smallest hashes are kept, so that it can be found at all
_BASE = np.uint64(0x100000001B3)
_MIXERS = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))  # the finaliser of SplitMix64


def fingerprint(text: str) -> frozenset[int]:
    """The sampled hashes of a text, each fits a signed 64-bit column; empty below five Chinese characters.

    The same text gives the same hashes on every machine; a part of a text gives part of its hashes.
    """
    return sample(gram_hashes(normal.han(normal.plain(text))))


def sample(hashes: NDArray[np.uint64]) -> frozenset[int]:
    """Of some hashes the smallest sixteenth of all that are possible, but at least the 16 smallest there are."""
    distinct = np.unique(hashes)
    sampled = int(np.searchsorted(distinct, np.uint64(2**64 // SAMPLING)))
    return frozenset(distinct[: max(sampled, FEWEST)].view(np.int64).tolist())


def gram_hashes(han: str) -> NDArray[np.uint64]:
    """A 64-bit hash of every five characters in a row, in order: a polynomial of the code points, then mixed."""
    codes = np.frombuffer(han.encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    count = max(len(codes) - GRAM + 1, 0)
    hashes = np.zeros(count, dtype=np.uint64)
    for place in range(GRAM):
        hashes = hashes * _BASE + codes[place : place + count]
    for shift, factor in _MIXERS:
        hashes = (hashes ^ (hashes >> np.uint64(shift))) * np.uint64(factor)
    return hashes ^ (hashes >> np.uint64(31))
