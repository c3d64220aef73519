"""A report in DOCX."""

from datetime import datetime

from docx.document import Document as DocxDocument
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.shared import Pt

from documents.report_model import Block, Grid, Heading, Paragraph, Report, Signatures
from documents.text import lines_needed
from documents.wordprocessing import (
    CENTER,
    LEFT,
    RIGHT,
    Properties,
    add_table,
    file_of,
    fill_rows,
    keep_whole,
    keep_with_next,
    new_document,
    pad_cells,
    repeat_on_each_page,
    rule_under,
    shade,
    write,
    write_cell,
    write_footer,
)

_SIZES = {1: 13.0, 2: 11.5}
_TABLE_PT = 9.5
_REQUISITE_WIDTHS = (46, 134)
_DATELINE_WIDTHS = (80, 100)
_SIGNATURE_WIDTHS = (42, 41, 4, 58, 4, 31)
_WHOLE_LINES = 30


def report_docx(report: Report, made_at: datetime) -> bytes:
    """The file; texts are cleaned already."""
    document = new_document(
        Properties(
            title=report.title,
            author=report.heading,
            subject=report.subject,
            language=report.language,
            made_at=made_at,
        )
    )
    write(document.add_paragraph(), report.heading, size_pt=10, align=CENTER)
    title = write(document.add_paragraph(), report.title, size_pt=15, bold=True, align=CENTER)
    title.paragraph_format.space_before, title.paragraph_format.space_after = Pt(4), Pt(8)
    _add_below_title(document, report)
    if report.requisites:
        table = add_table(document, len(report.requisites), _REQUISITE_WIDTHS, ruled=False)
        pad_cells(table, top_mm=0.2, side_mm=0)
        for row, line in zip(table.rows, report.requisites, strict=True):
            write_cell(row.cells[0], line.label, size_pt=10.5, align=LEFT)
            write_cell(row.cells[1], line.value, size_pt=10.5, align=LEFT)
    for block in report.blocks:
        _add(document, block)
    write_footer(document, report.footer, report.page)
    return file_of(document)


def _add_below_title(document: DocxDocument, report: Report) -> None:
    for text, size, bold in ((report.subtitle, 12, True), (report.mark, 10, None)):
        if text:
            written = write(document.add_paragraph(), text, size_pt=size, bold=bold, align=CENTER)
            written.paragraph_format.space_after = Pt(4)
    if any(report.dateline):
        table = add_table(document, 1, _DATELINE_WIDTHS, ruled=False)
        pad_cells(table, top_mm=1.5, side_mm=0)
        for cell, text, align in zip(table.rows[0].cells, report.dateline, (LEFT, RIGHT), strict=True):
            write_cell(cell, text, size_pt=10.5, align=align)


def _add(document: DocxDocument, block: Block) -> None:
    match block:
        case Heading():
            paragraph = write(document.add_paragraph(), block.text, size_pt=_SIZES[block.level], bold=True, align=LEFT)
            form = paragraph.paragraph_format
            form.keep_with_next, form.page_break_before = True, block.fresh_page
            form.space_before, form.space_after = Pt(12 if block.level == 1 else 9), Pt(4)
        case Paragraph():
            size = 9 if block.small else 10.5
            paragraph = document.add_paragraph()
            if block.label:
                write(paragraph, f"{block.label} ", size_pt=size, bold=True)
            write(paragraph, block.text, size_pt=size, bold=block.bold or None, align=LEFT)
            form = paragraph.paragraph_format
            form.space_after, form.keep_with_next = Pt(3), block.kept
        case Grid():
            _add_grid(document, block)
        case Signatures():
            _add_signatures(document, block)


def _add_grid(document: DocxDocument, block: Grid) -> None:
    """Rows are written as XML at once: python-docx takes a second for a hundred rows cell by cell."""
    table = add_table(document, 1, block.widths_mm, ruled=True)
    pad_cells(table, top_mm=0.6, side_mm=1.3)
    head = table.rows[0]
    for cell, name in zip(head.cells, block.columns, strict=True):
        write_cell(cell, name, size_pt=9, bold=True, align=CENTER)
        shade(cell, "EBEBEB")
    repeat_on_each_page(head)
    keep_whole(head)
    widths = [width / 2 for width in block.widths_mm]  # about two characters a millimetre are too many, half too few
    whole = [
        max(lines_needed(text, max(1, int(width))) for text, width in zip(row, widths, strict=True)) <= _WHOLE_LINES
        for row in block.rows
    ]
    fill_rows(table, block.rows, size_pt=_TABLE_PT, centred=block.centred, whole=whole)
    document.add_paragraph().paragraph_format.line_spacing = Pt(6)


def _add_signatures(document: DocxDocument, block: Signatures) -> None:
    document.add_paragraph().paragraph_format.line_spacing = Pt(18)
    table = add_table(document, 2 * len(block.lines), _SIGNATURE_WIDTHS, ruled=False)
    pad_cells(table, top_mm=0.6, side_mm=0.5)
    rows = list(table.rows)
    for number, signer in enumerate(block.lines):
        line, under = rows[2 * number], rows[2 * number + 1]
        write_cell(line.cells[0], signer.label, size_pt=10.5, align=LEFT)
        write_cell(line.cells[3], signer.value, size_pt=10.5, align=CENTER)
        for position, hint in zip((1, 3, 5), block.hints, strict=True):
            rule_under(line.cells[position])
            write_cell(under.cells[position], hint, size_pt=8, align=CENTER)
        for cell in line.cells:
            cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
        for row in (line, under):
            keep_whole(row)
        keep_with_next(line)
        if number < len(block.lines) - 1:
            keep_with_next(under)
