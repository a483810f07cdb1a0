"""What a sentence says for those behind it: it opens goals or plans, urges, tells results, states facts."""

import re

from include.extract.claims.goals import CUE

PAST_PERIOD = re.compile(r"去年|上年|前年|截[至止]|\d月末|1[-至]\d{1,2}月|上半年|(?:前三|一)季度|以来")
PLANNED_TIME = re.compile(r"今年(?!以来|上半年|前|1|一季度)|明年|年内|下半年|年底前|全年要|力争|确保")
COMPARISON = re.compile(  # 比去年增长 tells of this year
    r"[比较同与]?(?:上|去|前)年(?:同期|全年|年?末|年?底|年?初)?(?:相比|预算|执行|实际|完成|平均)?"
    r"[^,;。]{0,6}(?=增|减|下降|提高|多|少|上升|翻|高|低)"
)
LONGEST_LEAD = 120  # characters of a line that leads a list in
_SET_INDICATOR = r"(?:预期|计划|约束性|考核|下达|控制|奋斗)[^,;。]{0,4}指标"  # 指标 alone is any indicator
_PROMISED = (  # 今年的10件实事包括:, 将办好民生实事:, 预算安排情况:
    r"(?:件|项|类)[^,;。:\d]{0,8}实事(?:项目)?(?:主要|分别)?(?:包括|有|是|为|:)(?!:?\d{1,2}[件项])"
    r"|(?:(?<![主需重首必纲])要|将|继续|计划|拟)[^,;。:]{0,14}(?:[实大好]事|任务|工作|项目|工程):"
    r"|(?:预算|计划)[^,;。:\d]{0,6}安排(?:情况|意见|建议)?:"
)
_GOAL_LIST = re.compile(
    r"(?:目标|任务)(?![^。;,%:]{0,10}(?:完成|达成|进度))[^。;,%]{0,10}?(?:是|为|:|--|如下)|目标(?:建议)?(?:分别)?安排"
    rf"|{_SET_INDICATOR}(?:任务)?(?:建议)?(?:分别)?(?:是|为|:|安排)|{_PROMISED}"
)
_GOALS = re.compile(rf"(?:目标|{_SET_INDICATOR})(?:任务)?(?:建议)?(?:分别)?(?:是|为|:|如下|安排)|{_PROMISED}")
_LISTS = ("标", "任务", "实事", ":")  # a sentence without these opens no list of goals
_FULFILLED = re.compile(
    r"(?:(?:完成|实现|办|办理)[了好结]|(?:圆满|超额|较好|全面|顺利|如期|提前)[^,;。]{0,4}(?:完成|实现)|会议|去年|上年|已)[^,;。]{0,40}$"
)
_TASKS = re.compile(
    r"(?:将|(?<![主需重])要|必须|计划|着力|切实|力争|重点[抓做突](?!了))(?![^。;]{0,60}(?:成效|成绩|情况|特点|表现))[^。;]{0,60}"
    r"(?:工作|任务|实事|重点|目标|工程|行动|措施|方面|项目|是|为|如下|包括)[^,。;:]{0,6}:\s*$"
)
_PLANS = re.compile(
    r"(?:今年|明年|下半年|下一步|下步|今后|下[一]?阶段|四季度|20\d\d年)[^。;\d]{0,30}(?:总体要求|总体思路|指导思想|预期目标|奋斗目标"
    r"|主要目标|工作目标|工作重点|重点(?:工作|任务)|主要任务|工作打算)[”\"]?(?:是|为|:|,)"
    r"|(?:^|[;。:])(?:全[市县省区州旗盟][^,;。]{0,8})?主要预期目标[^,;。\d]{0,4}(?:是|为|:)"
    r"|(?:将|要|继续)[^;。]{0,20}(?:办[好成实理]|实施|推进)[^,;。]{0,10}实事[”\"]?。"
    r"|(?:报告|方案|规划|意见)[^,;。]{0,6}(?:提出|给出|明确|部署|确定|安排)了?[^,;。]{0,10}(?:重点|主要|工作)任务。"
    r"|(?:工作报告|规划|纲要)(?:还|同时)?(?:明确|提出)[,:](?!过去|[^。;]{0,40}(?:成绩|成就|[^除为]了))"
)
_URGES = re.compile(
    r"(?:^|[,;。:])(?:[一二三四五六七八九十](?:是)?|各[^,;。]{1,12}|我们|全[市县区省]上下|同时|还)?"
    r"(?:必须|要(?![求素点闻务件么是员道塞害职清看认正注旨因肯充客总深]))"
)
_FACTS = re.compile(
    r"共(?:签约|完成|实现|有|投入|争取|引进)|[比较](?:去|上)年|同比|累计|已经?|(?<![为除])了(?!解)|以来|目前|现有|去年|上半年"
    r"|居[全省市国]|[高低快慢]于全"
)
_EXPECTED = re.compile(r"\((?:均为)?(?:快报|初步核算)?(?:预计数?|预计完成数|快报数|估计数),?(?:下同)?\)")


def lists_goals(words: str, pattern: re.Pattern[str] = _GOAL_LIST) -> bool:
    """Whether words before a figure open a list of goals (主要目标是:); a list of goals met is none."""
    if not any(word in words for word in _LISTS):
        return False
    match = pattern.search(words)
    return match is not None and not _FULFILLED.search(words[: match.start()])


def opens_goals(sentence: str) -> bool:
    """Whether a sentence opens a list of goals that runs on to the end of its paragraph, or over the lines under it."""
    if lists_goals(sentence, _GOALS):
        return True
    return sentence.rstrip().endswith(":") and _TASKS.search(sentence[-LONGEST_LEAD:]) is not None


def opens_plans(sentence: str) -> bool:
    """Whether a sentence turns to what is to be done (今年工作的总体要求是…)."""
    return _PLANS.search(sentence) is not None


def urges(sentence: str) -> bool:
    """Whether a sentence says what must be done (一要抓产业, 各部门要…), which its paragraph then spells out."""
    return _URGES.search(sentence) is not None


def states_facts(sentence: str) -> bool:
    """Whether a sentence states how things are, among others that say what must be done."""
    return _FACTS.search(sentence) is not None


def tells_past(sentence: str) -> bool:
    """Whether a sentence names a time that is over; what a figure is compared with is none (比去年增长)."""
    return PAST_PERIOD.search(COMPARISON.sub("", sentence)) is not None


def tells_results(sentence: str) -> bool | None:
    """Whether a sentence under a heading of goals tells results (True), sets goals (False) or neither (None)."""
    told = COMPARISON.sub("", sentence)
    if CUE.search(told):
        return False
    past = [match.start() for match in PAST_PERIOD.finditer(told)]
    planned = [match.start() for match in PLANNED_TIME.finditer(told)]
    if past and planned and max(planned) > max(past):
        return False
    return True if past or "同比" in told else None


def opens_estimates(sentence: str) -> bool:
    """Whether a sentence says that what follows in the paragraph is expected (预计数，下同)."""
    return "(" in sentence and _EXPECTED.search(sentence) is not None
