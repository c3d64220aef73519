"""`multipart/form-data` as leniently as Telegram reads it: clients write file names without quotes and in UTF-8."""

import re
from urllib.parse import unquote

from sandbox.files import Upload

_PARAMETER = r'(?:^|;)\s*{}=(?:"((?:[^"\\]|\\.)*)"|([^;]*))'
_NAME = re.compile(_PARAMETER.format("name"))
_FILENAME = re.compile(_PARAMETER.format("filename"))
_EXTENDED = re.compile(r"(?:^|;)\s*filename\*=[^']*'[^']*'([^;\s]*)")
_BOUNDARY = re.compile(r'boundary=(?:"([^"]+)"|([^;\s]+))')


def parse(content_type: str, body: bytes) -> tuple[dict[str, str], list[tuple[str, Upload]]]:
    """The fields and the files of a form.

    Args:
        content_type: the header, with the boundary.
        body: everything after the headers of the request.

    Raises:
        ValueError: there is no boundary, or a part has no name.
    """
    found = _BOUNDARY.search(content_type)
    if not found:
        raise ValueError("no boundary in the content type")
    delimiter = b"--" + (found[1] or found[2]).encode()
    fields: dict[str, str] = {}
    files: list[tuple[str, Upload]] = []
    for part in (b"\r\n" + body).split(b"\r\n" + delimiter)[1:-1]:
        head, _, content = part.partition(b"\r\n\r\n")
        headers = _headers(head)
        disposition = headers.get("content-disposition", "")
        name = _value(_NAME, disposition)
        if name is None:
            raise ValueError("a part of the form has no name")
        filename = _filename(disposition)
        if filename is None:
            fields[name] = content.decode("utf-8", "replace")
        else:
            files.append((name, Upload(filename or name, content, headers.get("content-type"))))
    return fields, files


def _headers(head: bytes) -> dict[str, str]:
    lines = head.decode("utf-8", "replace").split("\r\n")
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _filename(disposition: str) -> str | None:
    if extended := _EXTENDED.search(disposition):
        return unquote(extended[1])
    return _value(_FILENAME, disposition)


def _value(pattern: re.Pattern[str], disposition: str) -> str | None:
    found = pattern.search(disposition)
    if not found:
        return None
    return found[1].replace('\\"', '"') if found[1] is not None else found[2].strip()
