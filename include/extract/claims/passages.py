"""Passages: whether a paragraph orders what is to be done or reports what was, as its clauses together say.

Under a heading that says neither, 建设高标准农田12万亩 may be a task or a result. Tasks stand among orders: nearly
every clause opens with a verb and none tells a result. Results stand among statements: a thing comes first and a word
says what became of it (公共交通不断完善, 增长6%, 居全省第3位).
"""

import re
from typing import NamedTuple

from include.extract.rules.cues import alternatives

LONGEST_CLAUSE = 200  # characters that are looked at
LEAST_ORDERS = 2
ORDERS = 0.3  # of those verbs order: verbs of work alone open the clauses of reports, too
SHORTEST = 4  # clauses that are enough to tell by themselves; one less where a time to come is named
VERBS = 0.6  # of the clauses of an ordering passage open with a verb: plans show 0.65–1, reviews 0–0.6
OUTCOMES = 0.2  # outcomes a clause that an ordering paragraph may show
REPORTED = 0.1  # results a clause, up to which what stands around a paragraph does not make it a report
_CLAUSE = re.compile(rf"[^,;。:!?\n]{{2,{LONGEST_CLAUSE}}}")
_NUMERAL = "[一二三四五六七八九十]"
_MARKER = rf"\s{{0,4}}(?:[(\[]?(?:{_NUMERAL}|\d){{1,2}}[)\]、.．]|{_NUMERAL}是|[①-⑳]|[●■◆·▲★-]{{1,2}})?\s{{0,2}}"
_TIME = r"(?:今年|年内|同时|全年|还|并|再|继续|要)?"
_OPENS = re.compile(rf"{_MARKER}{_TIME}(?:(?P<order>{alternatives('order_verbs')})|{alternatives('work_verbs')})")
_CARRIES_ON = re.compile(rf"{_MARKER}{alternatives('outcome_verbs')}")
_RESULT = re.compile(
    rf"{alternatives('result_marks')}|(?<![为除])了(?![解结])|(?<![比较同])(?:去年|上年)|截[至止]"
    r"|[位排名]居|居[全省市国]|第[一二三四五六七八九十\d]+位|年末[^,;。]{0,16}[为达有]\d"
)
_FIGURE = re.compile(  # what plans and reports both say, reports far oftener
    r"[升增降]长?(?:了)?\d[\d.]*(?:%|个百分点)(?!以上|左右|以内)|(?:达|达到|突破|提高到|提升到|增[加长]到|[增降提]至)\d|[比较][上去]年|[收支]入?[^,;。]{0,4}完成\d"
)
_BECAME = re.compile(rf"{alternatives('result_ends')}[”\"]?$")
_STATED = re.compile(rf"{alternatives('result_adverbs')}{alternatives('result_ends')}[”\"]?$")
_FUTURE = re.compile(
    r"确保|力争|力促|争取|务必|必须|年内|[底末]前|(?<![需只主重首摘概扼不还简纲提必紧机])要(?![求素点闻务件么是])"
)


class Reading(NamedTuple):
    """What the clauses of a passage show."""

    clauses: int
    orders: int  # open with a verb that orders (加快, 完善, 抓好)
    verbs: int  # open with such a verb or one of work (新建, 培训), which reports open with, too
    results: int  # tell a result by a word that no order has (已, 同比, 居全省第3位)
    outcomes: int  # tell what became of a thing, as orders do now and then (失业率降至3%, 新院区建成投用)
    ahead: int  # name a time to come or an obligation

    @property
    def commands(self) -> bool:
        """Whether nearly every clause opens with a verb: enough of them order, or a time to come is named."""
        ordered = self.orders >= max(LEAST_ORDERS, ORDERS * self.verbs)
        return (ordered or (self.ahead > 0 and self.results == 0)) and self.verbs >= VERBS * self.clauses


def read_passage(folded: str, start: int, end: int) -> Reading:
    """The reading of the characters `start`–`end` of a folded text."""
    clauses = orders = verbs = results = outcomes = ahead = 0
    for match in _CLAUSE.finditer(folded, start, end):
        clause = match.group()
        opened = _OPENS.match(clause)
        results += (told := _RESULT.search(clause)) is not None
        if not told and _CARRIES_ON.match(clause):
            continue
        clauses += 1
        verbs += opened is not None
        orders += opened is not None and opened["order"] is not None
        outcomes += told is None and opened is None and (_BECAME.search(clause) or _FIGURE.search(clause)) is not None
        ahead += _FUTURE.search(clause) is not None
    return Reading(clauses, orders, verbs, results, outcomes, ahead)


def may_order(paragraph: Reading) -> bool:
    """Whether a paragraph may hold tasks as far as it alone says; cheap to ask before its part is read."""
    clauses = paragraph.clauses
    reports = paragraph.results > 0 or paragraph.outcomes > clauses * OUTCOMES
    return not reports and paragraph.verbs >= VERBS * clauses > 0


def states_result(heading: str) -> bool:
    """Whether a heading says what became of a thing (群众满意度不断提升) in its last clause."""
    last = heading.rstrip()[-LONGEST_CLAUSE:].replace(",", " ").split()[-1:]
    return any(not _OPENS.match(words) and _STATED.search(words) is not None for words in last)


def orders(paragraph: Reading, part: Reading) -> bool:
    """Whether a paragraph holds tasks, given the reading of the `part` of the text that it stands in.

    A short paragraph is told by its part alone; a long one by itself, unless its part reports.
    """
    if not may_order(paragraph):
        return False
    reports = part.results > REPORTED * part.clauses or part.results + part.outcomes > OUTCOMES * part.clauses
    if paragraph.clauses >= SHORTEST - (paragraph.ahead > 0) and paragraph.commands:
        return not reports or paragraph.ahead > 0
    return part.clauses >= SHORTEST and part.commands and not reports
