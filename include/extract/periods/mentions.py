"""The period words of a stretch of text: which are bases of comparison, which rule the clauses behind them."""

import re
from dataclasses import dataclass
from itertools import islice

from include.extract.periods.patterns import MAY_NAME_PERIOD, PERIOD
from include.extract.rules.cues import alternatives

MOST = 200  # periods that are read in one sentence: a real one has a handful
_BASE_BEFORE = re.compile(
    r"(?:比|较|同|占|相当于|以|为|超|超过|高于|低于|(?<![一二三四五六七八九十])是|好于|快于|居|落后于|[比较](?:全[国省市]|我[省市]|最近))$"
    r"|(?:[比较]|增速与|水平与|与)[^,;。]{0,10}(?:和|与|及|、)?$(?<=[和与及、比较])"
)
_FROM_BEFORE = re.compile(r"[由从]$")
_SEEN_FROM = re.compile(r"[^,;。\d]{0,16}看[,:]")  # 从一季度的主要指标来看, …
_BASE_AFTER = re.compile(
    r"同期|相比|平均|的?(?:年初)?(?:计划|预算|目标)|水平|增长速度|基础|(?:的)?基数|[^,;。]{0,6}的[\d一二三].{0,3}倍|增加|增长|持平"
    r"|提高|净增|高|低"
)
_COMPARED_AFTER = re.compile(r"(?:同期|全年|年?末|年?底)?(?:相比|相较|持平)")
_ALWAYS_OPENS = re.compile(r"(?:以来|年来)$|^过去|^[到截]")  # adverbs wherever they stand
_OF_WHOLE = re.compile(r"(?:完成|占|达到?|实现|相当于|超)[^,;。\d]{0,8}$")
_WHOLE_AFTER = re.compile(
    r"的?(?:年初|年度)?[^,;。\d]{0,4}(?:目标|计划|任务|预算|指标|总量|总额|总数)[^,;。\d]{0,4}的?\d"
)
_NO_PERIOD_AFTER = re.compile(
    r"[^,;。\d]{0,24}(?:会议|大会|会|讲话)(?:上|精神|$)|[^,;。]{0,2}(?:签约|入库|开工)的|计划完成率"
)
_ADVERB = re.compile(rf"(?:[^一-鿿\d]|{alternatives('period_leads')}|(?:^|[,;:。])[一二三四五六七八九十]{{1,2}}是)$")
_RECORD = re.compile(r"(?:同期)?的?(?:最[高低好多快大佳]|新高|新低|首次|首位|第一次|历史)")
_OF_GOALS = re.compile(r"[^,;。\d]{0,14}目标(?:任务)?(?:建议)?(?:是|为|:|--|如下)")  # 今年发展的主要目标是: …
_IN_ATTRIBUTE = re.compile(r"[^,;。\d]{1,12}的[^,;。\d]{2,24}[,;。]")  # 走过“十五”以来渐渐变宽的道路
_ASSESSED = re.compile(r"[^,;。\d]{0,8}(?:考核|考评|评比|测评)")  # 在第三季度的考评中
_SINCE_LAST = re.compile(r"(?:了|结束|扭转|创|改变)[自从]?[^,;。了]{2,14}(?:以来|年来)$")  # 结束了自2015年以来的下滑
_NAMED_YEAR = re.compile(r"(?:规划)?(?:纲要)?的?[^,;。\d]{0,5}(?:之年|第一年|最后一年)")  # “十二五”规划的收官之年
_COUNTED_YEARS = re.compile(r"[一二三四五六七八九十两\d]{1,2}年")
_SUMS_UP = re.compile(r"[ ]?(?:累计|年均|共)")
_NOT_PERIOD = frozenset({"末", "底", "年初", "自", "从"})
_ATTRIBUTE = re.compile(r"年度(?=目标|计划|任务|预算|考核|投资计划|工作|总结|报告)")
_WEAK = re.compile(
    r"(?:到|截至)?(?:全年度?|年内|年底|年末|当年|一年来|近年来?|近几年来?|年度|同期|本年度?)|.*(?:目前|迄今)(?:为止)?|这一年"
)
_POINT = re.compile(
    r"截[至止]|(?<![-—–－~～至到\d前个])\d{1,2}[ ]?月(?:份|末|底|\d{1,2}日)?$|[一二三四]季度末$|半年末$|当月"
)
_RELATIVE = re.compile(r"去年|上年|前一年|过去的?一年|[这一]年来|这一年|去年以来")
_PREPOSITION = re.compile(r"^(?:到|在|自|从)[ ]?")


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
    nested: bool  # stands in parentheses, and holds nowhere else


