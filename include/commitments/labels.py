"""Labels of task lists: 责任单位：…, 完成时限：…, （县水利局负责）."""

import re
from functools import cache
from typing import NamedTuple

from include.commitments.cues import cues
from include.rule_files import any_of
from include.segment.lines import Span, trim

LONGEST_VALUE = 120  # characters
_STOP = re.compile("[；;。\n（）()〔〕【】]")
_MARKS = "，,、；;。 　"
_BRACKETED = re.compile(
    "[（(〔【](?P<body>[^（）()〔〕【】：:，,。]{2,60}?)(?:牵头|负责|配合|承办|落实)(?:[，,；;][^（）()〔〕【】]{0,80})?[）)〕】]"
)


class Charges(NamedTuple):
    """What labels say: who answers for the task, and until when. Empty where they say nothing."""

    bodies: tuple[Span, ...] = ()
    deadline: Span | None = None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = cues()
    label = f"(?:(?P<body>{any_of(words.body_labels)})|(?P<term>{any_of(words.deadline_labels)}))"
    labels = re.compile(rf"{label}(?:及[^：:。\n]{{1,8}})?\s?[：:]")
    opens = re.compile(rf"[（(〔【]?{label}(?:及[^：:。\n]{{1,8}})?\s?[：:]")
    return labels, opens, re.compile(rf"[^，,。；;：:\n]{{0,10}}(?:{any_of(words.task_labels)})(?:是|为)?\s?[：:】]")


def charges(text: str, start: int, end: int) -> Charges:
    """What the labels between `start` and `end` say."""
    found = list(_patterns()[0].finditer(text, start, end))
    bodies = [Span(*m.span("body")) for m in _BRACKETED.finditer(text, start, end)]
    terms: list[Span] = []
    for place, match in enumerate(found):
        limit = found[place + 1].start() if place + 1 < len(found) else end
        value = _value(text, match.end(), limit)
        if value.end > value.start:
            (bodies if match["body"] else terms).append(value)
    return Charges(tuple(bodies), terms[0] if terms else None)


def _value(text: str, start: int, limit: int) -> Span:
    limit = min(limit, start + LONGEST_VALUE)
    stop = _STOP.search(text, start, limit)
    end = stop.start() if stop else limit
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return trim(text, start, end)


def is_label_line(text: str, start: int, end: int) -> bool:
    """Whether a sentence is nothing but labels and their values, or a bracket that charges a body."""
    if _patterns()[1].match(text, start, end):
        return True
    bracketed = _BRACKETED.match(text, start, end)
    return bracketed is not None and end - bracketed.end() <= 1


def names_task(text: str, start: int, end: int) -> bool:
    """Whether a sentence opens with a label for a task (主要任务：…)."""
    return _patterns()[2].match(text, start, end) is not None
