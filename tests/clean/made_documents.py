"""Documents made for tests: a PDF of placed strings, a Word file of paragraphs. Nothing but the standard library."""

import io
import zipfile
import zlib
from typing import NamedTuple
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
LINE = 28  # characters of a printed line
SIZE, LEADING = 14, 24  # points
LEFT, TOP = 90, 750


class Placed(NamedTuple):
    """A string at a place of a page, in points from its lower left corner."""

    x: float
    y: float
    text: str
    size: float = SIZE


def printed(paragraphs, *, width=LINE, left=LEFT, top=TOP):
    """Paragraphs as a page prints them: the first line indented by two characters, lines wrapped at `width`."""
    placed = []
    for paragraph in paragraphs:
        text, first = paragraph, True
        while text:
            room = width - 2 * first
            placed.append(Placed(left + 2 * SIZE * first, top - LEADING * len(placed), text[:room]))
            text, first = text[room:], False
    return placed


def pdf(pages, *, font="ucs2", info=None, encrypted=False):
    """A PDF. `pages` are lists of `Placed`; `font` is how the strings are written:

    ucs2       STSong-Light, not embedded, UniGB-UCS2-H;  vertical: the same in columns, UniGB-UCS2-V
    gbk        STSong-Light, not embedded, GBK-EUC-H
    tounicode  numbered glyphs of an embedded subset, with a ToUnicode map;  unmapped: the same without the map
    """
    used = "".join(dict.fromkeys("".join(placed.text for page in pages for placed in page)))
    objects = [b"", b""]  # the catalogue and the tree of pages, written at the end
    fonts = _fonts(objects, font, used)
    kids = []
    for page in pages:
        content = _object(objects, _stream("\n".join(_shown(placed, font, used) for placed in page).encode("latin-1")))
        kids.append(
            _object(
                objects,
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R"
                f" /Resources << /Font << /F1 {fonts} 0 R >> >> >>".encode(),
            )
        )
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    tree = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{tree}] >>".encode()
    trailer = ""
    if info:
        pairs = b" ".join(b"/%s %s" % (name.encode(), _utf16(value)) for name, value in info.items())
        trailer = f" /Info {_object(objects, b'<< ' + pairs + b' >>')} 0 R"
    if encrypted:
        keys = f"/O <{'41' * 32}> /U <{'42' * 32}>"
        trailer += f" /Encrypt {_object(objects, f'<< /Filter /Standard /V 1 /R 2 /P -4 {keys} >>'.encode())} 0 R"
        trailer += f" /ID [<{'00' * 16}> <{'00' * 16}>]"
    return _file(objects, trailer)


def docx(body, *, parts=None, title=None):
    """A Word file with the XML `body`; `parts` are further files of the package."""
    files = {
        "[Content_Types].xml": (
            '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{OFFICE_DOCUMENT}"/></Types>'
        ),
        "_rels/.rels": (
            '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId1" Target="word/document.xml" Type="'
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
        ),
        "word/document.xml": f'<?xml version="1.0"?><w:document xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{body}</w:body></w:document>',
        **({"docProps/core.xml": _core(title)} if title else {}),
        **(parts or {}),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def paragraph(text, properties=""):
    """A paragraph of a Word file."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def _core(title):
    return (
        '<?xml version="1.0"?><cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"><dc:title>{escape(title)}</dc:title></cp:coreProperties>'
    )


def _object(objects, content):
    objects.append(content)
    return len(objects)


def _stream(content):
    packed = zlib.compress(content)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)


def _fonts(objects, font, used):
    encoding = {"ucs2": "UniGB-UCS2-H", "vertical": "UniGB-UCS2-V", "gbk": "GBK-EUC-H"}.get(font)
    ordering = "GB1" if encoding else "Identity"
    cid = _object(
        objects,
        f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
        f" /CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 2 >>"
        f" /FontDescriptor {len(objects) + 2} 0 R >>".encode(),
    )
    _object(
        objects,
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]"
        b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    )
    mapped = f" /ToUnicode {_object(objects, _stream(_tounicode(used)))} 0 R" if font == "tounicode" else ""
    return _object(
        objects,
        f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /{encoding or 'Identity-H'}"
        f" /DescendantFonts [{cid} 0 R]{mapped} >>".encode(),
    )


def _tounicode(used):
    rows = [f"<{number:04X}> <{char.encode('utf-16-be').hex().upper()}>" for number, char in enumerate(used, 1)]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    chars = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n"
        f"/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{chars}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode()


def _shown(placed, font, used):
    if font == "gbk":
        written = placed.text.encode("gbk").hex()
    elif font in ("tounicode", "unmapped"):
        written = "".join(f"{used.index(char) + 1:04X}" for char in placed.text)
    else:
        written = placed.text.encode("utf-16-be").hex()
    return f"BT /F1 {placed.size} Tf 1 0 0 1 {placed.x} {placed.y} Tm <{written}> Tj ET"


def _utf16(text):
    return b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode() + b">"


def _file(objects, trailer):
    file = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return file + (
        b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + f"trailer\n<< /Size {size} /Root 1 0 R{trailer} >>\nstartxref\n{len(file)}\n%%EOF\n".encode()
    )
