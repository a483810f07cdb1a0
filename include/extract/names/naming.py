"""The indicator's name of one figure: the first rule of `RULES` that applies gives it.

A rule takes a `Clause` and gives a name or None. The order is that of certainty: what the figure's own clause says in
front of it or behind it, then what it says only in part, last what was named before (the rules of `carried`).
"""

import re
from collections.abc import Callable

from include.extract.context.clauses import Context
from include.extract.names import carried as before
from include.extract.names.clause import RATE_END, RATE_UNITS, Clause
from include.extract.names.counted import (
    COUNTERS,
    amount_name,
    counted_name,
    result_behind,
    thing_behind_de,
    threshold_before,
)
from include.extract.names.name_words import own_name

_CONTEST = re.compile(r"([^,;:。]{2,40})中,[^,;。]*$")
_WHOLES = r"同类|各|周边|\d|全[国省市县](?:[各同县市区州]|.{0,3}中)"  # among these is no contest
_AMONG = re.compile(rf"在((?!{_WHOLES})[^,;。]{{4,24}})中(?:综合)?(?:排名|位列|位居|排|居)[ ]?第?$")
_OPEN_PARENTHESIS = re.compile(r"([^,;:。()、]{2,30})\([^()]*$")
_MADE = re.compile(r"(?:让|使)[^,;]{0,12}$")
_BROUGHT = re.compile(
    r"(?:、[^,;。]{1,8}?[户人名口])?(?:群众|农民|居民|村民|职工)?(?:实现了?)?"
    r"((?:住上|住进|喝上|用上|吃上|走上|搬进|告别)[一-鿿]{2,8}|(?:(?<=实现)|(?<=实现了))(?:再?就业|脱贫))"
)
_AT_RATE = re.compile(
    r"(?:以上|左右|以内)?的(?:幅度|比例|速度)(?:压减|削减|增加|提高|降低|减少|递增|压缩)([一-鿿]{2,12})"
)
_MOVED = re.compile(r"的([一-鿿A-Z]{2,10}?)(?:增幅|增速|增长率|涨幅|降幅)")  # 9%的生产总值增幅
_NO_ITEM = re.compile(r"\d|[Xx×*]{1,4}[万亿个元%]|分之|(?:分|计)$")
_BEFORE_ITEM = re.compile(r".*(?:有|是|为|如)(?=..)")


def _contest(clause: Clause) -> str | None:
    """在全国百强县评比中(排名)第5位: a place without a name is one in the contest it is won in."""
    if clause.kind != "rank" or clause.own:
        return None
    among = _AMONG.search(clause.context.before)
    if among and not clause.subject:
        return among[1] + "排名"
    contest = _CONTEST.search(clause.context.sentence_before)
    return own_name(contest[1]) or None if contest else None


def _behind_de(clause: Clause) -> str | None:
    """投资3亿元的某项目."""
    return None if clause.kind in ("percent", "special") else thing_behind_de(clause.context, clause.own)


def _in_parentheses(clause: Clause) -> str | None:
    """啤酒(增长8%): the item before the parenthesis."""
    item = _OPEN_PARENTHESIS.search(clause.context.sentence_before) if clause.has_no_name else None
    if item is None or _NO_ITEM.search(item[1]):
        return None
    return own_name(_BEFORE_ITEM.sub("", item[1])) or None


def _made_to(clause: Clause) -> str | None:
    """让3万户、9万人住上新房: what people were brought to is what is counted."""
    if clause.kind not in COUNTERS or not _MADE.search(clause.context.clause_before):
        return None
    brought = _BROUGHT.match(clause.context.sentence_after)
    return brought[1] if brought else None


def _at_rate(clause: Clause) -> str | None:
    """按不低于6%的比例压减会议费: 9%的生产总值增幅: what is moved stands behind the rate."""
    behind = clause.context.sentence_after
    moved = (_AT_RATE.match(behind) or _MOVED.match(behind)) if clause.kind == "percent" else None
    return moved[1] if moved else None


def _counted(clause: Clause) -> str | None:
    """18个贫困村, 2万亩茶园, with the threshold that belongs to the name."""
    name = counted_name(clause.context, clause.own) or amount_name(clause.context, clause.own)
    return threshold_before(clause.context) + name if name else None


def _result(clause: Clause) -> str | None:
    """1.9万人脱贫: the verb is all that is said."""
    return result_behind(clause.context) if not clause.own else None


def _own(clause: Clause) -> str | None:
    """The name in front of the figure; of a change what moves, not its rate (贷款增速回落3个百分点)."""
    if clause.has_no_name:
        return None
    if clause.kind != "rank" and clause.context.quantity.unit in RATE_UNITS:
        return RATE_END.sub("", clause.own) or clause.own
    return threshold_before(clause.context) + clause.own


Rule = Callable[[Clause], str | None]
RULES: tuple[Rule, ...] = (
    before.chained, _contest, before.share_of, _made_to, _at_rate, _behind_de, _in_parentheses,
    before.stage, _counted, _result,
    before.stated, before.same_again, before.generic, before.part, before.shared_tail, _own,
    before.movement, before.topic, before.short_clause, before.gain, before.carried,
)  # fmt: skip
CARRYING: frozenset[Rule] = frozenset(
    (before.chained, before.share_of, before.stage, before.same_again, before.generic, before.part, before.movement,
     before.gain, before.carried)
)  # fmt: skip


def named(
    context: Context, last_name: str | None, subject: str | None, unit: str | None
) -> tuple[str | None, Rule | None]:
    """The name of a figure and the rule that gave it; `Clause` says what `subject` and `unit` are."""
    own = own_name(context.before, ranked=context.quantity.kind == "rank")
    clause = Clause(context, own, subject, last_name, unit)
    for rule in RULES:
        if name := rule(clause):
            return name, rule
    return None, None
