"""Where speeches begin that have no numbered heading: repeated titles, a new salutation behind a farewell."""

import re
from collections.abc import Iterator, Sequence

from include.clean.speeches.headings import LONGEST_TITLE, NUMBERED, SENTENCE_MARK, TASK, is_title, is_title_of_occasion
from include.clean.text.lines import SALUTATION, Line

MIN_REPEATED_BODY = 300  # characters of a speech that nothing but a title or a salutation opens
HEAD_LINES = 6  # title, subtitle, date and speaker stand in the first lines of a speech
TITLE_LINES = 2  # lines that may stand above a title: its first half, a name
LONGEST_FAREWELL = 30  # characters
FEWEST_TURNS = 3  # of a dialogue: a press conference has farewells and salutations within
DATE_LINE = re.compile(
    r"^[（(]?\s*(?:[12]\d{3}|20[xX×＊*]{2}|[一二][九〇○零０O][〇○零０O一二三四五六七八九]{2})\s?[年.．/-].{1,24}(?:[日月号]|\d)[^。]{0,16}[)）]?$"
)
SUBTITLE = re.compile(r"^[—–-]{1,3}\s?(?:在|\d{4})")
_ENDED = re.compile("[。！？!?…；;：:][”’」』）)]?$|[)）]$")
_INTERJECTION = re.compile("^(?:同志们|朋友们)[!！]")  # it may stand anywhere in a speech
_FAREWELL = re.compile("谢谢(?:大家|各位|你们)?[！!。.]?$")
_FIRST_HALF = re.compile("^(?:在|关于)(?!.*(?:讲话|发言|致辞|报告)$)")
_DIALOGUE = re.compile("^(?!同志们|朋友们|女士们|老师们|同学们|乡亲们)[\u3400-\u9fff]{1,4}[:：]")


def repeated(lines: Sequence[Line]) -> list[int]:
    """The numbers of the lines where titles stand that open speeches, each with a salutation or a date close
    behind it; two at least, or one behind a speech that has none."""
    starts: list[int] = []
    titles: set[str] = set()
    for index, title in _openings(lines):
        start = _top(lines, index)
        if starts and lines[index].start - lines[starts[-1]].start < MIN_REPEATED_BODY:
            if title:  # the title nearer to the speech: the one before it was of a table of contents
                starts[-1] = start
        elif not title or title not in titles or is_addressed(lines[index + 1 : index + HEAD_LINES]):
            starts.append(start)  # the same title without a salutation is a running header
        titles.add(title)
    alone = len(starts) == 1 and is_speech(lines[: starts[0]])
    return starts if len(starts) > 1 or alone else []


def is_speech(lines: Sequence[Line]) -> bool:
    """Whether lines before the first heading are a speech themselves: long, and addressed to somebody."""
    return length_of(lines) >= MIN_REPEATED_BODY and is_addressed(lines[:HEAD_LINES])


def from_opening(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a first speech from its title or salutation on, without the site's words above it."""
    near = lines[: 2 * HEAD_LINES]
    titles = [index for index, line in enumerate(near) if is_title(line.text) or DATE_LINE.match(line.text)]
    first = next((index for index, line in enumerate(near) if SALUTATION.match(line.text)), max(titles, default=0))
    while first > 0 and len(lines[first - 1].text) <= LONGEST_TITLE and not SENTENCE_MARK.search(lines[first - 1].text):
        first -= 1
    return lines[first:] if length_of(lines[:first]) < MIN_REPEATED_BODY else lines


def opens_speech(lines: Sequence[Line]) -> bool:
    """Whether some lines begin as a speech does: with a salutation, a date line, a title."""
    return is_addressed(lines[:HEAD_LINES]) or any(is_title(line.text) for line in lines[:3])


def is_addressed(lines: Sequence[Line]) -> bool:
    """Whether a salutation or a date line stands in some lines, before any sentence."""
    for line in lines:
        if DATE_LINE.match(line.text) or _is_salutation(line.text):
            return True
        if len(line.text) > LONGEST_TITLE or SENTENCE_MARK.search(line.text):
            return False
    return False


def length_of(lines: Sequence[Line]) -> int:
    """Characters in some lines."""
    return sum(len(line.text) for line in lines)


def _openings(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Lines that may open a speech, with their title; it is empty where only a salutation tells."""
    is_dialogue = sum(bool(_DIALOGUE.match(line.text)) for line in lines) >= FEWEST_TURNS
    for index, line in enumerate(lines):
        if is_title(line.text) and not TASK.search(line.text) and not NUMBERED.match(line.text):
            if is_addressed(lines[index + 1 : index + HEAD_LINES]) or _stands_alone(lines, index):
                yield index, line.text
        elif not is_dialogue and _is_salutation(line.text) and (farewell := _farewell_above(lines, index)):
            yield farewell + 1, ""


def _stands_alone(lines: Sequence[Line], index: int) -> bool:
    """Whether a title between two paragraphs can be nothing but a title."""
    before = lines[index - 1].text if index else ""
    is_apart = len(before) <= LONGEST_TITLE or bool(_ENDED.search(before))
    follows = lines[index + 1 : index + 2]
    return is_apart and is_title_of_occasion(lines[index].text) and length_of(follows) > LONGEST_TITLE


def _farewell_above(lines: Sequence[Line], index: int) -> int:
    """The number of a line that says 谢谢大家 close above, 0 where there is none."""
    for above in range(index - 1, max(0, index - TITLE_LINES - 2), -1):
        if _FAREWELL.search(lines[above].text[-LONGEST_FAREWELL:]):
            return above
        if len(lines[above].text) > LONGEST_TITLE or SENTENCE_MARK.search(lines[above].text):
            return 0
    return 0


def _top(lines: Sequence[Line], index: int) -> int:
    """The first of a title's lines: a subtitle has its title above it, a broken title its first half."""
    first = index
    while first > max(0, index - TITLE_LINES):
        above = lines[first - 1].text
        belongs = SUBTITLE.match(lines[index].text) or _FIRST_HALF.match(above)
        if not belongs or len(above) > LONGEST_TITLE or _ENDED.search(above) or SENTENCE_MARK.search(above):
            break
        first -= 1
    return first


def _is_salutation(line: str) -> bool:
    return bool(SALUTATION.match(line)) and not _INTERJECTION.match(line)
