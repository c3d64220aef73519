"""The source plans as files, made the way offices make them."""

import textwrap

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import Table, _Cell
from openpyxl import Workbook
from openpyxl.styles import Alignment

from cluster.data.models import PlanData, PlanRowData
from cluster.plan import PlanYear
from tests.reading.lists import make_list, number, restart
from tests.reading.spoiled import saved

HEAD = ("№ п/п", "Наименование мероприятия", "Исполнители", "Срок исполнения", "Ожидаемый результат")


def docx(plan: PlanData) -> bytes:
    """2022: typed numbers, a table for each section, one head. 2023/24: automatic numbers, one table."""
    document = Document()
    if plan.is_draft:
        document.add_paragraph("ПРОЕКТ")
        document.add_paragraph("ПЛАН РАБОТЫ")
        document.add_paragraph("ПРОМЫШЛЕННОГО ОБРАЗОВАТЕЛЬНО-ОТРАСЛЕВОГО КЛАСТЕРА")
        document.add_paragraph("на 2023/2024 учебный год")
        _automatic(document, plan)
    else:
        document.add_paragraph("Утверждаю")
        document.add_paragraph("ПЛАН РАБОТЫ")
        document.add_paragraph("Промышленного образовательно-отраслевого кластера  на 2022 год")
        _typed(document, plan)
    document.add_paragraph("Председатель Координационного совета ____________")
    return saved(document)


def _typed(document: Document, plan: PlanData) -> None:
    for index, section in enumerate(plan.sections):
        table = document.add_table(rows=0, cols=5)
        if index == 0:
            _head(table)
            for cell, text in zip(table.add_row().cells, "12345", strict=True):
                cell.text = text
        _section(table, f"{section.number}. {section.title}")
        for row in section.rows:
            cells = table.add_row().cells
            cells[0].text = f"{row.number}." if row.number != "2.4" else row.number  # as printed: one has no dot
            _fill(cells, row)


def _automatic(document: Document, plan: PlanData) -> None:
    table = document.add_table(rows=0, cols=5)
    make_list(document, 7, [("decimal", "%1."), ("decimal", "%1.%2.")])
    _head(table)
    for section in plan.sections:
        number(_section(table, section.title).paragraphs[0], 7, 0)
        expected = 1
        for at, row in enumerate(section.rows):
            cells = table.add_row().cells
            printed = int(row.number.split(".")[1])
            list_id = 7
            if printed != expected:  # «Начать заново с …»
                list_id = 70 + int(section.number) * 10 + at
                restart(document, list_id, 7, level=1, start=printed)
            number(cells[0].paragraphs[0], list_id, 1)
            expected = printed + 1
            _fill(cells, row)
            if row.number == "2.8":  # a head typed again where the page ends
                _head(table)


def _head(table: Table) -> None:
    row = table.add_row()
    for cell, text in zip(row.cells, HEAD, strict=True):
        cell.text = text
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def _section(table: Table, title: str) -> _Cell:
    cells = table.add_row().cells
    merged = cells[0].merge(cells[-1])
    _broken(merged, title, width=70)
    return merged


def _fill(cells: tuple[_Cell, ...], row: PlanRowData) -> None:
    _broken(cells[1], row.title, width=46)
    for cell, text in ((cells[2], row.executors), (cells[3], row.deadline)):
        words = textwrap.wrap(text, 16)
        cell.text = words[0]
        for line in words[1:]:
            cell.add_paragraph(line)
    _broken(cells[4], row.result, width=34)


def _broken(cell: _Cell, text: str, *, width: int) -> None:
    """Paragraphs as they are, each broken by Shift+Enter so that the table looks right on somebody's screen."""
    for at, paragraph in enumerate(text.split("\n")):
        place = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        for index, line in enumerate(textwrap.wrap(paragraph, width, break_on_hyphens=False)):
            run = place.add_run(line + " ")
            if index:
                run._r.insert(0, parse_xml(f"<w:br {nsdecls('w')}/>"))


def xlsx(plan: PlanData) -> bytes:
    """A sheet with a merged title, numbers as text, sections merged over the columns, lines broken by Alt+Enter."""
    book = Workbook()
    sheet = book.active
    sheet.title = "План"
    year = "на 2022 год" if plan.year is PlanYear.CALENDAR else "на 2023-2024 учебный год"
    sheet.append([f"План работы кластера {year}"])
    sheet.merge_cells("A1:E1")
    sheet.append([])
    sheet.append(HEAD)
    for section in plan.sections:
        sheet.append([f"{section.number}. {section.title}"])
        sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=5)
        for row in section.rows:
            deadline = "\n".join(textwrap.wrap(row.deadline, 16))
            sheet.append([f"{row.number}.", row.title, row.executors, deadline, row.result])
            sheet.cell(sheet.max_row, 4).alignment = Alignment(wrap_text=True)
    return saved(book)
