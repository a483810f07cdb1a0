"""The lines above a speech: title, subtitle, date, speaker; and the title that they give it."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from include.clean.speeches.headings import LONGEST_TITLE, SENTENCE_MARK, is_title
from include.clean.speeches.names import name_of
from include.clean.speeches.openings import DATE_LINE, HEAD_LINES, SUBTITLE
from include.clean.speeches.speaker import speaker_of_line
from include.clean.text.lines import SALUTATION, Line, plain

ALIKE = 0.75  # similarity from which a line above a speech is its title said in other words
LONGEST_NAME = 14  # characters of a line between title and salutation: 市长 张三
_DAY = re.compile(r"(?:[12]\d{3}|[一二][九〇○零０O][〇○零０O一二三四五六七八九]{2})\s?年[^年]{1,3}月")
_REMARK = re.compile(
    r"^(?:时间|日期|地点|讲话人|主讲人?|发言人|报告人|主持人?|作者|场合|对象)[:：]|^[（(【\[](?:根据|讲话|发言|提纲|摘要|节选|草稿|初稿|讨论稿|代拟稿|审议稿|全文|.{0,8}供参考).{0,20}[）)】\]]$"
)


class Title(NamedTuple):
    """A speech's title and where it was read: heading, own_line or page_title; both None where there is none."""

    text: str | None
    place: str | None


def apart(lines: Sequence[Line], names: Sequence[str]) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines above a speech and the speech. `names` are what the page and its heading call the speech."""
    bare = [plain(name) for name in names]
    count = 0
    for index, line in enumerate(lines[:HEAD_LINES]):
        if SALUTATION.match(line.text) or len(line.text) > LONGEST_TITLE or SENTENCE_MARK.search(line.text):
            break
        follower = lines[index + 1].text if index + 1 < len(lines) else ""
        if _stands_above(line.text, bare, follower) or (0 < index == count and name_of(line.text)):
            count = index + 1
    return lines[:count], lines[count:]


def date_of(head: Sequence[str]) -> str:
    """The words above a speech that say when it was given; empty where none do."""
    return " ".join(line for line in head if DATE_LINE.match(line) or _DAY.search(line))


def own_title(head: Sequence[Line], caption: str | None, title: str | None) -> Title:
    """The title of a speech: of its own lines, else what its heading says, else the page's."""
    lines = [line.text for line in head if not DATE_LINE.match(line.text) and not _REMARK.match(line.text)]
    subtitle = next((index for index, line in enumerate(lines) if index and SUBTITLE.match(line)), None)
    if subtitle is not None and is_title(lines[subtitle]):
        first = max(0, subtitle - 2) if caption is not None else subtitle - 1
        return Title(" ".join(lines[first : subtitle + 1]), "own_line")
    own = next((index for index in range(len(lines) - 1, -1, -1) if is_title(lines[index])), None)
    if own is not None:
        return Title(_whole(lines, own), "own_line")
    if caption:
        return Title(caption, "heading")
    return Title(title, "page_title") if title else Title(*((lines[0], "own_line") if lines else (None, None)))


def _whole(lines: Sequence[str], index: int) -> str:
    """A title with its first half, where a line break cut it."""
    joined = f"{lines[index - 1]}{lines[index]}" if index else ""
    is_half = joined.startswith(("在", "关于")) and not is_title(lines[index - 1])
    return joined if is_half and is_title(joined) and not lines[index].startswith(("在", "关于")) else lines[index]


def _stands_above(line: str, names: Sequence[str], follower: str) -> bool:
    """Whether a short line above a speech is its title, subtitle, date or speaker."""
    bare = plain(line)
    if len(bare) >= 4 and any(
        bare in name or name in bare or SequenceMatcher(None, bare, name).ratio() > ALIKE for name in names
    ):
        return True
    if is_title(line) or DATE_LINE.match(line) or SUBTITLE.match(line) or SUBTITLE.match(follower):
        return True
    if _REMARK.match(line) or speaker_of_line(line):
        return True
    if name_of(line) and DATE_LINE.match(follower):
        return True
    return len(line) <= LONGEST_NAME and bool(SALUTATION.match(follower))
