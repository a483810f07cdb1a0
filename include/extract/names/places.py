"""Places in words: names of divisions from the table, masked ones, names by their ending, named parks."""

import re
from functools import lru_cache

from include.divisions.names import by_form, names
from include.extract.rules.cues import CUES, alternatives

LONGEST = 12  # characters of a division's name that is looked up (双江拉祜族佤族布朗族傣族自治县 is never said whole)
_MASK = r"[Xx×*]{1,4}"
_KIND = r"(?:自治州|自治县|自治区|工业园区|产业园区|产业园|开发区|高新区|经开区|园区|省|市|县|区|州|旗|盟|镇|乡)"
_MASKED = re.compile(rf"{_MASK}{_KIND}(?:[一-鿿]{{0,6}}(?:园区|产业园|开发区|工业园))?")
# before 区: a kind of area, no name
_NO_PLACE = "陷牧林矿灾库渔垦特辖郊园景校社小地片街厂活宅护散集能范界成收业务疫禁疆设"
_UNKNOWN = re.compile(
    rf"([一-鿿]{{2,4}}?(?:自治州|自治县|自治区|市|县|州|旗|盟|镇|乡|(?<![{_NO_PLACE}])区))"
    r"(?![长委政民域级内外属容场县乡镇村区])"
)
_PARK = re.compile(
    r"([一-鿿]{2,5}?(?:工业园区|产业园区|产业集聚区|工业集中区|产业园|开发区|高新区|经开区|工业园|新区))(?![一-鿿]{0,2}(?:委|办|内))"
)
FOREMOST = re.compile(  # 增速最快的是临河市; 前五位的市分别是临河
    r"(?:(?:最|较|居|位列)[^,;的]{1,5}的|前[一二三四五六七八九十\d]{1,2}[位名]的?)(?:县市区|市州|县区|县|市|州|区|地区)?(?:分别)?(?:是|有|为)"
    r"(?=[^,;]{2})"
)
SUPERLATIVE = re.compile(  # 受灾最重的青溪县
    r"[^,;的]{0,4}最[^,;的]{1,3}的(?!分?别?[是有为]|[县市区]|地区|乡镇|街道|园区)(?=[一-鿿]{2})"
)
_COUNTED = re.compile(  # 青溪、云岭、河东三县区: names without their kind, told by how many they are
    r"([一-鿿]{2,4}(?:、[一-鿿]{2,4}){1,9}(?:[和及与][一-鿿]{2,4})?)等?[两三四五六七八九十\d]{1,2}个?"
    r"(?:县市区|区市县|县区|区县|市县|县市|市州|乡镇|县|市|区|州|镇|乡)(?![一-鿿]?级)"
)
_ZONE = re.compile(
    r"(?:高新(?:技术)?(?:产业)?(?:开发)?区|经开区|经济(?:技术)?开发区|开发区|工业园区|产业园区|保税区|度假区)"
)
_CLOSING = re.compile(r"(?<=[额量值率入出资款积数])[一-鿿]{2,3}(?:县|市|区|旗)$")
_TOWN = re.compile(r"[一-鿿]{2,4}?(?:镇|乡|街道)(?![村政办级域居民])")
_QUOTED = re.compile(r"[“\"][一-鿿]{2,8}[圈翼带群廊轴][”\"]")  # “沿江城镇带”完成…
_NOTE = re.compile(r"\[\d{1,2}\]")
_LINK = re.compile(r"、|和|与|及")
_OFFICE = re.compile(r"委|政府|人大|政协|直|属|级|长|民|域|内|区|籍|人(?![均口])")
_PARTS = r"(?:区市县|县市区|区县|县区|县|市|区|乡镇|街道|地区|开发区|园区)"
_AREA = re.compile(  # 长三角地区; 6个区县, 每个开发区, 最多的地区 say which of the speaker's own
    rf"{alternatives('named_areas')}(?:地区|区域|城市群)?|有?\d{{1,3}}个(?:区市县|县市区|区县|县区)(?=[一-鿿]{{2}})"
    rf"|每个{_PARTS}|最[多少高低快慢大小]的{_PARTS}"
)
_FOLLOWERS = re.compile(rf"{alternatives('place_followers')}|[A-Z]|$")
_OWN = frozenset(CUES["own_regions"])
_OWN_START = frozenset("全我本各市县省区每该新老个一两三四五六七八九十集在有从对向所为把被由是等了并设")
_WORDS = re.compile(rf"{alternatives('object_verbs', 'kept_verbs', 'opening_verbs', 'no_places')}")


