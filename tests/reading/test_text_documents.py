"""Tables of text documents as offices make them."""

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.table import _Cell

from documents.reading import FileKind, read_file
from tests.reading import spoiled
from tests.reading.lists import make_list, number

W = nsdecls("w")


def _put(cell: _Cell, xml: str) -> None:
    cell.paragraphs[0]._p.append(parse_xml(xml))


def test_merged_both_ways_and_the_text_around() -> None:
    document = Document()
    document.add_paragraph("ПРОЕКТ")
    document.add_paragraph("")
    document.add_paragraph("План на 2022 год")
    table = document.add_table(rows=4, cols=4)
    for cell, text in zip(table.rows[0].cells, ("№", "Что", "Кто", "Когда"), strict=True):
        cell.text = text
    section = table.cell(1, 0).merge(table.cell(1, 3))
    section.text = "1. Раздел"
    for row, texts in ((2, ("1.1", "первое", "КС", "Май")), (3, ("1.2", "второе", "", "Июнь"))):
        for cell, text in zip(table.rows[row].cells, texts, strict=True):
            cell.text = text
    table.cell(2, 2).merge(table.cell(3, 2))
    document.add_paragraph("Председатель")

    contents = read_file(spoiled.saved(document))
    assert contents.kind is FileKind.DOCX
    assert contents.paragraphs == ["ПРОЕКТ", "План на 2022 год", "Председатель"]
    heading, section_row, first, second = contents.tables[0].rows
    assert [cell.text for cell in heading.cells] == ["№", "Что", "Кто", "Когда"]
    assert section_row.alone is not None
    assert section_row.alone.text == "1. Раздел"
    assert second[2] is first[2]
    assert second.under(heading[2]).text == "КС"
    assert second[3].place.data == {"table": "1", "row": 4, "column": "D"}


def test_borders_that_do_not_meet() -> None:
    """Drawn by hand: the second row's borders are not below the first row's ones."""
    document = Document()
    table = document.add_table(rows=2, cols=6)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "№"
    table.cell(0, 2).merge(table.cell(0, 5)).text = "Что"
    table.cell(1, 0).text = "1"
    table.cell(1, 1).merge(table.cell(1, 2)).text = "край"
    table.cell(1, 3).merge(table.cell(1, 5)).text = "дело"
    heading, row = read_file(spoiled.saved(document)).tables[0].rows
    assert row.under(heading[0]).text == "1"
    assert row.under(heading[2]).text == "дело"


def test_breaks_inside_a_cell() -> None:
    document = Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "Отчет о"
    cell.paragraphs[0].runs[0].add_break()
    cell.paragraphs[0].add_run("Мероприятии образовательно-")
    cell.paragraphs[0].runs[1].add_break()
    cell.paragraphs[0].add_run("отраслевого")
    cell.add_paragraph("Достижение показателей")
    cell.add_paragraph("проекта:")
    cell.add_paragraph("1. первый")
    (row,) = read_file(spoiled.saved(document)).tables[0].rows
    assert row[0].text.splitlines()[0] == "Отчет о"
    assert row[0].paragraphs == (
        "Отчет о Мероприятии образовательно-отраслевого\nДостижение показателей проекта:\n1. первый"
    )
    assert row[0].line.startswith("Отчет о Мероприятии образовательно-отраслевого Достижение")


def test_only_what_is_printed_counts() -> None:
    document = Document()
    table = document.add_table(rows=2, cols=1)
    cell = table.cell(0, 0)
    cell.text = "Срок"
    _put(cell, f'<w:ins {W} w:id="1" w:author="а"><w:r><w:t xml:space="preserve"> новый</w:t></w:r></w:ins>')
    _put(cell, f'<w:del {W} w:id="2" w:author="а"><w:r><w:delText>старый</w:delText></w:r></w:del>')
    _put(cell, f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>скрытый</w:t></w:r>")
    _put(cell, f"<w:r {W}><w:instrText>HYPERLINK</w:instrText></w:r>")
    _put(
        cell,
        f"<w:sdt {W}><w:sdtContent><w:r><w:t>, по</w:t><w:noBreakHyphen/><w:t>новому</w:t></w:r></w:sdtContent>"
        "</w:sdt>",
    )
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {W} w:id="3" w:author="а"/>'))
    table.cell(1, 0).text = "удалённая строка"
    rows = read_file(spoiled.saved(document)).tables[0].rows
    assert [row[0].text for row in rows] == ["Срок новый, по-новому"]


def test_rows_and_cells_inside_content_controls() -> None:
    document = Document()
    table = document.add_table(rows=2, cols=2)
    for row in table.rows:
        for place, cell in enumerate(row.cells):
            cell.text = f"{place}"
    body = table._tbl
    control = parse_xml(f"<w:sdt {W}><w:sdtContent/></w:sdt>")
    row = table.rows[1]._tr
    body.replace(row, control)
    control[0].append(row)
    assert [[cell.text for cell in row.cells] for row in read_file(spoiled.saved(document)).tables[0].rows] == [
        ["0", "1"]
    ] * 2


def test_automatic_numbers() -> None:
    """Word draws them, no run of text has them: «1.», «1.1.», «1.2.», «2.», «2.1.», «а)», and one begun anew."""
    document = Document()
    table = document.add_table(rows=7, cols=2)
    make_list(document, 7, [("decimal", "%1."), ("decimal", "%1.%2."), ("russianLower", "%3)")])
    make_list(document, 8, [("upperRoman", "%1"), ("bullet", "•")], start=4)
    for row, (list_id, level) in enumerate([(7, 0), (7, 1), (7, 1), (7, 0), (7, 1), (7, 2), (8, 0)]):
        table.cell(row, 1).text = "дело"
        number(table.cell(row, 0).paragraphs[0], list_id, level)
    rows = read_file(spoiled.saved(document)).tables[0].rows
    assert [row[0].text for row in rows] == ["1.", "1.1.", "1.2.", "2.", "2.1.", chr(0x430) + ")", "IV"]
