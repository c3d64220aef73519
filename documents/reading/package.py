"""The archive an Office file is: told from other files, and refused before anything large is unpacked."""

import io
import zipfile
from typing import Final

from documents.reading.model import FileKind
from documents.reading.refusals import (
    FileDamaged,
    FileInflated,
    FileOfOtherKind,
    FileOld,
    FileProtected,
    FileWithMacros,
)

MEGABYTE: Final = 1024 * 1024
LARGEST_UNPACKED: Final = 100 * MEGABYTE  # all parts together, pictures included
LARGEST_PART: Final = 25 * MEGABYTE  # one part that is read as XML
HIGHEST_RATIO: Final = 200  # real documents stay under 60
MOST_PARTS: Final = 5000
_SMALL: Final = MEGABYTE  # so small that its ratio does not matter
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_TYPES: Final = "[Content_Types].xml"
_MAIN: Final = {
    "wordprocessingml.document.main+xml": FileKind.DOCX,
    "wordprocessingml.template.main+xml": FileKind.DOCX,
    "spreadsheetml.sheet.main+xml": FileKind.XLSX,
    "spreadsheetml.template.main+xml": FileKind.XLSX,
}


def open_package(file: bytes) -> tuple[FileKind, zipfile.ZipFile]:
    """Look at the archive without unpacking it.

    Raises:
        FileOfOtherKind, FileOld, FileProtected, FileWithMacros, FileInflated, FileDamaged: why it is not read.
        Exception: whatever the archive's library meets in a damaged one.
    """
    if file.startswith(_OLE):
        raise FileProtected() if _ENCRYPTED in file else FileOld()
    if not file.startswith(b"PK"):
        raise FileOfOtherKind()
    package = zipfile.ZipFile(io.BytesIO(file))
    _refuse_inflated(package.infolist())
    return _kind(package), package


def _refuse_inflated(parts: list[zipfile.ZipInfo]) -> None:
    """By the sizes the archive declares: more than that cannot be read out of it."""
    inflated = FileInflated(limit=LARGEST_UNPACKED // MEGABYTE)
    if any(part.flag_bits & 1 for part in parts):
        raise FileProtected()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise inflated
    for part in parts:
        is_xml = part.filename.lower().endswith((".xml", ".rels"))
        if is_xml and part.file_size > LARGEST_PART:
            raise inflated
        if part.file_size > _SMALL and part.file_size > HIGHEST_RATIO * max(1, part.compress_size):
            raise inflated


def _kind(package: zipfile.ZipFile) -> FileKind:
    names = package.namelist()
    if _TYPES not in names:
        raise FileOfOtherKind()
    types = package.read(_TYPES).decode("utf-8", "replace")
    if "macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in names):
        raise FileWithMacros()
    for part in names:  # no Office program writes one; what it could declare grows when it is read
        if part.endswith((".xml", ".rels")) and _declares(package, part):
            raise FileDamaged()
    for main, kind in _MAIN.items():
        if main in types:
            return kind
    raise FileOfOtherKind()


def _declares(package: zipfile.ZipFile, part: str) -> bool:
    with package.open(part) as stream:
        head = stream.read(4096).replace(b"\x00", b"")  # whatever the encoding
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head
