"""Sheets as people keep them: merged cells, dates, numbers that are labels, hidden sheets."""

from datetime import date, datetime

from openpyxl import Workbook

from documents.reading import FileKind, read_file
from tests.reading import spoiled


def test_rows_have_addresses_and_values_as_shown() -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "План"
    sheet.append(["№", "Дата", "Доля", "Когда", "Что"])
    sheet.append([])
    sheet.append([1.1, date(2024, 3, 15), 0.625, datetime(2024, 3, 15, 14, 30), "две\nстроки"])  # noqa: DTZ001
    sheet.append([1.1, None, 3, True, "  края  "])
    sheet["A3"].number_format = "0.00"
    sheet["C3"].number_format = "0.0%"
    book.create_sheet("пустой")
    hidden = book.create_sheet("скрытый")
    hidden.append(["тайна"])
    hidden.sheet_state = "hidden"

    contents = read_file(spoiled.saved(book))
    assert contents.kind is FileKind.XLSX
    (table,) = contents.tables
    assert table.name == "План"
    assert [row.number for row in table.rows] == [1, 3, 4], "empty rows are left out, numbers stay"
    assert [cell.text for cell in table.rows[1].cells] == [
        "1.10",
        "15.03.2024",
        "62.5%",
        "15.03.2024 14:30",
        "две\nстроки",
    ]
    assert [cell.text for cell in table.rows[2].cells] == ["1.1", "", "3", "TRUE", "края"]
    place = table.rows[1][1].place
    assert (place.table, place.row, place.column) == ("План", 3, "B")
    assert table.rows[1][77].text == ""


def test_merged_cells_are_one() -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["№", "Мероприятие", "Исполнители", "Срок"])
    sheet.append(["1. Раздел"])
    sheet.merge_cells("A2:D2")
    sheet.append(["1.1", "первое", "КС", "Май"])
    sheet.append(["1.2", "второе"])
    sheet.merge_cells("C3:C4")
    (table,) = read_file(spoiled.saved(book)).tables
    _, section, first, second = table.rows
    assert section.alone is not None
    assert (section.alone.text, section.alone.width) == ("1. Раздел", 4)
    assert first.alone is None
    assert second[2] is first[2], "a cell merged downwards is the same cell"
    assert second[2].text == "КС"
    assert second[2].place.row == 3
    assert second[3].text == ""
