"""The passages of a text that may hold tasks: a paragraph's sentences, with what labels say of them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from include.commitments.labels import Charges, charges, is_label_line
from include.records import Segment
from include.segment.characters import NUMERAL

SHORTEST_ITEM = 6  # characters, the marker among them: 3、建桥5座
_MARKER = re.compile(
    rf"[（(]?\d{{1,2}}[）).．、]|[（(]?[{NUMERAL}]{{1,3}}[）)、]|[{NUMERAL}]{{1,3}}[是要]|[①-⑳]|—|●|◆|\*"
)


class Passage(NamedTuple):
    """The sentences of one paragraph, and what the labels in it and in the lines right behind it say."""

    sentences: list[Segment]
    labels: Charges


def opens_item(text: str, sentence: Segment) -> bool:
    """Whether a sentence opens with the marker of a list."""
    return _MARKER.match(text, sentence.start, sentence.end) is not None


def passages(text: str, parts: list[Segment]) -> Iterator[Passage]:
    """The passages of the text in text order, without the sentences that are nothing but labels."""
    held: Passage | None = None
    for sentences in _paragraphs(text, parts):
        said = charges(text, sentences[0].start, sentences[-1].end)
        tasks = [s for s in sentences if not is_label_line(text, s.start, s.end)]
        if not tasks and held:
            bodies, deadline = held.labels
            held = held._replace(labels=Charges(bodies + said.bodies, deadline or said.deadline))
        elif tasks:
            if held:
                yield held
            held = Passage(tasks, said)
    if held:
        yield held


def _paragraphs(text: str, parts: list[Segment]) -> Iterator[list[Segment]]:
    """The sentences paragraph by paragraph; an item without a full stop, a heading by its form, is one of its own."""
    found: list[Segment] = []
    read_to = 0
    for place, part in enumerate(parts):
        if part.kind != "sentence" and found:
            yield found
            found = []
        if part.kind == "sentence":
            found.append(part)
            read_to = part.end
        elif part.kind == "heading" and part.start >= read_to and _is_item(text, parts, place):
            yield [Segment("sentence", 0, part.start, part.end, place)]
    if found:
        yield found


def _is_item(text: str, parts: list[Segment], place: int) -> bool:
    """Whether a heading is long enough for a task and has nothing under it but labels."""
    if parts[place].end - parts[place].start < SHORTEST_ITEM:
        return False
    after = next((p for p in parts[place + 1 : place + 3] if p.kind != "paragraph"), None)
    if after is None:
        return True
    if after.start < parts[place].end:
        return False
    return after.parent != place or is_label_line(text, after.start, after.end)
