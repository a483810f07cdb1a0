"""Parts against their whole: the shares of a structure, the three sectors, what 其中 takes out of a total."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from include.extract.plausibility.figures import Doubt, Spread, cite, spread
from include.records import Observation

FEWEST = 3  # shares of a structure: two in a ratio need not be parts of one whole
REACH = 300  # characters within which the three sectors belong to a total
MOST = 40  # figures that so many characters hold
BACK = 4  # amounts back, in the same sentence, among which the total of 其中 is looked for
_SECTORS = ("primary_va", "secondary_va", "tertiary_va")
_STRUCTURE = re.compile(r"产业|结构|构成|比重")
_HUNDRED = Spread(100, 100)


def doubts(folded: str, found: Sequence[Observation]) -> Iterator[Doubt]:
    """The wholes that their parts do not give, and the parts that are larger than their whole."""
    yield from _structures(folded, found)
    yield from _sectors(found)
    yield from _among(folded, found)


def _structures(folded: str, found: Sequence[Observation]) -> Iterator[Doubt]:
    """8.3：45.5：46.2 of the three sectors."""
    run = [0] if found else []
    for at, (one, other) in enumerate(pairwise(found), 1):
        if one.rule == other.rule == "ratio" and re.fullmatch(r"\s?[:比]\s?", folded[one.end : other.start]):
            run.append(at)
            continue
        yield from _structure(found, run)
        run = [at]
    yield from _structure(found, run)


def _structure(found: Sequence[Observation], run: Sequence[int]) -> Iterator[Doubt]:
    shares = [found[at] for at in run]
    spreads = [spread(share) for share in shares]
    if len(shares) < FEWEST or None in spreads or not _STRUCTURE.search(shares[0].indicator or ""):
        return
    total = sum((each for each in spreads if each is not None), Spread(0, 0))
    if not total.meets(_HUNDRED):
        said = ", ".join(cite(share) for share in shares)
        due = sum(share.value or 0 for share in shares)
        yield Doubt(run[0], "does_not_add_up", f"The shares {said} give {due:.4g}, not 100.")


def _sectors(found: Sequence[Observation]) -> Iterator[Doubt]:
    """The value added of the three sectors against the regional product that they make up."""
    for at, total in enumerate(found):
        if total.indicator_code != "gdp" or total.measure != "level":
            continue
        parts = _sectors_of(total, islice(found, at + 1, at + 1 + MOST))
        spreads = [spread(part) for part in parts]
        whole = spread(total)
        if whole is None or len(spreads) < len(_SECTORS) or None in spreads:
            continue
        given = sum((each for each in spreads if each is not None), Spread(0, 0))
        if not given.meets(whole):
            said = ", ".join(cite(part) for part in parts)
            due = (given.low + given.high) / 2
            yield Doubt(at, "does_not_add_up", f"The three sectors {said} give {due:.6g}, not {cite(total)}.")


def _sectors_of(total: Observation, behind: Iterable[Observation]) -> list[Observation]:
    """The first value added of each sector behind a total, in their order."""
    parts: dict[str, Observation] = {}
    for each in behind:
        if each.start - total.end > REACH:
            break
        code = each.indicator_code
        if code in _SECTORS and code not in parts and each.measure == "level" and _belongs(each, total):
            parts[code] = each
    return [parts[code] for code in _SECTORS if code in parts]


def _belongs(part: Observation, total: Observation) -> bool:
    same = (part.unit, part.period, part.region, part.status) == (total.unit, total.period, total.region, total.status)
    return same and part.value is not None and total.value is not None


def _among(folded: str, found: Sequence[Observation]) -> Iterator[Doubt]:
    """The first amount that 其中 takes out of a total before it."""
    levels: deque[Observation] = deque(maxlen=BACK)
    for at, part in enumerate(found):
        if part.measure != "level":
            continue
        lead = _last_among(folded, part)
        total = next((each for each in reversed(levels) if lead is not None and _is_led(folded, each, lead)), None)
        levels.append(part)
        if total is None or total.sentence_start != part.sentence_start or not _belongs(part, total):
            continue
        share, whole = spread(part), spread(total)
        if share is not None and whole is not None and share.low > whole.high:
            reason = f"It is taken out of {cite(total)} by 其中, and is more than that."
            yield Doubt(at, "does_not_add_up", reason)


def _is_led(folded: str, total: Observation, lead: int) -> bool:
    """Whether an amount stands before a 其中, not in brackets that are closed by then (61亿元(其中园区1亿元),其中)."""
    between = folded[total.end : min(lead, total.end + REACH)]
    return total.end <= lead and between.count(")") <= between.count("(")


def _last_among(folded: str, part: Observation) -> int | None:
    """Where the 其中 stands that leads straight to a figure, or None."""
    start = max(part.sentence_start or 0, part.start - 36)
    at = folded.rfind("其中", start, part.start)
    return at if at >= 0 and not re.search(r"[\d。;]", folded[at : part.start]) else None
