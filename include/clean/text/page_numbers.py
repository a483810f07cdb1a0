"""Lines that are nothing but the number of a printed page: - 3 -, 第 3 页 共 9 页, a bare 3."""

import re
from collections.abc import Sequence

LEAST_OF_A_PAGE = 200  # characters that stand between two bare page numbers
FEWEST_RUNNING = 3  # bare numbers that count up, one by one
SHORTEST_HALF = 12  # characters of a line that may be the first half of a sentence
_DECORATED = re.compile(
    r"[-—–·.~=]{1,3}\s?\d{1,4}\s?[-—–·.~=]{1,3}|第\s?\d{1,4}\s?页(?:[\s,，/]{0,3}共\s?\d{1,4}\s?页)?"
    r"|(?:Page|page|PAGE)\s\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?|\d{1,4}\s?/\s?\d{1,4}\s?页?"
)
_BARE = re.compile(r"\d{1,4}")
_ENDED = re.compile("[。！？；：!?;:…．.][”’」』）)】]*$")
_HAN_OR_COMMA = re.compile("[\u3400-\u9fff，、,“（《％%]$|[\u3400-\u9fff]\\s?\\d[\\d.．]{0,11}$")
_GOES_ON = re.compile("[\u3400-\u9fff”’）》，、。\\d]")
_OPENS = re.compile(
    "第[一二三四五六七八九十百\\d]{1,3}[章节部条篇、，]|[（(]?[一二三四五六七八九十]{1,3}[、）).．]|[（(]?\\d{1,2}(?:[、）)]|[.．](?!\\d))"
    "|同志们|各位|尊敬的|附[:：件]|谢谢"
)
_UNIT = re.compile("(?:[十百千万亿%％元吨年月日个户家名]|平方|公里|公顷|亩|人[，。、次])")


def _is_decorated(line: str) -> bool:
    """Whether a line is a page number with something around it that says so."""
    return len(line) <= 24 and _DECORATED.fullmatch(line) is not None


def _running(lines: Sequence[str]) -> list[int]:
    """Bare numbers that count the pages of a text up, one by one, with a page between each and the next."""
    best: list[int] = []
    run: list[int] = []
    size = 0
    for index, line in enumerate(lines):
        if len(line) > 4 or not _BARE.fullmatch(line):
            size += len(line)
            continue
        follows = bool(run) and int(line) == int(lines[run[-1]]) + 1
        if not follows or size >= LEAST_OF_A_PAGE:
            run = [*run, index] if follows else [index]
            size = 0
            best = max(best, run, key=len)
    return best if len(best) >= FEWEST_RUNNING else []


def halved_by(lines: Sequence[str]) -> list[int]:
    """The page numbers that stand between the halves of one sentence."""
    running = set(_running(lines))
    numbers = (i for i in range(1, len(lines) - 1) if i in running or _is_decorated(lines[i]))
    return [i for i in numbers if _is_one_sentence(lines[i - 1], lines[i + 1]) and not _takes(lines[i], lines[i + 1])]


def _is_one_sentence(before: str, after: str) -> bool:
    """Whether one line stops in mid-sentence and the other goes on with it; no heading, list item or table row does."""
    if "\t" in before or "\t" in after or len(before) < SHORTEST_HALF:
        return False
    if before[-1].isdecimal() and after[0].isdecimal():
        return False  # two numbers, or one: nobody can tell
    return bool(
        not _ENDED.search(before) and _HAN_OR_COMMA.search(before) and _GOES_ON.match(after) and not _OPENS.match(after)
    )


def _takes(number: str, after: str) -> bool:
    """A bare number before a unit may be a figure: nothing is taken away from between."""
    return bool(_BARE.fullmatch(number) and _UNIT.match(after))
