"""The indicator's name: from the words before a value, from the noun behind a count, or carried from the last one."""

import re

from include.extract.context.clauses import Context
from include.extract.names.name_words import GENERIC, own_name
from include.extract.rules.cues import alternatives

_NOUN_END = re.compile(rf"{alternatives('noun_stops')}|中$|中[,的]")
_DERIVED = re.compile(rf"{alternatives('derived_names')}+")
_GENERIC_TAIL = re.compile(rf"{alternatives('generic_names')}$")
_DERIVED_END = re.compile(r"(?:增速|增幅|降幅|涨幅|增长率)$")
_FUNDS = re.compile(r"(?:资金|投资|贷款|补助|补贴|债券|税收|基金|投入|缺口|收入|合同|订单)$")
_GOAL_NOUN = re.compile(r"增长|目标|速度|任务|工作|奋斗|比例|预期|水平|幅度|增速|总|年|高|大|成绩|基础")
_PULL = re.compile(r"(?:负向)?(?:拉动|带动|贡献)")
_CONTEST = re.compile(r"([^,;:。]{2,40})中,[^,;。]*$")
_COUNTERS = ("counter", "special", "open")
_HAN = re.compile(r"[一-鿿A-Za-z“]")
_MASS = ("currency", "quantity", "bare_scale")


def counted_noun(after: str) -> str:
    """The noun behind a count (18个贫困村): up to a verb or pause; empty when none is there."""
    words = re.sub(r"^[ ]*(?:以上|左右|以内|多)?的?", "", after)
    if not words or not _HAN.match(words):
        return ""
    match = _NOUN_END.search(words)
    words = words[: match.start()] if match else words
    return words.rstrip("和与及等 ”")[:20]


def _base(name: str) -> str:
    """A name without its generic end: 棉花产量 → 棉花."""
    return _GENERIC_TAIL.sub("", name) or name


def _behind_de(context: Context, own: str) -> str | None:
    """投资3亿元的某项目: the thing behind 的 goes before a name that says little."""
    match = re.match(r"(?:以上|左右)?的(?P<noun>[一-鿿A-Za-z“”]{2,20})", context.after)
    if not match or (own and own not in GENERIC) or _GOAL_NOUN.match(match["noun"]):
        return None
    noun = counted_noun(match["noun"])
    return noun + own if noun else None


def _counted(context: Context, own: str) -> str | None:
    """The name of a count from the noun behind it, with a short modifier before it (市级40个重点工程)."""
    if context.quantity.kind not in _COUNTERS or context.quantity.unit == "百分点":
        return None
    noun = counted_noun(context.after)
    if not noun or context.after.startswith("的"):
        return None
    listed = context.before.rstrip().endswith("等")
    if listed or not own or own in noun or own in GENERIC:
        return noun
    return own + noun if len(own) <= 6 or len(noun) == 1 else noun


def _of_mass(context: Context, own: str) -> str | None:
    """The name of an amount from the noun behind it: 3亿元配套资金, 2万亩茶园 where nothing stands before."""
    if context.quantity.kind not in _MASS or context.after.startswith(("的", "以", "左")):
        return None
    noun = counted_noun(context.after)
    if len(noun) < 2:
        return None
    if _FUNDS.search(noun) and not (own and _FUNDS.search(own)):
        return (own + noun)[-20:]
    return noun if not own else None


def _short_clause(context: Context) -> str:
    """The clause just before, when it is short and holds no figure: 再看GDP, 全市增长…"""
    clauses = re.split(r"[,;:。!?]", context.sentence_before)
    if len(clauses) < 2 or not 2 <= len(clauses[-2]) <= 14 or re.search(r"\d", context.sentence_before):
        return ""
    return own_name(clauses[-2])


def name_of(context: Context, carried: str | None, subject: str | None) -> str | None:
    """The name of a value. `carried` is the last name, `subject` the last one of this sentence."""
    own = own_name(context.before, ranked=context.quantity.kind == "rank")
    if context.chained and not own:
        return carried
    if context.quantity.kind == "rank" and not own and (contest := _CONTEST.search(context.sentence_before)):
        return own_name(contest[1]) or carried
    if context.quantity.kind not in ("percent", "special") and (thing := _behind_de(context, own)):
        return thing
    if name := _counted(context, own) or _of_mass(context, own):
        return name
    if own in GENERIC and subject:
        base = _base(subject)
        return own if own in subject and base == subject else base[-12:] + own
    if own and (_PULL.match(own) and subject):
        return _base(_DERIVED_END.sub("", subject)) + own
    if own and not _DERIVED.fullmatch(own):
        return own
    last = subject or carried
    if own and last:
        return last if last.endswith(own) else _DERIVED_END.sub("", last) + own
    if carried and context.quantity.kind in _MASS:
        carried = _DERIVED_END.sub("", carried)
    return own or (None if subject else _short_clause(context)) or carried
