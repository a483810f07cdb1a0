"""Choosing: the period that a sentence or a heading gives a figure."""

import re

from include.extract.context.clauses import Context
from include.extract.periods.mentions import Mention, mentions, spoken

_NAMED_AMOUNT = re.compile(r"(?:的|全年|同期|计划|规划|预期|目标|预算|任务|实际|为|是|数|末|底|[“”\"])+[约近]?[ ]?")
_COMPARES = re.compile(r"(?:[比较超]|超过|高于|低于)[“\"]?$")
_SPAN = re.compile(
    r"(?<![\d一二三四五六七八九零〇○])[二两三四五六七八九十几]年|[十八九]五|[十一二三四]五|本届|\d{4}年?[-至到]\d{4}年|(?<!\d)\d{1,2}年来?$"
)
_OVER_SPAN = re.compile(r"(?:年均|累计|平均每年|年平均)[^,;。]{0,24}$")
_LIST_UNIT = re.compile(r"(?:季度|月份?|年)$")
_REVIEW = re.compile(r"回顾|总结|成就|[一二三五]年来")
_PAST = re.compile(
    r"去年|上年|前年|截[至止]|月末|季度末|以来|过去|年来|上半年|前三季度|1[-—–－~～至到]|近[年几]|目前|迄今|\d月底"
)


def is_past(words: str) -> bool:
    """Whether a period is over when the text speaks of it: no goal is set for it."""
    return _PAST.search(words) is not None


def named_amount(found: list[Mention], folded: str, context: Context) -> str | None:
    """The period of an amount that is itself the base (比去年同期的5亿元多, 比“十五”计划目标5亿元超过)."""
    quantity = context.quantity
    if quantity.kind == "multiple":
        return None
    for mention in found:
        near = mention.base and 0 < quantity.start - mention.end <= 14
        if not near or not _NAMED_AMOUNT.fullmatch(folded, mention.end, quantity.start):
            continue
        if quantity.kind != "percent" or _COMPARES.search(folded[max(0, mention.start - 3) : mention.start]):
            return spoken(mention.words)
    return None


def listed_periods(words: str) -> list[str]:
    """The single periods of a list that shares its unit: 一、二季度 is 一季度 and 二季度."""
    parts = words.split("、")
    unit = _LIST_UNIT.search(parts[-1])
    return [part if unit.group() in part else part + unit.group() for part in parts] if unit else [words]


def origin_period(found: list[Mention], at: int) -> str | None:
    """The period that a movement starts from: the last base or source before it in the sentence (与2000年相比,…由)."""
    starts = [m for m in found if m.end <= at and (m.base or m.source) and not m.nested]
    return spoken(starts[-1].words) if starts else None


def period_in_sentence(found: list[Mention], clause_start: int, *, last_figure: int, over_span: bool) -> str | None:
    """The period that the sentence gives a figure behind `found`: of its clause, else the last that opened a clause.

    A source holds up to the next figure, `last_figure` being where the one before this stands. `over_span` prefers a
    span of years.
    """
    usable = [m for m in found if not m.base and (not m.source or m.start >= last_figure)]
    if over_span and (spans := [m for m in usable if _SPAN.search(m.words)]):
        return spoken(spans[-1].words)
    own = [m for m in usable if m.start >= clause_start]
    leading = [m for m in own if m.opens or m.owned or m.source]
    earlier = [m for m in usable if m.start < clause_start and m.opens and not m.source]
    for candidates in (leading, earlier, own):
        if candidates:
            return spoken(candidates[-1].words)
    return None


def runs_over_span(context: Context) -> bool:
    """Whether the words before a figure sum or average it over years (累计, 年均)."""
    return _OVER_SPAN.search(context.before) is not None


def heading_period(text: str, folded: str, start: int, end: int, status: str) -> str | None:
    """The period that a heading sets for what stands under it; of two, results take the first, goals the last."""
    found = [spoken(m.words) for m in mentions(text, folded, start, end) if not m.base]
    if not found:
        return None
    if status != "target":
        return found[0]
    return None if is_past(found[-1]) and len(found) == 1 else found[-1]


def is_review(words: str) -> bool:
    """Whether a heading looks back: its year is not carried to a goal."""
    return _REVIEW.search(words) is not None
