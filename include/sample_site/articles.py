"""Speeches that one page does not hold: over several pages with a pager, or in a document that the page links to."""

import html
import io
import zipfile
from collections.abc import Sequence
from itertools import pairwise

from include.sample_site.site import Extra, Page

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LONG_AGO = (2024, 3, 1, 8, 0, 0)  # in an archive, so that the same seed gives the same bytes
CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{DOCX}.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
DOCUMENT = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
)


def pager(page: Page, number: int, count: int) -> str:
    """The script by which a content system draws an article's pager: pages, the current one from 0, stem, extension."""
    stem, _, extension = page.path.rpartition("/")[2].partition(".")
    script = f'<script>createPageHTML({count}, {number}, "{stem}", "{extension}");</script>'
    return f'<div class="pages">{script}</div>' if count > 1 else ""


def page_path(page: Page, number: int) -> str:
    """The address of page `number` of an article, from 0."""
    stem, _, extension = page.path.rpartition(".")
    return f"{stem}_{number}.{extension}" if number else page.path


def shares(lines: Sequence[str], count: int) -> list[Sequence[str]]:
    """The lines in `count` parts of about the same number of lines."""
    edges = [len(lines) * number // count for number in range(count + 1)]
    return [lines[start:end] for start, end in pairwise(edges)]


def document(page: Page) -> Extra:
    """The page's speech as a word processor's file, where the page links to."""
    number = page.path.rpartition("/")[2].partition(".")[0]
    return Extra(f"/files/{number}.docx", docx([page.title, *page.speeches[0].lines()]), DOCX, page.published_on)


def docx(lines: Sequence[str]) -> bytes:
    """The least that the format asks for (ECMA-376): a document of plain paragraphs."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{html.escape(line)}</w:t></w:r></w:p>" for line in lines)
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": DOCUMENT.format(paragraphs),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), content)
    return file.getvalue()
