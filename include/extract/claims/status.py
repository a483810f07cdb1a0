"""Whether a value is reached (actual), a goal (target) or expected for a time not over (estimate)."""

import re

from include.extract.context.clauses import Context
from include.extract.rules.cues import alternatives

_TARGET = re.compile(
    rf"{alternatives('target_cues')}|(?<![需只主重首摘概扼不还])要(?![求素点闻务件么是员道塞害职清看认正注])|(?<![上极])争取(?=[^,;。]{{0,10}}(?:达到|实现|完成|突破|年内|全年|今年|增长|超过|使|\d))|到(?:20\d\d|[“]?十[一二三四]?五[”]?末)年?(?:末|底)?[^,;。]{{0,16}}(?:达到|超过|突破|实现|力争|建成|迈上)"
)
_TARGET_BEHIND = re.compile(rf"(?:以上|左右|以内)?的?[^,;。\d完占为超达是]{{0,8}}?{alternatives('target_after')}")
_ESTIMATE = re.compile(alternatives("estimate_cues"))
_PAST = re.compile(alternatives("past_cues"))
_OF_PLAN = re.compile(r"(?:完成|占|为|达到?|实现)[^,;。]{0,14}(?:计划|目标|任务|预算)(?:任务|目标|数)?的?$")
_SET_GOAL = re.compile(r"(?:确立|提出|确定|明确|制定|定下)[^;。]*的[^;。,]{0,6}目标")
_STARTED = re.compile(r"其中,?已|已(?:启动|完成|开工|到位|建成|落实)")
_PARAGRAPH_ESTIMATE = re.compile(r"\((?:均为)?(?:预计|快报|初步核算)?预?计?数?,?下同\)")
_GOAL_LIST = re.compile(r"(?:目标|任务)[^。;,%]{0,10}?(?:是|为|:)")
_TARGET_HEADING = re.compile(alternatives("target_headings"))
_ACTUAL_HEADING = re.compile(alternatives("actual_headings"))
_PAST_PERIOD = re.compile(r"去年|上年|前年|截[至止]|\d月末|1[-至]\d{1,2}月|[上]半年|[一三]季度|以来")


def heading_status(words: str) -> str | None:
    """What stands under a heading: actual (回顾), target (目标, 安排) or None when it does not say."""
    if _ACTUAL_HEADING.search(words):
        return "actual"
    return "target" if _TARGET_HEADING.search(words) else None


def _own_part(words: str) -> str:
    """The part of a sentence behind its last semicolon."""
    return words.rsplit(";", 1)[-1]


def _own_part_behind(words: str) -> str:
    return re.split(r"[;。]", words, maxsplit=1)[0]


def estimated_parts(sentence: str) -> int:
    """How many parts of a sentence, cut at semicolons, say 预计."""
    return sum(bool(_ESTIMATE.search(part)) for part in sentence.split(";"))


def is_estimate(context: Context, parts: int) -> bool:
    """预计 holds to the end of its sentence; where several of its `parts` have one of their own, each for its part."""
    part = _own_part(context.sentence_before)
    if _ESTIMATE.search(part):
        return True
    return parts == 1 and bool(_ESTIMATE.search(context.sentence_before))


def status_of(
    context: Context, parts: int, scope: str | None, *, goal_paragraph: bool, estimate_paragraph: bool
) -> str:
    """The status of a value; `scope` is what the nearest telling heading says.

    `parts` counts the parts of the sentence that say 预计.
    """
    if estimate_paragraph or is_estimate(context, parts):
        return "estimate"
    part = _own_part(context.sentence_before)
    behind = context.sentence_after
    goal = _SET_GOAL.search(part + _own_part_behind(behind))
    if goal and goal.start() < len(part) < goal.end():
        return "target"
    if _TARGET_BEHIND.match(behind):
        return "target"
    cues = list(_TARGET.finditer(part))
    if cues and not re.search(r"已|了|同比", part[cues[-1].end() :]) and not _STARTED.search(_own_part_behind(behind)):
        return "target"
    if goal_paragraph or _GOAL_LIST.search(context.sentence_before):
        return "target"
    said = context.sentence_before + context.after
    if scope != "target" or _PAST.search(said) or _PAST_PERIOD.search(said) or _OF_PLAN.search(context.before):
        return "actual"
    return "target"


def tells_results(sentence: str) -> bool | None:
    """Whether a sentence under a heading of goals tells results (True), sets goals (False) or neither (None)."""
    if _PAST_PERIOD.search(sentence) or "同比" in sentence:
        return True
    return False if _TARGET.search(sentence) else None


def opens_goals(sentence: str) -> bool:
    """Whether a sentence opens a list of goals that runs on to the end of its paragraph."""
    return bool(re.search(r"(?:目标|指标)(?:任务)?(?:建议)?(?:分别)?(?:是|为|:|如下|安排)", sentence))


def opens_estimates(sentence: str) -> bool:
    """Whether a sentence says that what follows in the paragraph is expected (预计数，下同)."""
    return bool(_PARAGRAPH_ESTIMATE.search(sentence))
