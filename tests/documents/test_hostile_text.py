"""Whatever a person types, the file opens and shows it."""

import io
import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from documents.expert_sheet import render_docx, render_pdf
from tests.documents.reading import WORDS, pictures, read_docx, read_pdf, squashed
from tests.documents.source_form import filled_sheet, rows_of, with_remark, with_rows

MARKUP = (
    '<b>&</b> &amp; <script>x</script> #import "x.typ": * $x^2$ [ ] *a* _b_ @ref <label> \\ `raw` // c /* d */ '
    "{{ 7*7 }} {% for x in y %} {# e #} ${env} %s {page} _x000B_ ]]> <![CDATA["
)

# What is typed, and what stands in the DOCX.
REMARKS = {
    "markup": (MARKUP, MARKUP),
    "long word": ("ы" * 300, "ы" * 300),
    "address": ("https://example.org/" + "a" * 280, "https://example.org/" + "a" * 280),
    "hyphens": ("-" * 300, "-" * 300),
    "five thousand characters": ("слово " * 832 + "и конец.", "слово " * 832 + "и конец."),
    "line breaks": ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
    "controls": ("a\x00b\x01c\x1bd\x7fe\x9ff", "abcdef"),
    "impossible": ("a\ud800b\uffffc\ufffed\U0001ffffe", "a\ufffdb\ufffdc\ufffdd\ufffde"),
    "decomposed": ("и\u0306 е\u0308", "й ё"),
    "tab": ("a\tb", "a\tb"),
    "right to left": ("שלום עולם — العربية \u202eобратно\u202c", "שלום עולם — العربية \u202eобратно\u202c"),
    "emoji": ("👍🏽 ✅ 👨‍👩‍👧 🇷🇺", "👍🏽 ✅ 👨‍👩‍👧 🇷🇺"),
    "nothing": (" \n\x00 ", "—"),
}

_READ_DIFFERENTLY = {"right to left", "five thousand characters"}  # in PDF: by direction; with a heading on each page


@pytest.mark.parametrize("case", REMARKS)
def test_remark_survives_in_docx(case: str):
    typed, printed = REMARKS[case]

    sheet = read_docx(render_docx(with_remark(filled_sheet(), "3.1.", typed), WORDS))
    assert sheet.row("3.1.")[4] == printed
    assert len(sheet.rows) == 14


@pytest.mark.parametrize("case", [case for case in REMARKS if case not in _READ_DIFFERENTLY])
def test_remark_survives_in_pdf(case: str):
    typed, printed = REMARKS[case]

    text = _remark_column_text(typed)
    assert squashed(printed) in text


@pytest.mark.parametrize("field", ["cluster", "session", "programme_title", "college", "expert", "enterprise", "title"])
def test_markup_in_every_field_above_the_table(field: str):
    sheet = replace(filled_sheet(), **{field: MARKUP + " " + "ы" * 300})

    document = read_docx(render_docx(sheet, WORDS))
    everywhere = "\n".join([*document.requisites.values(), *document.paragraphs])
    assert MARKUP in everywhere
    assert squashed(MARKUP) in squashed("".join(read_pdf(render_pdf(sheet, WORDS))))


def test_markup_in_every_field_of_a_row():
    row = replace(
        rows_of(filled_sheet())[6], text=MARKUP, norm=MARKUP, college_figure=MARKUP, verdict=MARKUP, evidence=MARKUP
    )
    sheet = with_rows(filled_sheet(), {row.number: row})

    cells = read_docx(render_docx(sheet, WORDS)).row(row.number)
    assert [MARKUP in cell for cell in cells] == [False, True, True, True, True]
    assert squashed("".join(read_pdf(render_pdf(sheet, WORDS)))).count(squashed(MARKUP)) == 5


