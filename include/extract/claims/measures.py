"""What a value measures: level, change, share, rank or index, what a change is against, and its sign."""

import re

from include.extract.context.clauses import Context
from include.extract.rules.cues import alternatives

_AMOUNT = (
    r"(?:了|达到|达|为|约|近|超过|超|突破|仅|只|将|不低于|不少于|至少|大约|将近|接近|幅度达?|幅度为|到|比例|在|均|各"
    r"|分别|又|近乎|高达|逾|的|控制|保持|稳定|维持|低于|高于|不高于|不超过|不到|不足)*[ ]?$"
)
_UP = re.compile(rf"(?<!新)(?:{alternatives('change_up', 'change_words')}){_AMOUNT}")
_THAN = re.compile(
    r"[比较][^,;。]{2,20}(?:高|低|多|少|快|慢|长|短)(?:了|出)?(?:近|约|超过)?[ ]?$"
    r"|(?:高|低|快|慢|多|少)(?:于|出)[^,;。]{2,16}$|超(?:出|过)我们$"
)
_DOWN = re.compile(rf"{alternatives('change_down')}{_AMOUNT}")
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
)
_FALL_NOUN = re.compile(r"(?:降幅|跌幅|减幅)[^,;。\d]{0,10}$")
_PULL = re.compile(r"(?:拉动|贡献|带动)[^,;。]{0,24}$")
_INDEX = re.compile(r"(?:指数|CPI|PPI)[^,;。%]{0,14}$", re.IGNORECASE)
_YEAR_MULTIPLE = re.compile(r"(?:上年|去年|同期|\d年|五”?(?:末|期间|时期)?|基期|前|年初)[^,;。]{0,10}的$")
_COMPARED = (
    ("ytd", re.compile(alternatives("ytd_cues"))),
    ("mom", re.compile(rf"{alternatives('mom_cues')}|[比较]\d{{1,2}}月(?:末|底|份)?|[比较]上[个]?(?:月|旬|季|期)")),
    ("plan", re.compile(alternatives("plan_cues"))),
    ("yoy", re.compile(r"同比|同期|[比较](?:上|去|前)年(?!初|末|底|全年|平均)|上年(?!末|底)|增收|减收")),
    (
        "other",
        re.compile(
            rf"{alternatives('other_cues')}|[比较]\d{{4}}年|[比较](?:第)?[一二三四1-4]季度|[比较][^,;。]{{2,20}}(?:高|低|快|慢|多|少)"
        ),
    ),
)


def is_change(context: Context) -> bool:
    """Whether the value is a rise or fall."""
    quantity, before = context.quantity, context.before
    if quantity.kind in ("double", "digits"):
        return True
    if quantity.unit == "百分点" or (quantity.kind == "special" and quantity.unit in ("位", "档")):
        return not _PULL.search(before)
    if quantity.kind == "multiple":
        return bool(_YEAR_MULTIPLE.search(before) or _UP.search(before) or _DOWN.search(before))
    if _MOVED_TO.search(before):
        return False
    if quantity.kind == "percent" and (_RATE_NOUN.search(before) or _CHANGE_BEHIND.match(context.after)):
        return True
    if quantity.kind != "percent" and _TO_LEVEL.search(before):
        return False
    return bool(_UP.search(before) or _DOWN.search(before) or _THAN.search(before))


def measure_of(context: Context, name: str | None) -> str:
    """level, change, share, rank or index for a value with its name."""
    quantity, before = context.quantity, context.before
    if quantity.kind == "rank":
        return "rank"
    if quantity.kind == "ratio":
        return "share"
    if quantity.unit == "百分点" and _PULL.search(before):
        return "share"
    if name is not None and name.endswith("自然增长率") and quantity.kind == "percent":
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
    """Whether the words before a change say that it is a fall."""
    before = context.before
    return bool(
        _DOWN.search(before)
        or _LOWER.search(before)
        or _FALL_NOUN.search(before)
        or re.search(
            r"负向拉动[^,;。]{0,12}$|(?:收窄|缩小|减收)[^,;。\d]{0,4}$|(?:低于|落后|少于|慢于)[^,;。]{0,16}$|(?:下降|减少|降低|回落|下滑)[^,;。升增提]{0,6}$",
            before,
        )
    )


def compared_to(context: Context, period: str | None) -> str:
    """What a change is against: the words of the clause, else the year before; year by year growth is `other`."""
    if context.quantity.kind == "double":
        return "yoy" if re.search(r"同比|[比较](?:上|去)年", context.clause_before) else "other"
    if context.quantity.kind == "multiple" and re.search(r"(?:\d年|五”?(?:末|期间|时期)?)的$", context.before):
        return "other"
    for words in (context.before, context.after[:8] if context.before.endswith("、") else context.before):
        for answer, pattern in _COMPARED:
            if pattern.search(words):
                return answer
    if (
        period
        and re.search(r"五年|十年|[三四]年|以来|时期|期间|[一二三]五", period)
        and not re.search(r"末|今年", period)
    ):
        return "other"
    return "yoy"


_GOES_ON = re.compile(r"^[,;]?(?:并|且)?(?:力争|确保|争取|努力)?(?:达到?|到|完成|实现)[ ]?$")


def goes_on(context: Context, measure: str, unit: str | None) -> bool:
    """Whether a per cent only moves the change before it on (增长15%,力争达到18%)."""
    rate = context.quantity.kind == "percent" and measure == "change" and unit == "%"
    return rate and _GOES_ON.match(context.before) is not None
