"""Names behind their figure: the noun of a count (18个贫困村), of an amount (3亿元配套资金), behind 的."""

import re

from include.extract.context.clauses import Context
from include.extract.names.name_words import GENERIC
from include.extract.periods.patterns import PERIOD
from include.extract.rules.cues import alternatives

LONGEST_NOUN = 20
AHEAD = 60  # characters behind a figure in which its noun stands
_STOP = re.compile(rf"(?:{alternatives('noun_kept')})|(?P<stop>{alternatives('noun_stops')}|中$|中[,的]|\d)")
VERB = re.compile(alternatives("object_verbs", "opening_verbs"))
_STAGED = re.compile(r"(?:项目|工程|企业|村|县|户|乡镇|生产线)$")
_STAGE = re.compile(rf"(?:顺利|已|相继|陆续|如期|正式|成功|基本|实现了?)*({alternatives('counted_stages')})")
_RESULT = re.compile(alternatives("result_verbs"))
_HAN = re.compile(r"[一-鿿A-Za-z“]")
_LINK = re.compile(r"[ ]*(?:以上|左右|以内|多)?的?")
_MORE_NOUNS = re.compile(r"、[一-鿿]{2,10}(?:[和及与][一-鿿]{2,12})?")
_AMOUNT = r"[\dXx×*.一二三四五六七八九十百千两]{1,9}[百千万亿]{0,2}(?:美)?(?:元|千瓦|吨|亩)?"
_THRESHOLD = re.compile(
    rf"(?:(?:计划)?(?:总|年)?投资|(?:年|总)?产值|(?:年|主营业务|营业|销售)*收入|规模|税收|纳税|资产)?(?:超过?|过)?{_AMOUNT}"
    rf"(?:[-至到~]{_AMOUNT})?(?:(?:及?以[上下])的?|的)?$"
)
_BEHIND_DE = re.compile(r"(?:以上|左右)?的(?P<noun>[一-鿿A-Za-z“”]{2,20})")
_WORKS = re.compile(r"(?:建设|改造|新建|改建|扩建|修建|铺设|更新|维修|整治|治理|硬化|提升)+")
_TRIAL_AREA = re.compile(r"省|市|县|城市|地区|区|乡镇|街道|村|社区")
_FUNDS = re.compile(r"(?:资金|投资|贷款|补助|补贴|债券|税收|基金|投入|缺口|收入|合同|订单)$")
_GENERIC_END = re.compile(rf"(?P<verb>[一-鿿]{{0,6}}?)(?P<generic>(?:{alternatives('generic_names')}))$")
_GOAL_NOUN = re.compile(r"增长|目标|速度|任务|工作|奋斗|比例|预期|水平|幅度|增速|总|年|高|大|成绩|基础|价格|规模")
REACH = 30  # characters before the words of a count in which its threshold stands
COUNTERS = ("counter", "special", "open")
MASS = ("currency", "quantity", "bare_scale")


def counted_noun(after: str) -> str:
    """The noun behind a figure, up to a verb, a period or a pause; empty when none is there."""
    link = _LINK.match(after)
    words = after[link.end() if link else 0 :][:AHEAD]
    if not words or not _HAN.match(words):
        return ""
    for match in _STOP.finditer(words):
        if match["stop"]:
            words = words[: match.start()]
            break
    period = PERIOD.search(words)
    words = words[: period.start()] if period else words
    return words.rstrip("和与及等 ”")[:LONGEST_NOUN]


def _listed_nouns(context: Context, noun: str) -> str:
    """A noun with the ones that 、 adds to it (22所高校、科研院所); a figure behind 、 begins a new count."""
    if not context.after.startswith(noun) or len(context.after) != len(noun):
        return noun
    behind = context.sentence_after[context.sentence_after.find(noun) + len(noun) :]
    more = _MORE_NOUNS.match(behind)
    if more is None or re.match(r"[和及与、]?[ ]?[\d一二三四五六七八九十Xx×*]", behind[more.end() :]):
        return noun
    added = counted_noun(more.group()[1:])
    return f"{noun}、{added}" if len(added) >= 2 else noun


def _reached(context: Context, noun: str) -> str:
    """The stage that the verb behind a counted thing says it reached (11个项目建成投产: 建成投产); or empty."""
    stage = _STAGE.match(context.after, len(noun)) if context.after.startswith(noun) and _STAGED.search(noun) else None
    return stage[1] if stage else ""


def result_behind(context: Context) -> str | None:
    """The verb that says what a bare count did (1.9万人脱贫, 12个竣工)."""
    if context.quantity.kind not in COUNTERS or context.quantity.unit == "百分点":
        return None
    verb = _RESULT.match(context.after)
    return verb.group() if verb else None


def thing_behind_de(context: Context, own: str) -> str | None:
    """投资3亿元的某项目: the thing behind 的 goes before a name that says little."""
    match = _BEHIND_DE.match(context.after)
    generic = _GENERIC_END.fullmatch(own)
    if not match or (own and not generic and not VERB.fullmatch(own)) or _GOAL_NOUN.match(match["noun"]):
        return None
    noun = counted_noun(match["noun"])
    return noun + (generic["generic"] if generic else "") if len(noun) > 1 else None


def threshold_before(context: Context) -> str:
    """The threshold right before the words of a count, a part of its name (10亿元以上项目3个); or empty."""
    clause, before = context.clause_before, context.before
    if context.quantity.kind not in COUNTERS or not clause.endswith(before):
        return ""
    match = _THRESHOLD.search(clause[-REACH:] if before == "" else clause[-REACH - len(before) : -len(before)])
    if match is None:
        return ""
    words = match.group() + (before[0] if before.startswith("的") else "")
    return words if words.endswith(("上", "下", "的")) else ""


def counted_name(context: Context, own: str) -> str | None:
    """The name of a count from the noun behind it, with a short modifier before it (市级40个重点工程)."""
    if context.quantity.kind not in COUNTERS or context.quantity.unit == "百分点" or context.after.startswith("的"):
        return None
    noun = counted_noun(context.after)
    if not noun:
        return None
    stage, noun = _reached(context, noun), _listed_nouns(context, noun)
    listed = context.before.rstrip().endswith("等")
    if listed or not own or own in noun or own in GENERIC or VERB.fullmatch(own):
        return stage + noun
    joins = len(own) <= 6 or len(noun) == 1 or (own.endswith("试点") and _TRIAL_AREA.match(noun))
    return stage + (own + noun if joins else noun)


def amount_name(context: Context, own: str) -> str | None:
    """The name of an amount from the noun behind it: 3亿元配套资金, 2万亩茶园 where nothing stands before."""
    if context.quantity.kind not in MASS or context.after.startswith(("的", "以", "左")):
        return None
    noun = counted_noun(context.after)
    if len(noun) < 2:
        return None
    if _FUNDS.search(noun) and not (own and _FUNDS.search(own)):
        return (own + noun)[-LONGEST_NOUN:]
    return noun if not own or _WORKS.fullmatch(own) else None
