"""From the name of a place to the code of the one division it can be, or the reason why there is none."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from include.divisions.names import by_form
from include.divisions.table import Division, divisions, level_of, parent_of, prefix_of

LONGEST = 40  # characters of a name: the longest of four divisions in a row stays below
SHOWN = 3  # candidates that a reason spells out
_MASK = re.compile(r"[XxＸ×✕╳*＊○〇□�]|某")
_SEVERAL = re.compile(r"[、和与及,，;；]")
_COUNTRY = frozenset({"全国", "中国", "我国", "国家"})
_OWN = re.compile(r"(?:全|我|本)([省市县区州盟旗])")
_OWN_LEVEL = {"省": (1,), "州": (2,), "盟": (2,), "市": (3, 2, 1), "县": (3,), "区": (3, 1), "旗": (3,)}
_BELOW = re.compile(r"(?:[镇乡村]|街道|社区|办事处|苏木)$")
_ZONE = re.compile(r"(?:园区|产业园|开发区|高新区|经开区|新区|保税区|示范区|工业园|试验区|经济[区带圈])$")


class Resolved(NamedTuple):
    """A code in GB/T 2260 with what it follows from, or None with the reason why."""

    code: str | None
    reason: str


@lru_cache(maxsize=4096)
def resolve(name: str | None, within: str | None = None, year: int | None = None) -> Resolved:
    """The code of the division a name stands for, full (德阳市), short (德阳) or led by those above (四川省德阳市).

    `within` is the code of the speaker's own division: of several of one name, that in it, in its prefecture, in its
    province is meant. `year` chooses the division as it was then; without a year it is today's, else the last.
    """
    words = (name or "").strip()
    if reason := _unresolvable(words):
        return Resolved(None, reason)
    if own := _OWN.fullmatch(words):
        return _own(words, own[1], within)
    found = _in_time(_candidates(words), year)
    if not found:
        return Resolved(None, f"{words}: {_unknown(words)}")
    near, where = _nearest(found, within)
    top = _top(near)
    if top is None:
        shown = ", ".join(full_name(division, year) for division in near[:SHOWN])
        more = f" and {len(near) - SHOWN} more" if len(near) > SHOWN else ""
        return Resolved(None, f"{words}: {len(near)} divisions have this name ({shown}{more})")
    return Resolved(top.code, _reason(words, top, where, year))


def full_name(division: Division, year: int | None = None) -> str:
    """A division's name with those above it: 四川省德阳市旌阳区."""
    above = parent_of(division.code)
    if above is None:
        return division.name
    held = _in_time(_by_code().get(above, ()), year if year is not None else division.until - 1)
    return full_name(held[0], year) + division.name if held else division.name


def _unresolvable(words: str) -> str | None:
    if not words or len(words) > LONGEST:
        return "no name of a place"
    if _MASK.search(words):
        return f"{words}: the name is masked"
    if words in _COUNTRY:
        return f"{words}: the whole country has no code"
    return None


def _unknown(words: str) -> str:
    if _SEVERAL.search(words):
        return "names several places"
    if _BELOW.search(words):
        return "below the county, where GB/T 2260 ends"
    return "a zone, no administrative division" if _ZONE.search(words) else "no division of this name"


def _own(words: str, kind: str, within: str | None) -> Resolved:
    """全省, 我市: the speaker's own division of that kind, or the one above it."""
    if within is None:
        return Resolved(None, f"{words}: whose is not known")
    code: str | None = within
    while code is not None:
        held = _in_time(_by_code().get(code, ()), None)
        if held and held[0].name.endswith(kind) and level_of(code) in _OWN_LEVEL[kind]:
            return Resolved(code, f"{words} is the speaker's own {full_name(held[0])}")
        code = parent_of(code)
    return Resolved(None, f"{words}: the speaker's own is no {kind} and lies in none")


def _candidates(words: str) -> tuple[Division, ...]:
    """The divisions that a name can be, at any time, each under those that the name puts before it."""
    found = list(by_form().get(words, ()))
    for end in range(2, len(words) - 1):
        if above := by_form().get(words[:end]):
            prefixes = {prefix_of(division.code) for division in above}
            inside = (below for below in _candidates(words[end:]) if below.code.startswith(tuple(prefixes)))
            found += [below for below in inside if below.code not in {division.code for division in above}]
    return tuple(found)


@lru_cache(maxsize=1)
def _by_code() -> dict[str, tuple[Division, ...]]:
    found: dict[str, list[Division]] = {}
    for division in divisions():
        found.setdefault(division.code, []).append(division)
    return {code: tuple(of_code) for code, of_code in found.items()}


def _in_time(found: Iterable[Division], year: int | None) -> tuple[Division, ...]:
    """The divisions in force in a year, or today, one a code; where none was, the ones nearest to it in time."""
    every = tuple(found)
    if not every:
        return ()
    when = max(division.first for division in divisions()) if year is None else year
    least = min(division.distance(when) for division in every)
    return tuple({each.code: each for each in every if each.distance(when) == least}.values())


def _nearest(found: tuple[Division, ...], within: str | None) -> tuple[tuple[Division, ...], str]:
    """Of divisions of one name those nearest to the speaker's own, and where they lie."""
    if within is None or len(found) == 1:
        return found, ""
    around = (within, *(code for code in (parent_of(within), within[:2] + "0000") if code))
    for code in around:
        if inside := tuple(each for each in found if each.code.startswith(prefix_of(code))):
            return inside, f"within {code}"
    return found, ""


def _top(found: tuple[Division, ...]) -> Division | None:
    """The division that holds all others of its name (长沙 is the city, not its county), or a province; else None."""
    top = min(found, key=lambda division: level_of(division.code))
    holds_all = all(each.code.startswith(prefix_of(top.code)) for each in found)
    return top if holds_all or level_of(top.code) == 1 else None


def _reason(words: str, top: Division, where: str, year: int | None) -> str:
    today = f" (today {', '.join(top.successors)})" if top.successors else ""
    time = "" if top.is_in_force else f", up to {top.until}{today}"
    return f"{words} is {full_name(top, year)}{time}" + (f", the one {where}" if where else "")
