"""The expert sheet as DOCX, PDF and pictures carries the source form and the expert's answers, nothing more or less."""

import io
import zipfile
from dataclasses import replace
from datetime import timedelta
from time import perf_counter

import pytest
from docx import Document
from docx.oxml.ns import qn
from PIL import Image
from pypdf import PdfReader

from documents.expert_sheet import ExpertSheet, render_docx, render_pdf
from tests.documents.reading import ENGLISH, WORDS, pictures, read_docx, read_pdf, squashed
from tests.documents.source_form import SECTIONS, blank_sheet, filled_sheet, rows_of, with_remark

NBSP = "\u00a0"


def test_docx_is_the_source_form():
    sheet = read_docx(render_docx(filled_sheet(), WORDS))

    assert sheet.columns == [
        "№",
        "Название критерия",
        "Нормативное значение",
        f"Оценка эксперта (соответствует/ не{NBSP}соответствует)",
        "Замечания эксперта",
    ]
    assert sheet.sections == [f"{number}. {title}" for number, (title, _) in enumerate(SECTIONS, start=1)]
    assert [row[:2] for row in sheet.rows] == [[number, text] for _, rows in SECTIONS for number, text, _ in rows]
    assert [row[2].split("\n")[0] for row in sheet.rows] == [norm for _, rows in SECTIONS for *_, norm in rows]
    assert (len(sheet.sections), len(sheet.rows)) == (3, 14)


def test_docx_carries_every_answer():
    source = filled_sheet()
    sheet = read_docx(render_docx(source, WORDS))

    assert [row[3].split("\n")[0] for row in sheet.rows] == [row.verdict for row in rows_of(source)]
    assert sheet.row("2.1.")[2:4] == [f"100%\nданные ПОО: 92{NBSP}%", f"не соответствует\nпо факту: 83,3{NBSP}%"]
    assert sheet.row("1.4.")[4] == next(row.remark for row in rows_of(source) if row.number == "1.4.")
    assert sheet.row("2.4.")[4] == (
        "Лаборатория метрологии оборудована в 2015 году.\nПриложено: голосовое сообщение, 2 фото"
    )
    assert sheet.row("1.1.")[4] == "—"


def test_docx_says_whose_sheet_it_is_and_where_to_sign():
    sheet = read_docx(render_docx(filled_sheet(), WORDS))

    assert sheet.requisites == {
        "Программа": "15.02.12 Монтаж, техническая эксплуатация и ремонт промышленного оборудования",
        "ПОО": "ОГБПОУ «Северский промышленный колледж»",
        "Экспертная сессия": f"Экспертная сессия образовательных программ, 21.06.2022{NBSP}– 30.06.2022",
        "Эксперт": "Верещагин Константин Аполлинарьевич",
        "Должность, предприятие": "Главный механик, АО «СХК»",
        "Лист отправлен": f"24{NBSP}июня 2022{NBSP}г., 15:40",
    }
    assert sheet.paragraphs[:2] == [
        "Промышленный образовательно-отраслевой кластер Томской области",
        "Экспертный лист для оценки программы",
    ]
    assert (
        "Всего критериев: 14. Соответствует: 10, не соответствует: 3, эксперт не может оценить: 1." in sheet.paragraphs
    )
    assert sheet.signature == [
        ["Эксперт", "", "", "Верещагин Константин Аполлинарьевич", "", ""],
        ["", "подпись", "", "расшифровка", "", "дата"],
    ]
    assert sheet.footer == f"Экспертный лист ЭЛ-2022-0017, версия 1\tстр.{NBSP}1 из 1"


def test_pdf_has_the_content_of_the_docx():
    docx = read_docx(render_docx(filled_sheet(), WORDS))
    pages = read_pdf(render_pdf(filled_sheet(), WORDS))
    text = squashed("".join(pages))

    for part in [*docx.requisites, *docx.requisites.values(), *docx.columns, *docx.sections, *docx.paragraphs]:
        assert squashed(part) in text
    for row in docx.rows:
        for cell in row:
            assert all(squashed(line) in text for line in cell.split("\n"))
    assert [page.split("\n")[-1].endswith(f"{number} из {len(pages)}") for number, page in enumerate(pages, 1)] == [
        True
    ] * len(pages)
    assert all("Название критерия" in page for page in pages)


def test_draft_leaves_room_to_write_and_counts_what_is_missing():
    sheet = read_docx(render_docx(blank_sheet(), WORDS))

    assert sheet.requisites["Лист отправлен"] == "нет, это черновик"
    assert {tuple(row[3:]) for row in sheet.rows} == {("", "")}
    assert any("ещё не оценено: 14" in paragraph for paragraph in sheet.paragraphs)
    assert "черновик" in "".join(read_pdf(render_pdf(blank_sheet(), WORDS)))


