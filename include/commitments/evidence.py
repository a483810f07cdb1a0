"""What a clause shows: that it lies ahead, a term, a figure, the body that is responsible."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from include.commitments.clauses import Clause, blank, body_start
from include.commitments.cues import any_of, cues
from include.segment.characters import NUMERAL
from include.segment.lines import Span, trim
from include.segment.numbers import numbers

_N = rf"(?:\d{{1,4}}(?:[—\-~～至到]\d{{1,4}})?|[{NUMERAL}两几]{{1,3}})"
_TIME_UNIT = re.compile(r"(?:年代?|年[底末初度]|月份?|月[初底末]|日|天|小时|分钟?|秒|岁|届|期|周|季度|时|级|轮|层)$")
_COUNT = re.compile(
    rf"(?<![第{NUMERAL}])[三四五六七八九十百千]{{1,3}}(?:件|项|大|户|个(?!月)|批(?!准)|条|家|座|所)|[十百千]{{1,2}}[万亿]人口"
    rf"|每(?:年|季度?|月|周|天|日)(?:[^，,。]{{0,10}}?[两{NUMERAL}\d]{{1,3}}次|[{NUMERAL}][一-鿿])"
)
_SLOGAN = re.compile("“[^“”]{0,30}”")
_BARE = re.compile(r"第|[万亿]|[\d.,，—\-~]+$|[Xx×*]+$")
_CHARGED = "牵头|负责(?!人|同志)|参与|会同|每(?:年|季|月|周|天)"
_TIMES = rf"""20\d\d\s?年(?:\s?\d{{1,2}}\s?月)?(?:\s?\d{{1,2}}\s?[日号])?(?:底|末|初)?(?:之?前|以前|内)?
|\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?[日号])?(?:份|底|末|前|初|上旬|中旬|下旬|之前|以前)*
|{_N}\s?个?(?:年|月|周|天|工作日)(?:之内|以内|内|左右|的?时间|的?努力)
|每(?:年|季度?|月|周|天|日|旬|半年)
|在(?!\s?\d)[^，,。；;、在]{{1,15}}(?<![往提目当向靠])(?:之前|前|期间)(?![提期列沿进景])|[“\"]?十[一二三四五六][五][”\"]?(?:末|期间|时期)|(?:春节|国庆|元旦|汛期|两会)前
|[一-鿿]{{2,3}}[月季期]内"""


class Evidence(NamedTuple):
    """What one clause shows. Spans lead into the text; None or empty where it shows nothing of the kind."""

    modal: Span | None = None  # 要, 必须, 确保, …
    goal: bool = False  # opens with 确保, 力争, …
    future: bool = False
    order: bool = False  # opens with a verb of order
    past: bool = False
    attitude: bool = False
    deadline: Span | None = None
    vague: Span | None = None
    figures: tuple[Span, ...] = ()
    body: Span | None = None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = cues()
    bodies = rf"(?:{any_of(words.bodies)})"
    return {
        "modal": re.compile(rf"(?P<no>{any_of(words.not_modal)})|(?P<yes>{any_of(words.modals)})"),
        "ahead": re.compile(any_of([*words.modals, *words.goals])),
        "charged": re.compile(_CHARGED + "|希望|请|要求"),
        "goal": re.compile(any_of(words.goals)),
        "future": re.compile(any_of(words.futures)),
        "order": re.compile(any_of(words.orders)),
        "past": re.compile(rf"(?:{any_of(words.past)})(?<!为了)(?<!除了)(?!解)"),
        "attitude": re.compile(rf"(?:都|一定|进一步|切实)*(?:{any_of(words.attitudes)})"),
        "deadline": re.compile(rf"(?:{_TIMES}|{any_of(words.deadlines)})(?!是|以来)", re.VERBOSE),
        "vague": re.compile(any_of(words.vague_deadlines)),
        "set": re.compile(any_of(words.set_phrases)),
        "closes": re.compile(rf"(?:{bodies}|等)[”]?(?:[（(][^（）()]{{1,8}}[）)])?$"),
        "nobody": re.compile(rf"^[以对将把从在按向为](?!.{{0,2}}局)|(?:{any_of(words.nobody)})$"),
        "acts": re.compile(
            rf"(?:由)?(?P<body>(?![以对将把从在按向])[^，,。的]{{1,40}}?{bodies}等?)(?:为|作为|(?P<charged>{_CHARGED}))"
        ),
        "asked": re.compile(rf"(?:希望|请|要求)(?P<body>各位|(?:全体|各|有关|相关)[^，,。]{{0,12}}?{bodies})(?=[^的])"),
    }


def leans_ahead(text: str, start: int, end: int) -> bool:
    """Whether a passage orders more than it reports, so that a verb without a subject in it is an order."""
    found = _patterns()
    modals = sum(m["yes"] is not None for m in found["modal"].finditer(text, start, end))
    return modals > sum(1 for _ in found["past"].finditer(text, start, end))


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether any word of a passage lies ahead; where none does, its clauses need not be read."""
    found = _patterns()
    return any(found[kind].search(text, start, end) for kind in ("ahead", "future", "charged"))


def evidence(text: str, clause: Clause) -> Evidence:
    """Read one clause. `text` is the text without the titles of documents."""
    found = _patterns()
    start = body_start(text, clause)
    modal = next((Span(*m.span()) for m in found["modal"].finditer(text, clause.start, clause.end) if m["yes"]), None)
    asked = found["asked"].search(text, clause.start, clause.end)
    acts = found["acts"].match(text, start, clause.end)
    if asked:
        modal = Span(asked.start(), asked.start("body"))
    deadline = found["deadline"].search(text, clause.start, clause.end)
    vague = found["vague"].search(text, clause.start, clause.end)
    future = found["future"].search(text, clause.start, clause.end)
    ahead = modal or (Span(*future.span()) if future else None)
    return Evidence(
        modal=modal,
        goal=bool(found["goal"].match(text, start, clause.end)),
        future=bool((acts and acts["charged"]) or future),
        order=bool(found["order"].match(text, start, clause.end)),
        past=bool(found["past"].search(text, clause.start, clause.end)),
        attitude=bool(found["attitude"].match(text, modal.end if modal else start, clause.end)),
        deadline=Span(*deadline.span()) if deadline else None,
        vague=Span(*vague.span()) if vague else None,
        figures=tuple(_figures(text, clause)),
        body=Span(*named.span("body")) if (named := asked or acts) else _body(text, start, ahead),
    )


def _figures(text: str, clause: Clause) -> Iterator[Span]:
    """Amounts and counts; no dates, ordinals, bare numbers or set phrases."""
    part = text[clause.start : clause.end]
    taken = [Span(*m.span()) for m in _patterns()["set"].finditer(part)]
    counts = (Span(*m.span()) for m in _COUNT.finditer(_SLOGAN.sub(blank, part)))
    for match in sorted([*numbers(part), *counts]):
        words = part[match.start : match.end]
        overlaps = any(match.start < span.end and span.start < match.end for span in taken)
        if not overlaps and not _BARE.match(words) and not _TIME_UNIT.search(words):
            taken.append(match)
            yield Span(clause.start + match.start, clause.start + match.end)


def _body(text: str, start: int, ahead: Span | None) -> Span | None:
    """The subject in front of the modal or of 即将, if it closes with a word for a body."""
    found = _patterns()
    if ahead is None or ahead.start <= start:
        return None
    subject = trim(text, start, ahead.start)
    words = re.sub(r"(?:一定|对此|都|也|就|还|更|必须|要|务必|应)+$", "", text[subject.start : subject.end]).rstrip()
    head = re.match(r"(?:从现在开始|会后|近期|今后|各自)[，,]?", words)
    first = subject.start + (head.end() if head else 0)
    last = subject.start + len(words)
    words = text[first:last]
    if 0 < len(words) <= 50 and found["closes"].search(words) and not found["nobody"].search(words):
        return Span(first, last)
    return None
