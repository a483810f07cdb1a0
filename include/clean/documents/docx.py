"""A Word file: its paragraphs, tables and boxes as lines, with the changes that were tracked in it accepted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from include.clean.documents.numbering import Numbering, children, numbering_of, value
from include.clean.documents.package import Package
from include.clean.documents.record import MOST_CHARACTERS, Document
from include.errors import BadPageError
from include.records import Stripped

# What was deleted or moved away, fields' commands, how readings are written above a character, a box said again for
# old versions of Word
NO_TEXT = frozenset(
    {"del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "tblPr", "rt", "Fallback"}
)
LONGEST_TITLE, TITLE_LINES = 80, 5
MOST_BASES = 20  # styles that a style is based on, one behind the other
_CONTENTS = re.compile(r"^(?:toc|目录)\s*\d$", re.IGNORECASE)
_TITLE_STYLE = re.compile(r"^(?:title|标题)$", re.IGNORECASE)
_SENTENCE_END = re.compile("[。！？；：!?;:]$")
_SPACE = re.compile(r"[^\S\n]+")


class Style(NamedTuple):
    """What counts of a style of paragraphs: its name, its list, its alignment."""

    name: str = ""
    number_id: str = ""
    depth: int = 0
    centred: bool = False


@dataclass(slots=True)
class Reading:
    """One document as it is read: what its parts say, the lines so far, the titles they may be."""

    styles: dict[str, Style]
    default: str
    numbering: Numbering
    lines: list[str] = field(default_factory=list)
    stripped: list[Stripped] = field(default_factory=list)
    titles: list[tuple[int, str]] = field(default_factory=list)  # how sure: 2 by its style, 1 centred


def read_docx(body: bytes) -> Document:
    """The text of a .docx. BadPageError: `unreadable_document`, `encrypted`, `too_large`, `picture_only`."""
    package = Package(body)
    root = package.xml("word/document.xml")
    content = next(children(root, "body"), None) if root is not None else None
    if content is None:
        raise BadPageError("it has no body", reason="unreadable_document")
    styles, default = _styles(package.xml("word/styles.xml"))
    reading = Reading(styles, default, numbering_of(package.xml("word/numbering.xml")))
    _read_blocks(content, reading)
    if (characters := sum(map(len, reading.lines))) > MOST_CHARACTERS:
        raise BadPageError(f"{characters} characters", reason="too_large")
    if not reading.lines:
        pictures = sum(1 for _ in content.iter("{*}blip", "{*}imagedata"))
        reason = "picture_only" if pictures else "empty"
        raise BadPageError(f"no text and {pictures} pictures", reason=reason)
    return _document(reading, package.xml("docProps/core.xml"))


def _document(reading: Reading, core: etree._Element | None) -> Document:
    shown = max(reading.titles, key=lambda title: title[0], default=(0, ""))[1]
    if not shown and _is_title(reading.lines[0]):
        shown = reading.lines[0]
    named = next((title.text or "" for title in core.iter("{*}title")), "").strip() if core is not None else ""
    return Document(
        text="\n".join(reading.lines),
        title=shown or named or None,
        title_from="document" if shown else "document_info" if named else None,
        stripped=tuple(reading.stripped),
    )


def _read_blocks(parent: etree._Element, reading: Reading) -> None:
    for child in parent.iterchildren("{*}*"):
        name = etree.QName(child).localname
        if name == "p":
            _read_paragraph(child, reading)
        elif name == "tr":
            _read_row(child, reading)
        elif name not in NO_TEXT:  # tbl, sdt, customXml, ins: what they hold is text
            _read_blocks(child, reading)


def _read_row(row: etree._Element, reading: Reading) -> None:
    """The cells of a row on one line; a row of one cell is but a frame around paragraphs."""
    cells = list(row.iterchildren("{*}tc", "{*}sdt"))
    if len(cells) == 1:
        _read_blocks(cells[0], reading)
        return
    texts = []
    for cell in cells:
        inside = Reading(reading.styles, reading.default, reading.numbering)
        _read_blocks(cell, inside)
        texts.append(" ".join(inside.lines))
    if line := "\t".join(text for text in texts if text):
        reading.lines.append(line)


def _read_paragraph(paragraph: etree._Element, reading: Reading) -> None:
    style = _style_of(paragraph, reading)
    boxes: list[etree._Element] = []
    text = "".join(_texts(paragraph, boxes))
    lines = [bare for line in text.split("\n") if (bare := _SPACE.sub(" ", line).strip())]
    if lines and _CONTENTS.match(style.name):
        reading.stripped += [Stripped("contents", line) for line in lines]
    elif lines:
        label = reading.numbering.label(style.number_id, style.depth) if style.number_id else ""
        lines[0] = (
            f"{label} {lines[0]}" if label and label[-1].isascii() and lines[0][0].isascii() else label + lines[0]
        )
        if len(reading.lines) < TITLE_LINES and _is_title(lines[0]):
            reading.titles += [(2, lines[0])] * bool(_TITLE_STYLE.match(style.name)) + [(1, lines[0])] * style.centred
        reading.lines += lines
    for box in boxes:
        _read_blocks(box, reading)


def _texts(element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
    """The text of a paragraph; boxes that hang on it are kept for after it."""
    for child in element.iterchildren("{*}*"):
        name = etree.QName(child).localname
        if name in NO_TEXT or (name == "r" and _is_hidden(child)):
            continue
        if name == "t":
            yield child.text or ""
        elif name == "txbxContent":
            boxes.append(child)
        elif name in ("br", "cr"):
            yield "\n"
        elif name in ("tab", "ptab"):
            yield " "
        elif name == "noBreakHyphen":
            yield "-"
        else:
            yield from _texts(child, boxes)


def _is_hidden(run: etree._Element) -> bool:
    properties = next(children(run, "rPr"), None)
    return properties is not None and any(_is_on(each) for each in children(properties, "vanish"))


def _is_on(element: etree._Element) -> bool:
    return value(element) not in ("0", "false", "off")


def _style_of(paragraph: etree._Element, reading: Reading) -> Style:
    """What the paragraph says of itself, else what its style says."""
    properties = next(children(paragraph, "pPr"), None)
    if properties is None:
        return reading.styles.get(reading.default, Style())
    named = next((value(style) for style in children(properties, "pStyle")), reading.default)
    return _said(properties, reading.styles.get(named, Style()))


def _said(properties: etree._Element, style: Style) -> Style:
    for number in children(properties, "numPr"):
        said = {etree.QName(child).localname: value(child) for child in number.iterchildren("{*}*")}
        number_id = said.get("numId", style.number_id)
        depth = int(said["ilvl"]) if said.get("ilvl", "").isdigit() else style.depth
        style = style._replace(number_id="" if number_id == "0" else number_id, depth=depth)  # 0: no list after all
    for alignment in children(properties, "jc"):
        style = style._replace(centred=value(alignment) == "center")
    return style


def _styles(root: etree._Element | None) -> tuple[dict[str, Style], str]:
    """The paragraph styles by id, each with what it is based on, and the id of the default one."""
    elements = {value(style, "styleId"): style for style in children(root, "style")} if root is not None else {}
    defaults = (
        each
        for each, style in elements.items()
        if (value(style, "type"), value(style, "default")) == ("paragraph", "1")
    )
    return {each: _style(each, elements) for each in elements}, next(defaults, "")


def _style(style_id: str, elements: dict[str, etree._Element], depth: int = 0) -> Style:
    element = elements.get(style_id)
    if element is None or depth > MOST_BASES:
        return Style()
    base = next((value(each) for each in children(element, "basedOn")), "")
    style = _style(base, elements, depth + 1)._replace(
        name=next((value(each) for each in children(element, "name")), "")
    )
    properties = next(children(element, "pPr"), None)
    return style if properties is None else _said(properties, style)


def _is_title(line: str) -> bool:
    return 4 <= len(line) <= LONGEST_TITLE and not _SENTENCE_END.search(line)