def test_college_without_a_programme_yet():
    sheet = replace(filled_sheet(), programme_code="", programme_title="", position="", session_dates="")

    requisites = read_docx(render_docx(sheet, WORDS)).requisites
    assert "Программа" not in requisites
    assert requisites["Должность, предприятие"] == "АО «СХК»"
    assert requisites["Экспертная сессия"] == "Экспертная сессия образовательных программ"


def test_english_words_around_russian_data():
    sheet = read_docx(render_docx(filled_sheet(), ENGLISH))

    assert sheet.columns[1] == "Criterion"
    assert sheet.row("3.2.")[2] == f"62,5%\ncollege: 62,5{NBSP}%"
    assert "Criterion" in read_pdf(render_pdf(filled_sheet(), ENGLISH))[0]


def test_docx_table_repeats_its_heading_and_keeps_rows_whole():
    table = Document(io.BytesIO(render_docx(filled_sheet(), WORDS))).tables[1]

    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True] + [False] * 18
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert [index for index, keep in enumerate(kept) if keep] == [1, 7, 14, 17]  # sections and the last row


def test_properties_of_the_files():
    source = filled_sheet()
    docx = Document(io.BytesIO(render_docx(source, WORDS))).core_properties
    pdf = PdfReader(io.BytesIO(render_pdf(source, WORDS)))

    assert (docx.title, docx.author, docx.language) == (source.title, source.cluster, "ru")
    assert docx.created == source.made_at
    assert (pdf.metadata.title, pdf.metadata.author) == (source.title, source.cluster)
    assert pdf.metadata.creation_date == source.made_at
    assert "thumbnail" not in "".join(zipfile.ZipFile(io.BytesIO(render_docx(source, WORDS))).namelist())


def test_same_sheet_same_bytes():
    assert render_docx(filled_sheet(), WORDS) == render_docx(filled_sheet(), WORDS)
    assert render_pdf(filled_sheet(), WORDS) == render_pdf(filled_sheet(), WORDS)
    later = replace(filled_sheet(), made_at=filled_sheet().made_at + timedelta(days=1))
    assert read_pdf(render_pdf(later, WORDS)) == read_pdf(render_pdf(filled_sheet(), WORDS))


def test_pictures_are_the_pages_of_the_pdf():
    pages = pictures(filled_sheet(), 900)

    assert len(pages) == len(read_pdf(render_pdf(filled_sheet(), WORDS)))
    for page in pages:
        with Image.open(io.BytesIO(page)) as picture:
            assert abs(picture.width - 900) <= 1
            assert abs(picture.height - 900 * 297 / 210) <= 2


@pytest.mark.parametrize("lines", range(0, 40, 3))
def test_signature_is_never_alone_on_a_page(lines: int):
    sheet = with_remark(filled_sheet(), "1.1.", "строка замечания\n" * lines)

    last = read_pdf(render_pdf(sheet, WORDS))[-1]
    assert "подпись" in last
    assert "Наличие студентов, получивших" in last


@pytest.mark.parametrize("words", range(300, 420, 8))
def test_signature_follows_the_end_of_a_tall_last_row(words: int):
    """Among these lengths are those that fill a page exactly, with nothing left for the next."""
    remark = [f"слово{number}" for number in range(words)]
    sheet = with_remark(filled_sheet(), "3.3.", " ".join(remark))

    pages = read_pdf(render_pdf(sheet, WORDS))
    assert "подпись" in pages[-1]
    assert all(word in squashed(pages[-1]) for word in remark[-5:])
    assert [word for word in remark if word not in squashed("".join(pages))] == []


@pytest.mark.parametrize("lines", range(0, 40, 3))
def test_section_title_stays_with_its_first_criterion(lines: int):
    sheet = with_remark(filled_sheet(), "1.1.", "строка замечания\n" * lines)

    for page in read_pdf(render_pdf(sheet, WORDS)):
        for title, first in (("2. Условия реализации", "2.1."), ("3. Востребованность", "3.1.")):
            assert title not in page or first in page


def test_time_to_make_one(capsys: pytest.CaptureFixture[str]):
    sheet = filled_sheet()
    with capsys.disabled():
        for function in (render_docx, render_pdf):
            print(f"\n{function.__name__}: {_seconds(function, sheet) * 1000:.0f} ms", end="")


def _seconds(function: object, sheet: ExpertSheet) -> float:
    assert callable(function)
    started = perf_counter()
    function(replace(sheet, code=f"{started}"), WORDS)
    return perf_counter() - started