def test_character_without_a_glyph_is_printed_as_its_code_and_explained():
    text = _remark_column_text("до 中文 после ok 👍")

    assert "до[U+4E2D][U+6587]послеok👍" in text
    assert squashed("показаны их кодами Юникода") in text
    assert squashed("показаны их кодами Юникода") not in _remark_column_text("всё есть 👍")
    assert read_docx(render_docx(with_remark(filled_sheet(), "3.1.", "中文"), WORDS)).row("3.1.")[4] == "中文"


def test_mark_without_a_glyph_does_not_cost_its_letter():
    text = _remark_column_text("я\u0488")

    assert "я[U+0488]" in text
    assert squashed("Название критерия") in text


def test_many_missing_characters_at_once():
    typed = "".join(map(chr, range(0x4E00, 0x4E00 + 600)))

    assert _remark_column_text(typed).count("[U+") == 600
    assert len(pictures(with_remark(filled_sheet(), "3.1.", typed), 400)) >= 2


def test_long_word_stays_inside_its_column():
    for typed in ("ы" * 300, "-" * 300, "a.b-c/" * 60, "1-" * 150, "\u00a0".join(["слово"] * 60), "W" * 300):
        pages = pictures(with_remark(filled_sheet(), "3.1.", typed), 840)
        assert not any(map(_ink_in_right_margin, pages)), typed[:10]


def test_remark_longer_than_a_page_runs_on():
    words = [f"слово{number}," for number in range(520)]
    sheet = with_remark(filled_sheet(), "3.3.", " ".join(words))
    assert len(" ".join(words)) > 5000

    pages = read_pdf(render_pdf(sheet, WORDS))
    text = squashed("".join(pages))
    assert [word for word in words if word not in text] == []
    assert "слово519" in squashed(pages[-1])
    assert "подпись" in pages[-1]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400))
@pytest.mark.slow
def test_any_text_reads_back_from_docx(typed: str):
    sheet = read_docx(render_docx(with_remark(filled_sheet(), "3.1.", f"[{typed}]"), WORDS))

    assert sheet.row("3.1.")[4] == f"[{_without_forbidden(typed)}]"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200), st.text(max_size=60))
@pytest.mark.slow
def test_any_text_makes_a_pdf_that_opens(remark: str, name: str):
    sheet = with_remark(replace(filled_sheet(), expert=name, title=name), "3.1.", remark)

    assert len(read_pdf(render_pdf(sheet, WORDS))) >= 2


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x45F, categories=["L", "N", "P", "S"]), max_size=120))
@pytest.mark.slow
def test_letters_and_signs_of_europe_read_back_from_pdf(typed: str):
    text = _remark_column_text(f"начало {typed} конец")

    codes = re.sub(r"\[U\+([0-9A-F]{4,6})\]", lambda code: chr(int(code[1], 16)), text)
    assert _compatible(f"начало {typed} конец") in _compatible(codes)


def _remark_column_text(remark: str) -> str:
    """The text of the PDF with `remark` at 3.1."""
    return squashed("".join(read_pdf(render_pdf(with_remark(filled_sheet(), "3.1.", remark), WORDS))))


def _compatible(text: str) -> str:
    """Readers of PDF return ligatures and wide forms as letters, and spacing accents as a space with a mark."""
    return squashed(unicodedata.normalize("NFKC", text))


def _without_forbidden(text: str) -> str:
    """What XML 1.0 can hold of `text`, written here from the standard and not from the code under test."""
    text = re.sub("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]", "\n", text)
    kept = []
    for character in text:
        code = ord(character)
        if 0xD800 <= code <= 0xDFFF or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
            kept.append("\ufffd")
        elif character in "\t\n" or unicodedata.category(character) != "Cc":
            kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))


def _ink_in_right_margin(page: bytes) -> bool:
    with Image.open(io.BytesIO(page)) as picture:
        grey = picture.convert("L")
        margin = grey.crop((round(grey.width * 201 / 210), 0, grey.width, grey.height))
        return margin.getextrema() != (255, 255)
