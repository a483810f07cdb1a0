"""The lines of a printed page from the places of its characters: doubled print once, columns one after the other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

SAME_PLACE = 0.4  # of a character's width: the same one so near is bold by printing it twice
SAME_LINE = 0.4  # of the type size, between the middles of two characters
WORD_GAP = 0.2  # of the type size, between two words in Latin letters
HAN_GAP = 0.8  # of the type size, between two words in Chinese: more than any justified line has
CELL_GAP = 1.6  # of the type size, between two cells or columns
FEWEST_LINES = 4  # in a column
NARROWEST_COLUMN = 8  # characters on the usual line of a column: a table has fewer
RAGGED = 2.5  # characters that a full line may lack
MOST_ACROSS = 0.3  # of the lines of a page in columns: titles and notes that run across both


class Char(NamedTuple):
    """A character; points from the lower left corner of the page. `y` is its middle."""

    text: str
    x0: float
    x1: float
    y: float
    size: float


class PrintedLine(NamedTuple):
    """A line of print: its text, a tab between cells, where it begins and ends, and its size of type."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    column: int = 0  # 1 and 2 in a page of two columns


def lines_of_page(characters: Sequence[Char]) -> list[PrintedLine]:
    """The lines of a page in reading order. Vertical print is read from the right."""
    once = _once(characters)
    if _is_vertical(once):
        once = [Char(char.text, -char.y - char.size / 2, -char.y + char.size / 2, char.x0, char.size) for char in once]
    rows = [_segments(row) for row in _rows(once)]
    gutter = _gutter(rows)
    return [_line(row) for row in rows] if gutter is None else list(_column_after_column(rows, gutter))


def _once(characters: Sequence[Char]) -> list[Char]:
    kept: list[Char] = []
    places: dict[tuple[str, int, int], list[Char]] = {}
    for char in characters:
        column, row = int(char.x0 // 4), int(char.y // 4)
        near = (
            other
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for other in places.get((char.text, column + dx, row + dy), ())
        )
        width = char.x1 - char.x0
        if any(
            abs(other.x0 - char.x0) < SAME_PLACE * width and abs(other.y - char.y) < 0.3 * char.size for other in near
        ):
            continue
        places.setdefault((char.text, column, row), []).append(char)
        kept.append(char)
    return kept


def _is_vertical(characters: Sequence[Char]) -> bool:
    """Whether most characters stand right below the one that the file has before them."""
    below = sum(
        abs(after.x0 - before.x0) < 0.3 * before.size and 0.5 < (before.y - after.y) / (before.size or 1) < 1.6
        for before, after in pairwise(characters)
    )
    return 2 * below > len(characters) > 2


def _rows(characters: Sequence[Char]) -> Iterator[list[Char]]:
    """The characters of each row of the page, from left to right, the rows from the top."""
    row: list[Char] = []
    for char in sorted(characters, key=lambda char: -char.y):
        if row and abs(median(other.y for other in row[:3]) - char.y) > SAME_LINE * max(char.size, row[0].size):
            yield sorted(row, key=lambda char: char.x0)
            row = []
        row.append(char)
    if row:
        yield sorted(row, key=lambda char: char.x0)


def _segments(row: list[Char]) -> list[list[Char]]:
    """A row cut at its wide gaps."""
    segments = [[row[0]]]
    for before, char in pairwise(row):
        if char.x0 - before.x1 > CELL_GAP * max(before.size, char.size):
            segments.append([])
        segments[-1].append(char)
    return segments


def _gutter(rows: Sequence[list[list[Char]]]) -> float | None:
    """Where the right one of two columns of running text begins; None for one column, or for a table."""
    segments = [segment for row in rows for segment in row]
    starts = Counter(round(segment[0].x0) for segment in segments)
    for start, _ in sorted(starts.items(), key=lambda each: -each[1]):
        left = [segment for segment in segments if segment[-1].x1 < start]
        right = [segment for segment in segments if segment[0].x0 >= start - 1]
        across = len(segments) - len(left) - len(right)
        if across <= MOST_ACROSS * len(segments) and _is_column(left) and _is_column(right):
            return start - 1
    return None


def _is_column(segments: Sequence[list[Char]]) -> bool:
    """Whether segments are lines of running text: long enough, and most of them end at one margin."""
    if len(segments) < FEWEST_LINES or median(map(len, segments)) < NARROWEST_COLUMN:
        return False
    ends = [segment[-1].x1 for segment in segments]
    margin = max(ends) - RAGGED * segments[0][0].size
    return sum(end >= margin for end in ends) >= len(ends) / 2


def _column_after_column(rows: Sequence[list[list[Char]]], gutter: float) -> Iterator[PrintedLine]:
    """The left column before the right one, between the rows that run across both."""
    left: list[PrintedLine] = []
    right: list[PrintedLine] = []
    for row in rows:
        if any(segment[0].x0 < gutter < segment[-1].x1 for segment in row):
            yield from (*left, *right, _line(row))
            left, right = [], []
            continue
        for column, number, segments in (
            (left, 1, [segment for segment in row if segment[0].x0 < gutter]),
            (right, 2, [segment for segment in row if segment[0].x0 >= gutter]),
        ):
            if segments:
                column.append(_line(segments, number))
    yield from (*left, *right)


def _line(segments: list[list[Char]], column: int = 0) -> PrintedLine:
    characters = [char for segment in segments for char in segment]
    return PrintedLine(
        "\t".join(map(_words, segments)),
        characters[0].x0,
        characters[-1].x1,
        median(char.y for char in characters),
        median(char.size for char in characters),
        column,
    )


def _words(segment: list[Char]) -> str:
    """The text of a segment with a blank at each gap, but none between single characters: 工 作 报 告 is but spaced."""
    runs = [[segment[0]]]
    for before, char in pairwise(segment):
        latin = before.text[-1:].isascii() and char.text[:1].isascii()
        if char.x0 - before.x1 > (WORD_GAP if latin else HAN_GAP) * before.size:
            runs.append([])
        runs[-1].append(char)
    texts = ["".join(char.text for char in run) for run in runs]
    blanks = [" " if len(left) > 1 or len(right) > 1 else "" for left, right in pairwise(texts)]
    return texts[0] + "".join(blank + text for blank, text in zip(blanks, texts[1:], strict=True))
