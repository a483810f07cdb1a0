"""Numbers that are no quantities: dates, years, outline numbers, ordinals, names that hold a number."""

import re

from include.extract.rules.cues import CUES, alternatives

_CN = "[零一二两三四五六七八九十百]"
_MASKED = "[Xx×*✕]"
_DATE = rf"""
    (?:\d{{4}}|20{_MASKED}{{2}}|(?:19|20)\d?{_MASKED}{{1,2}}|{_MASKED}{{4}})\ ?(?:年|/\d{{1,2}}/|-\d{{1,2}}-\d{{1,2}})
    (?:度|\d{{1,2}}月(?:\d{{1,2}}[日号])?|[至到-]\d{{4}}年)?
  | (?<!\d)\d{{4}}(?:[-至到/、])(?:\d{{4}}|{_MASKED}{{4}})年
  | (?<!\d)\d{{2}}年(?=[的比至到]|[上下]半年|底|末|度|以来|[,、])(?<=[0-2]\d年)
  | [一二][零一二三四五六七八九]{{3}}年
  | (?<!\d)(?:\d{{1,2}}|{_CN}{{1,3}}|{_MASKED}{{1,2}})(?:[-~至到、](?:\d{{1,2}}|{_CN}{{1,3}}))?月
        (?:份|末|底|初|中旬|上旬|下旬|\d{{1,2}}[-至到~、]?(?:\d{{1,2}})?[日号]|{_CN}{{1,3}}日|{_MASKED}{{1,2}}日)?
  | (?<!\d)\d{{1,2}}[日号](?:[-至到~](?:\d{{1,2}}月)?\d{{1,2}}[日号])?(?![产均线楼])
  | (?<![\d.:])\d{{1,2}}:\d{{2}}(?![:.\d])
  | (?<![\d.])\d{{1,2}}时(?:\d{{1,2}}分)?
"""
_NAMES = rf"""
    第(?:\d++|{_CN}++|{_MASKED}++)(?!位|名|档|\d)
  | [A-Za-z](?:[-.]?\d++)++(?:\.\d+)?
  | (?<![\d.])\d++(?:\+(?:\d++|[A-Za-zXx]))++
  | (?<![\d.])\d++[+-](?=[A-Za-z])
  | (?<![\d.])[1-6][AGD](?![A-Za-z])
  | (?:^|(?<=[\n。;!?:]))[ \t]*\(?\d{{1,2}}[)、.](?!\d)
  | [①-⑳]
  | \(\d{{1,2}}\)
  | “\d++”
  | (?<![\d.]){alternatives("number_names")}
"""
_NOT = re.compile(f"{_DATE}|{_NAMES}", re.VERBOSE | re.MULTILINE)
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
_SPECIFICATION = re.compile(rf"(?:的|级)?[^,;。!?、\d]{{0,14}}?(?:{alternatives('specified_nouns')})")


def is_threshold(text: str, end: int, before: str) -> bool:
    """Whether an amount that ends at `end` only delimits what is counted (亿元以上项目): a noun follows 以上."""
    return _THRESHOLD.match(text, end) is not None and not _STATES.search(before)


def is_specification(text: str, end: int, unit: str | None, before: str) -> bool:
    """Whether an amount is a size in a thing's name (110千伏变电站, 日产3000吨生产线)."""
    if unit not in CUES["specification_units"]:
        return False
    if "/" in unit and re.match(r"[一-鿿]", text[end : end + 1]):
        return True
    if re.search(rf"(?:{alternatives('capacity_heads')})$", before):
        return bool(re.match(r"[一-鿿]", text[end : end + 1]))
    return _SPECIFICATION.match(text, end) is not None
