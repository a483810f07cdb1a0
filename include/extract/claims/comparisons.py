"""What a change is against: the year before, the month before, the year's start, a plan, or something else."""

import re

from include.extract.context.clauses import Context
from include.extract.rules.cues import alternatives
from include.records import Observation

RATES = frozenset({"%", "‰", "百分点"})
NEAR = 12  # characters between an amount and the rate that restates it
NEAR_MEAN = 20
_BOUND = re.compile(r"(?:不|不得)(?:低于|高于|少于|多于|超过)")  # 增速不低于8% compares with nothing
_COMPARED = (
    ("ytd", re.compile(rf"(?!年初[^,;。]{{0,2}}(?:预算|计划|目标|数)){alternatives('ytd_cues')}")),
    (
        "mom",
        re.compile(rf"{alternatives('mom_cues')}|[比较](?:1-)?\d{{1,2}}月(?:末|底|份)?|[比较]上[个]?(?:月|旬|季|期)"),
    ),
    (
        "plan",
        re.compile(
            rf"{alternatives('plan_cues')}|[比较](?![^,;。]{{0,14}}(?:[上去]年|\d年))[^,;。]{{0,14}}(?:计划|目标|预算|任务|预期|概算)"
            r"|超[^,;。]{0,4}(?:进度|计划|目标|预算|任务)|超(?:收|额)|[短欠]收"
        ),
    ),
    ("yoy", re.compile(r"同比|同期|[比较](?:上|去|前)年(?!初|末|底|全年|平均)|上年(?!末|底)|增收|减收")),
    (
        "other",
        re.compile(
            rf"{alternatives('other_cues')}|[比较]\d{{4}}年|[比较](?:第)?[一二三四1-4]季度|[比较][^,;。]{{2,20}}(?:高|低|快|慢|多|少)"
        ),
    ),
)
_LONG_PERIOD = re.compile(
    r"(?<![\d零一二三四五六七八九])(?:[二两三四五六七八九十几]|\d{1,2})年(?:来|间|内|里|中|时间|期间)?$"
    r"|以来|时期|期间|[十八九一二三四]五(?!月|个)|\d{4}年?[-至到]\d{4}年|过去[^一]年"
)
_WITHIN_YEAR = re.compile(r"末|底|今年|年初|月|季|半年")
_BASE_YEAR = re.compile(r"(?:[比较由从]|[与同和](?=\d{4}年相比))(\d{4})年(?:同期|末|底)?(?![-至到]\d{4}年)")
_AGAINST_YEAR = re.compile(r"[与同和比](\d{4})年(?:末|底)?相比")  # holds to the end of its sentence
_YEARLY = re.compile(r"年均|平均每年|年递增|平均递增|年平均")  # over years, whatever year they start from
_MONTHLY = re.compile(r"从环比看|环比[^;。]{1,30},其中(?![^;。]*同比)")
_YEAR = re.compile(r"\d{4}")
_VERB_ONLY = re.compile(r"(?:超过|超出|超额|多出|超|高出|低|高|多|少)了?")  # behind the plan's own figure
_MORE = re.compile(
    r"[,、]?(?:同比)?(?:实际|名义|均)?(?:增长|下降|增幅|降幅|上升|减少|递增|升幅)(?:了|为|达|达到|约)?[ ]?"
)


def _base_year(context: Context, period: str | None) -> str | None:
    """other where the words name a year to compare with, yoy where it is the year before the period's own."""
    if "同比" in context.before:
        return None
    part = context.sentence_before.rsplit(";", 1)[-1]
    if not (years := _BASE_YEAR.findall(part) or _AGAINST_YEAR.findall(context.sentence_before)):
        return None
    own = _YEAR.search(period or "")
    return "yoy" if own and int(own.group()) - 1 == int(years[-1]) else "other"


def _named(words: str, context: Context, period: str | None) -> str | None:
    """The comparison that the words name."""
    for said in (words, context.after[:8] if words.endswith("、") else words):
        for answer, pattern in _COMPARED:
            if pattern.search(said):
                by_year = answer == "other" and not _YEARLY.search(said)
                return (_base_year(context, period) or answer) if by_year else answer
    return None


def compared_to(context: Context, period: str | None) -> str:
    """What a change is against: the words of the clause, else the year before; year by year growth is `other`."""
    if context.quantity.kind == "double":
        return "yoy" if re.search(r"同比|[比较](?:上|去)年", context.clause_before) else "other"
    if context.quantity.kind == "multiple" and re.search(r"(?:\d年|五”?(?:末|期间|时期)?)的$", context.before):
        return _base_year(context, period) or "other"
    if "同期" in context.before and "两年平均" in context.sentence_after[:NEAR_MEAN]:
        return "other"  # 比2019年同期增长11%,两年平均增长5%
    verb_only = _VERB_ONLY.fullmatch(context.before)
    words = _BOUND.sub("", context.clause_before if verb_only else context.before)
    if named := _named(words, context, period):
        return named
    if _MONTHLY.search(context.sentence_before.rsplit(";", 1)[-1]) and "同比" not in words:
        return "mom"
    if answer := _base_year(context, period):
        return answer
    within = _WITHIN_YEAR.search(period or "") is not None
    long = re.search(r"累计[^,;。]{0,6}$", words) or _LONG_PERIOD.search(period or "")
    return "other" if long and not within else "yoy"


def shares_base(context: Context, last: Observation) -> bool:
    """Whether a rate only restates the change that the last figure gave as an amount (比年初增加3亿元,增长5%)."""
    if last.measure != "change" or last.unit in RATES or context.quantity.kind != "percent":
        return False
    near = context.quantity.start - last.end <= NEAR
    return near and "同比" not in context.before and _MORE.fullmatch(context.before) is not None
