"""Tables of a DOCX as offices make them: merged cells, automatic numbers, tracked changes, controls."""

import io
from collections.abc import Iterator
from typing import Any, Final

from docx import Document
from docx.oxml.ns import qn
from openpyxl.utils import get_column_letter

from documents.reading.model import SOFT_BREAK, Cell, Contents, FileKind, Place, Row, Table
from documents.reading.numbering import Numbering
from documents.reading.refusals import NoTable, TooManyRows

_MOST_COLUMNS: Final = 200
_P, _TBL, _TR, _TC, _SDT = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "sdt"))
_CONTENT = qn("w:sdtContent")
_GONE = frozenset(qn(f"w:{name}") for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "sdtPr", "delText")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_SIGNS = {
    qn("w:br"): SOFT_BREAK,
    qn("w:cr"): SOFT_BREAK,
    qn("w:tab"): " ",
    qn("w:noBreakHyphen"): "-",
}
_TEXT, _RUN = qn("w:t"), qn("w:r")
_WRAPPERS = frozenset(qn(f"w:{name}") for name in ("ins", "moveTo", "customXml", "smartTag")) | {_CONTENT, _SDT}


def read_text_document(file: bytes, most_rows: int) -> Contents:
    """Tables and the text around them, in order.

    Raises:
        NoTable, TooManyRows: what keeps it from being used.
    """
    document = Document(io.BytesIO(file))
    numbering = Numbering(document)
    tables: list[Table] = []
    paragraphs: list[str] = []
    for block in _blocks(document.element.body, _P, _TBL):
        if block.tag == _P:
            paragraphs.append(_paragraph(block, numbering).replace(SOFT_BREAK, " ").strip())
        else:
            name = str(len(tables) + 1)
            rows = [row for row in _rows(block, name, numbering) if not row.is_empty]
            if len(rows) > most_rows:
                raise TooManyRows(table=name, limit=most_rows)
            tables.append(Table(name, rows))
    filled = [table for table in tables if table.rows]
    if not filled:
        raise NoTable()
    return Contents(FileKind.DOCX, filled, [text for text in paragraphs if text])


def _blocks(parent: Any, *tags: str) -> Iterator[Any]:
    """Children of these kinds, also inside content controls and accepted insertions."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child, *tags)


def _rows(table: Any, name: str, numbering: Numbering) -> Iterator[Row]:
    above: list[Cell] = []
    number = 0
    for row in _blocks(table, _TR):
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            continue  # deleted with changes tracked
        number += 1
        above = _cells(row, Place(name, number), numbering, above)
        yield Row(number, above, row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None)


def _cells(row: Any, place: Place, numbering: Numbering, above: list[Cell]) -> list[Cell]:
    cells: list[Cell] = []

    def fill(cell: Cell) -> None:
        cells.extend([cell] * min(cell.width, _MOST_COLUMNS - len(cells)))

    before = _number(row, "w:trPr/w:gridBefore", 0)
    if before:
        fill(Cell("", place, 0, before))
    for ordinal, cell in enumerate(_blocks(row, _TC), start=1):
        width = _number(cell, "w:tcPr/w:gridSpan", 1)
        merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        text = _cell_text(cell, numbering)  # also of a covered cell: its automatic numbers count
        first = len(cells)
        if merge is not None and merge.get(qn("w:val")) != "restart" and first < len(above):
            fill(
                Cell(above[first].raw, above[first].place, first, width)
                if width != above[first].width
                else above[first]
            )
        else:
            here = Place(place.table, place.row, get_column_letter(ordinal))
            fill(Cell(text, here, first, width))
    return cells


def _number(element: Any, path: str, default: int) -> int:
    found = element.find("/".join(qn(step) for step in path.split("/")))
    value = found.get(qn("w:val"), "") if found is not None else ""
    return max(1, min(int(value), _MOST_COLUMNS)) if value.isdigit() and int(value) else default


def _cell_text(cell: Any, numbering: Numbering) -> str:
    """Paragraphs of a cell; of a table inside it, its cells' paragraphs as well."""
    lines = []
    for block in _blocks(cell, _P, _TBL):
        if block.tag == _P:
            lines.append(_paragraph(block, numbering))
        else:
            lines += [_cell_text(inner, numbering) for row in _blocks(block, _TR) for inner in _blocks(row, _TC)]
    return "\n".join(line for line in lines if line.strip())


def _paragraph(paragraph: Any, numbering: Numbering) -> str:
    text = "".join(_pieces(paragraph))
    label = numbering.label(paragraph)
    return f"{label} {text}".strip() if label else text


def _pieces(element: Any) -> Iterator[str]:
    """Text that is printed: not what was deleted, not hidden, not the code of a field."""
    for child in element:
        if child.tag in _GONE or (child.tag == _RUN and _is_hidden(child)):
            continue
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from _pieces(child)


def _is_hidden(run: Any) -> bool:
    vanish = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return vanish is not None and vanish.get(qn("w:val"), "1") not in ("0", "false", "off")
