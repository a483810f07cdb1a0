"""Which quantities are observations: thresholds, sizes in names, own points and time spans are none."""

import re

from include.extract.context.clauses import Context
from include.extract.rules.cues import alternatives
from include.extract.values.not_quantities import is_own_point, is_specification, is_threshold

_ALWAYS = frozenset(("rank", "ratio", "double", "digits", "bare", "percent", "multiple"))
_POINTS = frozenset("个项条种类件")
_OF_A_TEXT = frozenset(("字", "点钟", "页", "版"))
_RANGE_OF_THINGS = re.compile(r"的?[^,;。、\d]{0,6}(?:项目|企业|工程)")
# 10亿元企业2家, 千亿级产业: the amount is the size of what is counted
_SIZE_OF_THINGS = re.compile(r"级?(?:企业|产业|园区|集群|强镇|大县|项目[^,;。\d]{0,4}\d)")
_REACHED = re.compile(r"(?:迈上|突破|达到?|完成|实现|投资|投入)[^,;。\d]{0,2}$")
_MEASURED_SPAN = re.compile(rf"{alternatives('durations_measured')}[^,;。]{{0,24}}$")
# 优良天数316天,同比增加12天: the change of such a span
_SPAN_MOVED = re.compile(
    rf"{alternatives('durations_measured')}[^,;。]{{0,16}}[天年岁日时%],[^,;。\d]{{0,8}}"
    r"(?:增加|减少|延长|缩短|提高|上升|下降|降低|多|少|增|减)了?[ ]?$"
)
_BEYOND = re.compile(r"(?:超|过|超过|上|达)$")
# “1个中心、3个组团”: what stands in quotation marks is a name
_QUOTED = re.compile(r"“(?:[\d一二三四五六七八九十]{1,2}[个条项][^,;。、”\d]{1,8}[、,])*+$")
_EACH_TIME = re.compile(r"每次(?:不|限|最多|控制|原则)[^,;。]{0,6}$")  # the rules of a meeting
# a fine of a meeting's rules; 罚没收入 is revenue, and the fines of a year's cases are as large as no rule's
_FINE = re.compile(r"(?:罚款|罚金|处罚|扣发|扣除|扣减|罚(?!没))(?![^,;。]{0,4}收入)[^,;。]{0,6}$")
_LARGEST_FINE = 10_000  # 元
_AMONG = re.compile(r"[^,;。\d]{0,14}?中(?:位?居|处于?|位列|名列|排|列|的?排[名位])")  # 在21个县区中居第3位
_BEHIND_SPAN = re.compile(r"^(?:以上|左右)?(?:优良|达标|的?(?:空气|蓝天))")


def is_observation(folded: str, context: Context) -> bool:
    """Whether a quantity states something, rather than delimiting, naming or counting the text's own points."""
    quantity = context.quantity
    if quantity.kind == "duration" or quantity.unit == "岁":
        return _is_measured_span(context)
    if quantity.kind in _ALWAYS:
        return True
    if (
        quantity.unit in _OF_A_TEXT
        or _is_fine(context)
        or (quantity.kind == "counter" and _AMONG.match(context.sentence_after))
    ):
        return False
    return not (_counts_points(folded, context) or _is_size(folded, context))


def _is_fine(context: Context) -> bool:
    quantity = context.quantity
    small = quantity.value is None or quantity.value < _LARGEST_FINE
    return quantity.kind == "currency" and small and _FINE.search(context.before) is not None


def _counts_points(folded: str, context: Context) -> bool:
    """Whether a count is one of the text's own points, of a name in quotation marks or of a meeting's rules."""
    quantity = context.quantity
    if quantity.kind != "counter" or quantity.unit not in _POINTS or quantity.more:
        return False
    if is_own_point(folded, quantity.end) or _EACH_TIME.search(context.before):
        return True
    return _QUOTED.search(context.sentence_before[-60:]) is not None


def _is_size(folded: str, context: Context) -> bool:
    """Whether an amount only tells the size of the things that are counted or named."""
    quantity, before = context.quantity, context.before
    sized = quantity.kind in ("currency", "bare_scale") and _SIZE_OF_THINGS.match(context.sentence_after)
    if sized and not _REACHED.search(before):
        return True
    delimits = quantity.value_high is not None or _BEYOND.search(before)
    if delimits and quantity.kind == "currency" and _RANGE_OF_THINGS.match(context.after):
        return True
    if is_threshold(folded, quantity.end, before, counted=quantity.kind == "counter"):
        return True
    return is_specification(folded, quantity.end, quantity.unit, before)


def _is_measured_span(context: Context) -> bool:
    """Whether a span of time or an age is what is measured (寿命78岁, 受教育年限12年); years with decimals are."""
    quantity = context.quantity
    if quantity.unit in ("年", "岁") and quantity.value is not None and quantity.value % 1 > 0:
        return True
    named = _MEASURED_SPAN.search(context.clause_before) or _SPAN_MOVED.search(context.sentence_before[-60:])
    return bool(named or _BEHIND_SPAN.match(context.after))
