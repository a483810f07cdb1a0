"""What stands around a quantity: its clause before and behind, cut at pauses and at neighbouring quantities."""

import re
from dataclasses import dataclass

from include.extract.rules.cues import alternatives
from include.extract.values.figures import Quantity

REACH = 600  # characters of a sentence that are looked at on either side: real sentences are shorter
NEIGHBOURS = 40  # figures that are looked at on either side, where they stand closer than in any sentence
PAUSE = frozenset(",;。:!?\n\r(")
_SUFFIX = re.compile(rf"\)?(?:{alternatives('at_least_after', 'at_most_after', 'about_after')})?[\"”]?")
_AFTER_END = re.compile(r"[,;。:!?\n\r()、]")
_LINK = re.compile(r"(?:[、和与及:]|以及|,分别)[ ]?第?[ ]?")
_PARENTHESES = re.compile(r"\([^()]{0,40}\)")


@dataclass(frozen=True, slots=True)
class Context:
    """A quantity with the words of its clause (folded text). `chained`: only 、和 stand between it and the last one."""

    quantity: Quantity
    before: str  # from the clause's start or the last quantity to this one, parentheses taken out
    after: str  # from this quantity to the next pause or quantity
    sentence_before: str  # the sentence before the quantity, at most REACH characters
    sentence_after: str
    clause_before: str  # from the clause's start, other quantities included
    chained: bool


def _clause_start(text: str, lowest: int, at: int) -> int:
    """Where the clause of an offset begins; a closed parenthesis is no pause."""
    depth = 0
    for i in range(at - 1, lowest - 1, -1):
        char = text[i]
        if char == ")":
            depth += 1
        elif char == "(" and depth:
            depth -= 1
        elif char in PAUSE and not depth:
            return i + 1
    return lowest


def _reach(quantities: list[Quantity], i: int, start: int, end: int) -> tuple[int, int]:
    """From where to where a sentence is looked at around its figure `i`."""
    low = quantities[i - NEIGHBOURS].start if i >= NEIGHBOURS else start
    high = quantities[i + NEIGHBOURS].start if i + NEIGHBOURS < len(quantities) else end
    return max(low, start, quantities[i].start - REACH), min(high, end, quantities[i].end + REACH)


def contexts(text: str, start: int, end: int, quantities: list[Quantity]) -> list[Context]:
    """The contexts of the quantities of one sentence (`start`–`end` in the folded text)."""
    found: list[Context] = []
    floor = start
    for i, quantity in enumerate(quantities):
        clause = _clause_start(text, max(start, quantity.start - 200), quantity.start)
        before = _PARENTHESES.sub("", text[max(clause, floor) : quantity.start])
        if not before and text[quantity.start - 1] == ")":  # 高于全省(1.7%)2个百分点: the aside parts nothing
            before = _PARENTHESES.sub("", text[clause : quantity.start])
        suffix = _SUFFIX.match(text, quantity.end)
        tail = suffix.end() if suffix else quantity.end
        limit = quantities[i + 1].start if i + 1 < len(quantities) else end
        if i + 1 < len(quantities) and limit == tail and quantity.kind == "counter":  # 90户170人贫困人口
            tail = quantities[i + 1].end
            limit = quantities[i + 2].start if i + 2 < len(quantities) else end
        pause = _AFTER_END.search(text, tail, limit)
        after = text[tail : pause.start() if pause else limit]
        chained = bool(found) and bool(_LINK.fullmatch(text, floor, quantity.start))
        low, high = _reach(quantities, i, start, end)
        said, follows = text[low : quantity.start], text[quantity.end : high]
        found.append(Context(quantity, before, after, said, follows, text[clause : quantity.start], chained))
        floor = suffix.end() if suffix else quantity.end
        if pause and pause.group() == "、" and after and quantity.kind == "counter":
            floor = pause.end()  # what stands before 、 is the noun of this count
    return found
