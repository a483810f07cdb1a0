"""What a value measures: level, change, share, rank or index, and the sign of a change."""

import re

from include.extract.context.clauses import Context
from include.extract.rules.cues import alternatives

_AMOUNT = (
    r"(?:了|达到|达|为|约|近|超过|超|突破|仅|只|将|不低于|不少于|至少|大约|将近|接近|幅度达?|幅度为|到|比例|在|均|各"
    r"|分别|又|近乎|高达|逾|的|控制|保持|稳定|维持|低于|高于|不高于|不超过|不到|不足)*[ ]?$"
)
_UP = re.compile(rf"(?<!新)(?:{alternatives('change_up', 'change_words')}){_AMOUNT}")
_NO_BOUND = r"(?<![不得])"  # 不低于 is a bound, 低于全省平均 a comparison
_THAN = re.compile(
    r"[比较][^,;。]{2,20}(?:高|低|多|少|快|慢|长|短)(?:了|出)?(?:近|约|超过)?[ ]?$"
    rf"|{_NO_BOUND}(?:高|低|快|慢|多|少)(?:于|出)[^,;。]{{2,16}}$|超(?:出|过)我们$"
)
_OVER_PLAN = re.compile(
    r"(?:[比较与][^,;。]{0,14}(?:计划|目标|预算|任务|预期|概算|规划)[^,;。]{0,20}|^)"
    r"(?:超过|超出|超额|多出|超|短缺|相差|差)了?[ ]?$"
    r"|超(?:额|出|过)?(?:年初|年度|序时|时间)?(?:计划|目标|预算|任务|进度|时进度)[^,;。\d]{0,10}$"
    r"|(?:超收|超额完成|短收|欠收|歉收|欠)了?[ ]?$"
)
_SHORT = re.compile(r"(?:短收|欠收|歉收|欠|短缺|相差|差)了?[ ]?$")
_DOWN = re.compile(rf"(?<![起升]){alternatives('change_down')}{_AMOUNT}")  # 起降, 升降 are no falls
_LOWER = re.compile(r"[比较][^,;。]{2,20}(?:低|少|慢|短)(?:了|近|约|超过)*[ ]?$")
_TO_LEVEL = re.compile(r"(?:到|至|达到?|为|成|过|占)了?[ ]?(?:近|约|超过|接近|将近)?$")
_MOVED_TO = re.compile(
    r"(?:增长|增加|提高|上升|提升|下降|减少|降低|回落|扩大|缩小|增|降|升|减|压缩|缩短|调整|压降|攀升|跃升|拓展|发展"
    r"|收窄|优化|改善|恢复|回升|上调|下调|扩张|增多|扩展)(?:到|至|为|成)(?:了)?[ ]?(?:近|约|超过|接近|将近|不足|的)?$"
)
_RATE_NOUN = re.compile(
    rf"{alternatives('change_words')}[^,;。%]{{0,10}}$|{alternatives('change_words')}(?:为|达到?|是|达到了|约|超过|突破|保持在|保持|高达|稳定在|控制在|在)[^,;。\d]{{0,6}}$"
)
_CHANGE_BEHIND = re.compile(
    rf"(?:以上|左右|以内)?[”\"]?的?(?:速度|年均)?(?:{alternatives('change_words')}|增长|增速|年增长率|速度(?:递增|增长|增加))"
    r"|的[^,;。\d的]{1,8}(?:增幅|增速|增长率|增长速度|涨幅|降幅)"  # 17%的税收增幅
)
_FALL_NOUN = re.compile(r"(?:降幅|跌幅|减幅)[^,;。\d]{0,10}$")
_FALL = re.compile(
    r"负向拉动[^,;。]{0,12}$|(?:收窄|缩小|减收)[^,;。\d]{0,4}$"
    rf"|{_NO_BOUND}(?:低于|落后|滞后|少于|慢于)[^,;。]{{0,16}}$|(?:下降|减少|降低|回落|下滑)[^,;。升增提]{{0,6}}$"
)
_PULL = re.compile(
    r"(?:拉动|贡献|带动)[^,;。]{0,24}$"
    r"|(?<![受的])影响[^,;。降增回升减涨跌]{1,16}(?:上涨|下降|上升|下跌|回落|增长)约?[ ]?$"
)
_RATE_MOVED = re.compile(  # 增速回落到, 降幅收窄至: what is reached is a rate itself, its noun says which way
    rf"(?:{alternatives('change_words')}|[升降增减涨跌]幅度?|幅度)[^,;。\d]{{0,12}}(?:到|至|为|成|达)(?:了)?[ ]?$"
    rf"|(?:{alternatives('change_words')}|幅度)[^,;。]{{0,12}}由[^,;。]{{1,16}}(?:到|至|为|成|达)(?:了)?[ ]?$"
)
_FALLING_RATE = re.compile(r"(?:降幅|跌幅|减幅|(?:下降|减少|降低|下跌)幅度)")
_NATURAL = re.compile(r"自然增长率[^,;。\d]{0,8}$")
_RANKING = re.compile(r"排位|排名|名次|位次|位居|位列|名列|居[全省市国]")
_INDEX = re.compile(r"(?:指数|CPI|PPI)[^,;。%]{0,14}$", re.IGNORECASE)
_YEAR_MULTIPLE = re.compile(r"(?:上年|去年|同期|\d年|五”?(?:末|期间|时期)?|基期|前|年初)[^,;。]{0,10}的$")


