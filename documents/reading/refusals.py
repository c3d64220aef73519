"""Why a file cannot be read. The words are in `locales/*/files.ftl`."""

from cluster.errors import Invalid


class FileUnreadable(Invalid):
    """Base of all refusals here: whoever reads files asks again after any of them."""

    code = "file-damaged"


class FileDamaged(FileUnreadable):
    """It is called a table or a text document, but its inside is broken."""

    code = "file-damaged"


class FileOfOtherKind(FileUnreadable):
    """Neither XLSX nor DOCX."""

    code = "file-of-other-kind"


class FileOld(FileUnreadable):
    """A .doc or .xls of Office before 2007; saving it anew helps."""

    code = "file-old"


class FileProtected(FileUnreadable):
    """A password is needed to open it."""

    code = "file-protected"


class FileWithMacros(FileUnreadable):
    """It has a program inside."""

    code = "file-with-macros"


class FileInflated(FileUnreadable):
    """Unpacked it would be far larger than any document people make; data: `limit` (megabytes)."""

    code = "file-inflated"


class NoTable(FileUnreadable):
    """It can be read, and there is no table in it."""

    code = "file-without-table"


class TooManyRows(FileUnreadable):
    """Data: `table`, `limit`."""

    code = "file-too-many-rows"


class FormulaWithoutValue(FileUnreadable):
    """A formula whose result was not saved with it; data: `table`, `row`, `column`."""

    code = "file-formula"


class CellInError(FileUnreadable):
    """A formula that failed («#REF!»); data: `table`, `row`, `column`, `text`."""

    code = "file-cell-error"
