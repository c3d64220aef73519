"""Sheets of an XLSX: values as they are shown, merged cells as one."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final, cast

from defusedxml.ElementTree import iterparse
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries

from documents.reading.model import Cell, Contents, FileKind, Place, Row, Table
from documents.reading.refusals import CellInError, FileDamaged, FormulaWithoutValue, NoTable, TooManyRows

MOST_COLUMNS: Final = 200
MOST_MERGED: Final = 200_000
MOST_ROWS_MERGED: Final = 500
_MERGE: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}mergeCell"
_DECIMALS: Final = re.compile(r"^0\.(0+)$")
_PERCENT: Final = re.compile(r"^0(?:\.(0+))?%$")

Corner = tuple[int, int]
"""Row and column of a cell, from 1."""


def read_sheets(file: bytes, package: zipfile.ZipFile, most_rows: int) -> Contents:
    """Visible sheets that are not empty.

    Raises:
        FormulaWithoutValue, CellInError, TooManyRows, NoTable: what keeps the file from being used.
    """
    shown = load_workbook(BytesIO(file), read_only=True, data_only=True, keep_links=False)
    written = load_workbook(BytesIO(file), read_only=True, data_only=False, keep_links=False)
    try:
        tables = []
        for sheet in shown.worksheets:
            if sheet.sheet_state == "visible":
                merged = _merged(package, cast("Any", sheet)._worksheet_path)
                rows = list(_rows(sheet, written[sheet.title], merged, most_rows))
                if rows:
                    tables.append(Table(sheet.title, rows))
    finally:
        shown.close()
        written.close()
    if not tables:
        raise NoTable()
    return Contents(FileKind.XLSX, tables)


def _rows(shown: Any, written: Any, merged: "_Merged", most_rows: int) -> Iterator[Row]:
    shown.reset_dimensions()  # what the file says of its own size may be wrong
    written.reset_dimensions()
    kept: dict[Corner, Cell] = {}
    count = 0
    for number, (values, formulas) in enumerate(zip(shown.iter_rows(), written.iter_rows(), strict=False), start=1):
        if not values and number not in merged.widths:
            continue
        texts = [_text(shown.title, number, pair) for pair in zip(values[:MOST_COLUMNS], formulas, strict=False)]
        width = max(len(texts), merged.widths.get(number, 0))
        row = Row(number, [_cell(shown.title, (number, n + 1), texts, merged, kept) for n in range(width)])
        if row.is_empty:
            continue
        count += 1
        if count > most_rows:
            raise TooManyRows(table=shown.title, limit=most_rows)
        yield row


def _cell(sheet: str, at: Corner, texts: list[str], merged: "_Merged", kept: dict[Corner, Cell]) -> Cell:
    start, width = merged.covered.get(at, (at, 1))
    if start in kept:
        return kept[start]
    text = texts[at[1] - 1] if start == at and at[1] <= len(texts) else ""
    cell = Cell(text, Place(sheet, start[0], get_column_letter(start[1])), start[1] - 1, width)
    if at in merged.covered:
        kept[start] = cell
    return cell


def _text(sheet: str, row: int, pair: tuple[Any, Any]) -> str:
    """What the cell shows.

    Raises:
        FormulaWithoutValue, CellInError: it shows nothing that can be used.
    """
    value, written = pair
    kind = getattr(written, "data_type", None)
    if kind == "f" and value.value is None:
        raise FormulaWithoutValue(**Place(sheet, row, get_column_letter(written.column)).data)
    if value is None or value.value is None:
        return ""
    if value.data_type == "e":
        raise CellInError(**Place(sheet, row, get_column_letter(value.column)).data, text=str(value.value))
    return _shown(value.value, value.number_format or "")


def _shown(value: object, pattern: str) -> str:
    """The value in the words of the sheet; a number keeps the decimals its pattern shows («1.10»)."""
    match value:
        case bool():
            shown = "TRUE" if value else "FALSE"
        case datetime():
            shown = f"{value:%d.%m.%Y}" if value.time() == time() else f"{value:%d.%m.%Y %H:%M}"
        case date():
            shown = f"{value:%d.%m.%Y}"
        case time():
            shown = f"{value:%H:%M}"
        case int() | float():
            shown = _number(value, pattern)
        case _:
            shown = str(value).replace("\r\n", "\n").replace("_x000D_", "")
    return shown


def _number(value: float, pattern: str) -> str:
    if found := _PERCENT.match(pattern):
        return f"{value * 100:.{len(found[1] or '')}f}%"
    if found := _DECIMALS.match(pattern):
        return f"{value:.{len(found[1])}f}"
    return f"{value:.12g}" if isinstance(value, float) else str(value)


@dataclass(frozen=True, slots=True)
class _Merged:
    """Cells that belong to merged ones: where that begins and how many columns it covers; the last column by row."""

    covered: dict[Corner, tuple[Corner, int]] = field(default_factory=dict)
    widths: dict[int, int] = field(default_factory=dict)

    def add(self, left: int, top: int, right: int, bottom: int) -> None:
        for row in range(top, bottom + 1):
            self.widths[row] = max(right, self.widths.get(row, 0))
            for column in range(left, right + 1):
                self.covered[row, column] = (top, left), right - left + 1


def _merged(package: zipfile.ZipFile, path: str) -> _Merged:
    """The merged cells of a sheet: the streaming reader of openpyxl does not tell them.

    Raises:
        FileDamaged: more of them than anybody merges.
    """
    found = _Merged()
    with package.open(path.lstrip("/")) as stream:
        for _, element in iterparse(stream, events=("end",), forbid_dtd=True):
            if element.tag == _MERGE:
                left, top, right, bottom = (edge or 1 for edge in range_boundaries(element.get("ref", "")))
                found.add(left, top, min(right, MOST_COLUMNS), min(bottom, top + MOST_ROWS_MERGED))
                if len(found.covered) > MOST_MERGED:
                    raise FileDamaged()
            element.clear()
    return found