_GOES_ON = re.compile(r"^[,;]?(?:并|且)?(?:力争|确保|争取|努力)?(?:达到?|到|完成|实现)[ ]?$")


def _is_rate_moved(context: Context) -> bool:
    return context.quantity.kind == "percent" and _RATE_MOVED.search(context.clause_before) is not None


def is_change(context: Context) -> bool:
    """Whether the value is a rise or fall."""
    quantity, before = context.quantity, context.before
    if quantity.kind in ("double", "digits"):
        return True
    if quantity.kind == "counter" and before.endswith("的"):  # 产值下降的32户: what fell is counted
        return False
    if quantity.unit == "百分点" or (quantity.kind == "special" and quantity.unit in ("位", "档")):
        return not _PULL.search(before)
    if quantity.kind == "multiple":
        return bool(_YEAR_MULTIPLE.search(before) or _UP.search(before) or _DOWN.search(before))
    if _OVER_PLAN.search(before) or _is_rate_moved(context):
        return True
    if _MOVED_TO.search(before):
        return False
    if quantity.kind == "percent" and (_RATE_NOUN.search(before) or _CHANGE_BEHIND.match(context.after)):
        return True
    if quantity.kind != "percent" and _TO_LEVEL.search(before):
        return False
    return bool(_UP.search(before) or _DOWN.search(before) or _THAN.search(before))


def _is_place(context: Context) -> bool:
    """Whether a count of 位 is a place in a ranking (排位由20位上升为11位), not a rise by so many."""
    if context.quantity.unit != "位" or _UP.search(context.before) or _DOWN.search(context.before):
        return _MOVED_TO.search(context.before) is not None and context.quantity.unit == "位"
    return _RANKING.search(context.sentence_before[-60:]) is not None


def measure_of(context: Context, name: str | None) -> str:
    """level, change, share, rank or index for a value with its name."""
    quantity, before = context.quantity, context.before
    if quantity.kind == "rank" or _is_place(context):
        return "rank"
    if quantity.kind == "ratio":
        return "share"
    if quantity.unit == "百分点" and _PULL.search(before):
        return "share"
    if quantity.kind == "percent" and _NATURAL.search(before if name is None else before + name):
        return "level"
    if is_change(context):
        return "change"
    if quantity.kind == "bare":
        return "index" if name is None or re.search(r"指数|CPI|PPI|cpi", name) else "level"
    if quantity.kind == "percent":
        if _INDEX.search(before):
            return "index"
        return "share"
    return "level"


def is_fall(context: Context) -> bool:
    """Whether the words before a change say that it is a fall; a rate that has moved falls by its noun (降幅)."""
    before = context.before
    if _is_rate_moved(context):
        return _FALLING_RATE.search(context.clause_before) is not None
    if _OVER_PLAN.search(before):
        return _SHORT.search(before) is not None
    return any(pattern.search(before) for pattern in (_DOWN, _LOWER, _FALL_NOUN, _FALL))


def goes_on(context: Context, measure: str, unit: str | None) -> bool:
    """Whether a per cent only moves the change before it on (增长15%,力争达到18%)."""
    rate = context.quantity.kind == "percent" and measure == "change" and unit == "%"
    return rate and _GOES_ON.match(context.before) is not None
