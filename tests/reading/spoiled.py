"""Files nobody can use, made the way they come to be."""

import io
import struct
import zipfile
from collections.abc import Mapping

from docx import Document
from openpyxl import Workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def docx(*rows: tuple[str, ...], paragraph: str = "План") -> bytes:
    """An ordinary DOCX with one table, or none."""
    document = Document()
    document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    return saved(document)


def xlsx(*rows: tuple[object, ...]) -> bytes:
    """An ordinary XLSX with one sheet."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def changed(file: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """The same archive with parts replaced, added, or (None) left out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in parts:
                target.writestr(name, source.read(name))
        for name, data in parts.items():
            if data is not None:
                target.writestr(name, data)
    return made.getvalue()


def part(file: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(file)) as source:
        return source.read(name)


def with_password() -> bytes:
    """What Office writes: the real file encrypted inside an OLE container."""
    return OLE + bytes(504) + "EncryptionInfo".encode("utf-16-le") + bytes(64) + "EncryptedPackage".encode("utf-16-le")


def old_word() -> bytes:
    return OLE + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(2000)


def with_macros(file: bytes) -> bytes:
    return changed(file, {"word/vbaProject.bin": OLE})


def bomb(file: bytes) -> bytes:
    """A part that is 30 MB of one letter."""
    return changed(file, {"word/media/image1.png": b"\0" * (30 << 20)})


def with_entities(file: bytes, name: str) -> bytes:
    """The «billion laughs» in a part."""
    lol = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><lolz>&b;</lolz>'
    return changed(file, {name: lol})


def zip_of_secrets(file: bytes) -> bytes:
    """Every part marked as encrypted by the archive itself."""
    data = bytearray(file)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            flags = struct.unpack_from("<H", data, start + at)[0]
            struct.pack_into("<H", data, start + at, flags | 1)
            start = data.find(mark, start + 4)
    return bytes(data)
