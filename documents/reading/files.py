"""Any file a person sent, as tables."""

import structlog

from documents.reading.model import Contents, FileKind
from documents.reading.package import open_package
from documents.reading.refusals import FileDamaged, FileUnreadable
from documents.reading.sheets import read_sheets
from documents.reading.text_document import read_text_document

log = structlog.get_logger()

MOST_ROWS = 2000


def read_file(file: bytes, *, most_rows: int = MOST_ROWS) -> Contents:
    """Tables of an XLSX or DOCX; which of the two it is, is told from its inside. Run it through `DocumentWorker`.

    Args:
        file: contents, at most as much as Telegram gives (20 MB).
        most_rows: rows of one table that are not empty.

    Raises:
        FileUnreadable: one of `documents.reading.refusals`; a cell or row is named where there is one.
    """
    try:
        kind, package = open_package(file)
        if kind is FileKind.XLSX:
            return read_sheets(file, package, most_rows)
        return read_text_document(file, most_rows)
    except FileUnreadable:
        raise
    except Exception as error:  # the libraries raise whatever a broken file leads them to
        log.info("file_unreadable", error=type(error).__name__)
        raise FileDamaged() from error
