"""Chrome that only its surroundings give away: doubled titles, keyword fragments, boxes of titles, prefaces.

Each function gives the indexes of the lines that it finds; `kinds` says what the lines are known to be so far.
"""

import re
from collections.abc import Sequence

from include.clean.text.lines import SALUTATION, plain, undoubled

SHORTEST_PARAGRAPH = 30  # characters
LONGEST_FRAGMENT = 8  # characters of a keyword fragment
FEWEST_FRAGMENTS = 3
FEWEST_ENTRIES, MOST_ENTRIES = 2, 40
MOST_LINES_AHEAD = 15  # of a table of contents
LONGEST_ENTRY = 60  # characters of a title in a box
LONGEST_PREFACE = 600  # characters
TIMES_LONGER = 6  # what follows a preface is longer than it, this many times
_INNER_MARK = re.compile("[，。；！？,;]")
_SENTENCE_MARK = re.compile("[，。；！？、：,;:!?…《》（）()]")
_SENTENCE_END = re.compile("[。！？!?…][”’」』）)]?$")
_SEPARATOR = re.compile("[\\s,，、;；|/·]+")
_OPENING = re.compile(
    "(?:下面|以下|下文|今天|接下来|这里|带来|分享|跟着|随着|本文).{0,80}(?:讲话|发言|致辞|致词|演讲|报告|总结|材料|范文|主持词|[讲文]稿)"
)
_BOX = re.compile("^(?:【[^】]{2,60}】[^：:]{2,10}|[^：:]{2,24})[：:]?\\s{0,3}(?:更多|MORE|more)?[>»+\\s]{0,3}$")
_ENTRY = re.compile(
    "(?:讲话|发言|致辞|致词|演讲|报告|汇报|总结|材料|方案|计划|心得|体会|范文|范本|模板|主持词|[讲文]稿|通知|意见|提纲|表态|要点|大全)[稿词]?"
    "(?:范文|材料|模板|大全|汇编|精选)?(?:[（(【\\[]?.{0,14}[）)】\\]])?(?:\\s{0,3}\\d{2,4}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?)?$"
)
_CONTENTS = re.compile(
    "^[【\\[（(]?(?:本文|文章|全文|内容|快速|快捷)?\\s{0,3}(?:目\\s{0,6}录|导航|导览)[】\\]）)]?[：:]?$"
)
_NUMBERING = re.compile(
    "^[（(【\\[]?(?:第?[一二三四五六七八九十\\d]{1,3}篇?|篇[一二三四五六七八九十\\d]{1,3})[】\\]、）).．：:\\s]{1,3}"
)
_PIECE = re.compile("^[（(【\\[]?(?:第[一二三四五六七八九十\\d]{1,3}篇|篇[一二三四五六七八九十\\d]{1,3})")
HEADING_MARK = re.compile(
    "^(?:第[一二三四五六七八九十\\d]{1,3}[部章篇节，、]|[（(]?[一二三四五六七八九十]{1,3}[、）).．]|[（(]?\\d{1,2}[、）).．])"
)
_OF_A_SPEAKER = re.compile("我[市县区镇乡省州]|全[市县区镇乡省州][^，。]{0,20}[，。]|同志|[市县区省]委")
_CLOSING = re.compile("谢谢|敬礼|祝大家|祝各位|[12]\\d{3}\\s?年\\s?\\d{1,2}\\s?月")


def doubled_titles(lines: Sequence[str], kinds: Sequence[str | None], title: str | None) -> list[int]:
    """Titles with every piece doubled, and the page's title said again right after itself."""
    found: list[int] = []
    seen = False
    for index, line in enumerate(lines):
        if kinds[index] is not None:
            continue
        if (once := undoubled(line)) and not _INNER_MARK.search(once):
            found.append(index)
        elif title and plain(line) == plain(title):
            after = next((lines[i] for i in range(index + 1, len(lines)) if kinds[i] is None), "")
            if plain(after) == plain(title):
                found.append(index)
            elif seen:
                break
            seen = True
        elif SALUTATION.match(line) or (len(line) >= SHORTEST_PARAGRAPH and _INNER_MARK.search(line)):
            break
    return found


def keywords(lines: Sequence[str], kinds: Sequence[str | None], first: int, title: str | None) -> list[int]:
    """Keywords of the title before the text begins, one a line or several: 2023 / 市政府 / 发展 / 会上 / 讲话."""
    head = [i for i in range(first) if kinds[i] is None]
    known = plain(title) or max((plain(lines[i]) for i in head), key=len, default="")
    runs: list[list[int]] = [[]]
    for index in head:
        if len(lines[index]) <= LONGEST_FRAGMENT and not _SENTENCE_MARK.search(lines[index]):
            runs[-1].append(index)
        else:
            runs.append([])
    found = {i for run in runs if _are_fragments([lines[i] for i in run], known) for i in run}
    return [i for i in head if i in found or _is_row_of_fragments(lines[i], known)]


