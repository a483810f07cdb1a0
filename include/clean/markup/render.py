"""A BeautifulSoup tree as lines of text: one for each block, line break and table row."""

import re

from bs4.element import NavigableString, PreformattedString, Tag

from include.clean.markup.html import BLOCKS, LINE_BREAK

_WRAPPED_LINE = re.compile("(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]{0,99}\n\\s{0,99}(?=[\u3000-\u9fff\uff00-\uffef])")
_CELLS, _LINE = frozenset({"td", "th"}), ("\n", "\n")
_CELL = "\x1f"  # stands for the end of a cell until the rows are known: no decoded text holds this character


def lines(soup: Tag) -> str:
    """The text of a tree; cells of a table row are separated by a tab, other white space is closed up."""
    pieces: list[str] = []
    _collect(soup, False, pieces)
    rows = map(_row, "".join(pieces).replace(LINE_BREAK, "\n").split("\n"))
    return "\n".join(row for row in rows if row)


def _row(row: str) -> str:
    return "\t".join(cell for part in row.split(_CELL) if (cell := " ".join(part.split())))


def _collect(node: Tag, preformatted: bool, pieces: list[str]) -> None:
    """Add the text below a tag, with its line and cell ends, to the pieces."""
    for child in node.children:
        if isinstance(child, Tag):
            before, after = ("", _CELL) if child.name in _CELLS else _LINE if child.name in BLOCKS else ("", "")
            pieces.append(before)
            _collect(child, preformatted or child.name == "pre", pieces)
            pieces.append(after)
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            wrapped = "\n" in child and not preformatted
            pieces.append(_WRAPPED_LINE.sub("", child).replace("\n", " ") if wrapped else child)
