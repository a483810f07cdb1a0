"""Rewording: the share of a copy's characters that were swapped for others, as spinning tools do word by word."""

from rapidfuzz.distance import Levenshtein

from include.deduplicate.alignment import SLACK, Alignment, Block

LONGEST_SWAP = 4  # characters: a longer replacement is another sentence, not another word


def reworded(alignment: Alignment) -> float:
    """Share of the characters found that are swapped for as many or nearly as many others, 0–1."""
    length = sum(block.end - block.start for block in alignment.blocks)
    swapped = sum(_swapped(alignment, block) for block in alignment.blocks if block.kept < block.end - block.start)
    return swapped / max(length, 1)


def _swapped(alignment: Alignment, block: Block) -> int:
    window = alignment.small.han[block.start : block.end]
    low = max(block.at - SLACK, 0)
    region = alignment.large.han[low : max(block.at + len(window) + SLACK, 0)]
    inner = [code for code in Levenshtein.opcodes(window, region) if code.tag == "replace"]
    return sum(
        code.src_end - code.src_start
        for code in inner
        if code.src_end - code.src_start <= LONGEST_SWAP and SLACK // 2 <= code.dest_start <= len(region) - SLACK // 2
    )
