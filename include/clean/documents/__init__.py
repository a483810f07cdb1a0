"""Documents: the text of a .pdf or .docx, read in a process of its own.

Takes the bytes of a document; gives a `Document`: its text, a line for each paragraph, its title, and the running
heads, page numbers and tables of contents that were taken out. Raises `BadPageError`: `unsupported_type`, `encrypted`,
`picture_only` (a scan), `undecodable` (glyphs that say no character), `unreadable_document` (broken), `too_large` (more
pages, bytes, seconds or memory than a speech needs). Keeps nothing.

Readers of documents can be made to loop, to recurse and to swell. They run in a child with limits, so that a worker
outlives every file.

    sandbox      the child: time, memory, what it says
    pdf          the characters of each page with their places, by pdfminer.six;  layout: lines and columns
    paragraphs   lines to paragraphs, running heads and page numbers taken out
    docx         paragraphs, tables, boxes and tracked changes of a Word file;  numbering: 一、 that Word counts itself
    package      the files in a .docx, within limits

Why these: pdfminer.six gives every character its place, which doubled print, columns, indents and running heads need,
and reads fonts that are named only (STSong-Light by UniGB-UCS2 or GBK-EUC). pypdf and pypdfium2 give the text in the
order of the file. python-docx leaves out inserted text, boxes, content controls and Word's own numbers; docx2python
writes “--” for Chinese ones and boxes twice; so the XML is read by lxml.
"""

from include.clean.documents.record import DOCUMENTS, Document
from include.clean.documents.sandbox import read_document

__all__ = ["DOCUMENTS", "Document", "read_document"]
