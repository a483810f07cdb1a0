"""One page, several speeches: where each begins and ends, and what each says of itself."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from include.clean.about.metadata import Publisher
from include.clean.speeches.compilation import Start, starts_of, unfolded
from include.clean.speeches.head import apart, date_of, own_title
from include.clean.speeches.headings import LONGEST_HEADING, SPEECH
from include.clean.speeches.occasion import occasion_of
from include.clean.speeches.openings import MIN_REPEATED_BODY, from_opening, is_speech, length_of
from include.clean.speeches.region import code_of_region, region_of
from include.clean.speeches.speaker import speaker_of
from include.clean.speeches.years import ContentYear, content_year_of, stated_year_of
from include.clean.text.chrome import kinds_of
from include.clean.text.lines import Line, lines_of
from include.records import SpeechSpan

_ANNOUNCED = re.compile(
    rf"(?:整理|收集|搜集|带来|分享|准备)(?:的|了)?[:：\s]?([^，。,!！]{{2,60}}?{SPEECH}(?:[（(【].{{1,14}}[)）】])?)[，。,!！]"
)
_MASK = re.compile(r"[XxＸ]{2,}|[×✕╳*＊○〇]{2,}|20[xX×*]{2}|[X×＊*]\s?(?:年|月|届|市|县|区|亿|万|个|%)")
_ENDED = re.compile("[。！？!?…][”’」』）)]?$|[）)]$|谢谢.{0,10}$")


class Part(NamedTuple):
    """The lines of one speech; its heading in the compilation, if any, stands apart."""

    lines: Sequence[Line]
    caption: str | None


def split_speeches(text: str, title: str | None = None, publisher: Publisher = Publisher()) -> list[SpeechSpan]:  # noqa: B008
    """The speeches of a cleaned text, in order; one span where nothing says that there are several."""
    return _spans(lines_of(text), text, title, publisher)


def speeches_of_raw_text(text: str) -> list[SpeechSpan]:
    """The speeches of a text as scraped, site chrome and all; the spans lead into that text as it lies."""
    lines = lines_of(text)
    kinds = kinds_of([line.text for line in lines])
    kept = [line for line, kind in zip(lines, kinds, strict=True) if kind is None]
    announced = (_ANNOUNCED.search(line.text) for line, kind in zip(lines, kinds, strict=True) if kind == "editor_line")
    return _spans(kept, text, next((match[1] for match in announced if match), None), Publisher())


def _spans(lines: Sequence[Line], text: str, title: str | None, publisher: Publisher) -> list[SpeechSpan]:
    spans: list[SpeechSpan] = []
    for part in _parts(lines, title):
        head, body = apart(part.lines, [name for name in (part.caption, title) if name])
        if body:
            spans.append(_span(len(spans) + 1, part.caption, title, text, head, body, publisher))
    return spans


def _span(
    no: int,
    caption: str | None,
    page_title: str | None,
    text: str,
    head: Sequence[Line],
    body: Sequence[Line],
    publisher: Publisher,
) -> SpeechSpan:
    title, title_from = own_title(head, caption, page_title)
    start, end = body[0].start, body[-1].end
    speech, above = text[start:end], [line.text for line in head]
    stated = stated_year_of(title)
    year = content_year_of(speech, stated, date_of(above))
    flags = tuple(name for name, holds in _flags(speech, year, stated, title).items() if holds)
    named = (title or "")[:LONGEST_HEADING]
    speaker, office, speaker_from = speaker_of(named, above, speech)
    occasion, occasion_from = occasion_of(named, above, speech)
    region, region_from = region_of(named, above, speech, publisher)
    return SpeechSpan(
        *(no, title, start, end, year.year, year.evidence, stated, flags, title_from),
        *(speaker, office, speaker_from, occasion, occasion_from, region, region_from),
        region_code=code_of_region(region, year.year),
    )


def _flags(speech: str, year: ContentYear, stated: int | None, title: str | None) -> dict[str, bool]:
    return {
        "year_conflict": year.contradicts(stated, title),
        "masked": bool(_MASK.search(speech)),
        "truncated": len(speech) > MIN_REPEATED_BODY and not _ENDED.search(speech),
    }


def _parts(lines: Sequence[Line], title: str | None) -> list[Part]:
    lines = unfolded(lines)
    starts = starts_of(lines, title)
    if not starts:
        return [Part(lines, None)]
    edges = [start.line for start in starts[1:]] + [len(lines)]
    parts = [
        Part(lines[start.line + (start.caption is not None) : edge], start.caption)
        for start, edge in zip(starts, edges, strict=True)
    ]
    before = lines[: starts[0].line]
    return [Part(from_opening(before), None), *parts] if _is_first_speech(before, starts[0]) else parts


def _is_first_speech(before: Sequence[Line], first: Start) -> bool:
    """Whether what stands before the first heading is a speech without one, not words about what follows."""
    return is_speech(before) if first.no == 1 else length_of(before) >= MIN_REPEATED_BODY
