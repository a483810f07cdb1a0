"""The period of a figure: the words that give it, from the clause, the sentence, the paragraph or a heading."""

import re
from dataclasses import dataclass
from itertools import islice

MOST = 200  # periods that are read in one sentence: a real one has a handful
_YEAR = (
    r"(?:(?:\d{4}|20[Xx×*]{2}|[Xx×*]{4}|[一二][零一二三四五六七八九]{3})[ ]?年度?"
    r"|今年|去年|明年|前年|当年|本年度?|上年|上一年|次年|后年)"
)
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[Xx×*]{1,2})"
_PART = (
    rf"(?:上半年|下半年|第?[一二三四1-4]季度末?|前[一二三四]?{_NUMBER}(?:个)?(?:季度|月)|头{_NUMBER}个月"
    rf"|(?:{_NUMBER}、){{1,3}}{_NUMBER}月份?|全年|年底|年末|年初|末|底|1-{_NUMBER}月份?"
    rf"|{_NUMBER}(?:月份?)?[-至到~]{_NUMBER}月份?(?:末|底)?|{_NUMBER}月(?:份|末|底|初|{_NUMBER}日)?)"
)
_PLAN = r"[“\"]?(?:十[一二三四五]?|八|九)五[”\"]?(?:期间|时期|末|规划期?末?|前[一二三四]年)"
_SPAN = (
    r"(?:过去|今后|未来|近|最近|前|这|后)[一二三四五六七八九十几两\d]{1,2}年(?:来|间|里|中)?"
    r"|[一二三四五六七八九十两]{1,2}年(?:来|间)|近年来?|近几年来?|本届政府(?:任期)?(?:内|以来)?"
    r"|\d{1,2}[-~至到]\d{1,2}年(?=时间|左右|,|的时间|内)|改革开放以来|[建复]市以来"
)
PERIOD = re.compile(
    rf"(?:截[至止]到?|到)?[ ]?(?:{_YEAR}[ ]?{_PART}|(?:\d{{4}}|[Xx×*]{{4}})[-至到](?:\d{{4}}|[Xx×*]{{4}})年|{_YEAR}"
    rf"|(?<![一-鿿]月){_PART}|{_PLAN}|{_SPAN}|年内|年度|本学年|同期(?=[为是]))(?:以来)?"
)
_BASE_BEFORE = re.compile(
    r"(?:比|较|同|占|相当于|以|为|超|超过|高于|低于|是|好于|快于|居|落后于|[比较](?:全[国省市]|我[省市]|最近))$|(?:[比较]|增速与|水平与|与)[^,;。]{0,10}(?:和|与|及|、)?$(?<=[和与及、比较])"
)
_FROM_BEFORE = re.compile(r"[由从]$")
_BASE_AFTER = re.compile(
    r"同期|相比|平均|的?(?:年初)?(?:计划|预算|目标)|水平|增长速度|基础|(?:的)?基数|[^,;。]{0,6}的[\d一二三].{0,3}倍|增加|增长|持平|提高|净增|高|低"
)
_ADVERB = re.compile(
    r"(?:^|[^一-鿿\d]|其中|预计|到|在|自|从|至|截至|全市|我市|全县|全省|全区|我们|但|而|使|用|通过|经过|回首|回顾|总结|对|确保|力争|完成|努力|和|是|(?:^|[,;:。])[一二三四五六七八九十]{1,2}是)$"
)
_NOT_PERIOD = frozenset({"末", "底", "年底", "年初"})
_WEAK = re.compile(r"(?:到|截至)?(?:全年|年内|年底|年末|当年|一年来|近年来?|近几年来?|年度|同期|本年度?)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A period as the text names it: its span, whether it is a base of comparison and whether it opens a clause."""

    start: int
    end: int
    words: str
    base: bool
    source: bool  # 由上年的…: holds for the figure that follows only
    opens: bool
    owned: bool  # 的 stands before: holds for its clause
    nested: bool  # stands in parentheses


def mentions(text: str, folded: str, start: int, end: int) -> list[Mention]:
    """The period words between two offsets, in order, as the text itself spells them."""
    found: list[Mention] = []
    for match in islice(PERIOD.finditer(folded, start, end), MOST):
        words = text[match.start() : match.end()].strip()
        bare = folded[match.start() : match.end()].strip()
        if bare in _NOT_PERIOD or not bare:
            continue
        before, after = folded[max(start, match.start() - 8) : match.start()], folded[match.end() : match.end() + 14]
        base = bool(_BASE_BEFORE.search(before)) or after.startswith(("同期", "同比"))
        base = base and not bare.startswith(("到", "截"))
        if not base and bare.startswith(("年初", "上年", "上一年")) and _BASE_AFTER.match(after):
            base = True
        source = bool(_FROM_BEFORE.search(before))
        opens = bool(_ADVERB.search(before)) or not before or bare.startswith(("到", "截"))
        led = folded[start : match.start()]
        nested = led.count("(") > led.count(")")
        found.append(Mention(match.start(), match.end(), words, base, source, opens, before.endswith("的"), nested))
    return found


def is_weak(words: str) -> bool:
    """Whether a period says nothing without a year (全年, 当年): it is not carried where a stronger one is known."""
    return _WEAK.fullmatch(words) is not None


def names_year(words: str) -> bool:
    """Whether a period names its year, or a span of years, rather than a part of one."""
    return "年" in words or "五" in words or "本届" in words


def spoken(words: str) -> str:
    """The words of a period without the preposition that led them in; 截至 stays, as the text has it."""
    return re.sub(r"^(?:到|在)[ ]?", "", words)


def period_in_sentence(found: list[Mention], clause_start: int, at: int, *, nested: bool) -> str | None:
    """The period that the sentence gives a figure at `at`: of its clause, else the last that opened a clause.

    `nested` tells whether the figure stands in parentheses; what stands in them holds nowhere else.
    """
    usable = [mention for mention in found if mention.end <= at and not mention.base and (nested or not mention.nested)]
    own = [mention for mention in usable if mention.start >= clause_start]
    leading = [mention for mention in own if mention.opens or mention.owned or mention.source]
    earlier = [mention for mention in usable if mention.end <= clause_start and mention.opens and not mention.source]
    for candidates in (leading, earlier, own):
        if candidates:
            return spoken(candidates[-1].words)
    return None


def heading_period(text: str, folded: str, start: int, end: int) -> str | None:
    """The period that a heading sets for what stands under it."""
    found = [mention for mention in mentions(text, folded, start, end) if not mention.base]
    return spoken(found[0].words) if found else None
