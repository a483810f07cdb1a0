"""Whether the words of a sentence make a value a goal: cues before it, a goal named behind it, a plan's amount."""

import re

from include.extract.context.clauses import Context
from include.extract.rules.cues import alternatives

_REACH = r"(?:达到|超过|突破|实现|力争|建成|迈上)"
_LATER = r"到[ ]?(?:20\d\d年|[“\"]?十[一二三四五]?五[”\"]?(?:规划)?期?末|本世纪)(?:末|底)?(?:前)?"
_PROJECTS = r"总?投资[^,;。]{1,14}(?:以上|的)"  # 计划总投资亿元以上项目 names the projects
_CUES = (
    alternatives("target_cues"),
    r"(?<![需只主重首摘概扼不还简纲提必紧机])要(?![求素点闻务件么是员道塞害职清看认正注旨因])",
    r"(?<![上极])争取(?=[^,;。]{0,10}(?:达到|实现|完成|突破|年内|全年|今年|增长|超过|使|\d))",
    rf"(?<![增加高升降少低展跃]){_LATER}(?!的)[^,;。]{{0,16}}{_REACH}|(?:^|[,;。:]){_LATER},",
    r"必须(?!看到|清醒|承认|指出|认识|说|的)",
    r"(?:^|[,;。:])(?:(?:展望)?(?:今后|未来)(?:[一二三四五六七八九十几两\d]{1,2}年|一个时期)|明年)",
    r"(?:今年|明年|年内|下半年),?[^,;。]{0,8}将(?![近迎])",
    r"(?<![虚模比草])拟(?![定合人])",
    rf"(?<![占的比超按原项个和])计划(?!{_PROJECTS})(?={alternatives('planned_verbs')})",
    r"(?:^|[,;。:])(?!落实|贯彻|对照|坚决|认真|达到)[^,;。的]{0,12}要求[,:]",
    r"要求(?=[^,;。的]{0,16}(?:达到|不低于|不少于|不超过|不高于|完成|控制在))",
    r"(?<![占成为的与])规划(?=投资|建设(?!总|用地|面积|规模|水平|管理)|新建|总投资|实施|到)",
    r"(?<![于超比合平均受])预期(?!目标|寿命|受教育|效果|值|管理|效益|性|是|为|的)",
    r"(?:批准|通过|下达|核定)的[^,;。]{0,20}(?:预算|计划|目标|任务)[^,;。\d]{0,8}[为是]",
    r"(?:\d月|月底|月末|年底|年末|季度末)前(?=,?[^,;。]{0,16}(?:完成|达到|实现|建成|开工|竣工|投产|全面|要))",
    r"预算[^,;。]{0,8}安排|安排[^,;。\d]{0,4}预算(?!内)",
)
CUE = re.compile("|".join(_CUES))
_BEHIND = re.compile(rf"(?:以上|左右|以内)?的?[^,;。\d完占为超达是]{{0,8}}?{alternatives('target_after')}")
_SAID_AFTER = re.compile(r"[^;。]{0,120},这[是些][^,;。]{0,30}(?:目标|任务|要求)[^,;。]{0,6}(?:[,;。]|$)")
_NOUN = re.compile(
    r"(?:目标|概算|预算|计划|任务|指标|控制)(?:目标|任务|值|数|额|指标)?"
    r"(?:合计|总计|调整|调[增减]|变[动更])?(?:为|是|到|至)?[ ]?$"
    r"|计划总?投资(?:约|为|达)?[ ]?$"
)
_CHANGED = r"(?:调整|调[增减]|变[动更])(?:为|至|到)"  # of a budget
_ADJUSTED = re.compile(rf"{_CHANGED}[ ]?$")
_FIRST_SET = re.compile(
    r"年初[^,;。\d]{0,24}(?:收入|支出)(?:合计|总计)?为?[ ]?$|预算数?由[ ]?$|预算(?:收入|支出)(?:合计|总计)?为[ ]?$"
)
_TO_BE_CHANGED = re.compile(rf"[^;。]{{0,60}}{_CHANGED}|,(?:年[底末中]|执行中)[^,;。]{{0,4}}(?:无|未作|没有)(?:变|调)")
_OF = re.compile(r"(?:完成|占|为|达到?|实现|[超高低快慢多少]于?|[过额])[^,;。]{0,14}$")
_REACHED = re.compile(r"已|(?<![为除])了(?!解)|实际(?!利用|到位|使用)|截[至止]")
_SET = re.compile(r"(?:确立|提出|确定|明确|制定|定下)[^;。]*的[^;。,]{0,6}目标")
_STARTED = re.compile(r"其中,?已|已(?:启动|完成|开工|到位|建成|落实)")
_NAMED_YEAR = re.compile(r"到[ ]?(20\d\d)年")
_EFFORT = r"(?:经过|历经|通过)[^,;。]{0,12}(?:不懈|多年|艰苦|共同)(?:的)?(?:努力|奋斗|拼搏|攻坚)"
_REACHED_BY = re.compile(
    rf"{_EFFORT}[^;。]*到[ ]?20\d\d年|(?<![将要])累计(?:实现)?(?:减|脱)|历史性地?(?:告别|解决|消除|摆脱)"
)
# In a review 确保 tells what was done for (拨付5亿元,确保…), 争取 what was won (争取上级资金5亿元).
_NOT_IN_REVIEW = frozenset({"确保", "要确保", "争取"})


