"""Lines of a text as spans that lead into it, cut also where two things stand on one line."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from include.clean.text.asides import asides

DOUBLED_SHARE = 0.7  # of a line's characters that must belong to doubled pieces
MIN_DOUBLED = 10  # characters
LONGEST_PIECE, LONGEST_DOUBLED = 30, 3000
KNOWN_LINES, LONGEST_KNOWN = 512, 2000  # lines of a page whose pieces are kept, and their characters: 2 MB at most
LONGEST_HEAD = 160  # characters of a title run together with the salutation behind it
SALUTATION = re.compile(
    "(?:尊敬的[^。！？!?:：]{2,40}|(?:同志们|各位(?:代表|委员|领导|同志|来宾|嘉宾|专家|同仁|企业家|老师|朋友)|女士们|朋友们|乡亲们|父老乡亲"
    "|老师们|同学们|主席先生|全体同志)(?:[,，、 ](?:[^。！？!?:：]{2,20}))?)[:：!！]"
)
_TITLE_WORD = re.compile("讲话|发言|致辞|致词|报告|演讲|主持词|动员|意见|说明|总结")
# What Chinese doubles by itself, where it opens what stands behind a doubled title
_REDUPLICATED = re.compile(
    "(?:谢谢|天天|人人|处处|时时|事事|常常|家家|年年|往往|渐渐|刚刚|仅仅|紧紧|牢牢|稳稳|深深)\\Z"
)
_STAMP = re.compile(r"^(?:精品|精选|优质)(?:文档|资料|范文)\s+(?=\S)|^(?:精品文档|精选文档|优质文档)(?=在|关于|同志们)")
_LINE = re.compile(r"[^\r\n]+")
_HAN = re.compile("[\u3400-\u9fff]")
_CLAUSE_MARK = re.compile("[，。；！？,;!?]")
_SPACE = re.compile(r"\s+")
_TWICE = re.compile(rf"(.{{1,{LONGEST_PIECE}}}?)\1", re.DOTALL)  # the shortest piece
_NO_WORD = re.compile(r"[\W_]+")  # what `str.isalnum` is false of
_BETWEEN_PIECES = frozenset(" \u3000\u00a0“”\"'（）()《》、，。:：")


class Line(NamedTuple):
    """A line without the white space around it; `start` and `end` lead into the text it was cut from.

    `goes_on` says that it belongs to the paragraph of the piece before it: only the site's words stand between.
    """

    start: int
    end: int
    text: str
    goes_on: bool = False


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold anything. Stamps, doubled titles, titles run together with a salutation and
    what the site says in the middle of a line become lines of their own."""
    return [line for match in _LINE.finditer(text) for line in _pieces(text, *match.span())]


def whole_lines(text: str) -> list[Line]:
    """The lines of a text that hold anything, none of them cut."""
    return [line for match in _LINE.finditer(text) if (line := _trimmed(text, *match.span()))]


def _pieces(text: str, start: int, end: int) -> Iterator[Line]:
    line = text[start:end]
    for first, last, goes_on in _edges(line) if len(line) <= LONGEST_KNOWN else _edges.__wrapped__(line):
        if piece := _trimmed(text, start + first, start + last, goes_on):
            yield piece


@lru_cache(maxsize=KNOWN_LINES)
def _edges(line: str) -> tuple[tuple[int, int, bool], ...]:
    """Where the pieces of a line begin and end, and whether each goes on the one before it."""
    apart = set(_cuts(line))
    inside = set(asides(line)) - apart
    return tuple((start, end, start in inside) for start, end in pairwise(sorted({0, *apart, *inside, len(line)})))


def _trimmed(text: str, start: int, end: int, goes_on: bool = False) -> Line | None:
    inside = text[start:end]
    bare = inside.strip()
    if not bare:
        return None
    if len(bare) < len(inside):
        start += len(inside) - len(inside.lstrip())
    return Line(start, start + len(bare), bare, goes_on)


def _cuts(line: str) -> Iterator[int]:
    """Where one line holds several things: ascending offsets into it."""
    indent = len(line) - len(line.lstrip())
    at = indent
    if stamp := _STAMP.match(line[at : at + LONGEST_HEAD]):
        at += stamp.end()
        yield at
    head = line[at : at + 2 * LONGEST_HEAD]
    if len(line) > at + 40 and (doubled := doubled_prefix(head)):
        at += doubled
        yield at
    salutation = SALUTATION.search(line, at, at + LONGEST_HEAD)
    if salutation and _is_run_on_title(line[at : salutation.start()]):
        yield salutation.start()


def _is_run_on_title(head: str) -> bool:
    return len(head.strip()) >= 6 and not re.search("[。！？；;!?]", head) and bool(_TITLE_WORD.search(head))


def plain(text: str | None) -> str:
    """Letters and digits only, in one width and case: for comparing titles."""
    wide = unicodedata.normalize("NFKC", text or "").casefold()
    return _NO_WORD.sub("", wide)


def doubled_prefix(text: str) -> int:
    """Length of the start of a text whose pieces are all doubled (在在 20202020 年年); 0 where there is none."""
    end = _undouble(text)[0]
    natural = _REDUPLICATED.search(text, 0, end) if end < len(text) else None
    return natural.start() if natural else end


def undoubled(line: str) -> str | None:
    """What a line says once, where it consists of doubled pieces throughout; None for an ordinary line."""
    if len(line) > LONGEST_DOUBLED:
        return None
    length, once = _undouble(line.strip())
    if not length >= 0.9 * len(line.strip()) > 0:
        return None
    return undoubled(once) or once  # a title said twice, each time piece by piece


def _undouble(text: str) -> tuple[int, str]:
    """The end of the doubled pieces at the start of a text, and what they say once."""
    at = covered = end = 0
    once: list[str] = []
    while at < len(text):
        size = _doubled_piece(text, at)
        if size and at + 2 * size <= len(text) and not text[at : at + size].isspace():
            covered += len(text[at : at + 2 * size])
            once.append(text[at : at + size])
            at += 2 * size
            end = at
        elif text[at] in _BETWEEN_PIECES:
            once.append(text[at])
            at += 1
        else:
            break
    bare = len(_SPACE.sub("", text[:end]))
    words = "".join(once).strip()
    is_doubled = covered >= max(MIN_DOUBLED, DOUBLED_SHARE * bare) and _is_wording(words)
    return (end, words) if is_doubled else (0, "")


def _doubled_piece(text: str, at: int) -> int:
    """Length of the piece that stands twice at `at`; 0 for none, and for a clause that a speaker says again."""
    twice = _TWICE.match(text, at)
    size = len(twice[1]) if twice else 0
    return 0 if size > 1 and _CLAUSE_MARK.search(text, at, at + size) else size


def _is_wording(text: str) -> bool:
    """Whether a text has words in it: rows of figures and a character drawn out are doubled by nature."""
    characters = _HAN.findall(text)
    return 4 * len(characters) >= len(text) and len(set(characters)) >= MIN_DOUBLED // 2