def _are_fragments(words: Sequence[str], known: str) -> bool:
    bare = [plain(word) for word in words]
    hits = sum(word in known or word.isdigit() for word in bare)
    return all(bare) and len(words) >= FEWEST_FRAGMENTS and 2 * hits >= len(words)


def _is_row_of_fragments(line: str, known: str) -> bool:
    """Keywords on one line. A title set with spaces says the title in its order, and stays."""
    words = _SEPARATOR.split(line)
    longest = max(map(len, words))
    return longest <= LONGEST_FRAGMENT and _are_fragments(words, known) and plain(line) not in known


def contents(lines: Sequence[str], kinds: Sequence[str | None]) -> list[int]:
    """A table of contents of a page with several documents: its heading, where it has one, and the titles that come
    again as headings further down."""
    start = next((i for i, line in enumerate(lines[:MOST_LINES_AHEAD]) if _CONTENTS.match(line)), None)
    if start is not None:
        entries = _listed(lines, kinds, start + 1)
        return [start, *entries] if all(map(_is_listing, (lines[i] for i in entries))) else []
    start = next((i for i, line in enumerate(lines[:MOST_LINES_AHEAD]) if _PIECE.match(line)), None)
    entries = _listed(lines, kinds, start) if start is not None else []
    return entries if len(entries) >= FEWEST_ENTRIES and all(_PIECE.match(lines[i]) for i in entries) else []


def _listed(lines: Sequence[str], kinds: Sequence[str | None], start: int) -> list[int]:
    """The lines from `start` on, up to the first that does not come again below them."""
    names = [plain(_NUMBERING.sub("", line)) if len(line) <= LONGEST_ENTRY else "" for line in lines]
    found: dict[str, int] = {}
    for index in range(start, min(len(lines), start + MOST_ENTRIES)):
        if kinds[index] is None:
            name = names[index]
            if (
                not name
                or name not in names[index + 1 :]
                or plain(lines[index]) in found
                or SALUTATION.match(lines[index])
            ):
                break
            found[plain(lines[index])] = index
    return list(found.values())


def _is_listing(line: str) -> bool:
    return bool(_ENTRY.search(line.rstrip("0123456789 ")) or _NUMBERING.match(line))


def boxed_titles(lines: Sequence[str], kinds: Sequence[str | None], last: int) -> list[int]:
    """The titles under the heading of a box (相关内容, 热门阅读), one a line. Behind the last paragraph every short
    line is one; before it only what reads like the title of a document, and not the one a speech follows."""
    found: list[int] = []
    for index, line in enumerate(lines):
        if kinds[index] != "related" or not _BOX.match(line):
            continue
        entries: list[int] = []
        for i in range(index + 1, len(lines)):
            if kinds[i] is not None or not _is_entry(lines[i], behind=index > last):
                break
            entries.append(i)
        follower = entries[-1] + 1 if entries else index + 1
        if index < last and follower < len(lines) and kinds[follower] is None:
            entries = entries[:-1]
        found += entries
    return found


def _is_entry(line: str, *, behind: bool) -> bool:
    if len(line) > LONGEST_ENTRY or _SENTENCE_END.search(line) or SALUTATION.match(line) or _CLOSING.search(line):
        return False
    return behind or (bool(_ENTRY.search(line)) and not HEADING_MARK.match(line))


def preface(lines: Sequence[str], kinds: Sequence[str | None]) -> list[int]:
    """What the site says before it announces the speech (讲话稿是…。下面是小编整理的…): short beside what follows,
    no salutation or heading in it."""
    announced = next((i for i, kind in enumerate(kinds) if kind == "editor_line" and _OPENING.search(lines[i])), None)
    if announced is None:
        return []
    before = [i for i in range(announced) if kinds[i] is None]
    said = [i for i in before if _SENTENCE_END.search(lines[i])]  # not the title
    opened = any(SALUTATION.match(lines[i]) or HEADING_MARK.match(lines[i]) for i in before)
    if opened or any(_OF_A_SPEAKER.search(lines[i]) for i in said):
        return []
    size = sum(len(lines[i]) for i in said)
    after = sum(len(lines[i]) for i in range(announced + 1, len(lines)) if kinds[i] is None)
    return said if size <= LONGEST_PREFACE and after >= TIMES_LONGER * size else []
