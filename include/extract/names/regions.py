"""The region or body a figure is about, where the text names one other than the speaker's own."""

import re

from include.extract.context.clauses import Context
from include.extract.rules.cues import CUES

_MASK = r"[Xx×*]{1,4}"
_SUFFIX = r"(?:自治州|自治县|自治区|省|市|县|区|州|旗|盟|镇|乡|工业园区|产业园区|产业园|开发区|高新区|经开区|园区)"
_MASKED = rf"{_MASK}{_SUFFIX}(?:[一-鿿]{{0,6}}(?:园区|产业园|开发区|工业园))?"
_PLACE = re.compile(rf"{_MASKED}(?:(?:、|和|与|及){_MASKED})*")
_NO_PLACE = "陷牧林矿灾库渔垦特辖郊园景校社小地片街厂活宅护散集能范界"  # before 区: a kind of area, no name
_NAMED = re.compile(
    rf"^(?:其中)?[:,]?([一-鿿]{{2,4}}?(?:自治州|自治县|自治区|市|县|州|旗|盟|镇|乡|(?<![{_NO_PLACE}])区))"
    r"(?![长委政民域级内外属容场县乡])"
)
_OWN = frozenset(CUES["own_regions"])
_OWN_START = frozenset("全我本各城市县省区每该新老个一两三四五六七八九十集在有从对向")
_NOT_AFTER = re.compile(r"^(?:、|和|与)?(?:委|政府|人大|政协|直|属|级|长|民|域|内|区)")


def _is_other(name: str) -> bool:
    return name not in _OWN and name[0] not in _OWN_START and not any(name.endswith(own) for own in _OWN)


def leading_region(words: str) -> str | None:
    """A place of another's at the very start of some folded words, such as a name must not begin with."""
    masked = _PLACE.match(words)
    if masked:
        return masked.group() if not _NOT_AFTER.match(words[masked.end() : masked.end() + 3]) else None
    named = _NAMED.match(words)
    return words[: named.end(1)] if named and _is_other(named[1]) else None


def region_in(clause: str) -> str | None:
    """The place that the folded words before a figure name as its subject, or None."""
    masked = [match for match in _PLACE.finditer(clause) if not _NOT_AFTER.match(clause[match.end() : match.end() + 3])]
    if masked:
        return masked[-1].group()
    named = _NAMED.match(clause.strip())
    if named and _is_other(named[1]):
        return named[1]
    return None


LOOK_BACK = 7  # clauses of the sentence, the figure's own included, that may name its place
_CLAUSE = re.compile(r"[,;:。!?(]")
_WHOLE = re.compile(r"^(?:全|我)[市省县区州]")


def region_of(context: Context) -> str | None:
    """The place of a figure: named in its clause, else at the head of an earlier clause of the sentence."""
    if region := region_in(context.clause_before):
        return region
    if _WHOLE.match(context.clause_before.strip()):
        return None
    for clause in reversed(_CLAUSE.split(context.sentence_before)[-LOOK_BACK:-1]):
        words = re.sub(r"^(?:其中|同时)", "", clause.strip())
        if _WHOLE.match(words):
            return None
        if place := leading_region(words):
            return place
    return None
