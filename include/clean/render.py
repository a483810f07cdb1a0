"""A BeautifulSoup tree as lines of text: one for each block, `<br>` and table row."""

import re
from collections.abc import Iterator

from bs4.element import NavigableString, PreformattedString, Tag

from include.clean.html import BLOCKS

_ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_WRAPPED_LINE = re.compile("(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]{0,99}\n\\s{0,99}(?=[\u3000-\u9fff\uff00-\uffef])")
_BLANKS = re.compile(r"[^\S\n]+")
_CELL = "\x1f"  # stands for the end of a cell until the rows are known


def lines(soup: Tag) -> str:
    """The text of a tree; cells of a table row are separated by a tab, other white space is closed up."""
    rows = (_row(row) for row in "".join(_parts(soup)).split("\n"))
    return "\n".join(row for row in rows if row)


def _row(row: str) -> str:
    return "\t".join(cell for part in row.split(_CELL) if (cell := _BLANKS.sub(" ", part).strip()))


def _parts(node: Tag) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, Tag):
            yield from _tag_parts(child)
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            text = _ZERO_WIDTH.sub("", child).replace("\r\n", "\n").replace("\r", "\n").replace(_CELL, " ")
            yield text if "\n" in text and child.find_parent("pre") else _WRAPPED_LINE.sub("", text).replace("\n", " ")


def _tag_parts(tag: Tag) -> Iterator[str]:
    if tag.name == "br":
        yield "\n"
    elif tag.name in ("td", "th"):
        yield from _parts(tag)
        yield _CELL
    elif tag.name in BLOCKS:
        yield "\n"
        yield from _parts(tag)
        yield "\n"
    else:
        yield from _parts(tag)
