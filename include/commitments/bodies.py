"""The bodies that answer for a task: the subject of its clause, or whom it charges."""

import re
from functools import cache
from typing import NamedTuple

from include.commitments.cues import cues
from include.commitments.terms import deadline
from include.rule_files import any_of
from include.segment.lines import Span, trim

LONGEST_SUBJECT = 50  # characters
CHARGED = (
    "牵头|负责(?!人|同志|的)|参与|参加(?=[，,。；;]|$)|配合|会同|承办|落实专人|跟踪督办|督促落实|组织实施"
    "|每(?:年|季|月|周|天|日|半年|人|名)"
)
_HEAD = re.compile("(?:从现在开始|会后|近期|今后|各自|下一步|凡)[，,]?")
_TAIL = re.compile("(?:一定|对此|都|也|就|还|更|必须|要|务必|应|将|近期|今后|下一步|至少)+$")
_SPLIT = re.compile("、|以及|和|及|与|，|,|；|;|\\s")
_ACTS = "在|于|负责|牵头|组织|按|统一|予以|会同|跟踪|督办|审核|尽快|及时|共同"
_NO_START = "(?![以对将把从在按向为])"


class Charged(NamedTuple):
    """A body and what the clause says of it: that it is charged (牵头, 负责, 每月…), and whether it says no more."""

    body: Span
    with_task: bool
    only: bool


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = cues()
    bodies = rf"(?:{any_of(words.bodies)})"
    some = "各位|(?:全体|各|有关|相关)[^，,。]{0,12}?"
    return {
        "closes": re.compile(rf"(?:{bodies}|等)[”]?(?:[（(][^（）()]{{1,8}}[）)])?$"),
        "nobody": re.compile(rf"^[以对将把从在按向为](?!.{{0,2}}局)|我们|大家|要求|(?:{any_of(words.nobody)})$"),
        "acts": re.compile(
            rf"(?:由)?(?P<body>{_NO_START}[^，,。的（）()]{{1,40}}?{bodies}等?)(?:共同|具体|分别)?(?:为|作为|(?P<task>{CHARGED}))"
        ),
        "no_name": re.compile(rf"^(?:{any_of([*words.orders, *words.works])})|以(?!及)"),
        "built": re.compile(rf"(?:{any_of(words.facilities)})$"),
        "completes": re.compile(any_of(words.completions)),
        "each": re.compile(rf"每[个家名位所座户][^，,。]{{1,12}}?{bodies}(?=至少|不少于|都|要|须|每)"),
        "owns": re.compile(rf"(?P<body>{_NO_START}[^，,。的]{{1,40}}?{bodies})(?:承担|负责|牵头|主管|分管)的"),
        "by": re.compile(
            rf"由(?P<body>[^，,。；;：:的]{{1,30}}?{bodies})(?=在|于|负责|牵头|组织|按|统一|予以|会同|跟踪|督办|审核|尽快|及时|共同)"
        ),
        "asked": re.compile(
            rf"(?:希望|请|要求)(?P<body>{some}{bodies}|各位|[^，,。的]{{1,20}}?{bodies}(?=于|在|尽快|抓紧|立即|按|认真))(?=[^的])"
        ),
    }


def asked(text: str, start: int, end: int) -> re.Match[str] | None:
    """请县水利局于…, 希望各部门…: the match runs from the verb of asking; its group `body` is the body."""
    return _patterns()["asked"].search(text, start, end)


def charged(text: str, start: int, end: int) -> Charged | None:
    """The body with which a clause opens, where it says what the body is charged with."""
    match = _patterns()["acts"].match(text, start, end)
    if not match or _patterns()["no_name"].search(match["body"]):
        return None
    return Charged(Span(*match.span("body")), match["task"] is not None, match.end() == end)


def subject(text: str, start: int, ahead: int) -> Span | None:
    """The body that stands between the start of a clause and its modal; of 县水利局承担的指标要… 县水利局."""
    span = trim(text, start, max(start, ahead))
    if owner := _patterns()["owns"].match(text, span.start, span.end):
        return Span(*owner.span("body"))
    if head := _HEAD.match(text, span.start, span.end):
        span = trim(text, head.end(), span.end)
    span = _without_terms(text, span)
    words = text[span.start : span.end]
    if 0 < len(words) <= LONGEST_SUBJECT and _patterns()["closes"].search(words):
        return None if _patterns()["nobody"].search(words) else span
    return None


def named_by(text: str, start: int, end: int) -> Span | None:
    """县财政局 in 所需资金由县财政局在9月10日前拨付."""
    match = _patterns()["by"].search(text, start, end)
    return Span(*match.span("body")) if match else None


def each(text: str, start: int, end: int) -> Span | None:
    """每个乡镇 in 每个乡镇至少新建1座."""
    match = _patterns()["each"].match(text, start, end)
    return Span(*match.span()) if match else None


def is_built(text: str, body: Span, end: int) -> bool:
    """Whether what looks like a body is the thing that is built (人民医院要完成主体施工)."""
    built, completes = _patterns()["built"], _patterns()["completes"]
    return bool(built.search(text, body.start, body.end) and completes.search(text, body.end, end))


def _without_terms(text: str, span: Span) -> Span:
    """The subject without a term in front of it or behind it (今年县水利局, 县政府2020年)."""
    last = trim(text, span.start, span.start + len(_TAIL.sub("", text[span.start : span.end])))
    term = deadline(text, last.start, last.end)
    if term and term.start == last.start:
        return trim(text, term.end, last.end)
    return trim(text, last.start, term.start) if term and term.end == last.end else last


def names(text: str, spans: tuple[Span, ...]) -> tuple[str, ...]:
    """The single bodies that the spans name, each once, in text order."""
    found = (name.strip().removesuffix("等") for s in spans for name in _SPLIT.split(text[s.start : s.end]))
    return tuple(dict.fromkeys(name for name in found if name))
