"""What a body is by its bytes, where it is no page: sites send documents and pictures under the name of a page."""

OLE, ZIP = "application/x-ole-storage", "application/zip"
OFFICE = "application/vnd.openxmlformats-officedocument"

# How files begin, as the registry of media types and the formats' own specifications have it
MAGIC = (
    *((b"%PDF-", "application/pdf"), (b"{\\rtf", "application/rtf"), (b"MIME-Version:", "multipart/related")),
    *((b"PK\x03\x04", ZIP), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE), (b"\x1f\x8b\x08", "application/gzip")),
    *((b"Rar!\x1a\x07", "application/vnd.rar"), (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed")),
    *((b"\x89PNG\r\n\x1a\n", "image/png"), (b"GIF87a", "image/gif"), (b"GIF89a", "image/gif")),
    *((b"\xff\xd8\xff", "image/jpeg"), (b"II*\x00", "image/tiff"), (b"ID3", "audio/mpeg")),
)
# What is in a container says what it is
CONTENT = {
    ZIP: (
        *((b"word/document.xml", f"{OFFICE}.wordprocessingml.document"), (b"OFD.xml", "application/ofd")),
        *((b"xl/workbook.xml", f"{OFFICE}.spreadsheetml.sheet"),),
        *((b"ppt/presentation.xml", f"{OFFICE}.presentationml.presentation"),),
    ),
    OLE: (
        ("WordDocument".encode("utf-16-le"), "application/msword"),
        ("Workbook".encode("utf-16-le"), "application/vnd.ms-excel"),
        ("PowerPoint Document".encode("utf-16-le"), "application/vnd.ms-powerpoint"),
    ),
}
LONGEST_START = 1024  # bytes, white space before the magic number included


def foreign_type(body: bytes) -> str | None:
    """The media type of a body that is no page: a document, an archive, a picture; None where it may be one."""
    start = body[:LONGEST_START].lstrip(b" \t\r\n\xef\xbb\xbf")
    found = next((kind for magic, kind in MAGIC if start.startswith(magic)), None)
    if found is None and start[4:8] == b"ftyp":
        return "video/mp4"
    return next((kind for name, kind in CONTENT.get(found or "", ()) if name in body), found)
