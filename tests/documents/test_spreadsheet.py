"""XLSX tables as openpyxl reads them: nothing a formula, dates are dates, the header stays in sight."""

from datetime import UTC, date, datetime
from io import BytesIO

import openpyxl
import pytest

from documents import spreadsheet
from documents.spreadsheet import Column, Table, TooManyRows, render_xlsx

HOSTILE = ("=1+1", "+7 999", "-2", "@SUM(A1)", "\t=cmd|' /C calc'!A0", "{=1}", "http://example.org", "00123", "1e5")
COLUMNS = (Column("Колледж", 30), Column("Дней", 8, "number"), Column("Когда", 12, "date"), Column("Доля", 8, "share"))


def opened(tables: list[Table], **options: str) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(render_xlsx(tables, **options)))


def test_values_keep_their_kind_and_the_header_stays() -> None:
    table = Table("Итоги", COLUMNS, [("ТЭПК", 3, date(2022, 5, 24), 0.625), ("СПК", None, None, None)], ["Новости"])
    sheet = opened([table])["Итоги"]
    assert [cell.value for cell in sheet[3]] == ["Колледж", "Дней", "Когда", "Доля"]
    assert [cell.value for cell in sheet[4]] == ["ТЭПК", 3, datetime(2022, 5, 24), 0.625]  # noqa: DTZ001
    assert [cell.value for cell in sheet[5]] == ["СПК", None, None, None]
    assert sheet["C4"].number_format == "dd.mm.yyyy"
    assert sheet["D4"].number_format == "0.0%"
    assert sheet.freeze_panes == "B4"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.column_dimensions["A"].width == pytest.approx(30, abs=1)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_typed_is_text(text: str) -> None:
    cell = opened([Table("x", [Column(text)], [[text]])])["x"]["A2"]
    assert cell.data_type == "s"
    assert cell.value == text
    assert cell.hyperlink is None


def test_moments_are_written_in_the_zone() -> None:
    moment = datetime(2022, 5, 24, 20, 30, tzinfo=UTC)
    sheet = opened([Table("x", [Column("Когда", kind="moment")], [[moment]])], zone="Asia/Tomsk")["x"]
    assert sheet["A2"].value == datetime(2022, 5, 25, 3, 30)  # noqa: DTZ001


def test_names_of_sheets_are_made_fit_and_different() -> None:
    book = opened([Table(name, [Column("x")], []) for name in ("а/б:*?[]", "я" * 60, "я" * 60, "", "Я" * 60)])
    assert len(set(map(str.casefold, book.sheetnames))) == 5
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_broken_and_endless_text_fits_a_cell() -> None:
    text = "\x00\ud800" + "я" * 40_000
    value = opened([Table("x", [Column("x")], [[text]])])["x"]["A2"].value
    assert len(value) == spreadsheet.CELL_LIMIT
    assert value.startswith("\ufffdя")


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "ROWS_LIMIT", 2)
    with pytest.raises(TooManyRows):
        render_xlsx([Table("x", [Column("x")], [[1], [2], [3]])])