@lru_cache(maxsize=1)
def _by_kind() -> frozenset[str]:
    """The full names of divisions, told by their last character."""
    return frozenset(form for form in by_form() if re.search(rf"{_KIND}$", form) and len(form) > 2)


@lru_cache(maxsize=1)
def _ends() -> frozenset[str]:
    """The last two characters of every name that can close some words."""
    return frozenset(form[-2:] for form in (*names(), *_by_kind()))


def _from_table(words: str) -> str | None:
    """The longest name of a division at the start; a short one (德阳) only where it is a subject."""
    for length in range(min(LONGEST, len(words)), 1, -1):
        form = words[:length]
        rest = words[length:]
        if form in _by_kind() and form not in _OWN:
            return form
        if length <= 4 and form in names() and (_LINK.match(rest) or _FOLLOWERS.match(rest)):
            return form
    return None


def _by_ending(words: str) -> str | None:
    """A name that only its ending tells for a place: a town, a park, a county of no table."""
    for pattern in (_PARK, _UNKNOWN):
        match = pattern.match(words)
        if match is None or match[1] in _OWN or match[1][0] in _OWN_START:
            continue
        if pattern is _PARK and not _WORDS.match(match[1]):
            return match[1]
        if pattern is _UNKNOWN and not _WORDS.search(match[1]) and not match[1].endswith(tuple(_OWN)):
            return match[1]
    return None


def _zone(words: str) -> str | None:
    """A zone that goes by its kind alone (高新区), only where it is a subject."""
    zone = _ZONE.match(words)
    return zone.group() if zone and _FOLLOWERS.match(words, zone.end()) else None


def _quoted(words: str) -> str | None:
    """An area of the speaker's own naming, in quotes, only where it is a subject; with the mark of a footnote."""
    area = _QUOTED.match(words)
    note = _NOTE.match(words, area.end()) if area else None
    end = note.end() if note else area.end() if area else 0
    return words[:end] if end and _FOLLOWERS.match(words, end) else None


@lru_cache(maxsize=4096)  # the head of one clause is asked about for each of its figures
def _one_place(words: str) -> str | None:
    told = _MASKED.match(words) or _AREA.match(words)
    place = told.group() if told else _from_table(words) or _by_ending(words) or _zone(words) or _quoted(words)
    return place if place and not _OFFICE.match(words, len(place)) else None


def leading_places(words: str) -> tuple[list[str], int]:
    """The places at the very start of some folded words, a list joined by 、和与及, and where they end."""
    if counted := _COUNTED.match(words):
        return re.split("[、和及与]", counted[1]), counted.end()
    found: list[str] = []
    end = 0
    at = 0
    while place := _one_place(words[at : at + 2 * LONGEST]):
        end = at + len(place)
        town = _TOWN.match(words, end) if place.endswith(("县", "市", "区", "旗")) else None
        end = town.end() if town and not _WORDS.search(town.group()) else end
        found.append(_NOTE.sub("", words[at:end].removeprefix("有")).strip('“”"'))  # 有6个区县
        link = _LINK.match(words, end)
        if link is None:
            break
        at = link.end()
    return found, end


def closing_place(words: str) -> str | None:
    """The place at the very end of some folded words, or None: 规模以上工业增加值昆明."""
    for length in range(min(LONGEST, len(words) - 2) if words[-2:] in _ends() else 0, 1, -1):
        form = words[-length:]
        if form in names() or (form in _by_kind() and form not in _OWN):
            return form
    closing = _CLOSING.search(words)
    if closing is None or closing.group() in _OWN or re.search(r"[全各我本位居排每个]", closing.group()):
        return None
    return None if _WORDS.search(closing.group()) else closing.group()


def leading_place(words: str) -> str | None:
    """The place or places at the start of some folded words as they stand there, or None."""
    _, end = leading_places(words)
    return words[:end] or None


def masked_places(words: str) -> str | None:
    """The last masked place (XX县), or list of them, anywhere in some folded words."""
    found: str | None = None
    at = 0
    while match := _MASKED.search(words, at):
        end = match.end()
        while (link := _LINK.match(words, end)) and (more := _MASKED.match(words, link.end())):
            end = more.end()
        if not _OFFICE.match(words, end):
            found = words[match.start() : end]
        at = end
    return found