LONGEST_ITEM = 60  # characters of a list's item up to its last figure
_NO_ITEM = re.compile(r"[已了达占为共比较年月居]|完成|目前|截至|现有|同比|累计|季度|计划|目标|预算")


def own_part(words: str) -> str:
    """The part of a sentence behind its last semicolon."""
    return words.rsplit(";", 1)[-1]


def _own_part_behind(words: str) -> str:
    return re.split(r"[;。]", words, maxsplit=1)[0]


def _beside(context: Context, at: int) -> bool:
    """Whether a value behind 目标 or 预算 is a share of it or a gap to it, not its own amount (占概算5亿元的…)."""
    return _OF.search(context.before[:at]) is not None and not context.sentence_after.startswith("的")


def _is_plans_own(context: Context) -> bool:
    """Whether the value is the amount of a goal that something is measured by (比计划目标5亿元多)."""
    noun = _NOUN.search(context.before)
    return noun is not None and context.quantity.unit != "百分点" and not _beside(context, noun.start())


def is_budget(context: Context) -> bool:
    """Whether an amount is what a budget was set at or changed to (年初…收入合计12亿元,后来调整为11亿元)."""
    if context.quantity.unit != "元":
        return False
    if _ADJUSTED.search(context.before):
        return "预算" in own_part(context.sentence_before)
    return _FIRST_SET.search(context.before) is not None and _TO_BE_CHANGED.match(context.sentence_after) is not None


def runs_on(context: Context) -> bool:
    """Whether a figure, the last one being a goal, goes on with its list behind a semicolon (…26亿元;收入10亿元).

    The part must name a thing and its figure without a word of time, of having reached or of comparison.
    """
    part = own_part(context.sentence_before)
    return ";" in context.sentence_before and len(part) <= LONGEST_ITEM and not _NO_ITEM.search(part)


def _holds(cue: str, scope: str | None, now: int | None) -> bool:
    """Whether a cue makes a goal here: 到2020年 does not in a text of a later year, 确保 and 争取 not in a review."""
    year = _NAMED_YEAR.search(cue)
    if year is not None and now is not None and int(year.group(1)) < now:
        return False
    return not (scope == "actual" and cue in _NOT_IN_REVIEW)


def is_goal(context: Context, scope: str | None, now: int | None) -> bool:
    """Whether the sentence makes the value a goal; `scope` is what the headings say, `now` the year of the text."""
    part, behind = own_part(context.sentence_before), context.sentence_after
    goal = _SET.search(part + _own_part_behind(behind))
    if goal and goal.start() < len(part) < goal.end():
        return True
    if is_budget(context) or _BEHIND.match(behind) or _SAID_AFTER.match(behind) or _is_plans_own(context):
        return True
    cues = [cue for cue in CUE.finditer(part) if _holds(cue.group(), scope, now)]
    if cues and _REACHED_BY.search(part + _own_part_behind(behind)):
        cues = [cue for cue in cues if not _NAMED_YEAR.search(cue.group())]
    return bool(cues) and not _REACHED.search(part, cues[-1].end()) and not _STARTED.search(_own_part_behind(behind))
