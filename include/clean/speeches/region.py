"""Whose government speaks: the region that a title, a speaker's line, the text, 来源 or the site itself names."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from include.clean.about.metadata import Publisher
from include.clean.speeches.names import HAN

READ = 400  # characters in which a speech says for whom it speaks
_KIND = "(?:自治区|自治州|自治县|自治旗|街道|[省市县区州盟旗镇乡])"
_UNIT = rf"(?!自治|[省市县区州盟旗全我本各该某在与及对向为是的这那两])[{HAN}]{{1,8}}?(?:[州乡镇旗区]?{_KIND})"
_UNITS = re.compile(_UNIT)
_REGION = rf"(?P<region>{_UNIT}(?:(?!和){_UNIT}){{0,3}})"
_YEAR = "(?:(?:[12]\\d{3}|二[〇○零].{2})\\s?年度?)?"
_BODY = (
    "(?:人民政府|人大|人民代表大会|政府|政协|县委|市委|区委|州委|盟委|旗委|省委|党委|党工委|委办|委(?!员)|办事处|办公[室厅]"
    "|融媒体|党政|[^网报]{1,14}[局办委厅])"
)
_PARTY = "(?:中国共产党|中共|政协|中国人民政治协商会议)?"
_REPORT = re.compile(
    rf"^{_PARTY}{_YEAR}{_REGION}(?:{_YEAR}(?:人民)?(?:政府|法院|检察院)|(?:人大|人民代表大会)常[务委]|第?[一二三四五六七八九十\d]{{1,3}}届)"
)
_HELD_IN = re.compile(
    rf"在{_PARTY}{_YEAR}{_REGION}(?=[^，。；]{{2,50}}(?:会|仪式|典礼|论坛|班))(?!.{{0,30}}(?:调研|考察|视察|检查|慰问))"
)
_OFFICE = re.compile(
    rf"^[—–（(\s-]{{0,4}}{_PARTY}{_REGION}(?=委|人民|政府|[市县区州盟旗镇乡省]长|党|人大|政协|常务|代|副|书记)"
)
_TITLED_OFFICE = re.compile(rf"^{_PARTY}{_REGION}(?:[^在，。]{{0,16}}(?:书记|[市县区州盟旗镇乡省]长|主席))")
_SPEAKS_FOR = re.compile(rf"代表(?:中共)?{_REGION}(?=人民政府|政府|委员会|[县市区州盟旗省]?委)")
_SOURCE = re.compile(rf"来源\s{{0,3}}[:：]\s{{0,6}}(?:中共|中国)?{_REGION}(?={_BODY})")
_SITE = re.compile(
    rf"^(?:中国|欢迎访问)?[·\s]?{_REGION}(?=(?:人民)?政府|党政|办事处|[{HAN}]{{2,14}}[局委厅办](?:[政门官网]|$))"
)
_VAGUE = re.compile(
    "(?:开发|示范|试验|实验|功能|经济|度假|保护|保税|产业|工业|服务|合作|管理|[城社山景灾小校库林矿牧老辖郊街园市县地])区$"
    "|(?:[全我各本外该]|兄弟|有关|相关|周边)[省市县区州镇乡旗]$|(?:贫困|示范|试点|先进|强|大|百强|园林|脱贫)县$|[区郡]县$"
    "|(?:[城上股超夜入地县各集门都夏]|文明|园林|卫生|省辖)市$|(?:城|乡|集|重|名|小|建制|强|特色|中心)镇$|(?:城|家|老|故|下|水|之)乡$"
    "|[市县区州省]委|主持|召开|出席|参加|强调|听取|调研|视察|学习|贯彻|关于|印发|转发|会议|工作|[神九]州$|(?:红|国|高举|党)旗$|[联加同结]盟$|(?:节|反)省$"
)
_ONE = re.compile(rf"^[{HAN}]市$|^[{HAN}][区州旗镇乡盟省]$")


class Region(NamedTuple):
    """A region as it stands, and where it was read; both None where nothing names one."""

    name: str | None
    place: str | None


def region_of(title: str, above: Sequence[str], speech: str, publisher: Publisher) -> Region:
    """The region from the title, the lines above the speech, its first sentences, 来源, the site's name."""
    return next(_found(title, above, speech, publisher), Region(None, None))


def code_of_region(name: str | None, year: int | None) -> str | None:
    """The code in GB/T 2260 of a region in its speech's year; None where no division, or several, have the name."""
    from include.divisions.resolve import resolve

    return resolve(name, None, year).code if name else None


def _found(title: str, above: Sequence[str], speech: str, publisher: Publisher) -> Iterator[Region]:
    yield from _named((_REPORT, _HELD_IN, _TITLED_OFFICE), (title,), "title")
    yield from _named((_OFFICE, _REPORT, _HELD_IN), above, "own_line")
    yield from _named((_SPEAKS_FOR,), (speech[:READ],), "text")
    yield from _named((_SOURCE,), (publisher.source_line or "",), "source_line")
    yield from _named((_SITE,), (publisher.site_name or "",), "site")


def _named(forms: Sequence[re.Pattern[str]], texts: Sequence[str], place: str) -> Iterator[Region]:
    for text in texts:
        for form in forms:
            if (match := form.search(text)) and (name := _name(match["region"])):
                yield Region(name, place)


def _name(words: str) -> str | None:
    """The region without what was taken for a part of it: 江北县 of 江北县城乡; None where nothing is left."""
    ends = [match.end() for match in _UNITS.finditer(words)] or [len(words)]
    found = (words[:end] for end in reversed(ends))
    return next((name for name in found if not _VAGUE.search(name) and not _ONE.match(name)), None)
