"""What cannot be read is refused by its reason, and by row and column where there is one."""

import io
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from documents.reading import read_file, refusals
from documents.worker import DocumentWorker
from tests.reading import spoiled

GOOD = spoiled.docx(("№", "Мероприятие"), ("1.1", "Чемпионат"))
SHEET = spoiled.xlsx(("№", "Мероприятие"), ("1.1", "Чемпионат"))


@pytest.mark.parametrize(
    ("file", "refusal"),
    [
        (b"", refusals.FileOfOtherKind),
        ("№;Мероприятие".encode("cp1251"), refusals.FileOfOtherKind),
        (b"%PDF-1.7 not a table", refusals.FileOfOtherKind),
        (b"PK\x03\x04 cut off", refusals.FileDamaged),
        (GOOD[: len(GOOD) // 2], refusals.FileDamaged),
        (spoiled.changed(GOOD, {"[Content_Types].xml": None}), refusals.FileOfOtherKind),
        (spoiled.changed(GOOD, {"word/document.xml": b"<broken"}), refusals.FileDamaged),
        (spoiled.changed(SHEET, {"xl/worksheets/sheet1.xml": b"<worksheet><cut"}), refusals.FileDamaged),
        (spoiled.changed(SHEET, {"xl/workbook.xml": None}), refusals.FileDamaged),
        (spoiled.with_password(), refusals.FileProtected),
        (spoiled.zip_of_secrets(GOOD), refusals.FileProtected),
        (spoiled.old_word(), refusals.FileOld),
        (spoiled.with_macros(GOOD), refusals.FileWithMacros),
        (spoiled.with_macros(SHEET), refusals.FileWithMacros),
        (spoiled.bomb(GOOD), refusals.FileInflated),
        (spoiled.with_entities(GOOD, "word/document.xml"), refusals.FileDamaged),
        (spoiled.with_entities(SHEET, "xl/sharedStrings.xml"), refusals.FileDamaged),
        (spoiled.docx(), refusals.NoTable),
        (spoiled.docx(("", " ")), refusals.NoTable),
        (spoiled.xlsx(), refusals.NoTable),
    ],
)
def test_the_reason_is_named(file: bytes, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        read_file(file)


def test_a_macro_type_is_refused_though_its_program_was_renamed() -> None:
    types = spoiled.part(GOOD, "[Content_Types].xml").replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main", b"vnd.ms-word.document.macroEnabled.main"
    )
    with pytest.raises(refusals.FileWithMacros):
        read_file(spoiled.changed(GOOD, {"[Content_Types].xml": types}))


def test_formulas_count_by_their_saved_value_only() -> None:
    file = spoiled.xlsx(("№", "Сумма"), ("1", "=1+1"))
    with pytest.raises(refusals.FormulaWithoutValue) as caught:
        read_file(file)
    assert caught.value.data == {"table": "Sheet", "row": 2, "column": "B"}
    sheet = spoiled.part(file, "xl/worksheets/sheet1.xml")
    calculated = sheet.replace(b"<v />", b"<v>2</v>").replace(b"<v/>", b"<v>2</v>").replace(b"<v></v>", b"<v>2</v>")
    assert calculated != sheet
    (table,) = read_file(spoiled.changed(file, {"xl/worksheets/sheet1.xml": calculated})).tables
    assert table.rows[1][1].text == "2"


def test_a_failed_formula_is_named() -> None:
    book = Workbook()
    book.active.append(("№", "Дата"))
    book.active["B2"] = "#REF!"
    with pytest.raises(refusals.CellInError) as caught:
        read_file(spoiled.saved(book))
    assert caught.value.data == {"table": "Sheet", "row": 2, "column": "B", "text": "#REF!"}


def test_too_many_rows() -> None:
    rows = [(str(number), "строка") for number in range(30)]
    for file in (spoiled.xlsx(*rows), spoiled.docx(*rows)):
        assert len(read_file(file, most_rows=30).tables[0].rows) == 30
        with pytest.raises(refusals.TooManyRows) as caught:
            read_file(file, most_rows=29)
        assert caught.value.data["limit"] == 29


def test_a_sheet_that_lies_about_its_size_is_read_by_what_is_there() -> None:
    sheet = spoiled.part(SHEET, "xl/worksheets/sheet1.xml")
    lying = sheet.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    assert lying != sheet
    far = lying.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"/></row></sheetData>')
    (table,) = read_file(spoiled.changed(SHEET, {"xl/worksheets/sheet1.xml": far})).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["№", "Мероприятие"], ["1.1", "Чемпионат"]]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    file = bytearray({"docx": GOOD, "xlsx": SHEET}[data.draw(st.sampled_from(["docx", "xlsx"]))])
    for _ in range(data.draw(st.integers(1, 8))):
        file[data.draw(st.integers(0, len(file) - 1))] = data.draw(st.integers(0, 255))
    with suppress(refusals.FileUnreadable):
        read_file(bytes(file))


async def test_it_runs_beside_the_loop() -> None:
    async with DocumentWorker() as worker:
        contents = await worker.run(read_file, SHEET)
        with pytest.raises(refusals.FileProtected):
            await worker.run(read_file, spoiled.with_password())
    assert contents.tables[0].rows[1][1].text == "Чемпионат"
    assert load_workbook(io.BytesIO(SHEET)).active.title == contents.tables[0].name
