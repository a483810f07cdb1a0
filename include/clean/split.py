"""One page, several speeches: where each begins and ends, its own title, the year its content speaks of."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from include.clean.chrome import kinds_of, plain
from include.clean.compilation import (
    HEAD_LINES,
    LONGEST_TITLE,
    MIN_REPEATED_BODY,
    SENTENCE_MARK,
    SPEECH,
    is_title,
    length_of,
    starts_of,
)
from include.clean.lines import SALUTATION, Line, lines_of
from include.clean.years import ContentYear, content_year_of, stated_year_of
from include.records import SpeechSpan

ALIKE = 0.75  # similarity from which a line above a speech is its title said in other words
LONGEST_NAME = 14  # characters of a line between title and salutation: 市长 张三
_ANNOUNCED = re.compile(
    rf"(?:整理|收集|搜集|带来|分享|准备)(?:的|了)?[:：\s]?([^，。,!！]{{2,60}}?{SPEECH}(?:[（(【].{{1,14}}[)）】])?)[，。,!！]"
)
_SUBTITLE = re.compile("^[—–-]{1,3}\\s?在")
_DATE_LINE = re.compile(r"^[（(]?\s*(?:[12]\d{3}|二[〇○零０].{2})\s?年.{1,24}[日月][^。]{0,16}[)）]?$")
_MASK = re.compile(r"[XxＸ]{2,}|[×✕╳*＊○〇]{2,}|20[xX×*]{2}|[X×＊*]\s?(?:年|月|届|市|县|区|亿|万|个|%)")
_ENDED = re.compile("[。！？!?…][”’」』）)]?$|[）)]$|谢谢.{0,10}$")


class Part(NamedTuple):
    """The lines of one speech; its heading in the compilation, if any, stands apart."""

    lines: Sequence[Line]
    caption: str | None


def split_speeches(text: str, title: str | None = None) -> list[SpeechSpan]:
    """The speeches of a cleaned text, in order; one span where nothing says that there are several."""
    return _spans(lines_of(text), text, title)


def speeches_of_raw_text(text: str) -> list[SpeechSpan]:
    """The speeches of a text as scraped, site chrome and all; the spans lead into that text as it lies."""
    lines = lines_of(text)
    kinds = kinds_of([line.text for line in lines])
    kept = [line for line, kind in zip(lines, kinds, strict=True) if kind is None]
    announced = (_ANNOUNCED.search(line.text) for line, kind in zip(lines, kinds, strict=True) if kind == "editor_line")
    return _spans(kept, text, next((match[1] for match in announced if match), None))


def _spans(lines: Sequence[Line], text: str, title: str | None) -> list[SpeechSpan]:
    spans: list[SpeechSpan] = []
    for part in _parts(lines):
        head, body = _apart(part, title)
        if body:
            spans.append(_span(len(spans) + 1, _own_title(head, part.caption, title), text, body, head))
    return spans


def _span(no: int, title: str | None, text: str, body: Sequence[Line], head: Sequence[Line]) -> SpeechSpan:
    start, end = body[0].start, body[-1].end
    speech = text[start:end]
    stated = stated_year_of(title)
    year = content_year_of(speech, stated, " ".join(line.text for line in head if _DATE_LINE.match(line.text)))
    flags = tuple(name for name, holds in _flags(speech, year, stated, title).items() if holds)
    return SpeechSpan(no, title, start, end, year.year, year.evidence, stated, flags)


def _flags(speech: str, year: ContentYear, stated: int | None, title: str | None) -> dict[str, bool]:
    return {
        "year_conflict": year.contradicts(stated, title),
        "masked": bool(_MASK.search(speech)),
        "truncated": len(speech) > MIN_REPEATED_BODY and not _ENDED.search(speech),
    }


def _parts(lines: Sequence[Line]) -> list[Part]:
    starts = starts_of(lines)
    if not starts:
        return [Part(lines, None)]
    edges = [start.line for start in starts[1:]] + [len(lines)]
    parts = [
        Part(lines[start.line + (start.caption is not None) : edge], start.caption)
        for start, edge in zip(starts, edges, strict=True)
    ]
    before = lines[: starts[0].line]
    if length_of(before) >= MIN_REPEATED_BODY:  # a first speech without a heading of its own
        parts.insert(0, Part(before, None))
    return parts


def _apart(part: Part, title: str | None) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines above a speech (title, subtitle, date, speaker) and the speech."""
    lines = part.lines
    names = [plain(name) for name in (part.caption, title) if name]
    count = 0
    for index, line in enumerate(lines[:HEAD_LINES]):
        if SALUTATION.match(line.text) or len(line.text) > LONGEST_TITLE or SENTENCE_MARK.search(line.text):
            break
        follower = lines[index + 1].text if index + 1 < len(lines) else ""
        if _stands_above(line.text, names, follower):
            count = index + 1
    return lines[:count], lines[count:]


def _stands_above(line: str, names: list[str], follower: str) -> bool:
    """Whether a short line above a speech is its title, subtitle, date or speaker."""
    bare = plain(line)
    if len(bare) >= 4 and any(
        bare in name or name in bare or SequenceMatcher(None, bare, name).ratio() > ALIKE for name in names
    ):
        return True
    if is_title(line) or _DATE_LINE.match(line) or _SUBTITLE.match(line) or _SUBTITLE.match(follower):
        return True
    return len(line) <= LONGEST_NAME and bool(SALUTATION.match(follower))


def _own_title(head: Sequence[Line], caption: str | None, title: str | None) -> str | None:
    lines = [line.text for line in head if not _DATE_LINE.match(line.text)]
    subtitle = next((index for index, line in enumerate(lines) if index and _SUBTITLE.match(line)), None)
    if subtitle is not None:
        first = max(0, subtitle - 2) if caption is not None else subtitle - 1
        return " ".join(lines[first : subtitle + 1])
    own = next((line for line in reversed(lines) if is_title(line)), None)
    return own or caption or title or (lines[0] if lines else None)
