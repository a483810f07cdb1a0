"""Terms: the date or frequency by which a task is due."""

import re
from functools import cache

from include.commitments.cues import cues
from include.rule_files import any_of
from include.segment.characters import NUMERAL
from include.segment.lines import Span

_N = rf"(?:\d{{1,4}}(?:[—\-~～至到]\d{{1,4}})?|[{NUMERAL}两几]{{1,3}})"
_NUMBERED_YEAR = r"20(?:\d\d|[Xx×*]{2})\s?年"
_YEAR = rf"(?:{_NUMBERED_YEAR}|今年|明年|本年度)"
_DAY = r"\d{1,2}\s?[日号]"
_MONTH = rf"\d{{1,2}}\s?月(?:\s?{_DAY})?"
_PART = rf"(?:{_MONTH}|[上下]半年|第?[一二三四]季度末?|年?[底末]|[春夏秋冬]季)"
_LIMIT = "(?:份|底|末|初|[上中下]旬)?(?:之前|以前|前|之内|以内|内|止)?"
_WEEK = "(?:本|下|当)(?:周[一二三四五六日末]?|月)(?:底|末)?(?:之前|以前|前|内)?"
_LENGTH = rf"{_N}\s?个?(?:年|月|周|天|工作日)(?:之内|以内|内|左右|的?时间|的?努力)|{_N}\s?个?工作日"
_EVERY = "每(?:年|季度?|月|周|天|日|旬|半年)"
_EVENT = (
    r"在(?!\s?\d)[^，,。；;、在]{1,15}(?<![往提目当向靠])(?:之前|前|期间)(?![提期列沿进景])"
    "|(?:春节|国庆节?|元旦|五一|中秋节?|汛期|雨季|两会|[春秋]季开学|开学|供暖|采暖期|入冬|春耕|封冻)(?:到来|来临)?(?:之前|以前|前)"
)
_PLAN_PERIOD = r"[“\"]?十[一二三四五六]五[”\"]?(?:末|期间|时期)"
_CAMPAIGN = "(?![一-鿿]?[本当])[一-鿿]{2}(?<!确保)(?<!力争)(?<!争取)(?<!必须)(?<!务必)(?:[月季期]内|月(?=要))"
_SEASON = "[春夏秋冬]季(?=投入|建成|竣工|完工|开学|招生|交付|开工|投产)"
_DATES = rf"{_YEAR}(?:\s?{_PART})?{_LIMIT}|(?:{_MONTH}|[上下]半年|第?[一二三四]季度末?){_LIMIT}"
_NO_TERM = "(?:年度|季度)(?=计划|考核|报告|会议|目标责任)"
# a term that closes: what stands in it without a modal still lies ahead
_CLOSES = "|".join(
    (
        r"(?:[底末日号节月期年周天学]|工作日|十[一二三四五六]五[”\"]?)(?:之前|以前|前|之内|以内|内)",
        r"(?<![^，,。；;：:\n])到20\d\d\s?年",
        "[从自][^，,。]{2,14}起(?=[，,]|$)",
        rf"(?:用|通过){_N}\s?个?(?:年|月|周|天)",
    )
)
_WHOLE_YEAR = re.compile(rf"{_YEAR}|全年|年度")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = cues()
    forms = (_DATES, _WEEK, _LENGTH, _EVERY, _EVENT, _PLAN_PERIOD, _SEASON, any_of(words.deadlines), _CAMPAIGN)
    dated = re.compile(rf"(?P<no>{_NO_TERM})|(?P<yes>(?:{'|'.join(forms)})(?!是|以来))")
    return dated, re.compile(any_of(words.vague_deadlines)), re.compile(_CLOSES)


def deadline(text: str, start: int, end: int) -> Span | None:
    """The first term between `start` and `end` that can be looked up in a calendar, or a frequency."""
    matches = _patterns()[0].finditer(text, start, end)
    return next((Span(*m.span()) for m in matches if m["yes"] is not None), None)


def whole_year(text: str, term: Span) -> bool:
    """Whether a term is a year or more without an end (今年, 2020年): it says when, not by when."""
    return _WHOLE_YEAR.fullmatch(text, term.start, term.end) is not None


def vague_deadline(text: str, start: int, end: int) -> Span | None:
    """The first term that only presses (尽快, 及时)."""
    match = _patterns()[1].search(text, start, end)
    return Span(*match.span()) if match else None


def closes(text: str, start: int, end: int) -> bool:
    """Whether a term between `start` and `end` closes a time that is to come (6月底前, 三年内, 到2025年)."""
    return _patterns()[2].search(text, start, end) is not None
