"""Tables as XLSX, for all features: a header that stays in sight, real dates and numbers, nothing a formula.

What people typed goes in as text, whatever it begins with: «=1+1» stays those four characters.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final, Literal, TypeAlias
from zoneinfo import ZoneInfo

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from documents.text import clean, shortened

Value: TypeAlias = str | int | float | bool | date | datetime | None

Kind = Literal["text", "number", "share", "date", "moment"]

CELL_LIMIT: Final = 32_767
SHEET_NAME_LIMIT: Final = 31
ROWS_LIMIT: Final = 100_000
_NAME_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LINE_HEIGHT = 15
_HIGHEST_ROW = 409  # points; Excel takes no more
_FORMATS: Final[dict[str, dict[str, Any]]] = {
    "text": {"text_wrap": True},
    "number": {"num_format": "#,##0.##;-#,##0.##;0"},
    "share": {"num_format": "0.0%"},
    "date": {"num_format": "dd.mm.yyyy", "align": "left"},
    "moment": {"num_format": "dd.mm.yyyy hh:mm", "align": "left"},
}


class TooManyRows(Exception):
    """More rows than a table is meant to hold; the caller pages or narrows its question."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Args:
        title: of the header.
        width: in characters of the usual font.
        kind: what its cells hold; `share` is a part of 1, `moment` is written in the table's zone.
    """

    title: str
    width: float = 16
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet.

    Args:
        name: of the sheet's tab; what Excel does not take in a name is left out.
        heading: lines above the header: title, period, when it was made.
        columns: at least one.
        rows: values in the order of the columns; None is an empty cell.
        frozen: columns that stay in sight when scrolled to the right.
        fills: (row, column) → colour «#RRGGBB» of single cells; rows and columns from 0.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    heading: Sequence[str] = ()
    frozen: int = 1
    fills: dict[tuple[int, int], str] = field(default_factory=dict)


def render_xlsx(tables: Sequence[Table], *, zone: str = "UTC", title: str = "") -> bytes:
    """Sheets as one XLSX, each fit to the width of a landscape page.

    Args:
        tables: at least one.
        zone: in which moments are written.
        title: property of the document.

    Raises:
        TooManyRows: a table has more than `ROWS_LIMIT` rows.
    """
    buffer = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": True,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": shortened(title, 200), "comments": ""})
        taken: set[str] = set()
        for table in tables:
            if len(table.rows) > ROWS_LIMIT:
                raise TooManyRows(table.name)
            _write(_Sheet(book, book.add_worksheet(_sheet_name(table.name, taken)), table, ZoneInfo(zone)))
    return buffer.getvalue()


class _Sheet:
    """A sheet being written, with its formats made once."""

    def __init__(self, book: xlsxwriter.Workbook, sheet: Worksheet, table: Table, zone: ZoneInfo) -> None:
        self.book, self.sheet, self.table, self.zone = book, sheet, table, zone
        self.heading = book.add_format({"bold": True, "font_size": 13})
        self.heading_more = book.add_format({"font_color": "#555555"})
        self.header = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "border": 1, "bg_color": "#DDE7F2"}
        )
        self._formats: dict[tuple[str, str | None], Format] = {}

    def cell(self, kind: str, fill: str | None) -> Format:
        """The format of a cell."""
        if (kind, fill) not in self._formats:
            colour = {"bg_color": fill} if fill else {}
            self._formats[kind, fill] = self.book.add_format(
                {"border": 1, "border_color": "#BBBBBB", "valign": "top", **_FORMATS[kind], **colour}
            )
        return self._formats[kind, fill]


def _write(at: _Sheet) -> None:
    sheet, table = at.sheet, at.table
    for number, line in enumerate(table.heading):
        sheet.write_string(number, 0, _text(line), at.heading if number == 0 else at.heading_more)
    head = len(table.heading) + (1 if table.heading else 0)
    for number, column in enumerate(table.columns):
        sheet.set_column(number, number, column.width)
        sheet.write_string(head, number, _text(column.title), at.header)
    sheet.set_row(head, _LINE_HEIGHT * max(_lines(column.title, column.width) for column in table.columns))
    for row, values in enumerate(table.rows):
        for number, (column, value) in enumerate(zip(table.columns, values, strict=True)):
            _put(at, (head + 1 + row, number), column.kind, value, table.fills.get((row, number)))
        tall = max(_tall(value, column.width) for column, value in zip(table.columns, values, strict=True))
        if tall > 1:  # not every program makes a row as high as its wrapped text
            sheet.set_row(head + 1 + row, min(_LINE_HEIGHT * tall, _HIGHEST_ROW))
    sheet.freeze_panes(head + 1, table.frozen)
    if table.rows:
        sheet.autofilter(head, 0, head + len(table.rows), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.set_footer("&R&P / &N")


def _put(at: _Sheet, place: tuple[int, int], kind: Kind, value: Value, fill: str | None) -> None:
    sheet, (row, column) = at.sheet, place
    match value:
        case None | "":
            sheet.write_blank(row, column, None, at.cell(kind, fill))
        case datetime():
            local = value.astimezone(at.zone).replace(tzinfo=None)
            sheet.write_datetime(row, column, local, at.cell("moment", fill))
        case date():
            sheet.write_datetime(row, column, value, at.cell("date", fill))
        case bool():
            sheet.write_boolean(row, column, value, at.cell(kind, fill))
        case int() | float():
            sheet.write_number(row, column, value, at.cell("number" if kind == "text" else kind, fill))
        case _:
            sheet.write_string(row, column, _text(value), at.cell("text", fill))


def _text(value: str) -> str:
    text = clean(value)
    return text if len(text) <= CELL_LIMIT else text[: CELL_LIMIT - 1] + "…"


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name Excel takes, not used in this file yet."""
    base = shortened(name.translate(_NAME_FORBIDDEN), SHEET_NAME_LIMIT).strip("' ") or "-"
    chosen, number = base, 2
    while chosen.casefold() in taken:
        ending = f" {number}"
        chosen, number = base[: SHEET_NAME_LIMIT - len(ending)] + ending, number + 1
    taken.add(chosen.casefold())
    return chosen


def _tall(value: Value, width: float) -> int:
    """Lines a value takes in its column."""
    return sum(_lines(line, width) for line in value.split("\n")) if isinstance(value, str) else 1


def _lines(title: str, width: float) -> int:
    return max(1, -(-len(title) // max(1, int(width) - 1)))
