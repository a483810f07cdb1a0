import io
import zipfile

import pytest

from include.clean.documents import DOCUMENTS
from include.clean.media_types import OFFICE, OLE, foreign_type
from include.clean.page import clean_page
from include.errors import BadPageError


def zipped(*names):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x" * 50)
    return file.getvalue()


def ole(stream):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream.encode("utf-16-le") + bytes(600)


FILES = [
    pytest.param(b"%PDF-1.7\n%\xe2\xe3", "application/pdf", id="D12 PDF"),
    pytest.param(b"\r\n\xef\xbb\xbf%PDF-1.4", "application/pdf", id="D12 PDF behind white space"),
    pytest.param(ole("WordDocument"), "application/msword", id="D12 DOC"),
    pytest.param(ole("Workbook"), "application/vnd.ms-excel", id="D12 XLS"),
    pytest.param(ole("Root Entry"), OLE, id="D12 another OLE file"),
    pytest.param(
        zipped("[Content_Types].xml", "word/document.xml"), f"{OFFICE}.wordprocessingml.document", id="D12 DOCX"
    ),
    pytest.param(zipped("xl/workbook.xml"), f"{OFFICE}.spreadsheetml.sheet", id="D12 XLSX"),
    pytest.param(zipped("OFD.xml"), "application/ofd", id="D12 OFD"),
    pytest.param(zipped("讲话.txt"), "application/zip", id="D12 ZIP"),
    pytest.param(b"Rar!\x1a\x07\x01\x00", "application/vnd.rar", id="D12 RAR"),
    pytest.param(b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg", id="D12 JPEG"),
    pytest.param(b"{\\rtf1\\ansi", "application/rtf", id="D12 RTF"),
    pytest.param(b"\x00\x00\x00\x18ftypmp42", "video/mp4", id="D12 MP4"),
]


@pytest.mark.parametrize(("body", "kind"), FILES)
def test_d12_a_file_is_known_by_its_bytes_and_quarantined_with_its_type(body, kind):
    """Those whose text can be read are empty here: a reader finds nothing in them, and says of which type they are."""
    assert foreign_type(body) == kind
    with pytest.raises(BadPageError, match=kind.replace("+", r"\+")) as caught:
        clean_page(body)
    assert caught.value.reason == ("unreadable_document" if kind in DOCUMENTS else "unsupported_type")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"<!DOCTYPE html><p>%PDF-1.7", id="a page"),
        pytest.param("同志们：".encode("gb18030"), id="text"),
        pytest.param(b"\xef\xbb\xbf<html>", id="a byte order mark"),
        pytest.param("<html>".encode("utf-16"), id="utf-16"),
        pytest.param(b"<html xmlns:w='urn:schemas-microsoft-com:office:word'>", id="D12 Word's HTML"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_d12_what_may_be_a_page_is_left_to_the_parser(body):
    assert foreign_type(body) is None