def _is_base(bare: str, before: str, after: str) -> bool:
    """Whether a period is what something is compared with, or the whole that a share is taken of."""
    if _OF_WHOLE.search(before) and _WHOLE_AFTER.match(after):
        return True
    if bare.startswith(("到", "截")):
        return False
    if _BASE_BEFORE.search(before) or _COMPARED_AFTER.match(after):
        return True
    if bare.startswith(("上年", "去年", "前年")) and after.startswith("同比"):
        return True
    return bare.startswith(("年初", "上年", "上一年")) and _BASE_AFTER.match(after) is not None


def _is_no_period(bare: str, before: str, after: str) -> bool:
    """Whether the words tell no time of a figure: a rest of a word, 年度计划, 十年来最高, the day of a meeting."""
    if _RECORD.match(after) or after.startswith(("结转", "结余", "滚存")) or _SINCE_LAST.search(before + bare):
        return True
    if bare in _NOT_PERIOD or not bare or _NAMED_YEAR.match(after):
        return True
    if bare == "年度" and after.startswith("投资") and before.endswith("完成"):
        return True
    if bare == "年度" and (_ATTRIBUTE.match(bare + after) or before.endswith(("业", "计", "政", "学", "算"))):
        return True
    return bare.endswith("日") and after.startswith(("上午", "下午", "晚", "在"))


def _is_sum(bare: str, after: str) -> bool:
    """Whether a count of years only says what one figure sums up (五年累计)."""
    return _COUNTED_YEARS.fullmatch(bare) is not None and _SUMS_UP.match(after) is not None


def _is_aside(bare: str, after: str) -> bool:
    """Whether a period only tells of the figure to compare with (去年同期为5起)."""
    return bare.endswith("同期") and after.startswith(("为", "是", "仅", "只"))


def _is_source(bare: str, before: str, after: str) -> bool:
    """Whether a period dates only the figure that follows: where a change starts from, or an aside."""
    if _SEEN_FROM.match(after):
        return False
    return bool(_FROM_BEFORE.search(before)) or bare.startswith("从") or _is_aside(bare, after)


def _is_event(bare: str, after: str) -> bool:
    """Whether a period dates a meeting, a signing or the assessment of a quarter or a month, and no figure."""
    if _NO_PERIOD_AFTER.match(after):
        return True
    return bare.endswith(("季度", "月", "月份")) and _ASSESSED.match(after) is not None


def _leads(bare: str, after: str) -> bool:
    """Whether a period rules what follows wherever it stands: since a time, or of goals that are listed behind it."""
    if _OF_GOALS.match(after):
        return True
    return _ALWAYS_OPENS.search(bare) is not None and not _IN_ATTRIBUTE.match(after)


def mentions(text: str, folded: str, start: int, end: int) -> list[Mention]:
    """The period words between two offsets, in order, as the text itself spells them."""
    found: list[Mention] = []
    if not MAY_NAME_PERIOD.search(folded, start, end):
        return found
    for match in islice(PERIOD.finditer(folded, start, end), MOST):
        bare = folded[match.start() : match.end()].strip()
        before, after = folded[max(start, match.start() - 12) : match.start()], folded[match.end() : match.end() + 28]
        if _is_no_period(bare, before, after):
            continue
        led = folded[start : match.start()]
        opens = not before or bool(_ADVERB.search(before)) or _leads(bare, after)
        found.append(
            Mention(
                match.start(),
                match.end(),
                text[match.start() : match.end()].strip(),
                base=_is_base(bare, before, after),
                source=_is_source(bare, before, after),
                opens=opens and not _is_event(bare, after) and not _is_sum(bare, after),
                owned=before.endswith("的"),
                nested=led.count("(") > led.count(")"),
            )
        )
    return found


def is_relative(words: str) -> bool:
    """Whether a past period says its year only by when the text was written (去年, 过去一年)."""
    return _RELATIVE.fullmatch(words) is not None


def is_weak(words: str) -> bool:
    """Whether a period says nothing without a year (全年, 当年): it is not carried where a stronger one is known."""
    return _WEAK.fullmatch(words) is not None


def is_point(words: str) -> bool:
    """Whether a period is a day, a month or a month's end: it does not hold for a whole section."""
    return _POINT.search(words) is not None


def names_year(words: str) -> bool:
    """Whether a period names its year, or a span of years, rather than a part of one or the last years (近3年)."""
    return re.search(r"^(?!最?近).*年|五|本届|大以来", words) is not None


def spoken(words: str) -> str:
    """The words of a period without the preposition that led them in; 截至 stays, as the text has it."""
    return _PREPOSITION.sub("", words)
