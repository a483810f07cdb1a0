"""The region or body a figure is about, where the text names one other than the speaker's own."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from include.extract.context.clauses import Context
from include.extract.names.name_words import without_closing_place
from include.extract.names.places import FOREMOST, SUPERLATIVE, leading_places, masked_places
from include.extract.names.stripping import strip_end
from include.extract.periods.patterns import PERIOD

LOOK_BACK = 7  # clauses of the sentence, the figure's own included, that may name its place
OPENING = 400  # characters of a text in which its own place is looked for
LONGEST_TITLE = 40  # characters
SURE = 0.75  # part of the words for a whole (全县, 我县) that tells the speaker's level
_CLAUSE = re.compile(r"[,;:。!?(]")
_ASIDE = re.compile(r"\([^()]{0,80}\)")  # 债务61亿元(其中:青溪县1亿元),一般债务: its place stays in it
_ITEM = re.compile(r"^[^()]{0,20}\)?(?:[、和及与]|以及)(?:\d{1,2}\.)?")  # 12.1%)、2.云岭县(
_FIGURE = re.compile(r"[\dXx×*]")
_NATION = re.compile(r"国务院|全国人民代表大会|国家统计局|财政部|国家发展")
_WHOLE = re.compile(r"(?:而|但)?(?:(?:全|我|本)[市省县区州旗盟镇乡]|我们|[两三四五六七八九十]{1,2}[市县区]合计)")
_OWN_LEVEL = re.compile(
    r"[我本]([省市州盟县区旗镇乡])(?![镇级场里外土])"
)  # 本乡镇, 本市场 and the like are any of them
_WHOLE_LEVEL = re.compile(r"全([省市州盟县区旗镇乡])")
_LEVELS = {"国": 0, "疆": 1, "省": 1, "市": 2, "州": 2, "盟": 2, "县": 3, "区": 3, "旗": 3, "镇": 4, "乡": 4}
_UPPER = re.compile(
    r"全([国省疆市州])(?![一-鿿]{0,4}(?:平均|排|第|位|前列|上下|各地|人民|范围|重点|率先|首|倒数|唯一|领先|同类|其他|最))"
)
_ADVERBS = re.compile(
    r"(?:其中|下达|安排|拨付|同时|而|但是?|特别是|尤其是|比如|例如|如|据统计|分[县区市旗、]+看|从[县区市旗]+看|截至|到|\d{1,2}[.、](?!\d)|[,:;、\s])"
)
_TERM = r"第?[一二三四五六七八九十\dX×*]{0,4}届"
_OFFICE = re.compile(rf"([一-鿿]{{2,10}}?[省市县区州旗盟])(?:{_TERM}|人民|委|政府|人大|统计局|财政局|20\d\d年)")
_KIND = re.compile(r"(?:省|市|县|区|州|旗|盟|自治[州县区旗])$")


@dataclass(frozen=True, slots=True)
class Home:
    """The speaker's own place: the names it goes by, and its level (1 province … 4 town), None where it is not told."""

    names: frozenset[str] = frozenset()
    level: int | None = None

    @classmethod
    def of(cls, folded: str, region: str | None) -> "Home":
        """The home of a speech: `region` where it is known, else what its opening and its words for a whole say."""
        told = {region} if region else set(_OFFICE.findall(folded[:OPENING]))
        for line in folded[:OPENING].splitlines()[:3]:
            if len(line) <= LONGEST_TITLE and "。" not in line:
                told.update(leading_places(re.sub(r"^[\s#*]*(?:\d{4}年)?", "", line))[0])
        if region and region[-1] in _LEVELS and not region.endswith("自治区"):
            return cls(frozenset(map(_bare, told)), _LEVELS[region[-1]])
        kinds = _OWN_LEVEL.findall(folded) or _WHOLE_LEVEL.findall(folded)
        if not kinds and (not told or _NATION.search(folded, 0, OPENING)):
            return cls(frozenset(map(_bare, told)), 0)
        counted = Counter(_LEVELS[kind] for kind in kinds)
        level, most = counted.most_common(1)[0] if counted else (None, 0)
        return cls(frozenset(map(_bare, told)), level if most >= SURE * counted.total() else None)

    def is_other(self, place: str) -> bool:
        """Whether a place is another's; a whole (全省) is when the speaker's own is a part of it."""
        if whole := _UPPER.fullmatch(place):
            level = _LEVELS[whole[1]]
            return (level == 0 and self.level != 0) or (self.level is not None and level < self.level)
        bare = _bare(place)
        return not any(name.endswith(bare) for name in self.names)


