"""Numbers that are no quantities: dates, years, outline numbers, ordinals, names that hold a number."""

import re

from include.extract.rules.cues import CUES, alternatives
from include.extract.values.units import LISTS
from include.rule_files import any_of

_CN = "[零一二两三四五六七八九十百]"
_MASKED = "[Xx×*✕]"
_DATE = rf"""
    (?:\d{{4}}|20{_MASKED}{{2}}|(?:19|20)\d?{_MASKED}{{1,2}}|{_MASKED}{{4}})\ ?(?:年|/\d{{1,2}}/|-\d{{1,2}}-\d{{1,2}})
    (?:度|\d{{1,2}}月(?:\d{{1,2}}[日号])?|[至到-]\d{{4}}年)?
  | (?<!\d)\d{{4}}(?:[-至到/、])(?:\d{{4}}|{_MASKED}{{4}})年
  | (?<![\d到达为是长短过近约少多加高于限命期龄间均了])\d{{2}}年
        (?=[的比至到]|[上下]半年|底|末|度|以来|[,、])(?<=[0-2]\d年)
  | [一二][零一二三四五六七八九]{{3}}年
  | (?<!\d)(?:\d{{1,2}}|{_CN}{{1,3}}|{_MASKED}{{1,2}})(?:[-~至到、](?:\d{{1,2}}|{_CN}{{1,3}}))?月
        (?:份|末|底|初|中旬|上旬|下旬|\d{{1,2}}[-至到~、]?(?:\d{{1,2}})?[日号]|{_CN}{{1,3}}日|{_MASKED}{{1,2}}日)?
  | (?<!\d)\d{{1,2}}[日号](?:[-至到~](?:\d{{1,2}}月)?\d{{1,2}}[日号])?(?![产均线楼])
  | (?<!\d)[1-4](?:[-~至到、][1-4])?季度
  | (?<![\d.:])(?:[01]?\d|2[0-4]):[0-5]\d(?![:.\d])
  | (?<![\d.])\d{{1,2}}时(?:\d{{1,2}}分)?
  | (?<=[午晚早晨日号])[ ]?(?:\d{{1,2}}|{_CN}{{1,3}})点(?:\d{{1,2}}分|半)?
  | (?<![\d.])\d{{1,6}}\.\d{{1,6}}(?:\.\d{{1,6}})++
"""
# GDP19.92亿元: letters that are the name of an indicator, and its figure
_INDICATOR = r"(?:(?<=[A-Z]{2})[A-Z]\d{1,9}(?:\.\d{1,6})?[\ ]?(?:[%‰万亿]|美?元|吨)|(?<=[CP][PM])I\d{2,3}(?!\d))"
_NAMES = rf"""
    第(?:\d++|{_CN}++|{_MASKED}++)(?:[、和至]第?(?:\d{{1,2}}|{_CN}))*(?!位|名|档|\d)
  | (?:\d{{1,2}}|{_CN}{{1,3}})届(?:(?:\d{{1,2}}|{_CN}{{1,3}})次)?
  | (?!{_INDICATOR})[A-Za-z](?:[-.+_]?\d++)++(?:\.\d+)?
  | (?<=PM)[ ](?:2\.5|10)(?!\d)
  | (?<![\d.])[1-9]\.0(?=版|时代|建设|任务|工程|行动|战略|模式|升级|”)
  | (?<![\d.])\d++(?:\+(?:\d++|[A-Za-zXx]))++
  | (?<![\d.])\d++[+-](?=[A-Za-z])
  | (?<![\d.])[1-9][AGDKSC](?![A-Za-z])
  | (?:^|(?<=[\n。;!?:]))[ \t]{{0,8}}+\(?\d{{1,2}}[)、.](?!\d)
  | [①-⑳]
  | \(\d{{1,2}}\) | \[\d{{1,3}}\]
  | (?<![\d.])\d{{2,6}}(?!公里|千米|[米里条段座个])(?=[A-Za-z一-鿿]{{0,4}}(?:{alternatives("numbered_names")}))
  | (?<![\d.一二三四五六七八九十])(?:10|100|[十百千])万(?=[人吨车][^,;。\d]{{0,8}}?(?:死亡|发病|事故)率)
  | “(?:\d++|{_CN}{{1,3}}(?:公里|分钟|小时|所))”
  | (?<![\d.]){alternatives("number_names")}
"""
# no match begins with another character: most characters of a text are dismissed at once
_BEGINS = r"(?=[\d零一二两三四五六七八九十百Xx×*✕第A-Za-z\ \t(\[“①-⑳])"
_NOT = re.compile(f"{_BEGINS}(?:{_DATE}|{_NAMES})", re.VERBOSE | re.MULTILINE)
_OWN_POINT = re.compile(rf"[个点项大条种类]?(?:{alternatives('own_points')})")


def excluded_spans(text: str) -> list[tuple[int, int]]:
    """The spans of a folded text that hold numbers but no quantity, in order."""
    return [match.span() for match in _NOT.finditer(text)]


def is_own_point(text: str, number_end: int) -> bool:
    """Whether a count numbers the text's own points (五个方面, 三点意见) and is no figure."""
    return _OWN_POINT.match(text, number_end) is not None


_THRESHOLD = re.compile(rf"\)?(?:及?以[上下内])[(（]?的?(?!的)(?!{alternatives('after_bound')})[一-鿿“A-Z\d]")
_STATES = re.compile(
    rf"(?:{alternatives('change_up')}|{alternatives('change_down')}|达到?|超过|突破|完成|实现|控制在)(?:了|到)?$"
)
_DONE = re.compile(rf"(?:{any_of(LISTS['gained'])}|{alternatives('object_verbs')})[了出到]?$")
_OF_A_KIND = re.compile(r"\)?(?:及)?以[上下内]的?[^,;。]{0,12}\d")  # another count follows: 50户以上村落12个
_SPECIFICATION = re.compile(rf"(?:的|级)?[^,;。!?、\d]{{0,14}}?(?:{alternatives('specified_nouns')})")


def is_threshold(text: str, end: int, before: str, *, counted: bool) -> bool:
    """Whether an amount that ends at `end` only delimits what is counted (亿元以上项目): a noun follows 以上.

    `counted` says that it counts things: behind a verb (新建100个以上充电站) it is then what was done.
    """
    if _THRESHOLD.match(text, end) is None or _STATES.search(before):
        return False
    return not (counted and _DONE.search(before) and not _OF_A_KIND.match(text, end))


def is_specification(text: str, end: int, unit: str | None, before: str) -> bool:
    """Whether an amount is a size in a thing's name (110千伏变电站, 日产3000吨生产线)."""
    if unit not in CUES["specification_units"]:
        return False
    if "/" in unit and re.match(r"[一-鿿]", text[end : end + 1]):
        return True
    if re.search(rf"(?:{alternatives('capacity_heads')})$", before):
        return re.match(r"(?!(?:以上|以内|左右)(?:[,;。、]|$))[一-鿿]", text[end : end + 3]) is not None
    return _SPECIFICATION.match(text, end) is not None
