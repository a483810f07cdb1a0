"""Where the speeches of a compilation begin: numbered headings (第一篇：…, …篇2), repeated titles with salutations."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from include.clean.lines import SALUTATION, Line
from include.clean.numerals import number_of

MIN_BODY = 100  # characters that must follow a heading for it to open a speech: a table of contents has none
MIN_REPEATED_BODY = 300  # the same where nothing but a repeated title and a salutation tells
LONGEST_TITLE, LONGEST_HEADING = 60, 90
HEAD_LINES = 6  # title, subtitle, date and speaker stand in the first lines of a speech
SPEECH = "(?:讲话|发言|致辞|致词|演讲|主持词|报告|汇报|表态|开场白|总结)(?:稿|词|材料|提纲|摘要|范文|要点)?"
SENTENCE_MARK = re.compile("[。；！？!?;]")
_NO = "(?P<no>[一二三四五六七八九十百]{1,4}|[0-9]{1,3})"
_CAPTION = r"[】\])）]?\s?[:：、.．\s]?\s?(?P<caption>.{0,60})$"
_SAMPLE = "(?:范文|例文|讲话稿|发言稿|讲话|发言|样本|模板|示例)"
_HEADINGS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^[【\[（(]?第\s?{_NO}\s?篇{_CAPTION}",
        rf"^[【\[（(]?篇\s?{_NO}{_CAPTION}",
        rf"^(?P<caption>.{{2,60}}?)\s?[【\[（(]?第?篇\s?{_NO}[】\])）]?[:：]?$",
        rf"^[【\[（(]?{_SAMPLE}\s?[（(]?{_NO}(?=[】\])）:：、.\s]|$){_CAPTION}",
        rf"^(?P<caption>.{{2,50}}{SPEECH})\s?[（(【]?{_NO}[】)）]?$",
        rf"^[（(]{_NO}[)）]\s?(?P<caption>.{{2,50}}{SPEECH})$",
        rf"^{_NO}[、.．]\s?(?P<caption>[^，。；]{{2,50}}(?:上的?|的){SPEECH})$",
    )
)
_TITLE = re.compile(
    rf"(?:(?:^(?:在|关于|——|—|--).{{2,50}}|会议?上的?|大会|开幕式|仪式|座谈).{{0,12}}{SPEECH}"
    r"|(?:政府|委员会|法院|检察院|常委会)工作报告)(?:[（(【].{1,14}[)）】])?$"
)


class Start(NamedTuple):
    """The number of the line that opens a speech, and what a numbered heading says there.

    A plain title has no caption: it belongs to the speech's own first lines.
    """

    line: int
    caption: str | None


def starts_of(lines: Sequence[Line]) -> list[Start]:
    """Where speeches begin, in order; nothing where nothing says that there are several."""
    return _numbered(lines) or _repeated(lines)


def is_title(line: str) -> bool:
    """Whether a line reads like the title of a speech: 在…会议上的讲话."""
    return len(line) <= LONGEST_TITLE and not SENTENCE_MARK.search(line) and bool(_TITLE.search(line))


def length_of(lines: Sequence[Line]) -> int:
    """Characters in some lines."""
    return sum(len(line.text) for line in lines)


def _numbered(lines: Sequence[Line]) -> list[Start]:
    """Headings of the form that gives most speeches, numbered upwards, each with a body behind it."""
    return max((_of_form(form, lines) for form in _HEADINGS), key=len)


def _of_form(form: re.Pattern[str], lines: Sequence[Line]) -> list[Start]:
    short = ((index, line.text) for index, line in enumerate(lines) if len(line.text) <= LONGEST_HEADING)
    matches = [(index, match) for index, text in short if (match := form.match(text))]
    edges = [*(index for index, _ in matches), len(lines)][1:]
    found: list[Start] = []
    last = 0
    for (index, match), edge in zip(matches, edges, strict=True):
        number = number_of(match["no"]) or 0
        follows = number == last + 1 or (number > last and (bool(found) or number == 2))
        if follows and length_of(lines[index + 1 : edge]) >= MIN_BODY:
            found.append(Start(index, match["caption"].strip()))
            last = number
    opens_the_page = bool(found) and length_of(lines[: found[0].line]) < MIN_BODY
    return found if len(found) > 1 or last == 2 or opens_the_page else []


def _repeated(lines: Sequence[Line]) -> list[Start]:
    """Titles that stand alone, each with a salutation close behind it; two at least."""
    starts: list[Start] = []
    for index, line in enumerate(lines):
        far_enough = not starts or length_of(lines[starts[-1].line : index]) >= MIN_REPEATED_BODY
        if far_enough and is_title(line.text) and _salutation_follows(lines[index + 1 : index + HEAD_LINES]):
            starts.append(Start(index, None))
    return starts if len(starts) > 1 else []


def _salutation_follows(lines: Sequence[Line]) -> bool:
    for line in lines:
        if SALUTATION.match(line.text):
            return True
        if len(line.text) > LONGEST_TITLE:
            return False
    return False
