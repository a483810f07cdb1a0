"""The figures that a clause names: amounts, counts, ranks and frequencies."""

import re
from collections.abc import Iterator
from functools import cache

from include.commitments.clauses import Clause, blank
from include.commitments.cues import cues
from include.rule_files import any_of
from include.segment.characters import NUMERAL
from include.segment.lines import Span
from include.segment.numbers import numbers

_TIME_UNIT = re.compile(r"(?:年代?|年[底末初度]|月份?|月[初底末]|日|天|小时|分钟?|秒|岁|届|期|周|季度|时|级|轮|层)$")
_COUNTED = "件|项|大|户|个(?!月|方面|问题|环节|层面)|批(?!准)|条|家|座|所"
_ANY_N = rf"(?:[\dXx×*]{{1,3}}|[{NUMERAL}])"
_COUNT = re.compile(
    rf"(?<![第{NUMERAL}])[三四五六七八九十百千]{{1,3}}(?:{_COUNTED})|[十百千]{{1,2}}[万亿]人口|[*×]{{1,3}}(?:{_COUNTED}|次)"
    rf"|每(?:年|季度?|月|周|天|日)(?:[^，,。]{{0,10}}?[两{NUMERAL}\d]{{1,3}}次|[{NUMERAL}][一-鿿])"
    rf"|[“\"]?双过半[”\"]?|全[国省市州区县](?:排名|排位)?(?:前|第)\s?{_ANY_N}[位名列强]?(?![届次期批季个])|(?:不|免于)垫底|翻[一两]?番"
)
_MAY_COUNT = re.compile(rf"[\d{NUMERAL}千万亿两半双不翻Xx×*□_]|全[国省市州区县]")
_SLOGAN = re.compile("“[^“”]{0,30}”")
_BARE = re.compile(r"第|[万亿]|[\d.,，—\-~]+$|[Xx×*]+$|20[Xx×*]{2}")
_POINT = re.compile("(?:方面|问题|环节|层面|意见|要求|考虑|关键|重点$)")


@cache
def _set_phrases() -> re.Pattern[str]:
    return re.compile(any_of(cues().set_phrases))


def figures(text: str, clause: Clause) -> Iterator[Span]:
    """Amounts and counts of the clause; no dates, ordinals, bare numbers or set phrases."""
    if not _MAY_COUNT.search(text, clause.start, clause.end):
        return
    part = text[clause.start : clause.end]
    taken = [Span(*m.span()) for m in _set_phrases().finditer(part)]
    counts = [Span(*m.span()) for m in _COUNT.finditer(_SLOGAN.sub(_blank_slogan, part))]
    for match in sorted([*(n for n in numbers(part) if _is_amount(part, n)), *counts]):
        if not any(match.start < span.end and span.start < match.end for span in taken):
            taken.append(match)
            yield Span(clause.start + match.start, clause.start + match.end)


def _blank_slogan(match: re.Match[str]) -> str:
    return match[0] if "双过半" in match[0] else blank(match)


def _is_amount(part: str, number: Span) -> bool:
    words = part[number.start : number.end]
    return not (
        _BARE.match(words) or _TIME_UNIT.search(words) or _POINT.match(part, number.end) or _POINT.search(words)
    )
