"""Careful mending of what the conversion of a document into text broke; each repair can be taken back."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from include.clean.text.broken_numbers import broken_numbers, spaced_digits
from include.clean.text.edits import Edit
from include.clean.text.lines import Line, undoubled, whole_lines
from include.clean.text.page_numbers import halved_by
from include.clean.text.wrapped import wrapped_lines
from include.records import Repair


def repair(text: str) -> tuple[str, list[Repair]]:
    """Mend a text; `restored` takes it all back. The rules, of which the one named first has its way where two
    want the same characters:

    `doubled`        a line that a PDF's conversion says twice piece by piece (今今天天) is said once
    `page_number`    the number of a printed page in the middle of a sentence goes, the halves are joined
    `spaced_digits`  2 0 2 1 年, 1 2 . 5 % and 8. 5% are closed up
    `broken_number`  a number is joined with the %, the unit or the decimals that a line break cut off
    `wrapped_line`   lines of one length throughout are joined to the paragraphs that they were

    A row of a table (cells with tabs between) is never touched, and a number only where no other reading is left.
    """
    lines = whole_lines(text)
    edits = chain(
        _doubled(lines), _page_numbers(lines), spaced_digits(lines), broken_numbers(text), wrapped_lines(lines)
    )
    return _apply(text, _apart(text, edits))


def restored(text: str, repairs: Sequence[Repair]) -> str:
    """The text as it was before its repairs, which are in its order."""
    pieces: list[str] = []
    at = 0
    for each in repairs:
        pieces += [text[at : each.start], each.before]
        at = each.end
    return "".join([*pieces, text[at:]])


def _doubled(lines: Sequence[Line]) -> Iterator[Edit]:
    for line in lines:
        if once := undoubled(line.text):
            yield Edit(line.start, line.end, once, "doubled")


def _page_numbers(lines: Sequence[Line]) -> Iterator[Edit]:
    for index in halved_by([line.text for line in lines]):
        yield Edit(lines[index - 1].end, lines[index + 1].start, "", "page_number")


def _apart(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """The edits in the order of the text; of two that touch the same characters, the one named first."""
    taken = bytearray(len(text))
    kept = []
    for edit in edits:
        if taken.find(1, edit.start, edit.end) < 0:
            taken[edit.start : edit.end] = b"\x01" * (edit.end - edit.start)
            kept.append(edit)
    return sorted(kept)


def _apply(text: str, edits: Sequence[Edit]) -> tuple[str, list[Repair]]:
    pieces: list[str] = []
    repairs: list[Repair] = []
    at = length = 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.after]
        start = length + edit.start - at
        length = start + len(edit.after)
        repairs.append(Repair(edit.rule, start, length, text[edit.start : edit.end]))
        at = edit.end
    return "".join([*pieces, text[at:]]), repairs
