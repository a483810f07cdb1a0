"""What a speech says twice: the same again, or the same with another number."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from include.extract.plausibility.figures import Doubt, cite, spread
from include.extract.values.folding import fold
from include.records import Observation

_BASE = re.compile(r"同比|环比|平均")
_REACH = 160  # characters before a figure whose base (同比) it may share
_BEHIND = 12  # characters behind a figure that may hold its period: (2009年)
LONG = 5  # characters of a name outside the dictionary that says what it counts: 项目 alone does not
DIGITS = 3  # significant ones
_SCOPE = re.compile(
    r"[市县区省州]本级|[市县区省乡镇]级|[市县城园]区|各[市县区]|全国|全省|中央|地方|开发区|园区|其中|[一二三四五六七八九十\d]+家|民营|国有|农村|城镇|累计|户籍|常住|可比|现价|实际|预计|投资"
)


def doubts(folded: str, found: Sequence[Observation]) -> Iterator[Doubt]:
    """Figures that say again what an earlier one said, and those that say it with another number.

    Of two that differ the later carries the doubt: where the reading is at fault, its period or its base was carried.
    """
    earlier: defaultdict[Hashable, dict[Hashable, Observation]] = defaultdict(dict)
    for at, observation in enumerate(found):
        key = _key(folded, observation)
        if key is None:
            continue
        others = earlier[key]
        number = observation.value, observation.value_high, observation.bound
        if number in others:
            yield Doubt(at, "duplicate", f"The same as {cite(others[number])}.")
            continue
        first = next(iter(others.values()), None)
        if first is not None and _differs(folded, first, observation):
            yield Doubt(at, "contradicts", f"{cite(first)} is another number for the same, as read.")
        others[number] = observation


def _key(folded: str, found: Observation) -> Hashable | None:
    """What a figure says, its number aside; None where the text does not say that clearly enough to compare."""
    if found.value is None or found.masked or found.period is None or found.measure == "rank":
        return None
    name = found.indicator_code or (found.indicator if _is_telling(found) else None)
    if name is None:
        return None
    days = (found.period_first, found.period_last) if found.period_first else found.period
    sentence = folded[max(found.sentence_start or found.start, found.start - _REACH) : found.start]
    around = (found.region, *sorted({*_SCOPE.findall(_clauses(folded, found)), *_BASE.findall(sentence)}))
    return name, found.measure, found.compared_to, found.unit, found.status, days, around


def _is_telling(found: Observation) -> bool:
    """Whether a name outside the dictionary and its figure are too particular to be said of two things by chance."""
    figures = re.sub(r"\D", "", found.quote).lstrip("0")
    return len(found.indicator or "") >= LONG and len(figures) >= DIGITS


def _clauses(folded: str, found: Observation) -> str:
    return folded[max(found.sentence_start or 0, found.start - 60) : found.start]


def _differs(folded: str, one: Observation, other: Observation) -> bool:
    """Whether two figures of one name cannot be one number, both named in their own clauses."""
    if one.sentence_start == other.sentence_start:
        return False  # 从A增加到B, A和B: one sentence tells two figures apart
    if one.indicator_code is None or one.measure not in ("level", "change") or one.compared_to not in (None, "yoy"):
        return False
    if not (_is_named(folded, one) and _is_named(folded, other)):
        return False
    first, second = spread(one), spread(other)
    return first is not None and second is not None and not first.meets(second)


def _is_named(folded: str, found: Observation) -> bool:
    """Whether name and period stand in the figure's own sentence: those carried from above are the doubtful ones."""
    clauses, period = _clauses(folded, found), fold(found.period or "")
    named = bool(found.indicator_alias) and str(found.indicator_alias).upper() in clauses.upper()
    return named and (period in clauses or period in folded[found.end : found.end + _BEHIND])
