"""The XML files in a .docx package, read within limits of size; nothing of them is expanded or fetched."""

import io
import zipfile

from lxml import etree

from include.errors import BadPageError

LARGEST_PART = 40 << 20  # bytes of XML: a book of a thousand pages has less
LARGEST_PACKAGE = 400 << 20  # bytes of all files, pictures included, as the package declares them
MOST_FILES = 5000


class Package:
    """A .docx file. BadPageError: `unreadable_document` where it is no ZIP file, `encrypted`, `too_large`."""

    def __init__(self, body: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(body))
        except (zipfile.BadZipFile, NotImplementedError) as error:
            raise BadPageError(f"no ZIP file: {error}", reason="unreadable_document") from error
        files = self._archive.infolist()
        size = sum(file.file_size for file in files)
        if len(files) > MOST_FILES or size > LARGEST_PACKAGE:
            raise BadPageError(f"{len(files)} files with {size} bytes unpacked", reason="too_large")
        self._names = {file.filename.lower().lstrip("/"): file for file in files}

    def xml(self, name: str) -> etree._Element | None:
        """The root of one of its files, None where there is no such file."""
        file = self._names.get(name.lower())
        if file is None:
            return None
        if file.flag_bits & 1:
            raise BadPageError("it opens only with a password", reason="encrypted")
        if file.file_size > LARGEST_PART:
            raise BadPageError(f"{name} has {file.file_size} bytes", reason="too_large")
        try:
            with self._archive.open(file) as opened:
                return _parsed(opened.read(LARGEST_PART))
        except (zipfile.BadZipFile, EOFError, OSError, etree.XMLSyntaxError) as error:
            raise BadPageError(f"{name}: {error}", reason="unreadable_document") from error


def _parsed(content: bytes) -> etree._Element:
    """No entities, no network, libxml2's own limits of depth and length; Word writes no DOCTYPE."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(content, parser=parser)
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise BadPageError("its XML declares entities", reason="unreadable_document")
    return root