def _bare(place: str) -> str:
    """A place without its kind, so that 临河 and 临河市 are one."""
    bare = _KIND.sub("", place)
    return bare if len(bare) > 1 else place


@lru_cache(maxsize=2048)  # a clause is asked about for each figure behind it
def places_at_head(clause: str) -> tuple[str, ...]:
    """The places that a clause opens with, behind its periods and adverbs; a whole (全国, 全省) is one."""
    words = clause.strip()
    while words:
        if upper := _UPPER.match(words):
            return (upper.group(),)
        if skipped := PERIOD.match(words) or _ADVERBS.match(words) or SUPERLATIVE.match(words):
            words = words[skipped.end() :]
            continue
        foremost = FOREMOST.search(words)
        words = words[foremost.end() :] if foremost else words
        found, end = leading_places(words)
        return (words[:end], *found) if len(found) > 1 else tuple(found)
    return ()


def region_of(context: Context, home: Home, *, carries: bool) -> str | None:
    """The place of a figure: of its clause, else of the head of an earlier clause of the sentence.

    Behind ; it is another's unless the figure carries on the name of one before. An empty string where the place is
    the speaker's own, None where the sentence names none.
    """
    if masked := masked_places(context.clause_before):
        return masked
    item = context.sentence_before if carries else context.sentence_before.rpartition(";")[2]
    clauses = [context.clause_before, *reversed(_CLAUSE.split(item)[-LOOK_BACK:-1])]
    if near := _nearest(context, clauses):
        return near if home.is_other(near) else ""
    clauses[1:] = reversed(_CLAUSE.split(_ASIDE.sub("", item))[-LOOK_BACK:-1])
    for clause in clauses:
        ranked_whole = clause is context.clause_before and context.quantity.kind == "rank"
        found = places_at_head(clause)
        if found and not (ranked_whole and _UPPER.match(found[0])):
            return found[0] if home.is_other(found[0]) else ""
        if _WHOLE.match(clause.strip()):
            return ""
    return None


def _nearest(context: Context, clauses: list[str]) -> str | None:
    """The place right before a figure that is no first in its clause or list, or that closes its name."""
    words = strip_end(context.before)
    if (head := without_closing_place(words)) != words:
        return words[len(head) :]
    item = "" if context.before == context.clause_before else context.before
    opened = context.sentence_before.endswith("(" + context.clause_before) and _FIGURE.match(context.clause_before)
    if (opened or not context.clause_before) and len(clauses) > 1:  # inside a parenthesis: the item before it
        item = clauses[1]
    listed = _ITEM.match(item)
    found = leading_places(item[listed.end() :])[0] if listed else []
    return found[0] if len(found) == 1 else None


def spread_regions(context: Context, count: int, home: Home) -> list[str]:
    """The places of a run of `count` figures under 分别; [] where the clause does not open with as many."""
    if "分别" not in context.before:
        return []
    listed = masked_places(context.clause_before)
    found = leading_places(listed)[0] if listed else list(places_at_head(context.clause_before)[1:])
    clauses = _CLAUSE.split(context.sentence_before)
    if not found and len(clauses) > 1 and context.before.lstrip().startswith(("分别", "同比分别")):
        found = list(places_at_head(clauses[-2])[1:])
    return found if len(found) == count and all(home.is_other(place) for place in found) else []
