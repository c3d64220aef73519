"""The expert sheet in DOCX."""

from datetime import datetime

from docx.document import Document as DocxDocument
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import _Cell, _Row

from documents.expert_sheet_print import Cell, PrintedSheet, Signature
from documents.wordprocessing import (
    CENTER,
    LEFT,
    Properties,
    add_table,
    file_of,
    keep_whole,
    keep_with_next,
    leave_unruled,
    new_document,
    pad_cells,
    repeat_on_each_page,
    rule_under,
    shade,
    write,
    write_cell,
    write_footer,
)

_WIDTHS = (11, 67, 25, 31, 46)
_ALIGNMENT = (CENTER, LEFT, CENTER, CENTER, LEFT)
_REQUISITE_WIDTHS = (46, 134)
_SIGNATURE_WIDTHS = (20, 41, 4, 76, 4, 31)  # inside a cell with padding
_TABLE_PT, _SMALL_PT = 10.0, 8.5


def sheet_docx(sheet: PrintedSheet, made_at: datetime) -> bytes:
    """The file of one sheet."""
    document = new_document(
        Properties(
            title=sheet.title, author=sheet.heading, subject=sheet.subject, language=sheet.language, made_at=made_at
        )
    )
    write(document.add_paragraph(), sheet.heading, size_pt=10, align=CENTER)
    title = write(document.add_paragraph(), sheet.title, size_pt=14, bold=True, align=CENTER)
    title.paragraph_format.space_before, title.paragraph_format.space_after = Pt(4), Pt(8)
    _add_requisites(document, sheet.requisites)
    _gap(document, 6)
    _add_criteria(document, sheet)
    _gap(document, 1)  # Word wants a paragraph after the last table
    write_footer(document, sheet.footer, sheet.page)
    return file_of(document)


def _add_requisites(document: DocxDocument, requisites: tuple[tuple[str, str], ...]) -> None:
    table = add_table(document, len(requisites), _REQUISITE_WIDTHS, ruled=False)
    pad_cells(table, top_mm=0.2, side_mm=0)
    for row, (label, value) in zip(table.rows, requisites, strict=True):
        write_cell(row.cells[0], label, size_pt=11, align=LEFT)
        write_cell(row.cells[1], value, size_pt=11, align=LEFT)


def _add_criteria(document: DocxDocument, sheet: PrintedSheet) -> None:
    """The table, and in its last row, which has no rules, the summary and the signature: between rows of one table
    both Word and LibreOffice obey «keep with next», so the signature is not alone on a page."""
    rows = 2 + sum(1 + len(section.rows) for section in sheet.sections)
    table = add_table(document, rows, _WIDTHS, ruled=True)
    pad_cells(table, top_mm=0.7, side_mm=1.6)
    lines = iter(table.rows)
    _write_heading(next(lines), sheet.columns)
    for section in sheet.sections:
        _write_section(next(lines), section.title)
        for printed_row in section.rows:
            row = next(lines)
            for place, cell, align in zip(row.cells, printed_row.cells, _ALIGNMENT, strict=True):
                _write_criterion(place, cell, align)
            if printed_row.whole:
                keep_whole(row)
    if sheet.sections and sheet.sections[-1].rows and sheet.sections[-1].rows[-1].whole:
        keep_with_next(table.rows[-2])
    _write_closing(next(lines), sheet)


def _write_heading(row: _Row, columns: tuple[str, ...]) -> None:
    for cell, name in zip(row.cells, columns, strict=True):
        write_cell(cell, name, size_pt=9.5, bold=True, align=CENTER)
        shade(cell, "EBEBEB")
    repeat_on_each_page(row)
    keep_whole(row)


def _write_section(row: _Row, title: str) -> None:
    """A row across the table that stays with its first criterion."""
    cells = row.cells
    write_cell(cells[0].merge(cells[-1]), title, size_pt=_TABLE_PT, bold=True, align=LEFT)
    keep_whole(row)
    keep_with_next(row)


def _write_criterion(place: _Cell, cell: Cell, align: WD_ALIGN_PARAGRAPH) -> None:
    """The main text, and the small lines as paragraphs under it."""
    texts = [(cell.main, _TABLE_PT)] if cell.main or not cell.small else []
    texts += [(line, _SMALL_PT) for line in cell.small]
    for index, (text, size) in enumerate(texts):
        paragraph = place.add_paragraph() if index else place.paragraphs[0]
        write(paragraph, text, size_pt=size, align=align)


def _write_closing(row: _Row, sheet: PrintedSheet) -> None:
    cells = row.cells
    place = cells[0].merge(cells[-1])
    leave_unruled(place)
    keep_whole(row)
    summary = write(place.paragraphs[0], sheet.summary, align=LEFT).paragraph_format
    summary.space_before, summary.space_after = Pt(10), Pt(20)
    _add_signature(place, sheet.signature)
    place.add_paragraph().paragraph_format.line_spacing = Pt(1)  # a cell must not end with a table


def _add_signature(place: _Cell, signature: Signature) -> None:
    """Who signs; rules for the signature, the name and the date, with a hint under each."""
    table = add_table(place, 2, _SIGNATURE_WIDTHS, ruled=False)
    pad_cells(table, top_mm=0, side_mm=0.5)
    line, under = table.rows
    write_cell(line.cells[0], signature.role, size_pt=11, align=LEFT)
    write_cell(line.cells[3], signature.name, size_pt=11, align=CENTER)
    for position, hint in zip((1, 3, 5), signature.hints, strict=True):
        rule_under(line.cells[position])
        write_cell(under.cells[position], hint, size_pt=8, align=CENTER)
    for cell in line.cells:
        cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM


def _gap(document: DocxDocument, height_pt: float) -> None:
    """An empty line of exact height: two tables without one between them would grow together."""
    space = document.add_paragraph().paragraph_format
    space.line_spacing = Pt(height_pt)
