"""Tables as a person sees them, whatever file they stood in."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from cluster.source_text import flowed

SOFT_BREAK = "\v"
"""A line broken inside a paragraph (Shift+Enter in Word); a new paragraph is a newline."""


class FileKind(StrEnum):
    """What can be read."""

    XLSX = "xlsx"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands, as a person would look for it.

    Args:
        table: name of the sheet; number of the table, from 1, in a text document.
        row: from 1; the sheet's own number, or counted within the table.
        column: letter, «C» for the third one; empty when the whole row is meant.
    """

    table: str
    row: int
    column: str = ""

    @property
    def data(self) -> dict[str, str | int]:
        """For a refusal: `table`, `row`, `column`."""
        return {"table": self.table, "row": self.row, "column": self.column}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; a merged one is the same object in every place it covers.

    Args:
        raw: its text; `SOFT_BREAK` stands for a line broken inside a paragraph.
        place: of its first row and column.
        first: column, from 0, in which it begins.
        width: how many columns it covers.
    """

    raw: str
    place: Place
    first: int
    width: int = 1

    @property
    def text(self) -> str:
        """All lines as they stand."""
        return self.raw.replace(SOFT_BREAK, "\n").strip()

    @property
    def line(self) -> str:
        """All of it in one line, single spaces."""
        return " ".join(flowed(self.raw.replace("\n", SOFT_BREAK)).split())

    @property
    def paragraphs(self) -> str:
        """Lines that the layout broke joined, paragraphs and lists kept apart by newlines."""
        return flowed(self.raw)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: a cell for every column.

    Args:
        number: from 1; see `Place.row`.
        is_heading: marked to be repeated on each page.
    """

    number: int
    cells: Sequence[Cell]
    is_heading: bool = False

    def __getitem__(self, column: int) -> Cell:
        """The cell in a column, from 0; an empty one to the right of the last."""
        if column < len(self.cells):
            return self.cells[column]
        return Cell("", Place(self.cells[0].place.table if self.cells else "", self.number), column)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.text for cell in self.cells)

    @property
    def alone(self) -> Cell | None:
        """Its only cell that is not empty, when it is merged over columns or stands first: a title among rows."""
        filled = list({id(cell): cell for cell in self.cells if cell.text}.values())
        return filled[0] if len(filled) == 1 and (filled[0].width > 1 or filled[0].first == 0) else None

    def under(self, heading: Cell) -> Cell:
        """The cell that stands mostly below `heading`: in tables drawn by hand the borders do not meet exactly."""
        below = [self[column] for column in range(heading.first, heading.first + heading.width)]
        covers = Counter(id(cell) for cell in below)
        return max(below, key=lambda cell: covers[id(cell)])


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a text document or the filled part of a sheet; empty rows are left out."""

    name: str
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Contents:
    """What was read.

    Args:
        tables: tables of a text document, or visible sheets that are not empty, in order; there is at least one.
        paragraphs: text of a DOCX before and between its tables, without empty lines.
    """

    kind: FileKind
    tables: Sequence[Table]
    paragraphs: Sequence[str] = field(default=())
